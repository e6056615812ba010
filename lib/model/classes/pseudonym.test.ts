import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maySeeName, pseudonymsOf } from './pseudonym.ts';

const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 16 }), { maxLength: 120 });

describe('pseudonyms', () => {
  test('nobody shares one', () => {
    fc.assert(
      fc.property(ids, (all) => {
        expect(new Set(pseudonymsOf(all).values()).size).toBe(all.length);
      }),
    );
  });

  test('who comes later changes nobody’s', () => {
    fc.assert(
      fc.property(ids, fc.nat(), (all, cut) => {
        const some = all.slice(0, cut % (all.length + 1));
        const later = pseudonymsOf(all);
        for (const [id, name] of pseudonymsOf(some)) expect(later.get(id)).toBe(name);
      }),
    );
  });

  test('a crowd larger than the words still has one each', () => {
    const crowd = Array.from({ length: 2500 }, (_, i) => `p${i}`);
    expect(new Set(pseudonymsOf(crowd).values()).size).toBe(crowd.length);
  });
});

test.each([
  ['a member sees a member under a pseudonym', 'member', 'member', false],
  ['an observer, too', 'observer', 'member', false],
  ['a member sees an instructor by name', 'member', 'owner', true],
  ['an assistant sees everyone by name', 'assistant', 'member', true],
] as const)('%s', (_, viewer, person, sees) => {
  expect(maySeeName({ participant: 'a', role: viewer }, { participant: 'b', role: person })).toBe(sees);
});

test('everyone sees their own name', () => {
  expect(maySeeName({ participant: 'a', role: 'member' }, { participant: 'a', role: 'member' })).toBe(true);
});
