// Threads are a function of the records alone: never of the order they came in, and never lost or doubled.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CounterpointRecord, Entry, Point, Ref, RulingAct, Stance } from '../record.ts';
import { partsOf, reactionId } from '../record.ts';
import {
  anchorOf,
  isTombstone,
  keepUnchanged,
  type Post,
  postsIn,
  type Thread,
  threadsOf,
} from './thread.ts';

function entry(ref: Ref, value: CounterpointRecord, seq?: number): Entry {
  const times = seq === undefined ? {} : { seq, createdAt: timeOf(seq), acceptedAt: timeOf(seq) };
  return { ref, ...partsOf(ref), value, ...times };
}
const timeOf = (seq: number) => `2026-03-01T10:00:${String(seq % 60).padStart(2, '0')}.000Z`;

function point(to?: Ref, stance: Stance = 'rebuts', more: Partial<Point> = {}): Point {
  const links = to ? { links: [{ to, stance }] } : {};
  return { type: 'point', kind: 'comment', at: '2026-03-01T10:00:00.000Z', body: 'words', ...links, ...more };
}
const withdrawn = (to?: Ref): Point => {
  const { body: _, ...rest } = point(to);
  return { ...rest, withdrawn: true };
};
const ruling = (act: RulingAct, of: Ref): CounterpointRecord => ({
  type: 'ruling',
  of,
  act,
  at: '2026-03-01T10:00:00.000Z',
});

/** A thread as its author would sketch it: `a(b(c),d)`. */
const sketch = (post: Post): string => {
  const mark = post.entry ? (isTombstone(post) ? '†' : '') : '?';
  const answers = post.answers.map(sketch).join(',');
  return `${post.ref.slice(2)}${mark}${answers && `(${answers})`}`;
};
const sketches = (threads: readonly Thread[]) => threads.map(({ root }) => sketch(root)).join(' ');

