// Changing a text paragraph by paragraph: emphasis and links stay on their words, and a block keeps its id whatever is
// done to it. Pure; every function gives new blocks and leaves the old ones alone.

import { type Block, type BlockType, cleanLine, type Span } from './text.ts';

/** The block with another text. What was typed lies between the beginning and the end that both texts share. */
export function retyped(block: Block, text: string): Block {
  const before = block.text;
  const most = Math.min(before.length, text.length);
  let head = 0;
  while (head < most && before[head] === text[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
  const grown = text.length - before.length;
  // Half a letter pair cannot be told from the next one's half: spans only move with whole offsets, so this is safe.
  const moved = (at: number) =>
    at <= head
      ? at
      : Math.max(head, at < before.length - tail ? Math.min(at, text.length - tail) : at + grown);
  return withSpans(
    { ...block, text },
    (block.spans ?? []).map((span) => ({ ...span, start: moved(span.start), end: moved(span.end) })),
  );
}

/** Cuts a block in two; the second part is a new block of the same kind, a heading's is a paragraph. */
export function divided(blocks: readonly Block[], id: string, at: number): Block[] {
  return blocks.flatMap((block) => {
    if (block.id !== id) return [block];
    const spans = block.spans ?? [];
    const { level: _, ...rest } = block;
    const second = block.type === 'heading' ? { ...rest, type: 'paragraph' as const } : block;
    return [
      withSpans({ ...block, text: block.text.slice(0, at) }, spans),
      withSpans(
        { ...second, id: newBlockId(blocks), text: block.text.slice(at) },
        spans.map((span) => ({ ...span, start: span.start - at, end: span.end - at })),
      ),
    ];
  });
}

/** Joins a block to the one before it, with a space between; the first one stays as it is. Marks of a footnote follow it. */
export function joined(blocks: readonly Block[], id: string): Block[] {
  const index = blocks.findIndex((block) => block.id === id);
  const [before, block] = [blocks[index - 1], blocks[index]];
  if (!before || !block) return [...blocks];
  const lead = before.text === '' || block.text === '' ? before.text : `${before.text} `;
  const shifted = (block.spans ?? []).map((span) => ({
    ...span,
    start: span.start + lead.length,
    end: span.end + lead.length,
  }));
  const whole = withSpans({ ...before, text: lead + block.text }, [...(before.spans ?? []), ...shifted]);
  return blocks.toSpliced(index - 1, 2, whole).map((each) => leadingTo(each, id, before.id));
}

/** The block with the marks that lead to one footnote leading to another. */
function leadingTo(block: Block, from: string, to: string): Block {
  if (!block.spans?.some((span) => span.type === 'note' && span.to === from)) return block;
  const spans = block.spans.map((span) =>
    span.type === 'note' && span.to === from ? { ...span, to } : span,
  );
  return { ...block, spans };
}

/** What a block can be made into. A heading has a level, an item a kind of list. */
export type Shape = { type: BlockType; level?: number; ordered?: boolean };

/** Makes a block another kind. A footnote keeps its mark for when it becomes one again; `tidied` takes it from others. */
export function recast(block: Block, { type, level, ordered }: Shape): Block {
  const { level: _, ordered: __, ...rest } = block;
  return {
    ...rest,
    type,
    ...(type === 'heading' && { level: level ?? 2 }),
    ...(type === 'item' && { ordered: ordered ?? false }),
  };
}

/** Moves a block so many places down, or up where `by` is negative, as far as there are any. */
export function shifted(blocks: readonly Block[], id: string, by: number): Block[] {
  const index = blocks.findIndex((block) => block.id === id);
  const block = blocks[index];
  if (!block) return [...blocks];
  const to = Math.min(Math.max(index + by, 0), blocks.length - 1);
  return blocks.toSpliced(index, 1).toSpliced(to, 0, block);
}

/** As it can be published: every text clean, no block empty, and every mark of a footnote leading to one. */
export function tidied(blocks: readonly Block[]): Block[] {
  const clean = withoutEmpty(blocks);
  const notes = new Set(clean.filter(({ type }) => type === 'footnote').map(({ id }) => id));
  return clean.map((block) => {
    const { mark, ...unmarked } = block;
    const own = mark !== undefined && block.type !== 'footnote' ? unmarked : block;
    const isLost = (span: Span) => span.type === 'note' && !notes.has(span.to);
    return own.spans?.some(isLost)
      ? withSpans(
          own,
          own.spans.filter((span) => !isLost(span)),
        )
      : own;
  });
}

function withoutEmpty(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    const text = cleanLine(block.text);
    if (text === '') return [];
    if (text === block.text) return [block];
    // One change at a time, so that what lies between stays where it is.
    const trimmed = retyped(retyped(block, block.text.trimStart()), block.text.trim());
    return [retyped(trimmed, text)];
  });
}

function newBlockId(blocks: readonly Block[]): string {
  return `b${1 + blocks.reduce((most, { id }) => Math.max(most, Number(id.slice(1)) || 0), 0)}`;
}

/** Only what still lies on some of the block's words. */
function withSpans({ spans: _, ...block }: Block, spans: readonly Span[]): Block {
  const kept = spans.flatMap((span) => {
    const [start, end] = [Math.max(0, span.start), Math.min(block.text.length, span.end)];
    return start < end ? [{ ...span, start, end }] : [];
  });
  return kept.length > 0 ? { ...block, spans: kept } : block;
}
