// One's own words a minute, kept on this device.

import { useId } from 'react';
import { useTranslations } from 'use-intl/react';
import css from './editor.module.css';
import { leastPace, mostPace, pace } from './pace.ts';

export function PaceField() {
  const t = useTranslations('cards.editor');
  const now = pace.use();
  const id = useId();
  // In a fragment, since the key of what a sentence holds is the sentence's own.
  const field = () => (
    <>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={leastPace}
        max={mostPace}
        step={5}
        defaultValue={now}
        key={now}
        onBlur={({ target }) => {
          const next = Math.round(target.valueAsNumber);
          if (next >= leastPace && next <= mostPace) pace.choose(next);
          else target.value = String(now);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
    </>
  );
  return (
    <label htmlFor={id} className={css.pace}>
      {t.rich('pace', { field, pace: now })}
    </label>
  );
}
