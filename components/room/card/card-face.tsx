// An evidence card wherever a note is read: tag, cite, words, and what is to be known before one trusts it.

import { CircleAlert, FileQuestionMark } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import { citeParts } from '#lib/model/card/cite.ts';
import type { Card, Cite, Entry, Point } from '#lib/model/record.ts';
import { isSafeHref } from '#lib/model/text/text.ts';
import { useScene } from '../scene/scene.ts';
import { ChangedBy } from '../thread/changed-by.tsx';
import css from './card.module.css';
import { CardWords } from './card-words.tsx';
import { CopyCard } from './copy-card.tsx';
import { useCardWords } from './use-card.ts';
import { useCiteWords } from './use-cite-words.ts';
import { useFlags } from './use-flags.ts';

/** Nothing for a point that is no card. */
export function CardFace({ entry, mayCopy = true }: { entry: Entry<Point>; mayCopy?: boolean }) {
  const { point, editors } = useScene().revised(entry);
  return point.card ? (
    <Face entry={entry} point={point} card={point.card} editors={editors} mayCopy={mayCopy} />
  ) : null;
}

type Props = {
  entry: Entry<Point>;
  point: Point;
  card: Card;
  editors: readonly string[];
  mayCopy: boolean;
};

function Face({ entry, point, card, editors, mayCopy }: Props) {
  const said = useCardWords(point);
  const flags = useFlags(card, said, point.anchor);
  const t = useTranslations('thread.card');
  const source = said.source === 'reading' ? null : t(`words.${said.source}`);
  const first = entry.value.card?.tag;
  return (
    <div className={css.card}>
      <CardTag card={card} />
      <CiteLine cite={card.cite} />
      <ChangedBy
        author={entry.participant}
        editors={editors}
        first={first === card.tag ? undefined : first}
      />
      <CardWords words={said.words} marks={said.source === 'lost' ? [] : card.marks} />
      {(source || flags.length > 0) && (
        <ul className={css.signs} aria-label={t('doubts')}>
          {source && (
            <li>
              <FileQuestionMark aria-hidden /> {source}
            </li>
          )}
          {flags.map((reason) => (
            <li key={reason} className={css.flag}>
              <CircleAlert aria-hidden /> {reason}
            </li>
          ))}
        </ul>
      )}
      {mayCopy && <CopyCard card={card} words={said.words} />}
    </div>
  );
}

export function CardTag({ card }: { card: Card }) {
  const t = useTranslations('thread.card');
  return (
    <p className={css.tag} dir="auto">
      {card.tag || t('noTag')}
    </p>
  );
}

/** Surname and date stand out, for they are what is said aloud. */
export function CiteLine({ cite }: { cite: Cite }) {
  const words = useCiteWords();
  const { link } = cite;
  const t = useTranslations('thread.card');
  return (
    <p className={css.cite} dir="auto">
      {citeParts(cite, words).map(({ text, isCite }) =>
        isCite ? <b key={text}>{text}</b> : <span key={text}>{text}</span>,
      )}
      {link && isSafeHref(link) && (
        <>
          {' '}
          <a href={link} rel="noreferrer noopener nofollow" target="_blank">
            {t('source')}
          </a>
        </>
      )}
    </p>
  );
}
