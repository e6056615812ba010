// Cells of a CSV: rows joined as spreadsheets read them, and words that a spreadsheet would run as a formula made
// harmless. Names and ids stay as they are, so that a gradebook still knows its people.

import { stringify } from 'csv-stringify/sync';

/** The mark tells spreadsheets that what follows is UTF-8. */
export const byteOrderMark = '\uFEFF';

/** Rows as CSV text (RFC 4180). A number stays a number; null is an empty cell. */
export function csvOf(rows: readonly (readonly (string | number | null)[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    { record_delimiter: 'windows' },
  );
}

const formula = /^'*[=+\-@\t\r]/;

/** People's words as a cell: what begins like a formula gets an apostrophe, which spreadsheets do not show. */
export function wordsCell(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** The words as they were before `wordsCell`. */
export function wordsOfCell(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}

// "@ada", "-Ana" and "+ Bo" are names; "=…" is none, and neither is what calls, counts or reaches for another cell.
const runs = /^(?:=|[+\-@\t\r].*[(!|\d])/su;

/** A name as a cell: as it is, unless a spreadsheet would really calculate something from it. */
export function nameCell(name: string): string {
  return runs.test(name) ? `'${name}` : name;
}
