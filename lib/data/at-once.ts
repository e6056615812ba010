// How many large things may be on their way in at a time: each is held in memory from its first byte until it is read.
// Kept in memory, as the limits of rate-limits.ts are; those count how often, these how much at once.

import type { AccountId } from './ids.ts';

/** Of everyone together: what a small machine's memory takes at the largest size. */
const mostOfAll = 6;
/** Of one account: nobody takes the places of all others. */
const mostOfOne = 2;

// On globalThis, because Next may load this module once for each route.
const held = Symbol.for('counterpoint.at-once');
type Holder = { [held]?: AccountId[] };

/** Does work while it has one of the places there are; `busy` when none is free. */
export async function atOnce<T>(
  accountId: AccountId,
  work: () => Promise<T>,
): Promise<T | { ok: false; reason: 'busy' }> {
  const holder = globalThis as Holder;
  holder[held] ??= [];
  const places = holder[held];
  const own = places.filter((one) => one === accountId).length;
  if (own >= mostOfOne || places.length >= mostOfAll) return { ok: false, reason: 'busy' };
  places.push(accountId);
  try {
    return await work();
  } finally {
    places.splice(places.indexOf(accountId), 1);
  }
}
