// Where a heading goes that is dropped on a row: beside one of its own depth, into a larger one, nowhere on itself.

import { describe, expect, it } from 'vitest';
import { fileOf, type Heading } from '#lib/model/card/file.ts';
import type { Filing, Ref } from '#lib/model/record.ts';
import { droppedHeading } from './row-acts.ts';
import { rowsOf } from './rows.ts';

const filing = (of: Ref, order: string, heading: Heading): Filing => ({
  type: 'filing',
  of,
  into: 'file',
  order,
  ...heading,
});
const filings = [
  filing('a/1', 'V001', { pocket: 'Aff', hat: 'Cost', block: 'Salary' }),
  filing('a/2', 'V002', { pocket: 'Aff', hat: 'Cost', block: 'Rent' }),
  filing('a/3', 'V003', { pocket: 'Neg', hat: 'Staff' }),
];
const rows = rowsOf(fileOf(filings), ['b/9'], {
  folded: new Set(),
  found: null,
  unfiledName: 'Not filed yet',
});
const rowOf = (name: string) => {
  const row = rows.find((one) => (one.kind === 'item' ? one.of : one.name) === name);
  if (!row) throw new Error(`no row ${name}`);
  return row;
};
const salary = { pocket: 'Aff', hat: 'Cost', block: 'Salary' };

describe('a heading that is dropped', () => {
  it.each<[string, Heading, string, boolean, string]>([
    ['a block after its neighbour', salary, 'Rent', true, 'Aff/Cost/Rent Aff/Cost/Salary Neg/Staff/'],
    ['a block on a card of its neighbour', salary, 'a/2', true, 'Aff/Cost/Rent Aff/Cost/Salary Neg/Staff/'],
    ['a block into a hat', salary, 'Staff', true, 'Aff/Cost/Rent Neg/Staff/ Neg/Staff/Salary'],
    [
      'a hat into a pocket',
      { pocket: 'Neg', hat: 'Staff' },
      'Aff',
      false,
      'Aff/Cost/Salary Aff/Cost/Rent Aff/Staff/',
    ],
    ['a pocket before another', { pocket: 'Neg' }, 'Aff', false, 'Neg/Staff/ Aff/Cost/Salary Aff/Cost/Rent'],
    ['a block on itself', salary, 'Salary', true, 'Aff/Cost/Salary Aff/Cost/Rent Neg/Staff/'],
    [
      'a pocket on what is not filed',
      { pocket: 'Neg' },
      'b/9',
      true,
      'Aff/Cost/Salary Aff/Cost/Rent Neg/Staff/',
    ],
  ])('%s', (_, moved, target, isAfter, expected) => {
    const written = droppedHeading(filings, moved, rowOf(target), isAfter);
    const next = filings.map((one) => written.find(({ of }) => of === one.of) ?? one);
    const sorted = next.toSorted((a, b) => (a.order < b.order ? -1 : 1));
    const paths = fileOf(sorted).flatMap(({ name, hats }) =>
      hats.flatMap((hat) => hat.blocks.map((block) => `${name}/${hat.name}/${block.name}`)),
    );
    expect(paths.join(' ')).toBe(expected);
  });
});
