// What a new note does, as its draft keeps it. Apart from the composer, which is fetched late.

import type { NoteKind } from '#lib/model/record.ts';
import type { Draft } from '#lib/sync/device/drafts.ts';

/** What a new note may do: be of a kind, or disagree with the reading. */
export type NoteAct = Exclude<NoteKind, 'highlight'> | 'rebuts';

export function actOf({ kind, stance }: Draft): NoteAct {
  if (stance === 'rebuts') return 'rebuts';
  return kind === 'highlight' ? 'comment' : kind;
}

/** The same words as another kind of note. */
export function withAct({ stance: _, ...draft }: Draft, act: NoteAct): Draft {
  return act === 'rebuts' ? { ...draft, kind: 'comment', stance: 'rebuts' } : { ...draft, kind: act };
}
