// Runs to lines in reading order. Columns are found by the white strip between them that hardly any line crosses; what
// does cross it (a headline, a broad quotation) parts the page into bands, and each band is read column by column.

import type { PageRuns, Run } from './runs.ts';

/** A mark of a footnote in a line: a raised small figure. Offsets in the line's text. */
export type NoteMark = { start: number; end: number; label: string };

export type Line = {
  text: string;
  marks: NoteMark[];
  left: number;
  right: number;
  y: number;
  size: number;
  font: string;
  /** The index of its page. */
  page: number;
  /** Which stretch of text it stands in: one column of one band of one page. */
  column: number;
};

// A column holds at least so many lines, and is at least so broad a part of the text.
const minColumnLines = 3;
const minColumnShare = 0.15;
/** Of a page's lines, how many may cross the strip between two columns. */
const crossingShare = 0.25;
/** The narrowest strip that parts columns, and the widest space between two words, in sizes of the type. */
const minGutter = 0.8;
const maxWordSpace = 0.7;

/** The lines of all pages as they are read. */
export function linesOf(pages: readonly PageRuns[]): Line[] {
  const found = pages.map(({ runs }) => guttersOf(runs));
  // A page with a few last lines does not show its columns: then the others tell where they are.
  const usual = found.find((gutters) => gutters.length > 0) ?? [];
  const isUsual = found.filter((gutters) => gutters.length > 0).length * 2 >= pages.length;
  return pages.flatMap((page, i) => {
    const own = found[i] ?? [];
    return linesOfPage(page, own.length === 0 && isUsual ? usual : own);
  });
}

function linesOfPage({ runs, index }: PageRuns, gutters: readonly number[]): Line[] {
  const isRtl = runs.filter((run) => run.isRtl).length * 2 > runs.length;
  const pieces = piecesOf(runs, gutters);
  return inOrder(pieces, gutters.length + 1, isRtl).map(({ piece, stretch }) =>
    lineOf(piece.runs, index, stretch, isRtl),
  );
}

/** Runs on one baseline, give or take what is raised or lowered in it; from top to bottom, each from left to right. */
export function rowsOf(runs: readonly Run[]): Run[][] {
  const rows: { y: number; size: number; runs: Run[] }[] = [];
  for (const run of runs.toSorted((a, b) => b.size - a.size || a.y - b.y)) {
    const near = rows.filter(({ y, size }) => Math.abs(y - run.y) < 0.45 * Math.max(size, run.size));
    const [row] = near.sort((a, b) => Math.abs(a.y - run.y) - Math.abs(b.y - run.y));
    if (row) row.runs.push(run);
    else rows.push({ y: run.y, size: run.size, runs: [run] });
  }
  return rows.sort((a, b) => a.y - b.y).map((row) => row.runs.sort((a, b) => a.x - b.x));
}

/** The middles of the white strips between columns, from left to right. */
function guttersOf(runs: readonly Run[]): number[] {
  if (runs.length === 0) return [];
  const size = median(runs.map((run) => run.size));
  const [left, right] = [Math.min(...runs.map((r) => r.x)), Math.max(...runs.map((r) => r.x + r.width))];
  const rows = rowsOf(runs);
  const crossings = new Array<number>(Math.max(0, Math.ceil(right - left))).fill(0);
  for (const row of rows) for (const at of inked(row, left)) crossings[at] = (crossings[at] ?? 0) + 1;
  const allowed = Math.floor(rows.length * crossingShare);
  const found: number[] = [];
  let open = -1;
  for (let at = 0; at <= crossings.length; at++) {
    const isWhite = at < crossings.length && (crossings[at] ?? 0) <= allowed;
    if (isWhite && open < 0) open = at;
    if (isWhite || open < 0) continue;
    if (at - open >= minGutter * size && at < crossings.length)
      found.push(left + narrowest(crossings, open, at));
    open = -1;
  }
  return found.filter((x, i) => {
    const from = found[i - 1] ?? left;
    const to = found[i + 1] ?? right;
    return isColumn(rows, from, x, right - left) && isColumn(rows, x, to, right - left);
  });
}

/** The middle of the part of a strip that the fewest lines cross. */
function narrowest(crossings: readonly number[], from: number, to: number): number {
  const least = Math.min(...crossings.slice(from, to));
  const first = crossings.indexOf(least, from);
  let last = first;
  while (last + 1 < to && crossings[last + 1] === least) last++;
  return (first + last + 1) / 2;
}

/** Which points of the line a row covers; word spaces count as ink. */
function inked(row: readonly Run[], left: number): Set<number> {
  const points = new Set<number>();
  for (const [i, run] of row.entries()) {
    const next = row[i + 1];
    const end = run.x + run.width;
    const isClose = next !== undefined && next.x - end < maxWordSpace * run.size;
    const to = isClose ? next.x : end;
    for (let at = Math.floor(run.x - left); at < to - left; at++) points.add(at);
  }
  return points;
}

