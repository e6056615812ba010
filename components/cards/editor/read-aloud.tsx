// How many words of a card are read aloud, and how long that takes whoever reads at this device.

import { useTranslations } from 'use-intl/react';
import { clockFace } from '#components/round/clock-words.ts';
import { readAloud, secondsFor, wordsRead } from '#lib/model/card/reading-time.ts';
import type { Card } from '#lib/model/record.ts';
import { wordCount } from '#lib/model/visibility.ts';
import css from './editor.module.css';
import { pace } from './pace.ts';
import { PaceField } from './pace-field.tsx';

export function ReadAloud({ card, words }: { card: Pick<Card, 'tag' | 'cite' | 'marks'>; words: string }) {
  const t = useTranslations('cards.editor');
  const read = readAloud(words, card.marks).reduce(
    (sum, { start, end }) => sum + wordCount(words.slice(start, end)),
    0,
  );
  const seconds = secondsFor(wordsRead(card, words), pace.use());
  return (
    <div className={css.measure}>
      <span role="status">
        {t.rich('aloud', {
          read,
          all: wordCount(words),
          time: clockFace(seconds * 1000),
          b: (words) => <b>{words}</b>,
        })}
      </span>
      <PaceField />
    </div>
  );
}
