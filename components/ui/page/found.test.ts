// What a search box finds.

import { expect, test } from 'vitest';
import { foundIn } from './found.ts';

const rows = ['Pressure Is Not a Plan', 'Résumé of the Geneva talks', 'Plan for a quieter sea'];
const find = (query: string) => foundIn(rows, query, (row) => row);

test.each([
  ['', rows],
  ['   ', rows],
  ['plan', [rows[0], rows[2]]],
  ['PLAN not', [rows[0]]],
  ['geneva resume', [rows[1]]],
  ['nowhere', []],
])('%j finds %j', (query, found) => {
  expect(find(query)).toEqual(found);
});
