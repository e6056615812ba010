// Running heads and page numbers: what stands at the edge of page after page is no part of the text. It is dropped, but
// the page numbers are kept as the names of the pages.

import { rowsOf } from './lines.ts';
import type { PageRuns, Run } from './runs.ts';

/** How much of a page's height is its edge, and how many rows of it may repeat. */
const edgeShare = 0.14;
const edgeRows = 3;
const repeatedShare = 0.4;
/** How far a running head may wander from page to page, in points. */
const wander = 9;
const pageNumber =
  /^(?:page |p\. ?|seite )?[-–—·|]? ?(?:\d{1,4}|[ivxlc]{1,7}) ?[-–—·|]?(?: ?(?:of|\/|von) ?\d{1,4})?$/i;

type Row = { text: string; pattern: string; y: number; runs: Run[]; page: number; isTop: boolean };

export type Trimmed = { pages: PageRuns[]; dropped: number; names: string[] };

/** The pages without what repeats at their edges; `names` are the pages' own numbers, where they print them. */
export function withoutEdges(pages: readonly PageRuns[], labels: readonly string[] | null): Trimmed {
  const rows = pages.map(edgeRowsOf);
  const all = rows.flat();
  const needed = Math.max(2, Math.ceil(pages.length * repeatedShare));
  const repeated = new Set(
    all.filter((row) => isRepeated(row, all, needed) || isLoneNumber(row, pages.length)),
  );
  const gone = new Set([...repeated].flatMap((row) => row.runs));
  const trimmed = pages.map((page) => ({ ...page, runs: page.runs.filter((run) => !gone.has(run)) }));
  return { pages: trimmed, dropped: repeated.size, names: namesOf(pages, [...repeated], labels) };
}

function edgeRowsOf(page: PageRuns): Row[] {
  const rows = rowsOf(page.runs);
  const at = (row: Run[]) => row[0]?.y ?? 0;
  const top = rows.slice(0, edgeRows).filter((row) => at(row) < page.height * edgeShare);
  const bottom = rows.slice(-edgeRows).filter((row) => at(row) > page.height * (1 - edgeShare));
  const told = (isTop: boolean) => (runs: Run[]) => {
    const text = runs.map((run) => run.text).join(' ');
    return { text, pattern: patternOf(text), y: at(runs), runs, page: page.index, isTop };
  };
  return [...top.map(told(true)), ...bottom.map(told(false))];
}

function patternOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/\d+/g, '#')
    .replace(/^[ivxlc]+$/, '#')
    .replace(/\s+/g, ' ');
}

function isRepeated(row: Row, all: readonly Row[], needed: number): boolean {
  const alike = all.filter(
    (other) =>
      other.isTop === row.isTop && other.pattern === row.pattern && Math.abs(other.y - row.y) < wander,
  );
  return new Set(alike.map((other) => other.page)).size >= needed;
}

/** A number on a page of its own kind: in a short file nothing repeats. */
function isLoneNumber(row: Row, pageCount: number): boolean {
  return pageCount <= 2 && !row.isTop && pageNumber.test(row.text);
}

/** Numbers that go up by one from page to page name the pages; else the file's own labels do, else their order. */
function namesOf(
  pages: readonly PageRuns[],
  repeated: readonly Row[],
  labels: readonly string[] | null,
): string[] {
  const shifts = new Map<number, number>();
  for (const { text, page } of repeated) {
    const [number, ...others] = text.match(/\d+/g) ?? [];
    if (number === undefined || others.length > 1) continue;
    const shift = Number(number) - page;
    shifts.set(shift, (shifts.get(shift) ?? 0) + 1);
  }
  const [best] = [...shifts].sort((a, b) => b[1] - a[1]);
  if (best && best[1] * 2 > pages.length) return pages.map(({ index }) => String(best[0] + index));
  return pages.map(({ index }) => labels?.[index] || String(index + 1));
}
