// What stances are called, in the words of the glossary: on screen and in the files people take away.

import type { Stance } from './record.ts';

/** On a reply: what it does. */
export const stanceNames: Record<Stance, string> = {
  rebuts: 'Disagrees',
  undercuts: 'Doesn’t follow',
  supports: 'Agrees',
  qualifies: 'Yes, but',
  asks: 'Asks',
  concedes: 'Grants the point',
};
