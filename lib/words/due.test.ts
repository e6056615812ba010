// What is said of an assignment's dates, in each language by its own habits.

import { expect, test } from 'vitest';
import type { Terms } from '#lib/model/classes/assignment.ts';
import { dayWords, termsInWords } from './due.ts';
import { translatorOf } from './translate.ts';

const now = '2026-03-02T09:00:00.000Z';
const english = { locale: 'en', t: translatorOf('en', 'ui.due') } as const;
const german = { locale: 'de', t: translatorOf('de', 'ui.due') } as const;
const terms: Terms = {
  prompt: '',
  timeZone: 'Europe/Zurich',
  notesDueAt: '2026-03-04T17:00:00.000Z',
  repliesDueAt: '2026-03-06T17:00:00.000Z',
  closesAt: null,
  required: { notes: 3, replies: 0 },
  isExtended: false,
};

test('dates and progress, in words', () => {
  expect(termsInWords(terms, { notes: 2, replies: 0 }, now, english)).toEqual([
    'Notes due Wed',
    'replies due Fri',
    'you have 2 of 3 notes',
  ]);
});

test('more than is asked is not shown: volume earns nothing', () => {
  const both = { ...terms, required: { notes: 1, replies: 2 } };
  expect(termsInWords(both, { notes: 9, replies: 1 }, now, english).at(-1)).toBe(
    'you have 1 of 1 note and 1 of 2 replies',
  );
});

test('what is over, and whose dates they are', () => {
  const over = {
    ...terms,
    notesDueAt: '2026-02-27T17:00:00.000Z',
    closesAt: '2026-04-01T10:00:00.000Z',
    isExtended: true,
  };
  expect(termsInWords(over, null, now, english)).toEqual([
    'Notes were due Fri',
    'replies due Fri',
    'closes 1 Apr',
    'these are your own, later dates',
  ]);
});

test.each([
  ['2026-03-02T17:00:00.000Z', 'Europe/Zurich', 'today 18:00'],
  ['2026-03-03T04:00:00.000Z', 'America/New_York', 'today 23:00'],
  ['2026-03-03T04:00:00.000Z', 'Europe/Zurich', 'tomorrow'],
  ['2026-03-01T12:00:00.000Z', 'Europe/Zurich', 'yesterday'],
  ['2026-03-08T12:00:00.000Z', 'Europe/Zurich', 'Sun'],
  ['2026-03-09T12:00:00.000Z', 'Europe/Zurich', '9 Mar'],
  ['2027-03-09T12:00:00.000Z', 'Europe/Zurich', '9 Mar 2027'],
])('%s in %s is %s', (moment, zone, words) => {
  expect(dayWords(moment, zone, now, english)).toBe(words);
});

test('in German', () => {
  const over = { ...terms, repliesDueAt: '2026-03-02T17:00:00.000Z', closesAt: '2026-02-28T17:00:00.000Z' };
  expect(termsInWords(over, { notes: 2, replies: 0 }, now, german)).toEqual([
    'Anmerkungen bis Mi',
    'Antworten bis heute 18:00',
    'geschlossen seit Sa',
    'Sie haben 2 von 3 Anmerkungen',
  ]);
});
