// What is kept of a flow is never other than what would have been laid out anew, and what did not change stays the same.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Entry, type Point, partsOf, type Ref } from '../record.ts';
import { cellsIn, type FlowSheet, flowOf } from './flow.ts';
import { keptFlow } from './kept-flow.ts';
import { formatOf } from './presets.ts';

const format = formatOf({ preset: 'public-forum' });
const speeches = format.slots.filter(({ kind }) => kind === 'speech');

type Said = { column: number; under: number | null; words: string; isPrep: boolean };

function pointOf({ column, under, words }: Said, i: number): Entry<Point> {
  const ref: Ref = `ann/n${i}`;
  const at = new Date(Date.UTC(2026, 2, 1) + i * 1000).toISOString();
  const links = under === null ? {} : { links: [{ to: `ann/n${under}` as Ref, stance: 'rebuts' as const }] };
  const value: Point = {
    type: 'point',
    kind: 'claim',
    at,
    speech: speeches[column]?.id ?? '',
    body: words,
    ...links,
  };
  return { ref, ...partsOf(ref), value, seq: i, createdAt: at, acceptedAt: at };
}

function laidOut(points: readonly { entry: Entry<Point>; isPrep: boolean }[], ended: readonly string[] = []) {
  return flowOf(
    {
      points,
      revisions: new Map(),
      sideOf: () => null,
      isHidden: () => false,
      hasEnded: (id) => ended.includes(id),
    },
    format,
  );
}

const anyPoint = fc.record({
  column: fc.nat(speeches.length - 1),
  under: fc.option(fc.nat(7)),
  words: fc.constantFrom('a', 'b'),
  isPrep: fc.boolean(),
});

it('is what would have been laid out anew, whatever was said and taken back', () => {
  const points = fc.array(anyPoint, { maxLength: 8 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(points, fc.subarray(speeches.map(({ id }) => id))), { maxLength: 5 }),
      (steps) => {
        let last: FlowSheet[] | null = null;
        for (const [said, ended] of steps) {
          const all = said.map((one, i) => ({ entry: pointOf(one, i), isPrep: one.isPrep }));
          last = keptFlow(last, laidOut(all, ended));
          expect(last).toEqual(laidOut(all, ended));
          const cells = new Set(cellsIn(last));
          for (const { parent } of cells) if (parent) expect(cells).toContain(parent);
        }
      },
    ),
  );
});

it('one more answer changes its own line, and no other', () => {
  const all = Array.from({ length: 40 }, (_, i) => {
    const said = { column: 0, under: null, words: `Argument ${i}`, isPrep: false };
    return { entry: pointOf(said, i), isPrep: false };
  });
  const before = keptFlow(null, laidOut(all));
  const answer = { column: 3, under: 7, words: 'An answer', isPrep: false };
  const after = keptFlow(before, laidOut([...all, { entry: pointOf(answer, 40), isPrep: false }]));
  const lines = (sheets: FlowSheet[]) => sheets.flatMap((sheet) => sheet.lines);
  const changed = lines(after).filter((line) => !lines(before).includes(line));
  expect(changed.map(({ argument }) => argument)).toEqual(['ann/n7']);
});

it('where nothing changed, the sheets are the same', () => {
  const all = [{ entry: pointOf({ column: 0, under: null, words: 'One', isPrep: false }, 0), isPrep: false }];
  const before = keptFlow(null, laidOut(all));
  const after = keptFlow(before, laidOut(all));
  for (const [i, sheet] of after.entries()) expect(sheet).toBe(before[i]);
});
