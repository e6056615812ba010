// Paragraphs of a PDF to drafts: which of them are headings, items, quotations and footnotes, and their words without
// the hyphens that a typesetter put in.

import { maxTitleLength } from '#lib/model/text/text.ts';
import { canonical, type Tally } from '../canonical.ts';
import type { Draft } from '../draft.ts';
import { type Habits, habitsOf, joined } from './hyphens.ts';
import type { Line, NoteMark } from './lines.ts';
import { bullet, type Measures, type Paragraph } from './paragraphs.ts';

const largeType = 1.12;
const smallType = 0.94;
const minLeadWords = 5;
const noteStart = /^(\d{1,3}|[*†‡§¶]{1,3})[.)]?\s+(?=\S)/u;

/** A web page's way back to the text, printed. */
const returnArrow = /\s*↩\uFE0E?$/u;

/** What a paragraph is, before its words are put together. */
type Role = Pick<Draft, 'type' | 'level' | 'lead'>;
export type Shaped = { lines: readonly Line[]; role: Role };

/** Tells headings, items and quotations by how they are set. */
export function shapes(paragraphs: readonly Paragraph[], measures: Measures): Shaped[] {
  const largest = Math.max(...paragraphs.map(rankOf));
  let isTitled = false;
  let isBegun = false;
  const shaped = paragraphs.map((paragraph) => {
    const isLarge = sizeOf(paragraph) > largeType * measures.size && lengthOf(paragraph) <= maxTitleLength;
    const isTitle = isLarge && !isTitled && !isBegun && rankOf(paragraph) === largest;
    const role = roleOf(paragraph, { measures, isLarge, isTitle, isTitled, isBegun });
    if (isTitle) isTitled = true;
    if (role.type === 'paragraph' && !role.lead && paragraph.lines.length > 2) isBegun = true;
    return { paragraph, role };
  });
  const heads = shaped.filter(({ role }) => role.type === 'heading' && !role.lead);
  const ranks = [...new Set(heads.map(({ paragraph }) => rankOf(paragraph)))].sort((a, b) => b - a);
  return shaped.map(({ paragraph, role }) => {
    const level = Math.min(2 + Math.max(ranks.indexOf(rankOf(paragraph)), 0), 4);
    return { lines: paragraph.lines, role: role.type === 'heading' ? { ...role, level } : role };
  });
}

function rankOf(paragraph: Paragraph): number {
  return Math.round(sizeOf(paragraph) * 2);
}

type Seen = {
  measures: Measures;
  isLarge: boolean;
  isTitle: boolean;
  /** The title stands before this. */
  isTitled: boolean;
  isBegun: boolean;
};

function roleOf(paragraph: Paragraph, { measures, isLarge, isTitle, isTitled, isBegun }: Seen): Role {
  const { lines } = paragraph;
  const first = lines[0]?.text ?? '';
  if (isTitle) return { type: 'heading', lead: 'title' };
  if (isLarge)
    return isBegun || lines.length > 3 ? { type: 'heading' } : { type: 'paragraph', lead: 'standfirst' };
  if (bullet.test(first)) return { type: 'item' };
  if (isTitled && !isBegun && isUnderTitle(paragraph, measures))
    return { type: 'paragraph', lead: 'standfirst' };
  if (isBegun && isSetApart(paragraph, measures)) return { type: 'heading' };
  if (isInset(paragraph, measures)) return { type: 'quotation' };
  const isSmall = sizeOf(paragraph) < smallType * measures.size;
  if (isSmall && /^(?:figure|fig\.|table|photo|source)\b/i.test(first)) return { type: 'caption' };
  return { type: 'paragraph' };
}

/** Some lines in another font than the text, with more words than a name has. */
export function isUnderTitle({ lines }: Pick<Shaped, 'lines'>, { font }: Measures): boolean {
  const words = lines.flatMap((line) => line.text.split(' ')).length;
  return lines.length <= 3 && words >= minLeadWords && lines.every((line) => line.font !== font);
}

