// What each paragraph says of its notes: how many threads begin there, in the colour of the first. Pure.

import type { CardOfThread } from '#components/room/frame/discussion.ts';
import { kindLooks, stanceLooks } from '#components/room/scene/stances.ts';
import { stanceOf } from '#lib/model/record.ts';
import type { Thread } from '#lib/model/threads/thread.ts';
import type { BlockNotes } from './reading-text.tsx';

/** The button after a paragraph that leads to its notes; it is there as long as they are, unlike their cards. */
export function notesButtonId(block: number): string {
  return `notes-${block}`;
}

export function blockNotesOf(cards: readonly CardOfThread[]): (BlockNotes | undefined)[] {
  const notes: (BlockNotes | undefined)[] = [];
  for (const { thread, range, block } of cards) {
    if (!range) continue;
    const before = notes[block];
    notes[block] = before ? { ...before, count: before.count + 1 } : { count: 1, color: colorOf(thread) };
  }
  return notes;
}

/** The hue of a thread: its first point's stance or kind. */
export function colorOf({ root }: Thread): string {
  const value = root.entry?.value;
  if (!value) return kindLooks.comment.color;
  const stance = stanceOf(value);
  return stance ? stanceLooks[stance].color : kindLooks[value.kind].color;
}
