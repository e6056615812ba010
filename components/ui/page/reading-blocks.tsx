// A reading as it reads, without anybody's notes: the preview before publishing and the reading's own page.
// Spans become elements, never HTML strings.

import { Fragment, type ReactNode } from 'react';
import { directionOf, readingDirection } from '#lib/model/text/direction.ts';
import { withRepeats } from '#lib/model/text/footnotes.ts';
import { type Block, type Heading, pageTurns, type Span } from '#lib/model/text/text.ts';
import { noteMarkId } from './note-mark.ts';
import css from './reading-blocks.module.css';
import { BackToMark, PageTurn } from './text-marks.tsx';

export function ReadingHead({ heading, children }: { heading: Heading; children?: ReactNode }) {
  return (
    <header className={css.head}>
      <h1 dir="auto">{heading.title}</h1>
      {heading.standfirst && (
        <p className={css.standfirst} dir="auto">
          {heading.standfirst}
        </p>
      )}
      {(heading.byline || heading.credit) && (
        <p className={css.by} dir="auto">
          {[heading.byline, heading.credit].filter(Boolean).join(' · ')}
        </p>
      )}
      {children}
    </header>
  );
}

export function ReadingBlocks({ blocks }: { blocks: readonly Block[] }) {
  const turns = pageTurns(blocks);
  const pages = new Map(blocks.map(({ id }, i) => [id, turns[i]]));
  return (
    <div className={css.text} dir={readingDirection(blocks)}>
      {groupsOf(withRepeats(blocks)).map((group) =>
        group.list ? (
          <ListOf
            key={group.blocks[0]?.id}
            ordered={group.list === 'ordered'}
            blocks={group.blocks}
            pages={pages}
          />
        ) : (
          group.blocks.map((block) => (
            <Fragment key={block.id}>
              <PageTurn page={pages.get(block.id)} />
              <BlockOf block={block} />
            </Fragment>
          ))
        ),
      )}
    </div>
  );
}

type Group = { list?: 'ordered' | 'plain'; blocks: Block[] };

/** Items that follow one another are one list. */
function groupsOf(blocks: readonly Block[]): Group[] {
  const groups: Group[] = [];
  for (const block of blocks) {
    const list = block.type === 'item' ? (block.ordered ? 'ordered' : 'plain') : undefined;
    const last = groups.at(-1);
    if (last && list && last.list === list) last.blocks.push(block);
    else groups.push(list ? { list, blocks: [block] } : { blocks: [block] });
  }
  return groups;
}

function ListOf({
  ordered,
  blocks,
  pages,
}: {
  ordered: boolean;
  blocks: Block[];
  pages: ReadonlyMap<string, string | undefined>;
}) {
  const Tag = ordered ? 'ol' : 'ul';
  return (
    <Tag className={css.list}>
      {blocks.map((block) => (
        <li key={block.id} dir={directionOf(block.text)}>
          <PageTurn page={pages.get(block.id)} />
          {marked(block.text, block.spans ?? [])}
        </li>
      ))}
    </Tag>
  );
}

function BlockOf({ block }: { block: Block }) {
  const inside = marked(block.text, block.spans ?? []);
  const dir = directionOf(block.text);
  switch (block.type) {
    case 'heading':
      if (block.level === 4) return <h4 dir={dir}>{inside}</h4>;
      return block.level === 3 ? <h3 dir={dir}>{inside}</h3> : <h2 dir={dir}>{inside}</h2>;
    case 'quotation':
      return <blockquote dir={dir}>{inside}</blockquote>;
    case 'caption':
      return (
        <p className={css.caption} dir={dir}>
          {inside}
        </p>
      );
    case 'footnote':
      return (
        <p id={block.id} className={css.caption} dir={dir}>
          {block.mark && <BackToMark mark={block.mark} href={`#${noteMarkId(block.id)}`} />}
          {inside}
        </p>
      );
    default:
      return <p dir={dir}>{inside}</p>;
  }
}

/** A block's text cut where a span begins or ends; each piece is wrapped in all that cover it. */
function marked(text: string, spans: readonly Span[]): ReactNode {
  if (spans.length === 0) return text;
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1] ?? text.length;
    const covering = spans.filter((span) => span.start <= start && span.end >= end);
    return (
      <Fragment key={start}>
        {covering.reduce<ReactNode>(
          (inside, span) => wrap(inside, span, span.start === start),
          text.slice(start, end),
        )}
      </Fragment>
    );
  });
}

function wrap(inside: ReactNode, span: Span, isStart: boolean): ReactNode {
  if (span.type === 'link')
    return (
      <a href={span.href} rel="noopener noreferrer nofollow" target="_blank">
        {inside}
      </a>
    );
  if (span.type === 'note')
    return (
      <sup>
        <a
          href={`#${span.to}`}
          role="doc-noteref"
          {...(isStart && !span.again && { id: noteMarkId(span.to) })}
        >
          {inside}
        </a>
      </sup>
    );
  return span.type === 'strong' ? <strong>{inside}</strong> : <em>{inside}</em>;
}
