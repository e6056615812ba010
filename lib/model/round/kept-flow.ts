// A flow laid out anew, with everything in it that has not changed since the last time: the same cells, lines and sheets,
// so that a screen draws again only where something was said.

import type { FlowCell, FlowLine, FlowSheet } from './flow.ts';

/** Equal to `next`, and made of parts of `last` wherever they are equal. Cells of `next` may be changed by it. */
export function keptFlow(last: readonly FlowSheet[] | null, next: readonly FlowSheet[]): FlowSheet[] {
  if (!last) return [...next];
  const sheets = new Map(last.map((sheet) => [sheet.name, sheet]));
  return next.map((sheet) => keptSheet(sheets.get(sheet.name), sheet));
}

function keptSheet(last: FlowSheet | undefined, next: FlowSheet): FlowSheet {
  const known = new Map(last?.lines.map((line) => [line.key, line]));
  const cells = new Map(
    last?.lines.flatMap(({ cells }) => cells.flatMap((cell) => (cell ? [[cell.ref, cell]] : []))),
  );
  const kept = new Map<FlowCell, FlowCell>();
  // What a cell stands under is on this line or one above.
  const keptCell = (cell: FlowCell | undefined) => {
    if (!cell) return undefined;
    if (cell.parent) cell.parent = kept.get(cell.parent) ?? cell.parent;
    const before = cells.get(cell.ref);
    const result = before && isSameCell(before, cell) ? before : cell;
    kept.set(cell, result);
    return result;
  };
  const lines = next.lines.map((line) =>
    keptLine(known.get(line.key), { ...line, cells: line.cells.map(keptCell) }),
  );
  const columns = last && isSameList(last.columns, next.columns) ? last.columns : next.columns;
  const isSame = last && columns === last.columns && last.size === next.size && isSameList(last.lines, lines);
  return isSame ? last : { ...next, columns, lines };
}

function keptLine(last: FlowLine | undefined, next: FlowLine): FlowLine {
  const isSame = last?.argument === next.argument && last.isFirst === next.isFirst;
  return isSame && isSameList(last.cells, next.cells) ? last : next;
}

function isSameCell(a: FlowCell, b: FlowCell): boolean {
  const { point: said, editors, also, ...rest } = a;
  const { point, editors: editing, also: more, ...others } = b;
  return (
    isSame(rest, others) && isSame(said, point) && isSameList(editors, editing) && isSameList(also, more)
  );
}

function isSame<T extends object>(a: T, b: T): boolean {
  if (a === b) return true;
  const keys = Object.keys(a) as (keyof T)[];
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}
