// What a name becomes when there is room for two letters only.

import { expect, test } from 'vitest';
import { hueOf, initialsOf } from './avatar.tsx';

test.each([
  ['Ada Okafor', 'AO'],
  ['Ada', 'A'],
  ['  ursula  k. le guin ', 'UG'],
  ['𝒜da Bell', '𝒜B'],
  ['李 小龍', '李小'],
  ['', ''],
])('%j is drawn as %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test('a person keeps their colour, whatever the screen', () => {
  expect(hueOf('p-7Qx')).toBe(hueOf('p-7Qx'));
  const hues = new Set(Array.from({ length: 200 }, (_, i) => hueOf(`person-${i}`)));
  expect(hues.size).toBe(8);
});
