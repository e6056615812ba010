'use client';
// A labelled input: its label, a line of help, and the error that belongs to it, all tied together for assistive technology.
// Native, as button.tsx is. Checked by its form (form.ts), not by the browser: errors stay on the page.

import { type HTMLInputAutoCompleteAttribute, type ReactNode, useId } from 'react';
import { useTranslations } from 'use-intl/react';
import css from './field.module.css';

export function Field({
  label,
  help,
  error,
  name,
  type = 'text',
  value,
  defaultValue,
  onChange,
  autoComplete,
  autoFocus = false,
  isRequired,
  maxLength,
  isAnyScript = false,
  isLong = false,
}: {
  label: string;
  help?: ReactNode;
  /** Why this input was refused, by the page or by the server; absent while nothing is wrong. */
  error?: string | undefined;
  name?: string;
  type?: 'text' | 'url' | 'email' | 'password' | 'number' | 'date' | 'datetime-local' | 'search';
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  /** Where the page or dialog has this one field, and people come to fill it in. */
  autoFocus?: boolean;
  /** False says "optional" beside the label; absent says nothing. */
  isRequired?: boolean;
  /** In UTF-16 units. The browser then takes no more by typing or pasting. */
  maxLength?: number;
  /** Names and titles may be in any script: the input follows what is typed. */
  isAnyScript?: boolean;
  /** For a line that may be longer than the field is wide: it wraps and grows. */
  isLong?: boolean;
}) {
  const t = useTranslations('ui.form');
  const id = useId();
  const about = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  const Tag = isLong ? 'textarea' : 'input';
  return (
    <div className={css.field}>
      <label htmlFor={id} className={css.label}>
        {label}
        {isRequired === false && <span className={css.optional}> {t('optional')}</span>}
      </label>
      <Tag
        id={id}
        name={name}
        {...(isLong ? { rows: 1 } : { type })}
        className={isLong ? `${css.input} ${css.long}` : css.input}
        value={value}
        defaultValue={defaultValue}
        onChange={onChange && ((event) => onChange(event.target.value))}
        autoComplete={autoComplete}
        autoFocus={autoFocus}
        maxLength={maxLength}
        dir={isAnyScript ? 'auto' : undefined}
        aria-required={isRequired || undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={about || undefined}
      />
      {help && (
        <div id={`${id}-help`} className={css.help}>
          {help}
        </div>
      )}
      {error && (
        <div id={`${id}-error`} className={css.error}>
          {error}
        </div>
      )}
    </div>
  );
}
