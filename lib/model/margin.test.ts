// The margin never lets cards overlap, and the active one is always level with its passage.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CardWish, cardsBetween, placeCards } from './margin.ts';

const cards = (...pairs: [top: number, height: number][]): CardWish[] =>
  pairs.map(([top, height]) => ({ top, height }));

const wishes = fc
  .array(fc.record({ top: fc.integer({ min: 0, max: 2000 }), height: fc.integer({ min: 20, max: 300 }) }), {
    maxLength: 30,
  })
  .map((list) => list.toSorted((a, b) => a.top - b.top));

describe('placeCards', () => {
  it('leaves cards with room between them level with their passages', () => {
    expect(placeCards(cards([0, 50], [100, 50], [300, 50]), null, 8)).toEqual([0, 100, 300]);
  });

  it('pushes a crowded card down when none is active', () => {
    expect(placeCards(cards([0, 50], [10, 50], [20, 50]), null, 8)).toEqual([0, 58, 116]);
  });

  it('[U9] pins the active card and pushes its neighbours up and down', () => {
    expect(placeCards(cards([100, 50], [110, 50], [120, 50]), 1, 8)).toEqual([52, 110, 168]);
  });

  it('moves nothing above the active card that has room', () => {
    expect(placeCards(cards([0, 50], [200, 50], [210, 50]), 2, 8)).toEqual([0, 152, 210]);
  });

  it('[U9] never overlaps, keeps the order, and never moves the active card', () => {
    fc.assert(
      fc.property(wishes, fc.nat(29), fc.integer({ min: 0, max: 20 }), (list, pick, gap) => {
        const active = list.length > 0 && pick < list.length ? pick : null;
        const tops = placeCards(list, active, gap);
        expect(tops).toHaveLength(list.length);
        if (active !== null) expect(tops[active]).toBe(list[active]?.top);
        for (let i = 1; i < list.length; i++) {
          const bottom = (tops[i - 1] ?? 0) + (list[i - 1]?.height ?? 0);
          expect((tops[i] ?? 0) - bottom).toBeGreaterThanOrEqual(gap);
        }
      }),
    );
  });

  it('below the active card, no card stands higher than its passage', () => {
    fc.assert(
      fc.property(wishes, (list) => {
        const tops = placeCards(list, 0, 8);
        list.forEach((card, i) => {
          expect(tops[i]).toBeGreaterThanOrEqual(card.top);
        });
      }),
    );
  });
});

describe('cardsBetween', () => {
  it('[U14] names only the cards that touch the stretch', () => {
    const list = cards([0, 50], [100, 50], [300, 50]);
    expect(cardsBetween(list, [0, 100, 300], 40, 100)).toEqual([0]);
    expect(cardsBetween(list, [0, 100, 300], 49, 101)).toEqual([0, 1]);
    expect(cardsBetween(list, [0, 100, 300], 151, 299)).toEqual([]);
  });
});
