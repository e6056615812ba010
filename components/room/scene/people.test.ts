// Everyone has a name on screen, known or not.

import { expect, it } from 'vitest';
import { englishPeople } from './english-people.ts';
import { nameOf } from './people.ts';

it('names those on the roster, and says someone of the rest', () => {
  const people = englishPeople([
    { id: 'p', name: 'Ada', role: 'member', kind: 'guest', removed: false, side: null, part: null },
  ]);
  expect([nameOf(people, 'p'), nameOf(people, 'q')]).toEqual(['Ada', 'Someone']);
});
