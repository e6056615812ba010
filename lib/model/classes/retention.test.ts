import { expect, test } from 'vitest';
import { backupsExpireAt, purgeAt } from './retention.ts';

test.each([
  ['2026-06-30T12:00:00.000Z', 12, '2027-06-30T12:00:00.000Z'],
  ['2026-08-31T12:00:00.000Z', 6, '2027-02-28T12:00:00.000Z'],
  ['2027-11-30T00:00:00.000Z', 3, '2028-02-29T00:00:00.000Z'],
  ['2026-01-31T00:00:00.000Z', 36, '2029-01-31T00:00:00.000Z'],
])('what ended %s is kept %i months, until %s', (ended, months, purge) => {
  expect(purgeAt(ended, months)).toBe(purge);
});

test('the last backup that holds what was purged was made just before', () => {
  expect(backupsExpireAt('2027-06-30T12:00:00.000Z', 30)).toBe('2027-07-30T12:00:00.000Z');
});
