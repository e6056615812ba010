// The words of a card with their marks: what is read aloud stands out, what is only context is underlined, and the rest
// is small. The look is told by more than colour: boxes, lines and size (U55).

import { runsOf } from '#lib/model/card/marks.ts';
import type { Mark } from '#lib/model/record.ts';
import css from './card.module.css';

/** All of a card's words, one line a paragraph. */
export function CardWords({ words, marks }: { words: string; marks: readonly Mark[] }) {
  let start = 0;
  return (
    <div className={css.words} dir="auto">
      {words.split('\n').map((text) => {
        const at = start;
        start += text.length + 1;
        return (
          <p key={at}>
            <CardRuns text={text} start={at} marks={marks} />
          </p>
        );
      })}
    </div>
  );
}

/** One stretch of a card's words; `start` is where it begins among them. */
export function CardRuns({ text, start, marks }: { text: string; start: number; marks: readonly Mark[] }) {
  const here = marks.map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start }));
  return (
    <>
      {runsOf(text, here).map((run) => {
        const { underline, emphasis, highlight } = run;
        const Tag = highlight ? 'mark' : 'span';
        return (
          <Tag
            key={run.start}
            className={underline || emphasis || highlight ? css.run : css.unread}
            data-underline={underline}
            data-emphasis={emphasis}
            data-highlight={highlight}
          >
            {run.text}
          </Tag>
        );
      })}
    </>
  );
}
