// Points in the language of the page: what is shown can be typed again.

import { expect, test } from 'vitest';
import { pointsIn } from './use-points.ts';

test.each([
  ['en', 8, '8.0', '8'],
  ['en', 8.5, '8.5', '8.5'],
  ['en', 2.67, '2.67', '2.67'],
  ['en', 1200, '1200.0', '1200'],
  ['de', 8.5, '8,5', '8,5'],
  ['de', 1200.25, '1200,25', '1200,25'],
] as const)(
  '%s writes %d as %s in a column, as %s in a field, and reads both',
  (locale, points, even, plain) => {
    const { pointsOf, figureOf, typedPoints } = pointsIn(locale);
    expect([pointsOf(points), figureOf(points)]).toEqual([even, plain]);
    expect([typedPoints(even), typedPoints(` ${plain} `)]).toEqual([points, points]);
  },
);

test.each(['', ' ', 'eight', '8,5'])('English reads no points in “%s”', (text) => {
  expect(pointsIn('en').typedPoints(text)).toBeNaN();
});
