// The reading itself: title, standfirst, byline, its blocks in order, as paragraphs and lists, credit. Rendered on the
// server, readable before any script runs.

import {
  type FocusEvent,
  Fragment,
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type ReactNode,
  type Ref as ReactRef,
  useMemo,
} from 'react';
import { readingDirection } from '#lib/model/text/direction.ts';
import { withRepeats } from '#lib/model/text/footnotes.ts';
import { type Block, type Heading, pageTurns } from '#lib/model/text/text.ts';
import { BlockRow } from './block-row.tsx';
import type { Marks } from './block-view.tsx';
import text from './text.module.css';

/** From how many characters on a title is set smaller. */
const longTitle = 120;

/** What a paragraph says of its notes. */
export type BlockNotes = { count: number; color: string };

type Props = {
  reading: Heading & { id: string; blocks: readonly Block[] };
  notes: readonly (BlockNotes | undefined)[];
  /** Only in the mark mode. */
  marks?: readonly Marks[] | undefined;
  /** The paragraph that Tab reaches. */
  stop: number;
  articleRef?: ReactRef<HTMLElement>;
  onOpenNotes?: (index: number) => void;
  onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
  onFocusBlock?: (index: number) => void;
  /** Above the title and below the byline, outside the text. */
  over?: ReactNode;
  under?: ReactNode;
  /** What stands below a block, where a view puts something there. */
  after?: ((index: number) => ReactNode) | undefined;
  children?: ReactNode;
};

export function ReadingText(props: Props) {
  const { reading, articleRef, onOpenNotes, onKeyDown, onFocusBlock, over, under, children } = props;
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const index = event.target.dataset.block;
    if (index !== undefined) onFocusBlock?.(Number(index));
  };
  // Heard here for every paragraph's button, so that a paragraph has nothing to render again for.
  const onClick = ({ target }: MouseEvent<HTMLElement>) => {
    const index = target instanceof Element && target.closest<HTMLElement>('[data-notes]')?.dataset.notes;
    if (index) onOpenNotes?.(Number(index));
  };
  // The text's own direction: what the interface lays over it keeps that of the interface.
  const direction = readingDirection(reading.blocks);
  return (
    // The keys act on the focused paragraph; the article only hears them on their way up.
    <article
      ref={articleRef}
      className={text.article}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onClick={onClick}
    >
      <header className={text.head} dir={direction}>
        {over}
        <h1 data-length={reading.title.length > longTitle ? 'long' : undefined} dir="auto">
          {reading.title}
        </h1>
        {reading.standfirst && (
          <p className={text.standfirst} dir="auto">
            {reading.standfirst}
          </p>
        )}
        {reading.byline && (
          <p className={text.byline} dir="auto">
            {reading.byline}
          </p>
        )}
        {under}
      </header>
      {/* Another reading is other paragraphs, whatever they are called: nothing painted on the old ones stays. */}
      <div key={reading.id} className={text.blocks} dir={direction}>
        <Rows
          blocks={reading.blocks}
          notes={props.notes}
          marks={props.marks}
          stop={props.stop}
          after={props.after}
        />
      </div>
      {(reading.credit || reading.source) && (
        <footer className={text.credit} dir={direction}>
          {reading.credit && <p dir="auto">{reading.credit}</p>}
          {reading.source && <p dir="auto">{reading.source}</p>}
        </footer>
      )}
      {children}
    </article>
  );
}

type RowsProps = Pick<Props, 'notes' | 'marks' | 'stop' | 'after'> & { blocks: readonly Block[] };

/** Of their own, so that what is lit or open beside them asks nothing of hundreds of paragraphs. */
const Rows = memo(function Rows({ blocks, ...rest }: RowsProps) {
  const repeated = useMemo(() => withRepeats(blocks), [blocks]);
  return <>{groups({ ...rest, blocks: repeated })}</>;
});

/** Rows, with neighbouring list items gathered into lists. */
function groups(props: RowsProps): ReactNode[] {
  const { blocks } = props;
  const pages = pageTurns(blocks);
  const nodes: ReactNode[] = [];
  let paragraph = 0;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block) break;
    if (block.type !== 'item') {
      if (isNumbered(block)) paragraph++;
      nodes.push(row(props, block, i, paragraph, pages[i]));
      continue;
    }
    const items: ReactNode[] = [];
    for (let item = blocks[i]; item?.type === 'item' && item.ordered === block.ordered; item = blocks[++i])
      items.push(<li key={item.id}>{row(props, item, i, ++paragraph, pages[i])}</li>);
    i--;
    nodes.push(block.ordered ? <ol key={block.id}>{items}</ol> : <ul key={block.id}>{items}</ul>);
  }
  return nodes;
}

function isNumbered({ type }: Block): boolean {
  return type !== 'heading' && type !== 'caption' && type !== 'footnote';
}

function row(
  { notes, marks, stop, after }: RowsProps,
  block: Block,
  index: number,
  number: number,
  page: string | undefined,
) {
  return (
    <Fragment key={block.id}>
      <BlockRow
        block={block}
        index={index}
        number={isNumbered(block) ? number : undefined}
        page={page}
        noteCount={notes[index]?.count ?? 0}
        noteColor={notes[index]?.color}
        marks={marks?.[index]}
        isStop={stop === index}
      />
      {after?.(index)}
    </Fragment>
  );
}
