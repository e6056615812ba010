// [U33] the strip of density: what it shows of few threads, and that it stays small however many there are.

import { expect, test } from 'vitest';
import type { CardOfThread } from '#components/room/frame/discussion.ts';
import type { Ref } from '#lib/model/record.ts';
import { ticksOf } from './density.ts';

function cardAt(start: number, size = 1): CardOfThread {
  const ref: Ref = `p/${start}`;
  const root = { ref, level: 0, reactions: new Map(), answers: [] };
  return { thread: { ref, root, size }, range: { start, end: start + 5 }, block: 0 };
}

test('each thread has a tick where its passage begins, as tall as it has notes', () => {
  const ticks = ticksOf([cardAt(100), cardAt(500, 3), cardAt(900, 40)], 1000);
  expect(ticks.map(({ at, notes }) => [at, notes])).toEqual([
    [0.1, 1],
    [0.5, 3],
    [0.9, 8],
  ]);
});

test('threads on the same words share one', () => {
  expect(ticksOf([cardAt(500, 2), cardAt(501, 3)], 10_000)).toMatchObject([{ at: 0.05, notes: 5 }]);
});

test('ten thousand threads are drawn with a few hundred ticks', () => {
  const cards = Array.from({ length: 10_000 }, (_, i) => cardAt(i * 12));
  expect(ticksOf(cards, 120_000)).toHaveLength(200);
});

test('a thread whose passage is gone has none', () => {
  const { range: _, ...gone } = cardAt(3);
  expect(ticksOf([gone as CardOfThread], 10)).toEqual([]);
});
