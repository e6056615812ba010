// A point as it stands for who looks at it: with what their own side made of it, and a card with its words.

import { useCallback, useMemo } from 'react';
import { type CardWords, cardWords } from '#lib/model/card/card.ts';
import { type Entry, type Point, type Ref, type Revision, refOf } from '#lib/model/record.ts';
import { type Revised, revised, revisionId, revisionsOf } from '#lib/model/round/revision.ts';
import { useOpenRoom } from '../frame/open-room.ts';
import { sourceOf, usePassages } from '../scene/passages.ts';
import { useScene } from '../scene/scene.ts';

/** Gives a point as one's own side has it: the author's, with what partners made of it. */
export function useRevised(): (entry: Entry<Point>) => Revised {
  const { state } = useOpenRoom();
  const { people } = useScene();
  const revisions = useMemo(() => revisionsOf(state.sideEntries.values()), [state.sideEntries]);
  return useCallback(
    (entry) => revised(entry, revisions.get(entry.ref), (id) => people.get(id)?.side),
    [revisions, people],
  );
}

/** What one has made of a partner's point oneself. */
export function useOwnRevision(of: Ref): Revision | undefined {
  const { state } = useOpenRoom();
  const { me } = useScene();
  const value = state.sideEntries.get(refOf(me.participant, revisionId(of)))?.value;
  return value?.type === 'revision' ? value : undefined;
}

/** What a card says, from its reading wherever that has its words. */
export function useCardWords(point: Point): CardWords {
  const passages = usePassages();
  const text = sourceOf(point.anchor, passages);
  return useMemo(() => cardWords(point, text), [point, text]);
}
