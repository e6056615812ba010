// Places on a sheet and how keys go from one to the next. Below the last line there is always an empty one to type on.

import type { Ref } from '#lib/model/record.ts';
import type { FlowCell, FlowSheet } from '#lib/model/round/flow.ts';

/** `line` is a line's key; `newLine` for the empty one at the end. */
export type Spot = { line: string; column: number };

export const newLine = '+';

export function cellAt({ lines }: FlowSheet, { line, column }: Spot): FlowCell | undefined {
  return lines.find(({ key }) => key === line)?.cells[column];
}

/** Where a point stands; undefined where it is not on this sheet. */
export function spotOf({ lines }: FlowSheet, ref: Ref): Spot | undefined {
  for (const { key, cells } of lines) {
    const column = cells.findIndex((cell) => cell?.ref === ref);
    if (column >= 0) return { line: key, column };
  }
  return undefined;
}

/** So many lines down and columns right, as far as the sheet goes. A line that is gone counts as the last. */
export function stepFrom(sheet: FlowSheet, { line, column }: Spot, down: number, right: number): Spot {
  const keys = [...sheet.lines.map(({ key }) => key), newLine];
  const at = keys.includes(line) ? keys.indexOf(line) : keys.length - 1;
  const to = Math.min(keys.length - 1, Math.max(0, at + down));
  const last = sheet.columns.length - 1;
  return { line: keys[to] ?? newLine, column: Math.min(last, Math.max(0, column + right)) };
}

/** The next place in the order of reading: along the line, then the start of the next. Null past either end. */
export function nextSpot(sheet: FlowSheet, spot: Spot, by: 1 | -1): Spot | null {
  const column = spot.column + by;
  if (column >= 0 && column < sheet.columns.length) return { ...spot, column };
  const step = stepFrom(sheet, spot, by, 0);
  if (step.line === spot.line) return null;
  return { line: step.line, column: by === 1 ? 0 : sheet.columns.length - 1 };
}

/** What a point typed on this empty place would stand under: the nearest to the left on its line, or on one above. */
export function aboveOf({ lines }: FlowSheet, { line, column }: Spot): FlowCell | undefined {
  const at = lines.findIndex(({ key }) => key === line);
  const argument = lines[at]?.argument;
  for (let i = at; i >= 0 && lines[i]?.argument === argument; i--) {
    const left = lines[i]?.cells.slice(0, column).findLast((cell) => cell !== undefined);
    if (left) return left;
  }
  return undefined;
}
