// Using a refused note's words again: they become a draft where they were meant to be said, beside what is begun there
// already, and only then is the refused one forgotten.

import { useCallback } from 'react';
import { type Entry, noteOf, type Point, parentOf, type Ref, refOf, stanceOf } from '#lib/model/record.ts';
import { type Draft, type DraftStore, passageTarget, type Target } from '#lib/sync/device/drafts.ts';
import { isPlace, type RefusedDraft, type RoomClient, type RoomState } from '#lib/sync/room-state.ts';
import type { Move } from '../frame/use-attention.ts';

/** The same words as a draft of the same kind of saying. */
export function draftFromRefused(value: Point, place: Draft['place']): Draft {
  const { anchor } = value;
  const stance = stanceOf(value);
  return {
    ...noteOf(value),
    place,
    ...(stance ? { stance } : {}),
    ...(value.forAll ? { forAll: true } : {}),
    ...(anchor ? { range: { start: anchor.start, end: anchor.end }, anchor } : {}),
  };
}

/** Where a refused point's words belong. `standing`: what the room holds under its name. */
export function targetOfRefused(ref: Ref, value: Point, standing: Entry | undefined): Target {
  if (standing && isTaken(standing)) return `edit:${ref}`;
  const parent = parentOf(value);
  if (parent) return `answer:${parent}`;
  return value.anchor ? passageTarget('new', value.anchor) : 'new:0-0';
}

/** Only what the server once took can be changed again; a note taken back cannot. */
function isTaken({ value, createdAt }: Entry): boolean {
  return createdAt !== undefined && value.type === 'point' && !value.withdrawn;
}

/** Words under words: what was begun for the same target since is not written over. */
export function joinedDraft(begun: Draft | undefined, refused: Draft): Draft {
  const before = begun?.body.trim();
  if (!begun || !before) return refused;
  const words = refused.body.trim();
  if (before === words || before.endsWith(`\n\n${words}`)) return begun;
  return { ...begun, body: `${before}\n\n${words}` };
}

export function useReuse(
  client: RoomClient | null,
  { participant, entries, privateEntries, sideEntries }: RoomState,
  drafts: DraftStore,
  attend: (move: Move) => void,
): (refused: RefusedDraft) => void {
  return useCallback(
    ({ key, place, id, value }) => {
      if (value?.type !== 'point' || !isPlace(place)) return;
      const standing = { room: entries, private: privateEntries, side: sideEntries }[place];
      const ref = refOf(participant, id);
      const target = targetOfRefused(ref, value, standing.get(ref));
      const draft = joinedDraft(drafts.all().get(target), draftFromRefused(value, place));
      drafts.write(target, draft);
      for (const move of movesTo(target, ref, draft)) attend(move);
      void client?.dropDraft(key);
    },
    [client, participant, entries, privateEntries, sideEntries, drafts, attend],
  );
}

/** What opens a draft where it is to be gone on with. */
function movesTo(target: Target, ref: Ref, { stance }: Draft): Move[] {
  if (target.startsWith('edit:')) return [{ type: 'open', ref }];
  if (!target.startsWith('answer:')) return [{ type: 'compose', target }];
  const to = target.slice('answer:'.length) as Ref;
  return [
    { type: 'open', ref: to },
    { type: 'answer', answering: { to, stance } },
  ];
}
