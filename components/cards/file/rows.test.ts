// The tree shows what the file holds, no heading without something under it, and keys go where a tree's keys go.

import { describe, expect, it } from 'vitest';
import { fileOf } from '#lib/model/card/file.ts';
import type { Filing, Ref } from '#lib/model/record.ts';
import { movedRow, type Row, rowsOf, unfiledKey } from './rows.ts';

const filing = (of: Ref, order: string, heading: Partial<Filing> = {}): Filing => ({
  type: 'filing',
  of,
  into: 'file',
  order,
  ...heading,
});
const file = fileOf([
  filing('a/1', 'V001', { pocket: 'Aff', hat: 'Cost', block: 'One salary' }),
  filing('a/2', 'V002', { pocket: 'Aff', hat: 'Cost', block: 'One salary' }),
  filing('a/3', 'V003', { pocket: 'Aff' }),
  filing('a/4', 'V004'),
]);
const all = { folded: new Set<string>(), found: null, unfiledName: 'Not filed yet' };
const lines = (rows: readonly Row[]) =>
  rows.map((row) => `${'-'.repeat(row.level)}${row.kind === 'item' ? row.of : `${row.name} ${row.count}`}`);

describe('rowsOf', () => {
  it('puts what is not filed first, and what stands under no heading one level higher', () => {
    expect(lines(rowsOf(file, ['b/9'], all))).toEqual([
      '-Not filed yet 1',
      '--b/9',
      '-Aff 3',
      '--Cost 2',
      '---One salary 2',
      '----a/1',
      '----a/2',
      '--a/3',
      '-a/4',
    ]);
  });

  it('folds a heading with all that is under it', () => {
    const rows = rowsOf(file, [], all);
    const cost = rows.find((row) => row.kind === 'heading' && row.name === 'Cost')?.key ?? '';
    expect(lines(rowsOf(file, [], { ...all, folded: new Set([cost]) }))).toEqual([
      '-Aff 3',
      '--Cost 2',
      '--a/3',
      '-a/4',
    ]);
  });

  it('shows only what was found, under its headings, folded or not', () => {
    const folded = new Set([unfiledKey, rowsOf(file, [], all)[0]?.key ?? '']);
    expect(lines(rowsOf(file, ['b/9'], { ...all, folded, found: new Set<Ref>(['a/2', 'b/9']) }))).toEqual([
      '-Not filed yet 1',
      '--b/9',
      '-Aff 1',
      '--Cost 1',
      '---One salary 1',
      '----a/2',
    ]);
  });
});

describe('[U36] keys', () => {
  const rows = rowsOf(file, [], all);
  const keyOf = (name: string) =>
    rows.find((row) => (row.kind === 'item' ? row.of : row.name) === name)?.key ?? '';
  it.each([
    ['a/1', 'ArrowDown', { to: keyOf('a/2') }],
    ['Aff', 'ArrowRight', { to: keyOf('Cost') }],
    ['Aff', 'ArrowLeft', { fold: true }],
    ['a/2', 'ArrowLeft', { to: keyOf('One salary') }],
    ['a/3', 'ArrowLeft', { to: keyOf('Aff') }],
    ['a/2', 'ArrowRight', {}],
    ['a/2', 'Home', { to: keyOf('Aff') }],
    ['Aff', 'ArrowUp', {}],
    ['Aff', 'End', { to: keyOf('a/4') }],
    ['Aff', 'x', null],
  ])('from %s by %s', (from, pressed, expected) => {
    expect(movedRow(rows, keyOf(from), pressed)).toEqual(expected);
  });
});
