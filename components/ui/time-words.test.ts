// The words for a moment, near and far.

import { expect, test } from 'vitest';
import { translatorOf } from '#lib/words/translate.ts';
import { saidOf } from './time-words.ts';

const now = Date.parse('2026-05-20T12:00:00Z');

test.each([
  ['2026-05-20T11:59:30Z', 'just now'],
  ['2026-05-20T12:00:10Z', 'just now'],
  ['2026-05-20T11:48:00Z', '12 min ago'],
  ['2026-05-20T10:01:00Z', '1 hr ago'],
  ['2026-05-18T11:00:00Z', '2 days ago'],
  ['2026-05-23T12:00:00Z', 'in 3 days'],
  ['2026-03-02T12:00:00Z', '2 Mar'],
  ['2025-03-02T12:00:00Z', '2 Mar 2025'],
])('%s is said as %j', (at, said) => {
  expect(saidOf(at, now, { locale: 'en', t: translatorOf('en', 'ui.time') })).toBe(said);
});

test.each([
  ['2026-05-20T11:59:30Z', 'gerade eben'],
  ['2026-05-20T11:48:00Z', 'vor 12 Min.'],
  ['2026-05-18T11:00:00Z', 'vor 2 Tagen'],
  ['2025-03-02T12:00:00Z', '2. März 2025'],
])('%s is said as %j in German', (at, said) => {
  expect(saidOf(at, now, { locale: 'de', t: translatorOf('de', 'ui.time') })).toBe(said);
});