/** A short line in another font that ends no sentence. */
function isSetApart({ lines }: Paragraph, { font, size }: Measures): boolean {
  const text = lines.map((line) => line.text).join(' ');
  const isOther = lines.every((line) => line.font !== font && line.size > smallType * size);
  return isOther && lines.length <= 2 && text.split(' ').length <= 15 && !/[.!?,;:]["'”’»)]*$/u.test(text);
}

function isInset({ lines, left, right }: Paragraph, { size }: Measures): boolean {
  return (
    lines.length > 1 && lines.every((line) => line.left - left > size && right - line.right > 0.8 * size)
  );
}

function sizeOf({ lines }: Paragraph): number {
  return Math.max(...lines.map((line) => line.size));
}

function lengthOf({ lines }: Paragraph): number {
  return lines.reduce((sum, { text }) => sum + text.length + 1, 0);
}

type Placed = Draft & { at: number; notes: NoteMark[] };

/** Drafts in reading order, with pages' names, and footnotes tied to their marks. */
export function draftsOf(shaped: readonly Shaped[], names: readonly string[], tally: Tally): Draft[] {
  const habits = habitsOf(shaped.flatMap(({ lines }) => lines));
  const placed = shaped.map(({ lines, role }) => put(lines, role, habits, tally));
  const labels = new Set(placed.flatMap(({ notes }) => notes.map(({ label }) => label)));
  const keyed = placed.map((draft, index) => asNote(draft, labels, index, shaped));
  return keyed.map((draft) => {
    const { at, notes, ...rest } = draft;
    const spans = notes.flatMap(({ start, end, label }) => {
      const note = noteFor(label, at, keyed);
      return note?.key && draft.type !== 'footnote'
        ? [{ type: 'note' as const, start, end, to: note.key }]
        : [];
    });
    const page = names[at];
    return { ...rest, ...(page && { page }), ...(spans.length > 0 && { spans }) };
  });
}

/** The footnote of that label on the same page, else the first on a later one. */
function noteFor(label: string, at: number, drafts: readonly Placed[]): Placed | undefined {
  const alike = drafts.filter((draft) => draft.type === 'footnote' && draft.mark === label);
  return alike.find((draft) => draft.at === at) ?? alike.find((draft) => draft.at > at);
}

function put(lines: readonly Line[], role: Role, habits: Habits, tally: Tally): Placed {
  let text = '';
  const notes: NoteMark[] = [];
  for (const line of lines) {
    // A soft hyphen at the end of a line is needed until the next line has come.
    const raw = canonical(line.text, new Map()) + (line.text.endsWith('\u00AD') ? '\u00AD' : '');
    text = text === '' ? raw : joined(text, raw, habits);
    // Counted from the end: what stood before may have lost a hyphen.
    const from = text.length - raw.length;
    if (raw === line.text)
      for (const { start, end, label } of line.marks)
        notes.push({ start: start + from, end: end + from, label });
  }
  const clean = canonical(text, tally).replace(/\s+/g, ' ');
  const lead = role.type === 'item' ? (bullet.exec(clean)?.[0].length ?? 0) : 0;
  const shifted = clean.length === text.length ? notes : [];
  const moved = shifted.map(({ start, end, label }) => ({ start: start - lead, end: end - lead, label }));
  const ordered = role.type === 'item' ? { ordered: false } : {};
  return { ...role, ...ordered, text: clean.slice(lead).trim(), at: lines[0]?.page ?? 0, notes: moved };
}

/** A small paragraph that begins with a mark the text has is that mark's footnote. */
function asNote(
  draft: Placed,
  labels: ReadonlySet<string>,
  index: number,
  shaped: readonly Shaped[],
): Placed {
  const match = noteStart.exec(draft.text);
  const size = shaped[index]?.lines[0]?.size ?? 0;
  const isSmaller = shaped.some(({ lines }) => (lines[0]?.size ?? 0) * smallType > size);
  if (!match?.[1] || !labels.has(match[1]) || !isSmaller || draft.type === 'heading') return draft;
  const { ordered: _, level: __, ...rest } = draft;
  const text = draft.text.slice(match[0].length).replace(returnArrow, '');
  return { ...rest, type: 'footnote', key: `n${index}`, mark: match[1], text };
}
