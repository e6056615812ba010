// The margin never lets cards overlap, and the active one is always level with its passage.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CardWish,
  type CrowdLimits,
  cardsBetween,
  foldCrowds as fold,
  levelInSight,
  placeCards,
} from './margin.ts';

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

/** A card as these tests tell of it. */
type CrowdedCard = CardWish & { block: number; kept?: boolean };

const foldCrowds = (cards: readonly CrowdedCard[], active: number | null, limits: CrowdLimits) =>
  fold(
    {
      tops: cards.map(({ top }) => top),
      heights: cards.map(({ height }) => height),
      blocks: cards.map(({ block }) => block),
      kept: new Set(cards.flatMap(({ kept }, i) => (kept ? [i] : []))),
    },
    active,
    limits,
  );

describe('foldCrowds', () => {
  const limits = { gap: 8, foldHeight: 30, slack: 100, farthest: 600, end: 1000 };
  /** Cards of 90 pixels, all on the first words of their paragraph. */
  const crowd = (...counts: [block: number, top: number, count: number][]): CrowdedCard[] =>
    counts.flatMap(([block, top, count]) =>
      Array.from({ length: count }, () => ({ block, top, height: 90 })),
    );

  it('leaves a paragraph alone whose cards fit beside it and the paragraphs without any', () => {
    const { shown, folded } = foldCrowds(crowd([0, 0, 4], [7, 400, 1]), null, limits);
    expect(shown).toEqual([0, 1, 2, 3, 4]);
    expect(folded.size).toBe(0);
  });

  it('lets the surplus of a crowded paragraph give way, and only that', () => {
    const { shown, folded } = foldCrowds(crowd([0, 0, 20], [1, 300, 1], [2, 500, 1]), null, limits);
    expect(shown).toEqual([0, 1, 2, 20, 21]);
    expect([...folded]).toEqual([[0, 17]]);
  });

  it('keeps the active card and what must stay, wherever they come in the crowd', () => {
    const cards = crowd([0, 0, 20], [1, 300, 1]).map((card, i) =>
      i === 12 ? { ...card, kept: true } : card,
    );
    expect(foldCrowds(cards, 15, limits).shown).toEqual(expect.arrayContaining([12, 15]));
  });

  it('stacks no more cards above the active one than the page has room for', () => {
    const { shown } = foldCrowds(crowd([0, 200, 20]), 15, limits);
    expect(shown.filter((i) => i < 15)).toEqual([0, 1]);
  });

  const tallest = 200;
  const paragraphs = fc
    .array(
      fc.record({
        height: fc.integer({ min: 40, max: 900 }),
        cards: fc.array(
          fc.record({
            at: fc.double({ min: 0, max: 0.9, noNaN: true }),
            height: fc.integer({ min: 40, max: tallest }),
          }),
          { maxLength: 40 },
        ),
      }),
      { minLength: 1, maxLength: 25 },
    )
    .map((list) => {
      let top = 0;
      const made: CrowdedCard[] = [];
      list.forEach(({ height, cards }, block) => {
        for (const { at, height: cardHeight } of cards.toSorted((a, b) => a.at - b.at))
          made.push({ block, top: top + Math.floor(at * height), height: cardHeight });
        top += height;
      });
      return { cards: made, end: top };
    });

  it('loses no card, overlaps none, and bounds how far each drifts and how long the margin is', () => {
    fc.assert(
      fc.property(paragraphs, ({ cards, end }) => {
        const { shown, folded } = foldCrowds(cards, null, { ...limits, end });
        // The card for those that gave way comes below the last that stayed, and beside the least of paragraphs.
        const fold = limits.foldHeight + limits.gap;
        const gaveWay = [...folded.values()].reduce((sum, count) => sum + count, 0);
        expect(shown.length + gaveWay).toBe(cards.length);
        const blocks = cards.map(({ block }) => block);
        const wishes = [
          ...shown.map((i) => cards[i] as CrowdedCard),
          ...[...folded.keys()].map((block) => ({
            block,
            top: cards[blocks.lastIndexOf(block)]?.top ?? 0,
            height: limits.foldHeight,
          })),
        ].sort((a, b) => a.block - b.block);
        const tops = placeCards(wishes, null, limits.gap);
        wishes.forEach(({ top, height }, i) => {
          const [at = 0, above = Number.NEGATIVE_INFINITY] = [tops[i], tops[i - 1]];
          expect(at).toBeGreaterThanOrEqual(above + (wishes[i - 1]?.height ?? 0) + (i > 0 ? limits.gap : 0));
          expect(at - top).toBeLessThanOrEqual(limits.farthest + tallest + fold);
          expect(at + height).toBeLessThanOrEqual(end + limits.slack + fold);
        });
      }),
    );
  });
});

describe('levelInSight', () => {
  const sight = { top: 60, bottom: 960 };

  it('moves nothing that is in sight already', () => {
    expect(levelInSight(300, 200, sight)).toBe(300);
  });

  it.each([-400, 20, 950, 5000])('puts a passage at %i, out of sight, at a third of the window', (level) => {
    expect(levelInSight(level, 200, sight)).toBe(360);
  });

  it('moves up as far as the card beside it needs, and no further than the top', () => {
    expect(levelInSight(800, 400, sight)).toBe(560);
    expect(levelInSight(800, 4000, sight)).toBe(60);
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
