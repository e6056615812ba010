// What is known of a point beside its author's record: one's own revision of it, and the words of a card.

import { useMemo } from 'react';
import { type CardWords, cardWords } from '#lib/model/card/card.ts';
import { type Point, type Ref, type Revision, refOf } from '#lib/model/record.ts';
import { revisionId } from '#lib/model/round/revision.ts';
import { useOpenRoom } from '../frame/open-room.ts';
import { sourceOf, usePassages } from '../scene/passages.ts';
import { useScene } from '../scene/scene.ts';

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
