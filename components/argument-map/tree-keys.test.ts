// The keys of the ARIA tree, one by one.

import { expect, it } from 'vitest';
import { mapOf } from '#lib/model/argument/map.ts';
import { type Entry, type Point, partsOf, type Ref } from '#lib/model/record.ts';
import { threadsOf } from '#lib/model/threads/thread.ts';
import { movedFocus, type TreeMove } from './tree-keys.ts';

const point = (ref: Ref, seq: number, to?: Ref): Entry<Point> => ({
  ref,
  ...partsOf(ref),
  value: {
    type: 'point',
    kind: 'claim',
    at: '2026-03-01T10:00:00.000Z',
    body: ref,
    ...(to ? { links: [{ to, stance: 'rebuts' }] } : {}),
  },
  seq,
  createdAt: '2026-03-01T10:00:00.000Z',
});
// ada (bea (chidi), bob), dev
const threads = threadsOf([
  point('ada/1', 1),
  point('bea/1', 2, 'ada/1'),
  point('chidi/1', 3, 'bea/1'),
  point('bob/1', 4, 'ada/1'),
  point('dev/1', 5),
]);
const open = mapOf(threads, { folded: new Set(), thread: null });
const closed = mapOf(threads, { folded: new Set<Ref>(['ada/1']), thread: null });

it.each<[string, typeof open, Ref, string, TreeMove | null]>([
  ['down goes to the next that is shown', open, 'bea/1', 'ArrowDown', { to: 'chidi/1' }],
  ['down passes over what is folded', closed, 'ada/1', 'ArrowDown', { to: 'dev/1' }],
  ['up goes to the one before', open, 'bob/1', 'ArrowUp', { to: 'chidi/1' }],
  ['up stays at the first', open, 'ada/1', 'ArrowUp', { to: undefined }],
  ['home and end go to the first', open, 'bob/1', 'Home', { to: 'ada/1' }],
  ['home and end go to the last', open, 'bob/1', 'End', { to: 'dev/1' }],
  ['right goes into the answers', open, 'ada/1', 'ArrowRight', { to: 'bea/1' }],
  ['right unfolds first', closed, 'ada/1', 'ArrowRight', { fold: false }],
  ['right has nowhere to go from a leaf', open, 'dev/1', 'ArrowRight', { to: undefined }],
  ['left folds what is open', open, 'bea/1', 'ArrowLeft', { fold: true }],
  ['left goes back to what is answered', open, 'chidi/1', 'ArrowLeft', { to: 'bea/1' }],
  ['a letter goes to the next name with it', open, 'bea/1', 'b', { to: 'bob/1' }],
  ['a letter goes around the end', open, 'bob/1', 'b', { to: 'bea/1' }],
  ['a letter that begins no name leads nowhere', open, 'bea/1', 'z', { to: undefined }],
  ['other keys mean nothing', open, 'bea/1', 'F5', null],
])('%s', (_, map, from, key, expected) => {
  const node = map.nodeOf.get(from);
  if (!node) throw new Error(`${from} is not shown`);
  const typed = { words: '', at: 0 };
  expect(movedFocus(map, node, key, typed, ({ ref }) => ref, 10_000)).toEqual(expected);
});

it('letters typed soon after each other belong together', () => {
  const node = open.nodeOf.get('ada/1');
  if (!node) throw new Error('ada is not shown');
  const typed = { words: '', at: 0 };
  const type = (key: string, atMs: number) => movedFocus(open, node, key, typed, ({ ref }) => ref, atMs)?.to;
  expect([type('b', 10_000), type('o', 10_300)]).toEqual(['bea/1', 'bob/1']);
  expect(type('d', 12_000)).toBe('dev/1');
});
