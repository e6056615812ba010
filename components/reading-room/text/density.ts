// How densely a text is discussed, as few ticks as an eye can tell apart on a strip beside it. Pure.

import type { CardOfThread } from '#components/room/frame/discussion.ts';
import { colorOf } from './block-notes.ts';

/** A tick of the strip: where on the text (0 to 1), in which hue, and for how many notes (8 stands for more). */
export type Tick = { key: string; at: number; color: string; notes: number };

/** The strip is a screen high at most: more slots than this would lie on one another. */
const slots = 200;
const mostNotes = 8;

/**
 * Threads of one slot share a tick, in the hue of the first of them: what is drawn does not grow with the number of notes.
 * `length`: UTF-16 units of the whole text.
 */
export function ticksOf(cards: readonly CardOfThread[], length: number): Tick[] {
  const ticks = new Map<number, Tick>();
  for (const { thread, range } of cards) {
    if (!range) continue;
    const slot = Math.floor((slots * range.start) / length);
    const tick = ticks.get(slot);
    if (tick) tick.notes = Math.min(tick.notes + thread.size, mostNotes);
    else
      ticks.set(slot, {
        key: thread.ref,
        at: range.start / length,
        color: colorOf(thread),
        notes: Math.min(thread.size, mostNotes),
      });
  }
  return [...ticks.values()];
}
