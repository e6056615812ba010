// The text of a handout: each passage underlined, with the number of its footnote where it ends.

import type { ReactNode } from 'react';
import { BlockText } from '#components/reading-room/text/block-view.tsx';
import { directionOf, readingDirection } from '#lib/model/text/direction.ts';
import { type Passage, segmentsOf } from '#lib/model/text/segment.ts';
import type { Block } from '#lib/model/text/text.ts';
import type { Handout } from '#lib/model/threads/handout.ts';
import css from './handout.module.css';

export function HandoutText({ blocks, handout }: { blocks: readonly Block[]; handout: Handout }) {
  return (
    <div className={css.text} dir={readingDirection(blocks)}>
      {blocks.map((block, i) => (
        <HandoutBlock key={block.id} block={block}>
          {runsOf(block, i, handout)}
        </HandoutBlock>
      ))}
    </div>
  );
}

function HandoutBlock({ block, children }: { block: Block; children: ReactNode }) {
  const dir = directionOf(block.text);
  switch (block.type) {
    case 'heading':
      return (
        <h2 className={css.heading} dir={dir}>
          {children}
        </h2>
      );
    case 'quotation':
      return (
        <blockquote className={css.quotation} dir={dir}>
          <p>{children}</p>
        </blockquote>
      );
    case 'item':
      return (
        <p className={css.item} dir={dir} data-ordered={block.ordered || undefined}>
          {children}
        </p>
      );
    case 'caption':
    case 'footnote':
      return (
        <p className={css.aside} dir={dir}>
          {block.mark && <sup>{block.mark} </sup>}
          {children}
        </p>
      );
    default:
      return <p dir={dir}>{children}</p>;
  }
}

/** Each stretch once: plain, or under its passages, followed by the numbers of those that end with it. */
function runsOf(block: Block, index: number, { marks, numberOf }: Handout): ReactNode[] {
  const passages = marks[index] ?? [];
  const runs: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of segmentsOf(passages)) {
    if (start > at) runs.push(<BlockText key={at} block={stretch(block, at, start)} />);
    runs.push(
      <span key={start} className={css.passage}>
        <BlockText block={stretch(block, start, end)} />
      </span>,
    );
    const ending = passages.filter((passage) => passage.end === end && isLast(passage, index, marks));
    if (ending.length > 0) runs.push(<Numbers key={`n${end}`} of={ending} numberOf={numberOf} />);
    at = end;
  }
  runs.push(<BlockText key="rest" block={stretch(block, at, block.text.length)} />);
  return runs;
}

/** A passage over several blocks has its number where it ends. */
function isLast({ ref }: Passage, index: number, marks: Handout['marks']): boolean {
  return !marks[index + 1]?.some((passage) => passage.ref === ref);
}

function Numbers({ of, numberOf }: { of: readonly Passage[]; numberOf: Handout['numberOf'] }) {
  const numbers = of.map(({ ref }) => numberOf.get(ref) ?? 0).sort((a, b) => a - b);
  return <sup className={css.number}>{numbers.join(', ')}</sup>;
}

function stretch(block: Block, start: number, end: number): Block {
  const spans = (block.spans ?? [])
    .filter((span) => span.start < end && span.end > start)
    .map((span) => ({
      ...span,
      start: Math.max(span.start, start) - start,
      end: Math.min(span.end, end) - start,
    }));
  return { ...block, text: block.text.slice(start, end), spans };
}
