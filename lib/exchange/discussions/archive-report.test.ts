// What an archive says that it does not hold stands in it in English, and is said anew to whoever opens it.

import { expect, test } from 'vitest';
import { notCarried, noted, readNoted } from './archive-report.ts';
import { someDiscussion } from './fixture.ts';

const { whole, ...discussion } = someDiscussion();

test('each line of a report is known again', () => {
  const said = notCarried({ ...discussion, whole: { ...whole, hasReviews: true, hasFlags: true } });
  expect(said.length).toBeGreaterThan(3);
  expect(said.map(noted).map(readNoted)).toEqual(said);
});

test('a line of another version stands as it is', () => {
  expect(readNoted('Seating plans are not carried.')).toBe('Seating plans are not carried.');
});
