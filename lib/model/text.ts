// Canonical text: what a reading is made of, and the one string that anchors count in.
// Importers (lib/exchange) produce blocks, the database keeps them, the reading room renders them.

export const blockTypes = ['paragraph', 'heading', 'quotation', 'item', 'caption'] as const;
export type BlockType = (typeof blockTypes)[number];

/** Emphasis, strength or a link on part of a block; offsets are UTF-16 units in the block's own text, half-open. */
export type Span =
  | { type: 'emphasis' | 'strong'; start: number; end: number }
  | { type: 'link'; start: number; end: number; href: string };

/** One block of an edition. `id` is stable within its edition (`b1`, `b2`, …); `text` is canonical and holds no line break. */
export type Block = {
  id: string;
  type: BlockType;
  text: string;
  /** Headings only: 2, 3 or 4 (1 is the title, which stands outside the text). */
  level?: number;
  /** List items only: numbered or not. */
  ordered?: boolean;
  spans?: Span[];
};

/** What stands outside the canonical text. Absent where the source has none. */
export type Heading = {
  title: string;
  standfirst?: string;
  byline?: string;
  credit?: string;
  source?: string;
};

/** A reading as an importer gives it and as the database keeps an edition of it. */
export type ReadingText = Heading & { blocks: Block[] };

/** A half-open range in the canonical text, UTF-16 units. */
export type Range = { start: number; end: number };

/** The canonical text: the blocks' texts joined by one line feed. */
export function textOf(blocks: readonly Block[]): string {
  return blocks.map((block) => block.text).join('\n');
}

/** Where each block begins in the canonical text, in UTF-16 units, in order. */
export function startsOf(blocks: readonly Block[]): number[] {
  const starts: number[] = [];
  let at = 0;
  for (const block of blocks) {
    starts.push(at);
    at += block.text.length + 1;
  }
  return starts;
}
