// The toss of Public Forum: one coin for the sides, one for who speaks first, and nothing else of the round changes.

import { expect, test } from 'vitest';
import type { Person } from '#components/room/scene/people.ts';
import { formatOf } from '#lib/model/round/presets.ts';
import { tossed } from './toss.ts';

const choice = { preset: 'public-forum', secondRebuttalAnswersFirst: true } as const;
const round = { choice, format: formatOf(choice) };
const person = (id: string, side: string | null): Person => ({
  ...{ id, name: id, role: 'member', kind: 'member', removed: false, part: null },
  side,
});
const people = [person('ann', 'pro'), person('con', 'con'), person('jo', null)];
const coins = (...falls: boolean[]) => {
  const left = [...falls];
  return () => left.shift() ?? false;
};

test.each([
  [false, true, 'pro', { first: 'Pro', outcome: 'kept' }],
  [false, false, 'con', { first: 'Con', outcome: 'kept' }],
  [true, true, 'pro', { first: 'Pro', outcome: 'swapped' }],
  [true, false, 'con', { first: 'Con', outcome: 'swapped' }],
])('coins that fall %s and %s', (swaps, isPro, first, outcome) => {
  const { change, toss } = tossed(round, people, coins(swaps, isPro));
  expect(toss).toEqual(outcome);
  expect(change.format).toEqual({ ...choice, first });
  const sides = change.seats?.map(({ participant, side }) => `${participant} ${side}`);
  expect(sides).toEqual(swaps ? ['ann con', 'con pro'] : undefined);
});
