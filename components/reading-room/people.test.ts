// Faces are stable and readable whatever people are called.

import { describe, expect, it } from 'vitest';
import { hueOf, initialsOf, nameOf, peopleById } from './people.ts';

describe('initialsOf', () => {
  it.each([
    ['Ada Okafor', 'AO'],
    ['Bea', 'BE'],
    ['ana maría de la cruz', 'AC'],
    ['李小龙', '李小'],
    ['“Quoted” Name', 'QN'],
    ['O', 'O'],
    ['   ', '?'],
    ['🙂', '?'],
  ])('%s → %s', (name, expected) => {
    expect(initialsOf(name)).toBe(expected);
  });
});

describe('hueOf', () => {
  it('is a hue, the same each time, and tells most people apart', () => {
    const ids = Array.from({ length: 200 }, (_, i) => `participant-${i}`);
    const hues = ids.map(hueOf);
    expect(ids.map(hueOf)).toEqual(hues);
    expect(hues.every((hue) => hue >= 0 && hue < 360)).toBe(true);
    expect(new Set(hues).size).toBeGreaterThan(15);
  });
});

describe('nameOf', () => {
  it('names those on the roster, and says someone of the rest', () => {
    const people = peopleById([{ id: 'p', name: 'Ada', role: 'member', kind: 'guest', removed: false }]);
    expect([nameOf(people, 'p'), nameOf(people, 'q')]).toEqual(['Ada', 'Someone']);
  });
});
