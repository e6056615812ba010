'use client';
// One of a few short words, as radio buttons drawn as one switch.

import type { LucideIcon } from 'lucide-react';
import { useId } from 'react';
import css from './segments.module.css';

type Props<Value extends string> = {
  legend: string;
  value: Value;
  options: readonly { value: Value; label: string; icon?: LucideIcon }[];
  onChange: (value: Value) => void;
};

export function Segments<Value extends string>({ legend, value, options, onChange }: Props<Value>) {
  const group = useId();
  return (
    <fieldset className={css.switch}>
      <legend className={css.legend}>{legend}</legend>
      <div className={css.row}>
        {options.map(({ value: each, label, icon: Icon }) => (
          <label key={each} className={css.choice}>
            <input
              type="radio"
              name={group}
              checked={value === each}
              onChange={() => onChange(each)}
              className={css.radio}
            />
            {Icon && <Icon aria-hidden />}
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
