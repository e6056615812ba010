// The mark mode: passages as <mark> elements that screen readers announce, in place of painted ones that they cannot
// see. For whoever turned it on.

import { useMemo } from 'react';
import type { Discussion } from '#components/room/frame/discussion.ts';
import { useManners } from '#components/ui/device/manners.tsx';
import type { Ref } from '#lib/model/record.ts';
import { segmentsOf } from '#lib/model/text/segment.ts';
import { notesButtonId } from '../text/block-notes.ts';
import type { Marks } from '../text/block-view.tsx';
import type { Overlay } from './paints.ts';
import { paintOfRef } from './strokes.tsx';

export function useIsMarking(): boolean {
  return useManners().marks;
}

/** The marks of every block; undefined while passages are painted instead. */
export function useMarks(
  isMarking: boolean,
  discussion: Discussion,
  { active, lit }: Overlay,
): readonly Marks[] | undefined {
  return useMemo(() => {
    if (!isMarking) return undefined;
    const has = (refs: readonly Ref[], set: ReadonlySet<Ref> | undefined) =>
      refs.some((ref) => set?.has(ref));
    const blockOf = new Map(discussion.cards.map(({ thread, block }) => [thread, block]));
    const buttonOf = (ref: Ref) => {
      const thread = discussion.posts.get(ref)?.thread;
      const block = thread && blockOf.get(thread);
      return block === undefined ? [] : [notesButtonId(block)];
    };
    return discussion.passages.map((passages) => ({
      segments: segmentsOf(passages),
      paintOfRef: (ref: Ref) => paintOfRef(discussion, ref),
      stateOf: ({ refs }) => (has(refs, active) ? 'active' : has(refs, lit) ? 'lit' : undefined),
      detailsOf: ({ refs }) => [...new Set(refs.flatMap(buttonOf))].join(' ') || undefined,
    }));
  }, [isMarking, discussion, active, lit]);
}
