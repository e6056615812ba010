// One choice among a few, as chips: native radio buttons, so arrows, labels and screen readers work as everywhere.

import type { LucideIcon } from 'lucide-react';
import { type CSSProperties, useId } from 'react';
import styles from './choice-chips.module.css';

export type Choice<T extends string> = { value: T; label: string; icon: LucideIcon; color: string };

type Props<T extends string> = {
  legend: string;
  choices: readonly Choice<T>[];
  chosen: T | undefined;
  onChoose: (value: T) => void;
};

export function ChoiceChips<T extends string>({ legend, choices, chosen, onChoose }: Props<T>) {
  const name = useId();
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {choices.map(({ value, label, icon: Icon, color }) => (
        <label key={value} style={{ '--c': color } as CSSProperties}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={chosen === value}
            onChange={() => onChoose(value)}
          />
          <Icon aria-hidden="true" />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
