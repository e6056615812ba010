// The threads of a handout, each under its number: who said it, to whom it answers, and the words.

import type { useTranslations } from 'use-intl/react';
import { Markdown } from '#components/room/thread/markdown.tsx';
import type { Stance } from '#lib/model/record.ts';
import type { Footnote, HandoutLine } from '#lib/model/threads/handout.ts';
import css from './handout.module.css';

/** A quotation longer than this is cut in its middle: the text stands above. */
const quoteLength = 90;

/** Drawn on the server alone, so that paper needs no script: the page hands over its words. */
type Said = { t: ReturnType<typeof useTranslations<'reading.handout'>> };

/** `whole`: what a note without a passage is about. */
export function Footnotes({ notes, whole, t }: { notes: readonly Footnote[]; whole: string } & Said) {
  if (notes.length === 0) return <p className={css.none}>{t('empty')}</p>;
  return (
    <section className={css.notes} aria-label={t('notes')}>
      <h2 className={css.notesHead}>{t('said')}</h2>
      <ol className={css.list}>
        {notes.map((note) => (
          <li key={note.ref} value={note.number} className={css.note}>
            <p className={css.quote}>
              <span className={css.noteNumber}>{note.number}</span> <About note={note} whole={whole} t={t} />
            </p>
            {note.lines.map((line) => (
              <Line key={line.ref} line={line} t={t} />
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

function About({ note: { quote, place, isResolved }, whole, t }: { note: Footnote; whole: string } & Said) {
  return (
    <>
      {place === 'whole' && <span>{whole}</span>}
      {quote !== null && <q dir="auto">{shortened(quote)}</q>}
      {place === 'gone' && <span> {t('gone')}</span>}
      {isResolved && <span> {t('resolved')}</span>}
    </>
  );
}

function shortened(quote: string): string {
  if (quote.length <= quoteLength) return quote;
  const half = quoteLength / 2;
  // Whole words, where there are any; never half a surrogate.
  const start = quote.slice(0, half).replace(/\s*(?:\S{1,20}|[\ud800-\udbff])$/u, '');
  const end = quote.slice(-half).replace(/^(?:\S{1,20}|[\udc00-\udfff])\s*/u, '');
  return `${start} … ${end}`;
}

function Line({ line, t }: { line: HandoutLine } & Said) {
  const does = doingOf(line);
  return (
    <div className={css.line} data-level={Math.min(line.level, 4)} dir="auto">
      {line.words === null ? (
        <p className={css.silent}>{t('unprinted')}</p>
      ) : (
        <>
          <p className={css.who}>
            <bdi>{line.author ?? t('someone')}</bdi>
            {line.forAll && <span className={css.does}> {t('forAll')}</span>}
            {does && <span className={css.does}> {t(`does.${does}`)}</span>}
          </p>
          <div className={css.words}>
            <Markdown body={line.words} />
          </div>
        </>
      )}
    </div>
  );
}

/** What its author does by it, where that is more than to remark. */
function doingOf({ stance, kind }: HandoutLine): Stance | 'question' | 'claim' | null {
  if (stance) return stance;
  return kind === 'question' || kind === 'claim' ? kind : null;
}
