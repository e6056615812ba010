// Every point with a passage is found by its words, and cards stand in the order of the text.

import { describe, expect, it } from 'vitest';
import { type Anchor, type Entry, type Point, partsOf, type Ref } from '#lib/model/record.ts';
import { keepUnchanged, threadsOf } from '#lib/model/threads/thread.ts';
import { type Discussion, discussionOf, readingFor } from './discussion.ts';

const places = [
  { start: 0, length: 20 },
  { start: 21, length: 20 },
];
const locate = ({ start, end }: Anchor) => (end <= 41 ? { start, end } : null);
const anchor = (start: number, end: number): Anchor => ({
  reading: 'r',
  edition: 'e',
  start,
  end,
  quote: 'x',
  prefix: '',
  suffix: '',
});
let seq = 0;
const point = (ref: Ref, at?: [number, number], to?: Ref): Entry<Point> => ({
  ref,
  ...partsOf(ref),
  value: {
    type: 'point',
    kind: 'comment',
    at: '2026-03-01T10:00:00.000Z',
    ...(at ? { anchor: anchor(...at) } : {}),
    ...(to ? { links: [{ to, stance: 'rebuts' as const }] } : {}),
  },
  seq: ++seq,
});

describe('discussionOf', () => {
  const entries = [
    point('p/late', [30, 35]),
    point('p/whole'),
    point('p/early', [2, 9]),
    point('q/reply', [24, 28], 'p/whole'),
    point('q/gone', [40, 90]),
  ];
  const { cards, passages, posts } = discussionOf(threadsOf(entries), locate, places);

  it('sorts cards by their passages, those without one first', () => {
    expect(cards.map(({ thread }) => thread.ref)).toEqual(['q/gone', 'p/early', 'p/whole', 'p/late']);
  });

  it('stands a thread without a passage level with the first that its replies cite', () => {
    expect(cards.find(({ thread }) => thread.ref === 'p/whole')).toMatchObject({
      range: { start: 24, end: 28 },
      block: 1,
    });
  });

  it('lists passages by block, replies included, and leaves out what is gone', () => {
    expect(passages.map((list) => list.map(({ ref }) => ref))).toEqual([['p/early'], ['p/late', 'q/reply']]);
    expect(posts.get('q/gone')?.range).toBeUndefined();
  });

  it('keeps the passage of what was taken back, while it is answered', () => {
    const root = point('p/back', [2, 9]);
    const taken = { ...root, value: { ...root.value, withdrawn: true as const } };
    const answered = threadsOf([taken, point('q/still', undefined, 'p/back')]);
    expect(discussionOf(answered, locate, places).posts.get('p/back')?.range).toEqual({ start: 2, end: 9 });
    expect(discussionOf(threadsOf([taken]), locate, places).posts.size).toBe(0);
  });

  it('is the same made from the one before, and keeps the lists of blocks where nothing changed', () => {
    const before = discussionOf(threadsOf(entries), locate, places);
    const more = [
      ...entries.filter(({ ref }) => ref !== 'p/early'),
      point('p/new', [25, 28]),
      point('q/second', undefined, 'p/late'),
    ];
    const kept = keepUnchanged(threadsOf(entries), threadsOf(more));
    const sorted = ({ passages, ...rest }: Discussion) => ({
      ...rest,
      passages: passages.map((list) => list.toSorted((a, b) => (a.ref < b.ref ? -1 : 1))),
    });
    const after = discussionOf(kept, locate, places, before);
    expect(sorted(after)).toEqual(sorted(discussionOf(kept, locate, places)));
    expect(after.passages[0]).toEqual([]);
    const answered = keepUnchanged(kept, threadsOf([...more, point('q/third', undefined, 'p/new')]));
    expect(discussionOf(answered, locate, places, after).passages[0]).toBe(after.passages[0]);
  });

  it('leads from every reply to its thread', () => {
    expect(posts.get('q/reply')).toMatchObject({ thread: { ref: 'p/whole' }, parent: 'p/whole' });
  });

  it('keeps apart what stands in another reading, and leads to the reading in which something is seen', () => {
    const elsewhere = (at: Anchor) =>
      at.reading === 'other' ? { reading: 'other', order: 1, start: at.start } : null;
    const inOther = (ref: Ref, start: number, to?: Ref): Entry<Point> => {
      const entry = point(ref, [start, start + 2], to);
      return {
        ...entry,
        value: { ...entry.value, anchor: { ...anchor(start, start + 2), reading: 'other' } },
      };
    };
    const here = (at: Anchor) => (at.reading === 'r' ? locate(at) : null);
    const both = [
      ...[inOther('p/second', 9), inOther('p/first', 3), point('p/here', [2, 9]), point('p/none')],
      ...[inOther('q/cites', 5, 'p/here'), point('q/bare', undefined, 'p/first'), point('p/lost', [40, 90])],
    ];
    const found = discussionOf(threadsOf(both), here, places, undefined, elsewhere);
    expect(found.elsewhere.map(({ thread }) => thread.ref)).toEqual(['p/first', 'p/second']);
    expect(found.cards.map(({ thread }) => thread.ref)).toEqual(['p/none', 'p/lost', 'p/here']);
    const refs = ['p/first', 'q/bare', 'q/cites', 'p/here', 'p/none'] as const;
    expect(refs.map((ref) => readingFor(found, ref, { elsewhere }))).toEqual([
      ...['other', 'other', 'other'],
      ...[null, null],
    ]);
  });
});
