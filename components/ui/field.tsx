'use client';
// A labelled input: its label, a line of help, and the error that belongs to it, all tied together for assistive technology.

import type { ReactNode } from 'react';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField,
  type TextFieldProps,
} from 'react-aria-components/TextField';
import css from './field.module.css';

type FieldProps = Omit<
  TextFieldProps,
  'className' | 'style' | 'children' | 'isInvalid' | 'validationBehavior'
> & {
  label: string;
  help?: ReactNode;
  /** Why this input was refused, by the page or by the server; absent while nothing is wrong. */
  error?: string | undefined;
  /** Names and titles may be in any script: the input follows what is typed. */
  isAnyScript?: boolean;
  /** For a line that may be longer than the field is wide: it wraps and grows. */
  isLong?: boolean;
};

/** Checked by its form (form.ts), not by the browser: errors stay on the page, and a refusal never blocks the next try. */
export function Field({ label, help, error, isAnyScript = false, isLong = false, ...rest }: FieldProps) {
  const direction = isAnyScript ? { dir: 'auto' as const } : {};
  return (
    <TextField
      {...rest}
      validationBehavior="aria"
      isInvalid={error !== undefined}
      className={css.field ?? ''}
    >
      <Label className={css.label ?? ''}>
        {label}
        {rest.isRequired === false && <span className={css.optional}> optional</span>}
      </Label>
      {isLong ? (
        <TextArea className={`${css.input} ${css.long}`} rows={1} {...direction} />
      ) : (
        <Input className={css.input ?? ''} {...direction} />
      )}
      {help && (
        <Text slot="description" className={css.help ?? ''}>
          {help}
        </Text>
      )}
      <FieldError className={css.error ?? ''}>{error}</FieldError>
    </TextField>
  );
}
