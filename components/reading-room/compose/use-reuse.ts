// Using a refused note's words again: they become a draft where they were meant to be said, and only then is the
// refused one forgotten.

import { useCallback } from 'react';
import { type Point, parentOf, stanceOf } from '#lib/model/record.ts';
import type { Draft, DraftStore, Target } from '#lib/sync/drafts.ts';
import type { RefusedDraft, RoomClient } from '#lib/sync/room-state.ts';
import type { Move } from '../use-attention.ts';

/** Where a refused point's words belong, as a draft. */
export function draftFromRefused(value: Point, place: Draft['place']): { target: Target; draft: Draft } {
  const parent = parentOf(value);
  const { anchor } = value;
  const stance = stanceOf(value);
  const range = anchor && { start: anchor.start, end: anchor.end };
  const draft: Draft = {
    body: value.body ?? '',
    kind: value.kind,
    place,
    ...(stance ? { stance } : {}),
    ...(range ? { range } : {}),
  };
  const target: Target = parent ? `answer:${parent}` : `new:${range?.start ?? 0}-${range?.end ?? 0}`;
  return { target, draft };
}

export function useReuse(
  client: RoomClient | null,
  drafts: DraftStore,
  attend: (move: Move) => void,
): (refused: RefusedDraft) => void {
  return useCallback(
    ({ key, place, value }) => {
      if (value?.type !== 'point') return;
      const { target, draft } = draftFromRefused(value, place);
      drafts.write(target, draft);
      const parent = parentOf(value);
      if (parent) {
        attend({ type: 'open', ref: parent });
        attend({ type: 'answer', answering: { to: parent, stance: draft.stance } });
      } else attend({ type: 'compose', target });
      void client?.dropDraft(key);
    },
    [client, drafts, attend],
  );
}
