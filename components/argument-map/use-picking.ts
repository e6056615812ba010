// Choosing on the map what a point of one's own shall answer, too, or stand under: first the target, then the stance.

import { useCallback, useMemo, useState } from 'react';
import type { Discussion } from '#components/room/frame/discussion.ts';
import { answerLink } from '#components/room/scene/acts.ts';
import { sayIfFailed } from '#components/room/scene/failure.ts';
import { useScene } from '#components/room/scene/scene.ts';
import { type Linking, mayLink, movedTo, withLink } from '#lib/model/argument/linking.ts';
import type { Entry, Point, Ref, Stance } from '#lib/model/record.ts';

export type Picking = {
  /** Whose link is being chosen, and how; null where none is. */
  wish: { how: Linking; entry: Entry<Point>; to: Entry<Point> | null } | null;
  begin(how: Linking, entry: Entry<Point>): void;
  /** Could this point be the target? */
  mayPick(ref: Ref): boolean;
  pick(ref: Ref): void;
  finish(stance: Stance): void;
  cancel(): void;
};

export function usePicking({ posts }: Discussion): Picking {
  const { acts, placeOf } = useScene();
  const [wish, setWish] = useState<Picking['wish']>(null);
  const pointAt = useCallback((ref: Ref) => posts.get(ref)?.post.entry, [posts]);
  return useMemo<Picking>(() => {
    const mayPick = (ref: Ref) => {
      if (!wish) return false;
      // What others see must not point at what only I see.
      const isSeen = placeOf(ref) === 'room' || placeOf(ref) === placeOf(wish.entry.ref);
      return isSeen && mayLink(wish.how, wish.entry, pointAt(ref), pointAt);
    };
    return {
      wish,
      begin: (how, entry) => setWish({ how, entry, to: null }),
      mayPick,
      pick: (ref) => {
        const to = pointAt(ref);
        if (wish && to && mayPick(ref)) setWish({ ...wish, to });
      },
      finish: (stance) => {
        // As it stands now: its words may have been changed meanwhile.
        const entry = wish && pointAt(wish.entry.ref);
        if (!wish?.to || !entry) return;
        const link = answerLink(wish.to, stance);
        const links = wish.how === 'move' ? movedTo(entry.value, link) : withLink(entry.value, link);
        sayIfFailed(acts.relink(placeOf(entry.ref), entry, links));
        setWish(null);
      },
      cancel: () => setWish(null),
    };
  }, [wish, pointAt, placeOf, acts]);
}
