// What a newcomer is told, one thing at a time, in a line of its own below the title: nothing of the text is covered, and
// what was put away never returns, on any device.

import { useEffect, useState } from 'react';
import { placesFor, useScene } from '#components/room/scene/scene.ts';
import { useChangeManners, useManners } from '#components/ui/device/manners.tsx';
import { Button } from '#components/ui/form/button.tsx';
import spoken from '#components/ui/spoken.module.css';
import { hintCount } from '#lib/model/manners.ts';
import styles from './hints.module.css';

/** By mouse and keyboard, and by finger where that differs. */
const hints: readonly { words: string; touch?: string }[] = [
  { words: 'Select any words of the text to highlight them, to ask, or to disagree.' },
  {
    words: 'Tinted words have notes. Click them, or a card beside the text, to read and to answer.',
    touch: 'Tinted words have notes. Tap them to read and to answer.',
  },
  {
    words: 'N leads to the next note that is new to you. ? lists all keys.',
    touch: '“Next new”, below, leads to the next note that is new to you.',
  },
];

/** `onDone`: the last one was put away. */
export function Hints({ onDone }: { onDone: () => void }) {
  const { hints: putAway, keys } = useManners();
  const change = useChangeManners();
  const mayWrite = placesFor(useScene()).length > 0;
  // Who only reads needs not be told how to write, and who switched the keys off has no use for them.
  const isOfUse = (index: number) => (index > 0 || mayWrite) && (index < 2 || keys);
  const shown = hints.findIndex((_, index) => index >= putAway && isOfUse(index));
  const hint = hints[shown];
  // Said once the page is alive: what is there from the beginning is not announced.
  const [isAlive, setIsAlive] = useState(false);
  useEffect(() => setIsAlive(true), []);
  if (!hint) return null;
  const putAwayTo = (next: number) => {
    change({ hints: next });
    if (!hints.some((_, index) => index >= next && isOfUse(index))) onDone();
  };
  return (
    <div
      className={styles.hint}
      role="note"
      aria-label="Hint"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        putAwayTo(hintCount);
      }}
    >
      <p>
        <span className={hint.touch && styles.pointer}>{hint.words}</span>
        {hint.touch && <span className={styles.touch}>{hint.touch}</span>}
      </p>
      <div className={styles.acts}>
        <Button look="quiet" onPress={() => putAwayTo(shown + 1)}>
          Got it
        </Button>
        {shown + 1 < hintCount && (
          <Button look="quiet" onPress={() => putAwayTo(hintCount)}>
            No more hints
          </Button>
        )}
      </div>
      <p role="status" className={spoken.only}>
        {isAlive && `Hint: ${hint.words}`}
      </p>
    </div>
  );
}
