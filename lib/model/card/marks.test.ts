import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Mark, markKinds } from '../record.ts';
import { cleared, markedBy, normalised, runsOf, toggled } from './marks.ts';

const words = 'A slower boat is not a worse boat.';
const kind = fc.constantFrom(...markKinds);
const ends = fc.tuple(fc.integer({ min: -3, max: 40 }), fc.integer({ min: -3, max: 40 }));
const range = ends.map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
const marks: fc.Arbitrary<Mark[]> = fc.array(
  fc.tuple(kind, range).map(([of, place]) => ({ kind: of, ...place })),
  { maxLength: 12 },
);

/** Which kinds cover each unit of the words, told the slow way. */
function covering(list: readonly Mark[]): string[] {
  return Array.from(words, (_, at) =>
    markKinds.filter((of) => list.some((m) => m.kind === of && m.start <= at && at < m.end)).join('+'),
  );
}

describe('normalised marks', () => {
  it('cover what they covered within the words, once, in order and apart', () => {
    fc.assert(
      fc.property(marks, (list) => {
        const tidy = normalised(list, words.length);
        expect(covering(tidy)).toEqual(covering(list));
        expect(normalised(tidy, words.length)).toEqual(tidy);
        for (const of of markKinds) {
          const own = tidy.filter((mark) => mark.kind === of);
          for (const [i, mark] of own.entries()) {
            expect(mark.start).toBeGreaterThan(own[i - 1]?.end ?? -1);
            expect(mark.end).toBeLessThanOrEqual(words.length);
          }
        }
      }),
    );
  });
});

describe('toggling', () => {
  it('changes one kind within the range and nothing else; a second time it undoes what it filled', () => {
    fc.assert(
      fc.property(marks, kind, range, (list, of, at) => {
        const before = covering(list);
        const after = covering(toggled(list, of, at, words.length));
        const inside = (i: number) => at.start <= i && i < at.end;
        const kindsAt = (covered: string[], i: number) => new Set((covered[i] ?? '').split('+'));
        const wasFull = before.every((_, i) => !inside(i) || kindsAt(before, i).has(of));
        for (let i = 0; i < words.length; i++) {
          if (!inside(i)) expect(after[i]).toBe(before[i]);
          else expect(kindsAt(after, i).has(of)).toBe(!wasFull);
        }
      }),
    );
  });

  test('takes a piece out of the middle', () => {
    const all = toggled([], 'highlight', { start: 0, end: 20 }, words.length);
    expect(toggled(all, 'highlight', { start: 5, end: 8 }, words.length)).toEqual([
      { kind: 'highlight', start: 0, end: 5 },
      { kind: 'highlight', start: 8, end: 20 },
    ]);
  });
});

describe('runs', () => {
  it('are the words, cut where marks change, each with its marks', () => {
    fc.assert(
      fc.property(marks, (list) => {
        const runs = runsOf(words, list);
        expect(runs.map(({ text }) => text).join('')).toBe(words);
        const told = runs.flatMap((run) =>
          Array.from(run.text, () => markKinds.filter((of) => run[of]).join('+')),
        );
        expect(told).toEqual(covering(list));
      }),
    );
  });

  test('of no words are none', () => {
    expect(runsOf('', [{ kind: 'underline', start: 0, end: 3 }])).toEqual([]);
  });
});

test('what one kind covers is told apart from the others', () => {
  const list: Mark[] = [
    { kind: 'underline', start: 0, end: 9 },
    { kind: 'highlight', start: 2, end: 4 },
  ];
  expect(markedBy('highlight', list, words.length)).toEqual([{ start: 2, end: 4 }]);
});

test('clearing takes every kind off the range and leaves the rest', () => {
  fc.assert(
    fc.property(marks, range, (list, at) => {
      const before = covering(list);
      const after = covering(cleared(list, at, words.length));
      for (const [i, covered] of after.entries())
        expect(covered).toBe(at.start <= i && i < at.end ? '' : before[i]);
    }),
  );
});
