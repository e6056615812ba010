// A link names one point, whatever its id is made of.

import { expect, it } from 'vitest';
import { arrivalOf, linkedBlock, linkedPoint } from './use-link.ts';

it.each([
  ['#p=ada/1', 'ada/1'],
  ['#p=a_-d/x.y:z/2', 'a_-d/x.y:z/2'],
  ['#p=ada%2F1', 'ada/1'],
  ['#p=', null],
  ['#p=nobody', null],
  ['#q=ada/1', null],
  ['', null],
])('[U30] %s → %s', (hash, expected) => {
  expect(linkedPoint(hash)).toBe(expected);
});

it('[U30] calls no point missing before the server was asked', () => {
  expect(arrivalOf(false, 'pending')).toBeNull();
  expect(arrivalOf(false, 'unreached')).toBe('unknown');
  expect(arrivalOf(false, 'synced')).toBe('missing');
  expect(arrivalOf(true, 'pending')).toBe('here');
});

it.each([
  ['#b=3', 2],
  ['#p=a/1&b=1', 0],
  ['#b=0', null],
  ['#b=-2', null],
  ['#b=x', null],
  ['', null],
])('%j names the paragraph %j', (hash, index) => {
  expect(linkedBlock(hash)).toBe(index);
});
