// Canonical text: what a reading is made of, and the one string that anchors count in.
// Importers (lib/exchange) produce blocks, the database keeps them, the reading room renders them.

export const blockTypes = ['paragraph', 'heading', 'quotation', 'item', 'caption', 'footnote'] as const;
export type BlockType = (typeof blockTypes)[number];

/**
 * Emphasis, strength, a link, or the mark of a footnote (`to` is the id of its block) on part of a block; offsets are
 * UTF-16 units in the block's own text, half-open.
 */
export type Span =
  | { type: 'emphasis' | 'strong'; start: number; end: number }
  | { type: 'link'; start: number; end: number; href: string }
  /** `again` is never kept: it is told of a footnote's further marks where they are shown (footnotes.ts). */
  | { type: 'note'; start: number; end: number; to: string; again?: true };

/** One block of an edition. `id` is stable within its edition (`b1`, `b2`, …); `text` is canonical and holds no line break. */
export type Block = {
  id: string;
  type: BlockType;
  text: string;
  /** Headings only: 2, 3 or 4 (1 is the title, which stands outside the text). */
  level?: number;
  /** List items only: numbered or not. */
  ordered?: boolean;
  /** Footnotes only: the mark as it stands in the text that refers to it, such as `1` or `*`. */
  mark?: string;
  /** The page of the source on which the block begins, by the name that its pages have. */
  page?: string;
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

/** The page of the source on which the block with this offset begins; undefined where the source has none. */
export function pageAt(blocks: readonly Block[], offset: number): string | undefined {
  let at = 0;
  for (const block of blocks) {
    at += block.text.length + 1;
    if (offset < at) return block.page;
  }
  return undefined;
}

/** For each block the page that begins there; undefined where it stands on the page of the block before it. */
export function pageTurns(blocks: readonly Block[]): (string | undefined)[] {
  let last: string | undefined;
  return blocks.map(({ type, page }) => {
    // Footnotes stand together at the end, whatever page they were at the foot of.
    if (page === undefined || page === last || type === 'footnote') return undefined;
    last = page;
    return page;
  });
}

/** How long the name of a page or the mark of a footnote may be, in UTF-16 units. */
export const maxLabelLength = 20;

/** How long a title may be, in UTF-16 units. */
export const maxTitleLength = 300;

/** The same for each line of a heading that people can write. */
export const maxHeadingLengths = {
  title: maxTitleLength,
  standfirst: 1000,
  byline: 300,
  credit: 500,
  source: 2048,
} as const;

/** The longest name of a person, a space or a token, in UTF-16 units. */
export const maxNameLength = 80;

/** What nobody sees and what would make two equal-looking texts differ, or show words in another order than they stand. */
const invisibles = {
  'soft hyphen': /\u00AD/g,
  'zero-width space': /\u200B/g,
  'byte-order mark': /\uFEFF/g,
  // Embeddings, overrides and isolates, and the deprecated shaping controls beside them.
  'text-direction control': /[\u202A-\u202E\u2066-\u206F]/g,
  // Line feed and tab are text; interlinear marks and noncharacters are not.
  'control character': /[^\P{Cc}\n\t]|[\uFFF9-\uFFFB\uFFFE\uFFFF\uFDD0-\uFDEF]/gu,
} as const;

/** What was taken out, as people are told. */
export type Invisible = keyof typeof invisibles;
type Removal = (what: Invisible) => void;

// Tag characters spell text that nobody sees, except after a black flag, where they make the flags of nations.
const tagged = /(\u{1F3F4}[\u{E0020}-\u{E007E}]{1,8}\u{E007F})|[\u{E0000}-\u{E007F}]/gu;
// These are honest inside a text; in what names something they only serve to look like something else.
const namingMarks = /[\u061C\u200E\u200F\u2060]/g;

/** Takes out what nobody sees; joiners stay, for scripts and emoji need them. `onRemoval` is told of each. */
export function withoutInvisibles(text: string, onRemoval: Removal = () => {}): string {
  let clean = text;
  for (const [name, pattern] of Object.entries(invisibles) as [Invisible, RegExp][]) {
    clean = clean.replace(pattern, () => {
      onRemoval(name);
      return '';
    });
  }
  return clean.replace(tagged, (_, flag?: string) => {
    if (!flag) onRemoval('control character');
    return flag ?? '';
  });
}

/** One clean line that names something (a title, a person): NFC, nothing invisible, single spaces, trimmed. */
export function cleanLine(text: string, onRemoval: Removal = () => {}): string {
  return withoutInvisibles(text.toWellFormed().replace(/\s+/gu, ' '), onRemoval)
    .replace(namingMarks, () => {
      onRemoval('text-direction control');
      return '';
    })
    .normalize('NFC')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Is this a block's text as importers leave it: one line in NFC that holds something, and nothing invisible? */
export function isCanonicalBlock(text: string): boolean {
  if (text.trim() === '' || /[\n\t\u2028\u2029]/.test(text)) return false;
  return text.isWellFormed() && text === text.normalize('NFC') && text === withoutInvisibles(text);
}

const safeSchemes = new Set(['http:', 'https:', 'mailto:']);

/** May a link in what people read be followed? Only an absolute address of the web or of a mailbox: others could run. */
export function isSafeHref(href: string): boolean {
  return URL.canParse(href) && safeSchemes.has(new URL(href).protocol);
}
