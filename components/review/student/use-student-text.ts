// One student's work where it stands in the text: their notes by paragraph, the threads around them, and the passages
// that are lit. Everyone else's passages are not there.

import { useMemo } from 'react';
import { type Discussion, discussionOf } from '#components/room/frame/discussion.ts';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { usePassages } from '#components/room/scene/passages.ts';
import { type ParticipantId, partsOf, type Ref } from '#lib/model/record.ts';
import type { RoomWork, Said } from '#lib/model/review/room-work.ts';

export type StudentText = {
  /** In the order of the text; what is on the whole text comes first. */
  notes: readonly Said[];
  byBlock: ReadonlyMap<number | null, readonly Said[]>;
  discussion: Discussion;
};

export function useStudentText(work: RoomWork, student: ParticipantId): StudentText {
  const { places } = useOpenRoom();
  const { locate } = usePassages();
  return useMemo(() => {
    const own = work.byAuthor.get(student) ?? [];
    const notes = own.toSorted((a, b) => placeOf(a) - placeOf(b));
    const all = discussionOf([...new Set(own.map(({ thread }) => thread))], locate, places);
    // The words that a thread began with are lit too: without them one would not know what was answered.
    const isLit = (ref: Ref) =>
      partsOf(ref).participant === student || all.posts.get(ref)?.thread.ref === ref;
    const passages = all.passages.map((list) => list.filter(({ ref }) => isLit(ref)));
    return { notes, byBlock: Map.groupBy(notes, ({ block }) => block), discussion: { ...all, passages } };
  }, [work, student, places, locate]);
}

function placeOf({ range, block }: Said): number {
  // What has no passage of its own stands after what has, in the same paragraph.
  return block === null ? -1 : block * 2 ** 24 + (range ? Math.min(range.start, 2 ** 23) : 2 ** 23);
}
