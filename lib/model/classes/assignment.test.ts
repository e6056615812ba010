import { describe, expect, test } from 'vitest';
import type { CounterpointRecord, Point } from '../record.ts';
import { dayOf, extended, fromLocal, isClosed, progressOf, toLocal } from './assignment.ts';

const now = '2026-03-02T09:00:00.000Z';
const at = now;
const anchor = { reading: 'r', edition: 'e', start: 0, end: 4, quote: 'text', prefix: '', suffix: '' };
const note: Point = { type: 'point', kind: 'comment', at, body: 'A note of five words.', anchor };
test.each([
  ['2026-03-02T17:00:00.000Z', 'Europe/Zurich', 'today'],
  ['2026-03-03T04:00:00.000Z', 'America/New_York', 'today'],
  ['2026-03-03T04:00:00.000Z', 'Europe/Zurich', 'tomorrow'],
  ['2026-03-01T12:00:00.000Z', 'Europe/Zurich', 'yesterday'],
  ['2026-03-08T12:00:00.000Z', 'Europe/Zurich', 'this-week'],
  ['2026-03-09T12:00:00.000Z', 'Europe/Zurich', 'this-year'],
  ['2027-03-09T12:00:00.000Z', 'Europe/Zurich', 'other-year'],
])('%s in %s is %s', (moment, zone, day) => {
  expect(dayOf(moment, zone, now)).toBe(day);
});

describe('progress', () => {
  test.each<[string, CounterpointRecord, { notes: number; replies: number }]>([
    ['a note on a passage', note, { notes: 1, replies: 0 }],
    ['a note too short to count', { ...note, body: 'Hm.' }, { notes: 0, replies: 0 }],
    [
      'a note on no passage',
      { type: 'point', kind: 'comment', at, body: note.body ?? '' },
      { notes: 0, replies: 0 },
    ],
    ['a reply', { ...note, links: [{ to: 'p/1', stance: 'asks' }] }, { notes: 0, replies: 1 }],
    [
      'a withdrawn note',
      { type: 'point', kind: 'comment', at, anchor, withdrawn: true },
      { notes: 0, replies: 0 },
    ],
    ['a reaction', { type: 'reaction', of: 'p/1', kind: 'helpful' }, { notes: 0, replies: 0 }],
  ])('%s', (_, record, counts) => {
    expect(progressOf([record], 4)).toEqual(counts);
  });
});

describe('closing and extensions', () => {
  test('a room closes by hand, or when its time has come', () => {
    expect(isClosed({ closedAt: null, closesAt: null }, now)).toBe(false);
    expect(isClosed({ closedAt: now, closesAt: null }, now)).toBe(true);
    expect(isClosed({ closedAt: null, closesAt: '2026-03-02T08:59:59.000Z' }, now)).toBe(true);
    expect(isClosed({ closedAt: null, closesAt: '2026-03-02T09:00:01.000Z' }, now)).toBe(false);
  });

  test('an extension never takes time away', () => {
    const dates = {
      notesDueAt: '2026-03-04T00:00:00.000Z',
      repliesDueAt: null,
      closesAt: '2026-03-09T00:00:00.000Z',
    };
    const given = {
      notesDueAt: '2026-03-07T00:00:00.000Z',
      repliesDueAt: '2026-03-07T00:00:00.000Z',
      closesAt: '2026-03-05T00:00:00.000Z',
    };
    expect(extended(dates, given)).toEqual({ ...dates, notesDueAt: given.notesDueAt });
    expect(extended(dates, null)).toEqual(dates);
  });
});

describe('clocks of a time zone', () => {
  test.each([
    ['2026-03-04T18:00', 'Europe/Zurich', '2026-03-04T17:00:00.000Z'],
    ['2026-07-04T18:00', 'Europe/Zurich', '2026-07-04T16:00:00.000Z'],
    ['2026-03-08T01:30', 'America/New_York', '2026-03-08T06:30:00.000Z'],
    ['2026-03-08T03:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
    ['2026-01-01T12:00', 'Asia/Kathmandu', '2026-01-01T06:15:00.000Z'],
  ])('%s in %s is %s, and back', (local, zone, utc) => {
    expect(fromLocal(local, zone)).toBe(utc);
    expect(toLocal(utc, zone)).toBe(local);
  });

  test.each(['', 'soon', '2026-13-01T10:00', '2026-03-04'])('“%s” is no time', (text) => {
    expect(fromLocal(text, 'UTC')).toBeNull();
  });
});
