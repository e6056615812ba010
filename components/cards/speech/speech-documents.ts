// The documents of the speeches that one may speak in, and how long reading them takes, in words.

import { clockFace } from '#components/round/clock-words.ts';
import type { OpenRound } from '#components/round/use-round.ts';
import type { Slot } from '#lib/model/round/format.ts';

/** One's own side's speeches; all of them for who is on none. */
export function speechesOf(round: OpenRound | null): Slot[] {
  if (!round) return [];
  const { slots } = round.format;
  return slots.filter(
    ({ kind, side }) => kind === 'speech' && (round.me.side === null || side === round.me.side),
  );
}

/** How long it takes, and how long the speech may be; the values of `cards.speech.time`. */
export function timesOf(seconds: number, slot: Slot): { read: string; allowed: string } {
  return { read: clockFace(seconds * 1000), allowed: clockFace(slot.seconds * 1000) };
}
