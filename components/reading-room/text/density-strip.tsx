// A strip beside the text that shows where it is being discussed (U33). A picture only: the notes themselves are read
// and reached beside it.

import { type CSSProperties, memo, useDeferredValue, useMemo } from 'react';
import type { CardOfThread } from '#components/room/frame/discussion.ts';
import { ticksOf } from './density.ts';
import styles from './density-strip.module.css';

/** `length`: UTF-16 units of the whole text. */
export const DensityStrip = memo(function DensityStrip({
  cards,
  length,
}: {
  cards: readonly CardOfThread[];
  length: number;
}) {
  // What was said comes first.
  const settled = useDeferredValue(cards);
  const ticks = useMemo(() => ticksOf(settled, length), [settled, length]);
  return (
    <div className={styles.strip} aria-hidden="true">
      {ticks.map(({ key, at, color, notes }) => (
        <i key={key} style={{ '--at': `${100 * at}%`, '--c': color, '--n': notes } as CSSProperties} />
      ))}
    </div>
  );
});
