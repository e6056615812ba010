// Who sees whose layers (AUTH3): blind until earned is "send only your own and the instructors' ids".
// Sight once earned stays earned; the caller keeps that in the database.

import { isInstructor, type Role } from './permission.ts';
import type { CounterpointRecord, ParticipantId } from './record.ts';

export type VisibilityRule =
  | { kind: 'open' }
  /** After this many own anchored notes of at least `words` words. */
  | { kind: 'after-own-notes'; notes: number; words: number }
  | { kind: 'from'; at: string }
  | { kind: 'when-opened'; opened: boolean };

/** Anchored, not withdrawn, and long enough to be a note of one's own. */
export function isEarningNote(record: CounterpointRecord, words: number): boolean {
  if (record.type !== 'point' || record.withdrawn || !record.anchor) return false;
  return wordCount(record.body ?? '') >= words;
}

/** Words as people count them: runs that hold a letter or a digit. */
export function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0;
}

/** Has this viewer earned sight of peers' layers, by the rule of the room and what they have said there? */
export function hasSight(
  viewer: { role: Role; sightedAt: string | null },
  rule: VisibilityRule,
  own: Iterable<CounterpointRecord>,
  nowIso: string,
): boolean {
  if (isInstructor(viewer.role) || viewer.sightedAt) return true;
  switch (rule.kind) {
    case 'open':
      return true;
    case 'from':
      return nowIso >= rule.at;
    case 'when-opened':
      return rule.opened;
    case 'after-own-notes': {
      let count = 0;
      for (const record of own) if (isEarningNote(record, rule.words)) count++;
      return count >= rule.notes;
    }
  }
}

/** Which layers a viewer without sight still sees: their own and the instructors'. */
export function isVisibleTo(
  viewer: { participant: ParticipantId; hasSight: boolean },
  layer: { participant: ParticipantId; role: Role },
): boolean {
  return viewer.hasSight || layer.participant === viewer.participant || isInstructor(layer.role);
}
