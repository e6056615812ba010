// The threads of a handout, each under its number: who said it, to whom it answers, and the words.

import { Markdown } from '#components/room/thread/markdown.tsx';
import { stanceNames } from '#lib/model/stance-names.ts';
import type { Footnote, HandoutLine } from '#lib/model/threads/handout.ts';
import css from './handout.module.css';

/** A quotation longer than this is cut in its middle: the text stands above. */
const quoteLength = 90;

/** `whole`: what a note without a passage is about. */
export function Footnotes({ notes, whole }: { notes: readonly Footnote[]; whole: string }) {
  if (notes.length === 0) return <p className={css.none}>Nothing has been said about this text yet.</p>;
  return (
    <section className={css.notes} aria-label="Notes">
      <h2 className={css.notesHead}>What was said</h2>
      <ol className={css.list}>
        {notes.map((note) => (
          <li key={note.ref} value={note.number} className={css.note}>
            <p className={css.quote}>
              <span className={css.noteNumber}>{note.number}</span> {about(note, whole)}
            </p>
            {note.lines.map((line) => (
              <Line key={line.ref} line={line} />
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

function about({ quote, place, isResolved }: Footnote, whole: string) {
  return (
    <>
      {place === 'whole' && <span>{whole}</span>}
      {quote !== null && <q dir="auto">{shortened(quote)}</q>}
      {place === 'gone' && <span> (not in this version of the text)</span>}
      {isResolved && <span> (resolved)</span>}
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

function Line({ line }: { line: HandoutLine }) {
  const does = line.stance ? stanceNames[line.stance].toLowerCase() : null;
  return (
    <div className={css.line} data-level={Math.min(line.level, 4)} dir="auto">
      {line.words === null ? (
        <p className={css.silent}>A note that is not printed.</p>
      ) : (
        <>
          <p className={css.who}>
            <bdi>{line.author}</bdi>
            {line.forAll && <span className={css.does}> to all groups</span>}
            {does && <span className={css.does}> {does}</span>}
            {!does && line.kind === 'question' && <span className={css.does}> asks</span>}
            {!does && line.kind === 'claim' && <span className={css.does}> claims</span>}
          </p>
          <div className={css.words}>
            <Markdown body={line.words} />
          </div>
        </>
      )}
    </div>
  );
}
