// Segments say of every letter exactly which points lie over it.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockAt, type Passage, passagesByBlock, pointsAt, segmentsOf } from './segment.ts';

const passage = (id: string, start: number, end: number): Passage => ({ ref: `p/${id}`, start, end });

const somePassages = fc
  .array(fc.tuple(fc.nat(40), fc.nat(15)), { maxLength: 12 })
  .map((pairs) => pairs.map(([start, length], i) => passage(`r${i}`, start, start + length)));

describe('segmentsOf', () => {
  it.each<[string, Passage[], [number, number, string][]]>([
    ['nothing', [], []],
    ['an empty passage', [passage('a', 4, 4)], []],
    ['one passage', [passage('a', 2, 5)], [[2, 5, 'p/a']]],
    [
      'two that overlap',
      [passage('a', 0, 10), passage('b', 5, 12)],
      [
        [0, 5, 'p/a'],
        [5, 10, 'p/b p/a'],
        [10, 12, 'p/b'],
      ],
    ],
    [
      'one inside another, the shorter first',
      [passage('long', 0, 9), passage('short', 3, 6)],
      [
        [0, 3, 'p/long'],
        [3, 6, 'p/short p/long'],
        [6, 9, 'p/long'],
      ],
    ],
    [
      'two that touch',
      [passage('a', 0, 3), passage('b', 3, 5)],
      [
        [0, 3, 'p/a'],
        [3, 5, 'p/b'],
      ],
    ],
    ['the same words twice', [passage('b', 1, 3), passage('a', 1, 3)], [[1, 3, 'p/a p/b']]],
  ])('%s', (_, passages, expected) => {
    expect(segmentsOf(passages).map(({ start, end, refs }) => [start, end, refs.join(' ')])).toEqual(
      expected,
    );
  });

  it('[U6] agrees with the hit test at every offset, and neither overlaps nor leaves a gap', () => {
    fc.assert(
      fc.property(somePassages, (passages) => {
        const segments = segmentsOf(passages);
        for (let offset = 0; offset < 60; offset++) {
          const here = segments.filter(({ start, end }) => start <= offset && offset < end);
          expect(here.length).toBeLessThanOrEqual(1);
          expect(here[0]?.refs ?? []).toEqual(pointsAt(passages, offset));
        }
      }),
    );
  });

  it('cuts no more than it must: neighbours differ', () => {
    fc.assert(
      fc.property(somePassages, (passages) => {
        const segments = segmentsOf(passages);
        segments.slice(1).forEach((segment, i) => {
          const before = segments[i];
          if (before?.end === segment.start) expect(segment.refs).not.toEqual(before.refs);
        });
      }),
    );
  });
});

describe('passagesByBlock', () => {
  const places = [
    { start: 0, length: 10 },
    { start: 11, length: 5 },
    { start: 17, length: 8 },
  ];

  it('[U8] divides a passage that crosses paragraphs, without the line feeds', () => {
    expect(passagesByBlock([passage('a', 8, 19)], places)).toEqual([
      [passage('a', 8, 10)],
      [passage('a', 0, 5)],
      [passage('a', 0, 2)],
    ]);
  });

  it('gives nothing to blocks that a passage only touches', () => {
    expect(passagesByBlock([passage('a', 10, 11), passage('b', 5, 11)], places)).toEqual([
      [passage('b', 5, 10)],
      [],
      [],
    ]);
  });

  it('knows the block of every offset, line feeds included', () => {
    expect([0, 9, 10, 11, 16, 17, 24, 99].map((offset) => blockAt(places, offset))).toEqual([
      0, 0, 0, 1, 1, 2, 2, 2,
    ]);
  });
});
