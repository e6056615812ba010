// How many large things may be on their way in at a time: each is held in memory from its first byte until it is done with.
// Kept in memory, as the limits of rate-limits.ts are; those count how often, these how much at once.

import type { AccountId } from './ids.ts';
import type { Door } from './rate-limits.ts';

/** Of everyone together at one door: what a small machine's memory takes at the largest size. */
const mostOfAll = 6;
/** Of one account: nobody takes the places of all others. */
const mostOfOne = 2;

// On globalThis, because Next may load this module once for each route.
const held = Symbol.for('counterpoint.at-once');
type Holder = { [held]?: Map<Door, AccountId[]> };

/** A place while it is held. */
export type Place = {
  /** Keeps the place until this is done as well: what goes on after the answer has begun holds its memory. */
  until: <T>(work: Promise<T>) => Promise<T>;
};

/**
 * Does work while it has one of the places there are; `busy` when none is free. Each door has places of its own, so that
 * one which is open to more people never closes another.
 */
export async function atOnce<T>(
  door: Door,
  accountId: AccountId,
  work: (place: Place) => Promise<T>,
): Promise<T | { ok: false; reason: 'busy' }> {
  const places = placesAt(door);
  const own = places.filter((one) => one === accountId).length;
  if (own >= mostOfOne || places.length >= mostOfAll) return { ok: false, reason: 'busy' };
  places.push(accountId);
  const leave = () => places.splice(places.indexOf(accountId), 1);
  const goingOn: Promise<unknown>[] = [];
  const until: Place['until'] = (more) => {
    goingOn.push(more);
    return more;
  };
  try {
    return await work({ until });
  } finally {
    if (goingOn.length === 0) leave();
    else void Promise.allSettled(goingOn).then(leave);
  }
}

function placesAt(door: Door): AccountId[] {
  const holder = globalThis as Holder;
  holder[held] ??= new Map();
  const places = holder[held].get(door) ?? [];
  holder[held].set(door, places);
  return places;
}
