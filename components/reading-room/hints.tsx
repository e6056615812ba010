// What a newcomer is told, one thing at a time, in a line of its own below the title: nothing of the text is covered, and
// what was put away never returns, on any device.

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { placesFor, useScene } from '#components/room/scene/scene.ts';
import { useChangeManners, useManners } from '#components/ui/device/manners.tsx';
import { Button } from '#components/ui/form/button.tsx';
import spoken from '#components/ui/spoken.module.css';
import { hintCount } from '#lib/model/manners.ts';
import styles from './hints.module.css';

const hints = ['select', 'tinted', 'next'] as const;

/** `onDone`: the last one was put away. */
export function Hints({ onDone }: { onDone: () => void }) {
  const t = useTranslations('reading.hints');
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
  const words = t(`${hint}.words`);
  // By finger, where that differs.
  const touch = hint === 'select' ? undefined : t(`${hint}.touch`);
  const putAwayTo = (next: number) => {
    change({ hints: next });
    if (!hints.some((_, index) => index >= next && isOfUse(index))) onDone();
  };
  return (
    <div
      className={styles.hint}
      role="note"
      aria-label={t('label')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        putAwayTo(hintCount);
      }}
    >
      <p>
        <span className={touch && styles.pointer}>{words}</span>
        {touch && <span className={styles.touch}>{touch}</span>}
      </p>
      <div className={styles.acts}>
        <Button look="quiet" onPress={() => putAwayTo(shown + 1)}>
          {t('gotIt')}
        </Button>
        {shown + 1 < hintCount && (
          <Button look="quiet" onPress={() => putAwayTo(hintCount)}>
            {t('noMore')}
          </Button>
        )}
      </div>
      <p role="status" className={spoken.only}>
        {isAlive && t('spoken', { words })}
      </p>
    </div>
  );
}
