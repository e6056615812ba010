'use client';
// A labelled input: its label, a line of help, and the error that belongs to it, all tied together for assistive technology.

import type { ReactNode } from 'react';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextField,
  type TextFieldProps,
} from 'react-aria-components/TextField';
import css from './field.module.css';

type FieldProps = Omit<TextFieldProps, 'className' | 'style' | 'children' | 'isInvalid'> & {
  label: string;
  help?: ReactNode;
  /** Why this input was refused; absent or null while nothing is wrong. */
  error?: string | null | undefined;
  dir?: 'auto';
};

/** The server's refusals come in by `error`; the browser's own checks (required, e-mail) show in the same place. */
export function Field({ label, help, error, dir, ...rest }: FieldProps) {
  return (
    <TextField {...rest} isInvalid={error ? true : undefined} className={css.field}>
      <Label className={css.label}>
        {label}
        {rest.isRequired === false && <span className={css.optional}> optional</span>}
      </Label>
      <Input className={css.input} dir={dir} />
      {help && (
        <Text slot="description" className={css.help}>
          {help}
        </Text>
      )}
      <FieldError className={css.error}>{({ defaultChildren }) => error ?? defaultChildren}</FieldError>
    </TextField>
  );
}
