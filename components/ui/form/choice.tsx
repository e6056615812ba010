'use client';
// One of a few, as the platform's own select: it has the best picker on a phone and costs nothing.

import { useId, useLayoutEffect, useRef } from 'react';
import css from './field.module.css';

export function Choice<Value extends string>({
  label,
  value,
  options,
  onChange,
  isDisabled = false,
  isLabelHidden = false,
}: {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
  isDisabled?: boolean;
  /** In a row that already says what it is about: the label is then only spoken. */
  isLabelHidden?: boolean;
}) {
  const id = useId();
  const box = useRef<HTMLSelectElement>(null);
  // What was chosen on a page before its script had reached it stands in the page alone: the next rendering would put it
  // back without a word.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the script reaches the page
  useLayoutEffect(() => {
    const chosen = options.find((option) => option.value === box.current?.value);
    const isKnown = options.some((option) => option.value === value);
    if (chosen && isKnown && chosen.value !== value) onChange(chosen.value);
  }, []);
  return (
    <div className={css.field}>
      {!isLabelHidden && (
        <label htmlFor={id} className={css.label}>
          {label}
        </label>
      )}
      <select
        ref={box}
        id={id}
        className={isLabelHidden ? `${css.input} ${css.compact}` : css.input}
        value={value}
        disabled={isDisabled}
        aria-label={isLabelHidden ? label : undefined}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
