// The table of codes in docs/api.md and the one that answers are made by are the same.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { statuses } from './respond.ts';

/** Stands for an import's own codes, which are listed beside it. */
const standIn = 'import-refused';

/** Code and status of each, as the table has them: `413, 415 | a; b` are two rows, and `-room` goes on after `no-such`. */
function documented(): [code: string, status: number][] {
  const text = readFileSync(join(import.meta.dirname, '../../docs/api.md'), 'utf8');
  const [, table = ''] = text.split('| status | codes |');
  const [rows = ''] = table.split('\n\n');
  return [...rows.matchAll(/^\| ([\d, ]+) \| (.*) \|$/gm)].flatMap(([, given = '', codes = '']) => {
    const several = given.split(', ').map(Number);
    const parts = several.length > 1 ? codes.split('; ') : [codes];
    return parts.flatMap((part, i) =>
      [...part.matchAll(/`([a-z-]+)`/g)].map(([, code = '']): [string, number] => [
        code.startsWith('-') ? `no-such${code}` : code,
        several[i] ?? 0,
      ]),
    );
  });
}

test('every code that is answered is documented, with its status', () => {
  const listed = new Map(documented());
  const missing = Object.entries(statuses).filter(([code, status]) => listed.get(code) !== status);
  expect(missing.map(([code]) => code)).toEqual([standIn]);
});

test('every code that is documented is answered, but for an import’s own', () => {
  const known: Record<string, number> = statuses;
  const strange = documented().filter(([code, status]) => known[code] !== status);
  expect([...new Set(strange.map(([, status]) => status))]).toEqual([statuses[standIn]]);
});