function isColumn(rows: readonly Run[][], from: number, to: number, width: number): boolean {
  if (to - from < minColumnShare * width) return false;
  const inside = rows.filter((row) => row.some((run) => run.x >= from - 1 && run.x + run.width <= to + 1));
  return inside.length >= minColumnLines;
}

/** Cuts a row at the gutters that white space in it covers. */
function cutAt(row: readonly Run[], gutters: readonly number[]): Run[][] {
  const pieces: Run[][] = [];
  let last: Run | undefined;
  for (const run of row) {
    const end = last ? last.x + last.width : 0;
    const isCut =
      last !== undefined &&
      run.x - end >= maxWordSpace * last.size &&
      gutters.some((gutter) => end <= gutter && gutter <= run.x);
    if (last === undefined || isCut) pieces.push([]);
    pieces.at(-1)?.push(run);
    last = run;
  }
  return pieces;
}

/** A line of one column, or a broad one that crosses the strip between two. */
type Piece = { runs: Run[]; y: number; size: number; column: number | 'broad' };

function piecesOf(runs: readonly Run[], gutters: readonly number[]): Piece[] {
  const broad: Run[][] = [];
  const columns: Run[][] = gutters.concat(0).map(() => []);
  for (const part of rowsOf(runs).flatMap((row) => cutAt(row, gutters))) {
    const [left, right] = [part[0]?.x ?? 0, part.at(-1)];
    const end = right ? right.x + right.width : left;
    if (gutters.some((gutter) => left < gutter - 1 && end > gutter + 1)) broad.push(part);
    else columns[gutters.filter((gutter) => left >= gutter - 1).length]?.push(...part);
  }
  const told = (row: Run[], column: Piece['column']): Piece => {
    const main = row.reduce((a, b) => (b.size > a.size ? b : a));
    return { runs: row, y: main.y, size: main.size, column };
  };
  // The lines of two columns need not stand on common baselines: each column is set in lines by itself.
  const pieces = columns.flatMap((column, i) => rowsOf(column).map((row) => told(row, i)));
  return broadened([...pieces, ...broad.map((row) => told(row, 'broad'))].sort((a, b) => a.y - b.y));
}

/** The last line of a broad headline may be short enough for a column; alone on its height, it is broad as well. */
function broadened(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const [i, piece] of pieces.entries()) {
    const before = result.at(-1);
    const next = pieces[i + 1];
    const isAlone = next === undefined || next.y - piece.y > 0.6 * piece.size;
    const follows =
      before?.column === 'broad' &&
      piece.y - before.y < 1.7 * piece.size &&
      Math.abs(piece.size - before.size) < 0.05 * piece.size;
    result.push(follows && isAlone ? { ...piece, column: 'broad' } : piece);
  }
  return result;
}

/** Bands from top to bottom, in each the columns in turn. */
function inOrder(pieces: readonly Piece[], count: number, isRtl: boolean) {
  const ordered: { piece: Piece; stretch: number }[] = [];
  let stretch = 0;
  let band: Piece[] = [];
  const close = () => {
    const names = [...Array(count).keys(), 'broad' as const];
    for (const name of isRtl ? names.toReversed() : names) {
      const lines = band.filter(({ column }) => column === name);
      for (const piece of lines) ordered.push({ piece, stretch });
      if (lines.length > 0) stretch++;
    }
    band = [];
  };
  for (const piece of pieces) {
    if (band.length > 0 && (piece.column === 'broad') !== (band[0]?.column === 'broad')) close();
    band.push(piece);
  }
  close();
  return ordered;
}

/** One line's text with the marks of footnotes in it. */
export function lineOf(runs: readonly Run[], page: number, column: number, isRtl = false): Line {
  const main = runs.reduce((a, b) => (b.text.length * b.size > a.text.length * a.size ? b : a));
  let text = '';
  const marks: NoteMark[] = [];
  let last: Run | undefined;
  for (const run of isRtl ? runs.toReversed() : runs) {
    const gap = last ? Math.max(run.x - (last.x + last.width), last.x - (run.x + run.width)) : 0;
    const isMark = isRaised(run, main) && text !== '';
    if (text !== '' && (gap > 0.12 * main.size || (run.isSpaced && !isMark))) text += ' ';
    if (isMark) marks.push({ start: text.length, end: text.length + run.text.length, label: run.text });
    text += run.text;
    last = run;
  }
  const edges = {
    left: Math.min(...runs.map((r) => r.x)),
    right: Math.max(...runs.map((r) => r.x + r.width)),
  };
  return { text, marks, ...edges, y: main.y, size: main.size, font: main.font, page, column };
}

function isRaised(run: Run, main: Run): boolean {
  const isSmall = run.size < 0.9 * main.size && main.y - run.y > 0.12 * main.size;
  return isSmall && /^(?:\d{1,3}|[*†‡§¶]{1,3})$/.test(run.text);
}

/** The middle one by size, of an even count the upper; 0 of none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