describe('threadsOf', () => {
  it.each<[string, Entry[], string]>([
    [
      'stands answers under what they answer',
      [entry('p/a', point(), 1), entry('q/b', point('p/a'), 2)],
      'a(b)',
    ],
    [
      'goes to any depth, each level by the order of acceptance',
      [
        entry('p/d', point('p/a'), 4),
        entry('p/c', point('p/b'), 3),
        entry('p/b', point('p/a'), 2),
        entry('p/a', point(), 1),
      ],
      'a(b(c),d)',
    ],
    ['puts what is not yet accepted last', [entry('p/a', point()), entry('p/b', point(), 9)], 'b a'],
    ['gives a parent that is not there a placeholder', [entry('p/b', point('p/gone'), 2)], 'gone?(b)'],
    [
      'joins all who answer the same missing parent',
      [entry('p/b', point('p/x'), 1), entry('q/c', point('p/x'), 2)],
      'x?(b,c)',
    ],
    ['[U18] drops a withdrawn point that nothing answers', [entry('p/a', withdrawn(), 1)], ''],
    [
      '[U18] keeps a tombstone where something answers',
      [entry('p/a', withdrawn(), 1), entry('p/b', point('p/a'), 2)],
      'a†(b)',
    ],
    [
      'drops a tombstone whose answers were all withdrawn too',
      [entry('p/a', point(), 1), entry('p/b', withdrawn('p/a'), 2), entry('p/c', withdrawn('p/b'), 3)],
      'a',
    ],
    ['drops a placeholder whose answers were all withdrawn', [entry('p/b', withdrawn('p/x'), 1)], ''],
    [
      'cuts a circle at its earliest point',
      [entry('p/c', point('p/b'), 3), entry('p/b', point('p/a'), 2), entry('p/a', point('p/c'), 1)],
      'a(b(c))',
    ],
  ])('%s', (_, entries, expected) => {
    expect(sketches(threadsOf(entries))).toBe(expected);
  });

  it('an edit keeps its place', () => {
    const edited = { ...entry('p/a', point(), 7), createdAt: timeOf(1) };
    expect(sketches(threadsOf([edited, entry('p/b', point(), 2)]))).toBe('a b');
  });

  it('[U17] the last ruling wins, by the order of the server', () => {
    const a = entry('p/a', point(), 1);
    const resolve = entry('p/r1', ruling('resolve', 'p/a'), 2);
    const reopen = entry('t/r2', ruling('reopen', 'p/a'), 3);
    expect(threadsOf([resolve, a])[0]?.resolvedBy).toBe(resolve);
    expect(threadsOf([reopen, resolve, a])[0]?.resolvedBy).toBeUndefined();
    expect(threadsOf([a, reopen, entry('p/r3', ruling('resolve', 'p/a'))])[0]?.resolvedBy?.id).toBe('r3');
  });

  it('hiding and resolving are separate questions', () => {
    const threads = threadsOf([
      entry('p/a', point(), 1),
      entry('t/h', ruling('hide', 'p/a'), 2),
      entry('p/r', ruling('resolve', 'p/a'), 3),
    ]);
    expect(threads[0]?.root.hiddenBy?.id).toBe('h');
    expect(threads[0]?.resolvedBy?.id).toBe('r');
  });

  describe('a placing', () => {
    const anchor = (edition: string, start: number) => ({
      ...{ reading: 'r', edition, start, end: start + 5 },
      ...{ quote: 'words', prefix: '', suffix: '' },
    });
    const placed = (to?: number, from = 10): CounterpointRecord => ({
      type: 'placing',
      of: 'p/a',
      from: { edition: 'e1', start: from, end: from + 5 },
      ...(to === undefined ? {} : { anchor: anchor('e2', to) }),
      at: '2026-03-01T10:00:00.000Z',
    });
    const noted = (own = anchor('e1', 10)) => entry('p/a', point(undefined, 'rebuts', { anchor: own }), 1);
    const standsAt = (...entries: Entry[]) => {
      const root = threadsOf(entries)[0]?.root;
      return root && anchorOf(root)?.start;
    };

    it('stands for the author’s place; the last one holds, and can be taken back', () => {
      const [first, second] = [entry('t/1', placed(40), 2), entry('t/2', placed(70), 3)];
      expect(standsAt(noted())).toBe(10);
      expect(standsAt(first, noted())).toBe(40);
      expect(standsAt(second, first, noted())).toBe(70);
      expect(standsAt(entry('t/3', placed(), 4), second, noted())).toBe(10);
    });

    it('lapses once the author places the note anew', () => {
      expect(standsAt(noted(anchor('e2', 55)), entry('t/1', placed(40), 2))).toBe(55);
    });

    it('makes a thread another one', () => {
      const before = threadsOf([noted()]);
      expect(keepUnchanged(before, threadsOf([noted(), entry('t/1', placed(40), 2)]))[0]).not.toBe(before[0]);
    });
  });

  it('keeps the place of what was erased, with or without answers, and of what was taken back only with them', () => {
    const erase = entry('t/e', ruling('erase', 'p/a'), 3);
    const threads = threadsOf([entry('p/a', withdrawn(), 1), entry('p/b', withdrawn(), 2), erase]);
    expect(sketches(threads)).toBe('a†');
    expect(threads[0]?.root.erasedBy).toBe(erase);
    expect(threads[0]?.size).toBe(0);
    const before = threadsOf([entry('p/a', point(), 1)]);
    expect(keepUnchanged(before, threadsOf([entry('p/a', point(), 1), erase]))[0]).not.toBe(before[0]);
  });

  it('[U20] counts each reaction by who gave it', () => {
    const helpful: CounterpointRecord = { type: 'reaction', of: 'p/a', kind: 'helpful' };
    const key = reactionId('helpful', 'p/a');
    const threads = threadsOf([
      entry('p/a', point(), 1),
      entry(`q/${key}`, helpful, 2),
      entry(`r/${key}`, helpful, 3),
    ]);
    expect(threads[0]?.root.reactions.get('helpful')).toEqual(['q', 'r']);
  });

  it('takes a thread ten thousand deep', () => {
    const chain = Array.from({ length: 10_000 }, (_, i) =>
      entry(`p/${i}`, i === 0 ? point() : point(`p/${i - 1}`), i),
    );
    const [thread] = threadsOf(chain);
    expect(thread?.size).toBe(10_000);
  });

  const anyEntries = fc
    .array(
      fc.record({
        parent: fc.option(fc.nat(14), { nil: undefined }),
        gone: fc.boolean(),
        accepted: fc.boolean(),
      }),
      { maxLength: 12 },
    )
    .map((rows) =>
      rows.map(({ parent, gone, accepted }, i) => {
        const to: Ref | undefined = parent === undefined || parent === i ? undefined : `p/${parent}`;
        return entry(`p/${i}`, gone ? withdrawn(to) : point(to), accepted ? i + 1 : undefined);
      }),
    );

  it('shows every standing point exactly once, circles and missing parents included', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const threads = threadsOf(entries);
        const shown = threads.flatMap(postsIn).flatMap((post) => (post.entry ? [post.ref] : []));
        const standing = entries
          .filter((e) => e.value.type === 'point' && !e.value.withdrawn)
          .map((e) => e.ref);
        expect(new Set(shown).size).toBe(shown.length);
        expect(shown).toEqual(expect.arrayContaining(standing));
        expect(threads.reduce((sum, thread) => sum + thread.size, 0)).toBe(standing.length);
      }),
    );
  });

  it('gives the same threads whatever order the records come in', () => {
    fc.assert(
      fc.property(
        anyEntries.chain((entries) =>
          fc.tuple(
            fc.constant(entries),
            fc.shuffledSubarray(entries, { minLength: entries.length, maxLength: entries.length }),
          ),
        ),
        ([entries, shuffled]) => {
          expect(sketches(threadsOf(shuffled))).toBe(sketches(threadsOf(entries)));
        },
      ),
    );
  });
});

describe('keepUnchanged', () => {
  it('keeps the object of every thread but the one that changed', () => {
    const [a, b, answer] = [
      entry('p/a', point(), 1),
      entry('p/b', point(), 2),
      entry('q/c', point('p/b'), 3),
    ];
    const before = threadsOf([a, b]);
    const after = keepUnchanged(before, threadsOf([a, b, answer]));
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
    expect(after[1]?.size).toBe(2);
  });

  it('sees a new reaction as a change', () => {
    const a = entry('p/a', point(), 1);
    const before = threadsOf([a]);
    const reaction = entry(`q/${reactionId('helpful', 'p/a')}`, {
      type: 'reaction',
      of: 'p/a',
      kind: 'helpful',
    });
    expect(keepUnchanged(before, threadsOf([a, reaction]))[0]).not.toBe(before[0]);
  });
});
