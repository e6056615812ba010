import { expect, it } from 'vitest';
import { type Stop, stopAfter } from './use-sheet.ts';

it.each<[Stop, number, ReturnType<typeof stopAfter>]>([
  ['half', 0, 'half'],
  ['half', 40, 'half'],
  ['half', -120, 'full'],
  ['half', 120, 'closed'],
  ['full', 120, 'half'],
  ['full', -120, 'full'],
])('[U50] a sheet at %s, dragged by %i, rests %s', (stop, by, expected) => {
  expect(stopAfter(stop, by)).toBe(expected);
});
