// Lines to paragraphs. A typeset page says by indents, gaps, short lines and the size of its type where a paragraph ends;
// across columns and pages only the sentence tells.

import { type Line, median } from './lines.ts';

/** Lines that are one paragraph, with the stretch of text they stand in. */
export type Paragraph = { lines: Line[]; left: number; right: number };

export type Measures = { size: number; font: string; leading: number; hasIndents: boolean };

/** A sentence's end, with a footnote's mark or a printed page's way back after it or not. */
export const endOfSentence = /[.!?…:]["'”’»)\]]*(?:\d{0,3}|\s*↩\uFE0E?)$/u;
/** Symbol fonts have their bullets among the private characters. */
export const bullet = /^[•‣▪◦●○∙·–—*\uE000-\uF8FF-]\s+(?=\S)/u;

const numbered = /^(?:\d{1,3}|[a-z])[.)]\s+(?=\S)/u;

function isListStart(text: string): boolean {
  return bullet.test(text) || numbered.test(text);
}

/** What most of the text looks like. */
export function measure(lines: readonly Line[]): Measures {
  const sizes = new Map<string, number>();
  for (const { size, font, text } of lines) {
    const key = `${size.toFixed(1)} ${font}`;
    sizes.set(key, (sizes.get(key) ?? 0) + text.length);
  }
  const [common = '10 '] = [...sizes].sort((a, b) => b[1] - a[1])[0] ?? [];
  const size = Number(common.split(' ')[0]);
  const body = lines.filter((line) => isAlike(line.size, size));
  const steps = body.flatMap((line, i) => {
    const before = body[i - 1];
    const step = before?.column === line.column && before.page === line.page ? line.y - before.y : 0;
    return step > 0.8 * size && step < 3 * size ? [step] : [];
  });
  const leading = median(steps) || 1.2 * size;
  const lefts = columnsOf(body);
  const indents = body.filter((line) => {
    const shift = line.left - (lefts.get(columnKey(line))?.left ?? line.left);
    return shift > 0.7 * size && shift < 3 * size;
  });
  const gaps = steps.filter((step) => step > 1.3 * leading);
  return {
    size,
    font: common.slice(common.indexOf(' ') + 1),
    leading,
    hasIndents: indents.length > gaps.length,
  };
}

function isAlike(a: number, b: number): boolean {
  return Math.abs(a - b) <= 0.08 * Math.max(a, b);
}

function columnKey(line: Line): string {
  return `${line.page}/${line.column}`;
}

/** Each column's edges: where its lines mostly begin, and where the longest ends. */
function columnsOf(lines: readonly Line[]): Map<string, { left: number; right: number }> {
  const columns = new Map<string, { left: number; right: number }>();
  for (const line of lines) {
    const known = columns.get(columnKey(line));
    columns.set(columnKey(line), {
      left: Math.min(known?.left ?? line.left, line.left),
      right: Math.max(known?.right ?? line.right, line.right),
    });
  }
  return columns;
}

/** Gathers lines in reading order into paragraphs. */
export function paragraphsOf(lines: readonly Line[], measures: Measures): Paragraph[] {
  const columns = columnsOf(lines);
  const chunks = chunksOf(lines, measures);
  const paragraphs: Paragraph[] = [];
  for (const chunk of chunks) {
    const [first] = chunk;
    const edges = first && columns.get(columnKey(first));
    if (!first || !edges) continue;
    // A quotation has edges of its own.
    const right = chunk.length > 1 ? Math.max(...chunk.map((line) => line.right)) : edges.right;
    for (const [i, line] of chunk.entries()) {
      const before = chunk[i - 1];
      const open = before ? paragraphs.at(-1) : openBefore(line, paragraphs, measures);
      const goesOn = before
        ? open && !begins(line, before, open, right, measures)
        : open && resumes(line, open, edges.left, measures);
      if (goesOn) open?.lines.push(line);
      else paragraphs.push({ lines: [line], ...edges });
    }
  }
  return paragraphs;
}

/** The paragraph that a new column may go on with: what stands at the foot of a column before it is passed over. */
function openBefore(line: Line, paragraphs: readonly Paragraph[], { size }: Measures): Paragraph | undefined {
  if (!isAlike(line.size, size)) return paragraphs.at(-1);
  return paragraphs.findLast(({ lines }) => (lines[0]?.size ?? 0) > 0.94 * size);
}

/** Lines of one column and size that no gap parts. */
function chunksOf(lines: readonly Line[], { size, leading }: Measures): Line[][] {
  const chunks: Line[][] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const isNear =
      before !== undefined &&
      columnKey(before) === columnKey(line) &&
      isAlike(before.size, line.size) &&
      line.y - before.y <= 1.3 * leading * Math.max(1, line.size / size);
    if (isNear) chunks.at(-1)?.push(line);
    else chunks.push([line]);
    before = line;
  }
  return chunks;
}

/** Does a paragraph begin with this line, close under the line before? */
function begins(line: Line, before: Line, open: Paragraph, right: number, { size, font }: Measures): boolean {
  if (bullet.test(line.text)) return true;
  const shift = line.left - before.left;
  const isList = isListStart(open.lines[0]?.text ?? '');
  if (isList && numbered.test(line.text) && line.left < (open.lines[0]?.left ?? 0) + 0.7 * size) return true;
  const isDisplay = line.font === before.font && (line.font !== font || line.size > 1.05 * size);
  if (isDisplay && Math.abs(line.left + line.right - before.left - before.right) < size) return false;
  if (shift > 0.7 * size && !(isList && open.lines.length === 1)) return true;
  if (shift < -0.7 * size && (open.lines.length > 1 || isList)) return true;
  const isFull = right - before.right < firstWordOf(line) + 0.5 * size;
  if (isFull) return false;
  const isBody = isAlike(line.size, size) && (line.font === font || before.font === font);
  return isBody || line.font !== before.font;
}

/** Does a paragraph go on in another column or page, or after what stood between its lines? */
function resumes(line: Line, open: Paragraph, left: number, { size, hasIndents }: Measures): boolean {
  const last = open.lines.at(-1);
  if (!last || columnKey(last) === columnKey(line) || !isAlike(last.size, line.size)) return false;
  if (bullet.test(line.text) || last.size > 1.12 * size) return false;
  if (!endOfSentence.test(last.text))
    return /[\p{Ll},;\-\u2010]$/u.test(last.text) || /^\p{Ll}/u.test(line.text);
  const isIndented = line.left - left > 0.7 * size;
  // A last line that is full to the edge by chance is rare; where paragraphs are indented, less is enough.
  return !isIndented && open.right - last.right < (hasIndents ? 1.5 : 0.3) * size;
}

function firstWordOf(line: Line): number {
  const word = line.text.split(' ', 1)[0] ?? '';
  return ((line.right - line.left) * (word.length + 1)) / Math.max(line.text.length, 1);
}
