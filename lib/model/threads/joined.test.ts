// Joining what changed gives what joining everything gives, whatever changed.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CounterpointRecord, Entry, Ref } from '../record.ts';
import { partsOf } from '../record.ts';
import { type Joined, joined } from './joined.ts';
import { postsIn, threadsOf } from './thread.ts';

const at = '2026-03-01T10:00:00.000Z';
/** Of any place; what stands in `about` is one of the others, which may not be there. */
type Made = {
  kind: 'note' | 'withdrawn' | 'reaction' | 'hide' | 'show' | 'resolve';
  about: number | undefined;
  isOld: boolean;
};

const anyRecord: fc.Arbitrary<Made> = fc.record({
  kind: fc.constantFrom('note', 'note', 'note', 'withdrawn', 'reaction', 'hide', 'show', 'resolve'),
  about: fc.option(fc.nat(14), { nil: undefined }),
  isOld: fc.boolean(),
});
/** What happens one after the other: under a name something is said, said otherwise, or taken away. */
const anySteps = fc.array(
  fc.array(fc.record({ name: fc.nat(14), made: fc.option(anyRecord, { nil: null }) }), {
    minLength: 1,
    maxLength: 4,
  }),
  { minLength: 1, maxLength: 12 },
);

function recordOf({ kind, about }: Made): CounterpointRecord {
  const of: Ref = `p/${about ?? 0}`;
  if (kind === 'reaction') return { type: 'reaction', of, kind: 'helpful' };
  if (kind === 'hide' || kind === 'show' || kind === 'resolve') return { type: 'ruling', act: kind, of, at };
  const links = about === undefined ? {} : { links: [{ to: of, stance: 'rebuts' as const }] };
  return {
    type: 'point',
    kind: 'comment',
    at,
    ...links,
    ...(kind === 'note' ? { body: 'words' } : { withdrawn: true }),
  };
}

function changedBy(
  entries: ReadonlyMap<Ref, Entry>,
  step: { name: number; made: Made | null }[],
): Map<Ref, Entry> {
  const next = new Map(entries);
  for (const { name, made } of step) {
    const ref: Ref = `p/${name}`;
    if (!made || made.about === name) next.delete(ref);
    else {
      const times = made.isOld ? { seq: name + 1, createdAt: at, acceptedAt: at } : {};
      next.set(ref, { ref, ...partsOf(ref), value: recordOf(made), ...times });
    }
  }
  return next;
}

describe('joined', () => {
  it('gives what joining everything gives, after any change', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        let entries: ReadonlyMap<Ref, Entry> = new Map();
        let before: Joined | null = null;
        for (const step of steps) {
          entries = changedBy(entries, step);
          before = joined(entries, before);
          expect(before.threads).toEqual(threadsOf(entries.values()));
          const standing = before.threads.flatMap((thread) =>
            postsIn(thread).map(({ ref }) => [ref, thread]),
          );
          expect([...before.threadOf].sort()).toEqual(standing.sort());
        }
      }),
      { numRuns: 400 },
    );
  });

  it('keeps every thread that did not change', () => {
    const note: Made = { kind: 'note', about: undefined, isOld: true };
    const first = joined(
      changedBy(new Map(), [
        { name: 1, made: note },
        { name: 2, made: note },
      ]),
      null,
    );
    const answer = { name: 3, made: { ...note, about: 2 } };
    const second = joined(changedBy(first.entries, [answer]), first);
    expect(second.threads[0]).toBe(first.threads[0]);
    expect(second.threads[1]).not.toBe(first.threads[1]);
    expect(joined(new Map(second.entries), second).threads).toBe(second.threads);
  });

  it('[U29] leaves all threads as they are when one more was read', () => {
    const note = changedBy(new Map(), [{ name: 1, made: { kind: 'note', about: undefined, isOld: true } }]);
    const before = joined(note, null);
    const seen: Entry = { ref: 'p/2', ...partsOf('p/2'), value: { type: 'seen', of: 'p/1', upTo: 2 } };
    expect(joined(new Map([...note, ['p/2', seen]]), before).threads).toBe(before.threads);
  });
});
