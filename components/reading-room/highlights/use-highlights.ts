// How the passages show in the text: painted, or as marks. Those of notes, of drafts, and what others have selected.

import { type ComponentProps, useMemo } from 'react';
import { useDrafts } from '#components/room/compose/use-draft.ts';
import type { Discussion } from '#components/room/frame/discussion.ts';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { useAttention } from '#components/room/frame/use-attention.ts';
import { useOthersSelections } from '#components/room/live/use-presence.ts';
import { useScene } from '#components/room/scene/scene.ts';
import type { MarginDraft } from '../margin/use-placement.ts';
import type { Marks } from '../text/block-view.tsx';
import type { Strokes } from './strokes.tsx';
import { useIsMarking, useMarks } from './use-marks.ts';
import { useOverlay } from './use-overlay.ts';

export type Highlights = {
  isMarking: boolean;
  /** Of every block, where passages are marks. */
  marks: readonly Marks[] | undefined;
  /** What to paint, where they are painted. */
  painting: Omit<ComponentProps<typeof Strokes>, 'articleRef' | 'geometry'>;
};

/** `discussion`: what the filter lets through. */
export function useHighlights(discussion: Discussion, newDrafts: readonly MarginDraft[]): Highlights {
  const { drafts } = useScene();
  const { reading, state, places } = useOpenRoom();
  const { active, answering, lit } = useAttention();
  const activeThread = active ? discussion.posts.get(active)?.thread : undefined;
  const overlay = useOverlay(discussion, activeThread?.ref ?? null, lit);
  const isMarking = useIsMarking();
  const marks = useMarks(isMarking, discussion, overlay);
  const cited = useDrafts(drafts).get(`answer:${answering?.to}`)?.range;
  const drafted = useMemo(
    () => [...newDrafts.map(({ draft }) => draft.range), cited].filter((range) => range !== undefined),
    [newDrafts, cited],
  );
  const selectedByOthers = useOthersSelections(state.presence, reading.id);
  return { isMarking, marks, painting: { places, discussion, overlay, drafted, selectedByOthers } };
}
