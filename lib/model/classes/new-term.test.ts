import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CounterpointRecord, Entry, Point } from '../record.ts';
import { mentionOf } from '../threads/mention.ts';
import { toLocal } from './assignment.ts';
import {
  daysBetween,
  firstDay,
  inNewTerm,
  nextTermName,
  notesToTake,
  sameDayNextTime,
  type TermBound,
} from './new-term.ts';

const terms: TermBound = {
  timeZone: 'Europe/Zurich',
  notesDueAt: '2026-03-04T17:00:00.000Z',
  repliesDueAt: '2026-03-06T22:59:59.000Z',
  closesAt: null,
  visibility: { kind: 'after-own-notes', notes: 3, words: 15 },
};

describe('an assignment in a new term', () => {
  test('is due at the same hour of its time zone, on the other side of a change of the clocks, too', () => {
    const next = inNewTerm(terms, 182);
    expect(next).toMatchObject({
      notesDueAt: '2026-09-02T16:00:00.000Z',
      repliesDueAt: '2026-09-04T21:59:59.000Z',
      closesAt: null,
      visibility: terms.visibility,
    });
  });

  test('has no dates where they are left empty, and then opens to peers by hand', () => {
    const bound = { ...terms, visibility: { kind: 'from', at: '2026-03-05T08:00:00.000Z' } } as const;
    expect(inNewTerm(bound, null)).toMatchObject({
      notesDueAt: null,
      repliesDueAt: null,
      visibility: { kind: 'when-opened', opened: false },
    });
    expect(inNewTerm(bound, 364).visibility).toEqual({ kind: 'from', at: '2027-03-04T08:00:00.000Z' });
  });

  test('is not open yet, whatever was opened in the old one', () => {
    const opened = { ...terms, visibility: { kind: 'when-opened', opened: true } } as const;
    expect(inNewTerm(opened, 364).visibility).toEqual({ kind: 'when-opened', opened: false });
  });

  test('shifting moves the wall clock by whole days, wherever and whenever', () => {
    const zone = fc.constantFrom('UTC', 'Europe/Zurich', 'America/New_York', 'Asia/Kolkata');
    // At noon no clock changes, so that the law has no exception.
    const noon = fc.integer({ min: 0, max: 20_000 }).map((day) => day * 86_400_000 + 43_200_000);
    fc.assert(
      fc.property(zone, noon, fc.integer({ min: -1461, max: 1461 }), (timeZone, ms, days) => {
        const at = new Date(ms).toISOString();
        const next = inNewTerm({ ...terms, timeZone, notesDueAt: at }, days).notesDueAt ?? '';
        const [before, after] = [toLocal(at, timeZone), toLocal(next, timeZone)];
        expect(after.slice(10)).toBe(before.slice(10));
        expect(daysBetween(before.slice(0, 10), after.slice(0, 10))).toBe(days);
      }),
    );
  });
});

test('the first day counts in the time zone of its assignment', () => {
  const late = { ...terms, timeZone: 'Pacific/Auckland', notesDueAt: '2026-03-01T20:00:00.000Z' };
  expect(firstDay([terms, late])).toBe('2026-03-02');
  expect(firstDay([inNewTerm(terms, null)])).toBeNull();
});

test.each([
  ['2026-03-04', '2026-08-01', '2027-03-03'],
  ['2023-03-01', '2026-08-01', '2027-02-24'],
])('the day of %s comes again, from %s on, on %s', (day, today, next) => {
  expect(sameDayNextTime(day, today)).toBe(next);
});

test.each([
  ['Rhetoric 2026', 'Rhetoric 2027'],
  ['Rhetoric, 2026/2027', 'Rhetoric, 2027/2028'],
  ['Rhetoric', null],
])('%s becomes %s', (name, next) => {
  expect(nextTermName(name)).toBe(next);
});

describe('the notes an instructor takes along', () => {
  const at = '2026-03-02T09:00:00.000Z';
  const note: Point = { type: 'point', kind: 'comment', at, body: 'Which of these is measured?' };
  let seq = 0;
  const entry = (participant: string, id: string, value: CounterpointRecord): Entry => ({
    ref: `${participant}/${id}`,
    participant,
    id,
    value,
    seq: ++seq,
    createdAt: at,
  });
  const reply = (to: `${string}/${string}`): Point => ({ ...note, links: [{ to, stance: 'asks' }] });
  const refs = (entries: Entry[]) => notesToTake(entries, 'me').map(({ ref }) => ref);

  test('are those on the text and what they answered themselves', () => {
    const entries = [
      entry('me', 'under-moved', reply('me/moved')),
      entry('me', 'a', note),
      entry('ann', 'b', note),
      entry('me', 'to-ann', reply('ann/b')),
      entry('me', 'below-ann', reply('me/to-ann')),
      entry('me', 'moved', reply('me/a')),
      entry('me', 'gone', { type: 'point', kind: 'comment', at, withdrawn: true }),
    ];
    expect(refs(entries)).toEqual(['me/under-moved', 'me/a', 'me/moved']);
  });

  test('are not those that are hidden', () => {
    const hide = { type: 'ruling', of: 'me/a', act: 'hide', at } as const;
    expect(refs([entry('me', 'a', note), entry('me', 'r', hide)])).toEqual([]);
  });

  test('name nobody of the old class, and link to nothing of theirs', () => {
    const value: Point = {
      ...note,
      body: `Compare with what ${mentionOf('ann')} said, and ${mentionOf('me')}.`,
      links: [
        { to: 'reading', stance: 'undercuts', on: 'ann/b' },
        { to: 'ann/b', stance: 'supports' },
      ],
    };
    expect(notesToTake([entry('me', 'a', value)], 'me')).toEqual([
      {
        ref: 'me/a',
        value: {
          ...note,
          body: `Compare with what @someone said, and ${mentionOf('me')}.`,
          links: [{ to: 'reading', stance: 'undercuts' }],
        },
      },
    ]);
  });
});
