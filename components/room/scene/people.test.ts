// Everyone has a name on screen, known or not.

import { expect, it } from 'vitest';
import { nameOf, peopleById } from './people.ts';

it('names those on the roster, and says someone of the rest', () => {
  const people = peopleById([
    { id: 'p', name: 'Ada', role: 'member', kind: 'guest', removed: false, side: null, part: null },
  ]);
  expect([nameOf(people, 'p'), nameOf(people, 'q')]).toEqual(['Ada', 'Someone']);
});
