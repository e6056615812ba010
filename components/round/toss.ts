// The toss of Public Forum: who is Pro, and who speaks first, by two coins.

import type { Person } from '#components/room/scene/people.ts';
import type { RoundChange } from './calls.ts';
import type { OpenRound } from './use-round.ts';

const coin = () => (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) % 2 === 0;

/** Which side speaks first, and whether the teams changed theirs. */
export type Toss = { first: string; outcome: 'swapped' | 'kept' };

/** What the toss changes, and what came of it. `flip` gives heads or tails. */
export function tossed(
  { format, choice }: Pick<OpenRound, 'format' | 'choice'>,
  people: readonly Person[],
  flip: () => boolean = coin,
): { change: RoundChange; toss: Toss } {
  const [one, two] = format.sides;
  const swaps = flip();
  const first = flip() ? 'pro' : 'con';
  const other = (side: string | null) => (side === one?.id ? two?.id : one?.id) ?? null;
  const seats = people
    .filter(({ side }) => side !== null)
    .map(({ id, side, part }) => ({ participant: id, side: other(side), part }));
  const firstName = format.sides.find(({ id }) => id === first)?.name;
  return {
    change: { format: { ...choice, preset: 'public-forum', first }, ...(swaps ? { seats } : {}) },
    toss: { first: firstName ?? first, outcome: swaps ? 'swapped' : 'kept' },
  };
}
