import { describe, expect, test } from 'vitest';
import { locksOf } from './lock.ts';
import { type Change, may } from './permission.ts';
import type { CounterpointRecord, Entry, Point, Ref, Ruling, RulingAct } from './record.ts';

const at = '2026-03-02T09:00:00.000Z';
const point: Point = { type: 'point', kind: 'comment', at, body: 'So be it.' };
const answer = (to: Ref): Point => ({ ...point, links: [{ to, stance: 'asks' }] });

/** A thread of three by ann, ben and ann: a/1 ← b/1 ← a/2, and another by ben: b/9. */
const standing: Record<Ref, CounterpointRecord> = {
  'a/1': point,
  'b/1': answer('a/1'),
  'a/2': answer('b/1'),
  'b/9': point,
};

function locksAfter(...acts: [act: RulingAct, of: Ruling['of']][]) {
  const rulings = acts.map(
    ([act, of], i): Entry<Ruling> => ({
      ref: `i/${i}`,
      participant: 'i',
      id: String(i),
      seq: i + 1,
      value: { type: 'ruling', act, of, at },
    }),
  );
  return locksOf(rulings, (ref) => standing[ref]);
}

function verdict(
  writer: 'a' | 'b' | 'i',
  change: Omit<Change, 'before'> & { before?: CounterpointRecord },
  ...acts: [act: RulingAct, of: Ruling['of']][]
): string {
  const role = writer === 'i' ? 'owner' : 'member';
  const state = { kind: 'room', closed: false, locks: locksAfter(...acts) } as const;
  const said = may({ participant: writer, role }, { before: undefined, ...change }, state);
  return said.ok ? 'granted' : said.reason;
}

describe('locks', () => {
  const say = { id: 'new', after: point };
  const below = { id: 'new', after: answer('a/2') };
  const react: Omit<Change, 'before'> = {
    id: 'helpful:a/2',
    after: { type: 'reaction', kind: 'helpful', of: 'a/2' },
  };

  test.each<[string, string, Parameters<typeof verdict>]>([
    ['a locked room takes no words', 'locked', ['a', say, ['lock', 'room']]],
    ['an unlocked one does', 'granted', ['a', say, ['lock', 'room'], ['unlock', 'room']]],
    ['a locked person says nothing', 'locked', ['a', say, ['lock', 'a']]],
    ['others do', 'granted', ['b', say, ['lock', 'a']]],
    ['a locked thread takes no answer at any level', 'locked', ['b', below, ['lock', 'a/1']]],
    ['nor a reaction', 'locked', ['b', react, ['lock', 'a/1']]],
    [
      'nor a change',
      'locked',
      ['b', { id: '1', before: answer('a/1'), after: { ...answer('a/1'), body: 'No.' } }, ['lock', 'a/1']],
    ],
    [
      'another thread does',
      'granted',
      ['b', { id: '9', before: point, after: { ...point, body: 'Yes.' } }, ['lock', 'a/1']],
    ],
    ['instructors write on', 'granted', ['i', below, ['lock', 'room'], ['lock', 'a/1']]],
    [
      'what was erased cannot be written again',
      'erased',
      ['b', { id: '9', before: point, after: point }, ['erase', 'b/9']],
    ],
    ['not even by an instructor', 'erased', ['i', { id: '9', after: point }, ['erase', 'i/9']]],
    [
      'erasing is not undone by showing',
      'erased',
      ['b', { id: '9', before: point, after: point }, ['erase', 'b/9'], ['show', 'b/9']],
    ],
    [
      'a member locks nothing',
      'not-instructor',
      ['a', { id: 'new', after: { type: 'ruling', act: 'lock', of: 'b', at } }],
    ],
    [
      'a member erases nothing, not even of their own',
      'not-instructor',
      ['a', { id: 'new', after: { type: 'ruling', act: 'erase', of: 'a/1', at } }],
    ],
  ])('%s', (_, expected, asked) => {
    expect(verdict(...asked)).toBe(expected);
  });

  test('a circle has no end and is no lock', () => {
    const circle: Record<Ref, Point> = { 'a/1': answer('b/1'), 'b/1': answer('a/1') };
    const lock: Entry<Ruling> = {
      ref: 'i/1',
      participant: 'i',
      id: '1',
      value: { type: 'ruling', act: 'lock', of: 'a/9', at },
    };
    expect(locksOf([lock], (ref) => circle[ref])?.isInLockedThread('a/1')).toBe(false);
  });

  test('without rulings of its kind nothing is looked up', () => {
    expect(locksAfter(['hide', 'a/1'], ['resolve', 'a/1'])).toBeUndefined();
  });
});
