// One's own words a minute, kept on this device.

import css from './editor.module.css';
import { leastPace, mostPace, pace } from './pace.ts';

export function PaceField() {
  const now = pace.use();
  return (
    <label className={css.pace}>
      at
      <input
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
      words a minute
    </label>
  );
}
