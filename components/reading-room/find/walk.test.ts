// From unread to unread, through this reading, those after it, and round again.

import { expect, test } from 'vitest';
import type { Discussion } from '#components/room/frame/discussion.ts';
import { partsOf, type Ref } from '#lib/model/record.ts';
import { type Thread, threadsOf } from '#lib/model/threads/thread.ts';
import { talliesOf } from '../readings/tallies.ts';
import { walkOf } from './walk.ts';

const threads = new Map<Ref, Thread>(
  threadsOf(
    (['p/before', 'p/one', 'p/two', 'p/after'] as const).map((ref) => ({
      ref,
      ...partsOf(ref),
      value: { type: 'point', kind: 'comment', at: '2026-03-01T10:00:00.000Z', body: ref },
    })),
  ).map((thread) => [thread.ref, thread]),
);
const threadOf = (ref: Ref): Thread => {
  const found = threads.get(ref);
  if (!found) throw new Error(ref);
  return found;
};
const shown = 1;
const discussion: Discussion = {
  cards: (['p/one', 'p/two'] as const).map((ref) => ({ thread: threadOf(ref), range: null, block: 0 })),
  elsewhere: [
    { thread: threadOf('p/before'), reading: 'a', order: 0, start: 0 },
    { thread: threadOf('p/after'), reading: 'c', order: 2, start: 0 },
  ],
  posts: new Map(
    [...threads].map(([ref, thread]) => [
      ref,
      { post: thread.root, thread, parent: undefined, range: undefined },
    ]),
  ),
  passages: [],
};
const unreadIn = (...refs: Ref[]) => new Map(refs.map((ref) => [ref, [threadOf(ref).root]] as const));

test.each<[Ref | null, Ref[], Ref]>([
  [null, ['p/before', 'p/one', 'p/after'], 'p/one'],
  ['p/one', ['p/before', 'p/one', 'p/after'], 'p/after'],
  ['p/two', ['p/before', 'p/one'], 'p/before'],
  ['p/two', ['p/one'], 'p/one'],
  ['p/two', [], 'p/none'],
])('from %s the next of %j is %s', (active, unread, expected) => {
  const opened: Ref[] = [];
  const onNone = () => opened.push('p/none');
  walkOf(discussion, unreadIn(...unread), active, shown, { open: (ref) => opened.push(ref), onNone }).next();
  expect(opened).toEqual([expected]);
});

test('each reading says how many notes it holds, and how many of the others’ are new', () => {
  const { notes, news } = talliesOf(discussion, 'b', unreadIn('p/one', 'p/after'));
  expect([...notes]).toEqual([
    ['b', 2],
    ['a', 1],
    ['c', 1],
  ]);
  expect([...news]).toEqual([['c', 1]]);
});
