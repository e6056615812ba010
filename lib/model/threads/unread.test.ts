import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, Point, Ref } from '../record.ts';
import { threadsOf } from './thread.ts';
import { neighbour, readMarksOf, seenNow, unreadOf } from './unread.ts';

function said(ref: Ref, seq: number | undefined, to?: Ref, more: Partial<Point> = {}): Entry {
  const [participant = '', id = ''] = ref.split('/');
  const value: Point = {
    type: 'point',
    kind: 'comment',
    at: '2026-01-01T00:00:00.000Z',
    ...(to ? { links: [{ to, stance: 'rebuts' }] } : {}),
    ...more,
  };
  return {
    ref,
    participant,
    id,
    value,
    ...(seq === undefined ? {} : { seq, createdAt: `2026-01-01T00:00:${10 + seq}.000Z` }),
  };
}

/** The refs of what is unread, by thread. */
function unread(entries: Entry[], marks: [Ref, number][], me = 'me'): Record<Ref, Ref[]> {
  const found = unreadOf(threadsOf(entries), new Map(marks), me);
  return Object.fromEntries([...found].map(([thread, posts]) => [thread, posts.map(({ ref }) => ref)]));
}

describe('[U29] what is unread', () => {
  const talk = [said('ann/1', 1), said('me/1', 2, 'ann/1'), said('ben/1', 3, 'me/1'), said('ben/2', 4)];

  it('is everything by others at first, and never one’s own', () => {
    expect(unread(talk, [])).toEqual({ 'ann/1': ['ann/1', 'ben/1'], 'ben/2': ['ben/2'] });
  });

  it('is what came into a thread since it was read', () => {
    expect(unread(talk, [['ann/1', 2]])).toEqual({ 'ann/1': ['ben/1'], 'ben/2': ['ben/2'] });
  });

  it('leaves out what was taken back and what the server has not accepted yet', () => {
    const entries = [
      said('ann/1', 1),
      said('ben/1', 2, 'ann/1', { withdrawn: true }),
      said('ben/2', undefined, 'ann/1'),
    ];
    expect(unread(entries, [['ann/1', 1]])).toEqual({});
  });

  it('is told from the marks of the private document', () => {
    const marks = readMarksOf([
      {
        ref: 'me/seen:ann/1',
        participant: 'me',
        id: 'seen:ann/1',
        value: { type: 'seen', of: 'ann/1', upTo: 3 },
      },
    ]);
    expect([...unreadOf(threadsOf(talk), marks, 'me').keys()]).toEqual(['ben/2']);
  });

  it('is nothing once every thread was read as it stood, whatever was said in whatever order', () => {
    const talks = fc.array(fc.record({ by: fc.constantFrom('me', 'ann', 'ben'), answers: fc.nat() }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(talks, (turns) => {
        const entries: Entry[] = [];
        for (const [i, { by, answers }] of turns.entries()) {
          const to = answers % 3 === 0 ? undefined : entries[answers % Math.max(1, entries.length)]?.ref;
          entries.push(said(`${by}/${i}`, i, to));
        }
        const threads = threadsOf(entries);
        const marks = new Map<Ref, number>();
        for (const thread of threads) {
          const seen = seenNow(thread, marks);
          if (seen) marks.set(seen.of, seen.upTo);
          expect(seenNow(thread, marks)).toBeUndefined();
        }
        expect(unreadOf(threads, marks, 'me').size).toBe(0);
      }),
    );
  });
});

describe('going from thread to thread', () => {
  it.each<[from: Ref | null, step: 1 | -1, to: Ref]>([
    [null, 1, 'a/1'],
    [null, -1, 'c/1'],
    ['a/1', 1, 'b/1'],
    ['c/1', 1, 'a/1'],
    ['a/1', -1, 'c/1'],
    ['z/9', 1, 'a/1'],
  ])('from %s by %i to %s', (from, step, to) => {
    expect(neighbour(['a/1', 'b/1', 'c/1'], from, step)).toBe(to);
  });

  it('leads nowhere where there is nothing', () => {
    expect(neighbour([], null, 1)).toBeUndefined();
  });
});
