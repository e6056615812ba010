// A strip beside the text that shows where it is being discussed (U33). A picture only: the notes themselves are read
// and reached beside it.

import type { CSSProperties } from 'react';
import type { CardOfThread } from '#components/room/frame/discussion.ts';
import { colorOf } from './block-notes.ts';
import styles from './density-strip.module.css';

/** `length`: UTF-16 units of the whole text. */
export function DensityStrip({ cards, length }: { cards: readonly CardOfThread[]; length: number }) {
  return (
    <div className={styles.strip} aria-hidden="true">
      {cards.map(({ thread, range }) => {
        if (!range) return null;
        const style = {
          '--at': `${(100 * range.start) / length}%`,
          '--c': colorOf(thread),
          '--n': Math.min(thread.size, 8),
        } as CSSProperties;
        return <i key={thread.ref} style={style} />;
      })}
    </div>
  );
}
