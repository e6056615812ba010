// Marks and private words as they show on a note: a criterion with its level, who gave it where that is not oneself, and
// the word that goes with it.

import { Lock } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import { nameOf } from '#components/room/scene/people.ts';
import { useScene } from '#components/room/scene/scene.ts';
import type { Mark } from '#lib/model/review/grade.ts';
import type { Rubric } from '#lib/model/review/rubric.ts';
import css from './stamps.module.css';
import type { Word } from './use-marking.ts';

export function Stamps({ marks, rubric }: { marks: readonly Mark[]; rubric: Rubric }) {
  const { people, me } = useScene();
  const t = useTranslations('review.student');
  if (marks.length === 0) return null;
  return (
    <ul className={css.stamps} aria-label={t('marks')}>
      {marks.map((mark) => {
        const criterion = rubric.criteria.find(({ id }) => id === mark.criterion);
        const level = criterion?.levels.find(({ id }) => id === mark.level);
        if (!criterion || !level) return null;
        return (
          <li key={mark.ref}>
            <span className={css.stamp}>
              {criterion.name} · {level.name}
            </span>
            {mark.by !== me.participant && <small>{nameOf(people, mark.by)}</small>}
            {mark.body && <p dir="auto">{mark.body}</p>}
          </li>
        );
      })}
    </ul>
  );
}

export function Words({ words, onTakeBack }: { words: readonly Word[]; onTakeBack?: (word: Word) => void }) {
  const { people } = useScene();
  const t = useTranslations('review.student');
  if (words.length === 0) return null;
  return (
    <ul className={css.words} aria-label={t('words')}>
      {words.map((word) => (
        <li key={word.entry.ref}>
          <small>
            <Lock aria-hidden="true" /> {nameOf(people, word.entry.participant)}
          </small>
          <p dir="auto">{word.entry.value.body}</p>
          {word.isMine && onTakeBack && (
            <button type="button" onClick={() => onTakeBack(word)}>
              {t('takeBack')}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
