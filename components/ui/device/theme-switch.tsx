'use client';
// System, light or dark: three radio buttons drawn as one switch.

import { Monitor, Moon, Sun } from 'lucide-react';
import { useId, useState } from 'react';
import { chooseTheme, type Theme, themes } from './theme.ts';
import css from './theme-switch.module.css';

const faces = {
  system: { name: 'As the system', icon: Monitor },
  light: { name: 'Light', icon: Sun },
  dark: { name: 'Dark', icon: Moon },
} as const;

export function ThemeSwitch({ theme }: { theme: Theme }) {
  const group = useId();
  const [chosen, setChosen] = useState(theme);
  const choose = (next: Theme) => {
    setChosen(next);
    chooseTheme(next);
  };
  return (
    <fieldset className={css.switch}>
      <legend className={css.legend}>Theme</legend>
      <div className={css.row}>
        {themes.map((each) => {
          const { name, icon: Icon } = faces[each];
          return (
            <label key={each} className={css.choice}>
              <input
                type="radio"
                name={group}
                checked={chosen === each}
                onChange={() => choose(each)}
                className={css.radio}
              />
              <Icon aria-hidden />
              {name}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
