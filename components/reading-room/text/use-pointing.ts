// The pointer over the text: which notes lie under it. Moving lights them (U7), a click opens one, or asks which (U6).
// A draft lies on top of notes, as its paint does: a click on its words goes on writing.

import { type RefObject, useMemo, useRef } from 'react';
import type { Discussion } from '#components/room/frame/discussion.ts';
import type { Ref } from '#lib/model/record.ts';
import { type BlockPlace, blockAt, pointsAt } from '#lib/model/text/segment.ts';
import type { Range } from '#lib/model/text/text.ts';
import type { Target } from '#lib/sync/device/drafts.ts';
import type { MarginDraft } from '../margin/use-placement.ts';
import { characterUnder } from './text-dom.ts';

type Options = {
  articleRef: RefObject<HTMLElement | null>;
  places: readonly BlockPlace[];
  discussion: Discussion;
  /** New notes that were begun and left. */
  drafts: readonly MarginDraft[];
  onDraft: (target: Target) => void;
  onLight: (ref: Ref | null) => void;
  /** `x`, `y`: CSS pixels from the top left of the article. Shortest passage first. */
  onPoints: (refs: readonly Ref[], at: { x: number; y: number }) => void;
};

export function usePointing(options: Options) {
  const { articleRef, places, discussion, drafts, onDraft, onLight, onPoints } = options;
  const frame = useRef(0);
  const pointedAt = useRef<HTMLElement | null>(null);
  return useMemo(() => {
    const offsetUnder = (x: number, y: number) =>
      articleRef.current && characterUnder(articleRef.current, places, x, y);
    const refsUnder = (x: number, y: number): Ref[] => {
      const offset = offsetUnder(x, y);
      if (offset === null) return [];
      const index = blockAt(places, offset);
      return pointsAt(discussion.passages[index] ?? [], offset - (places[index]?.start ?? 0));
    };
    // On the one paragraph: a cursor is inherited, and the style of a whole text takes longer than a frame.
    const point = (block: HTMLElement | null) => {
      pointedAt.current?.style.removeProperty('cursor');
      block?.style.setProperty('cursor', 'pointer');
      pointedAt.current = block;
    };
    return {
      onPointerMove(event: { clientX: number; clientY: number; pointerType: string; target: EventTarget }) {
        const { clientX, clientY, target } = event;
        if (event.pointerType !== 'mouse') return;
        cancelAnimationFrame(frame.current);
        frame.current = requestAnimationFrame(() => {
          const ref = refsUnder(clientX, clientY)[0] ?? null;
          point(ref && target instanceof Element ? target.closest<HTMLElement>('[data-block]') : null);
          onLight(ref);
        });
      },
      onPointerLeave() {
        cancelAnimationFrame(frame.current);
        point(null);
        onLight(null);
      },
      onClick(event: { clientX: number; clientY: number; target: EventTarget }) {
        if (getSelection()?.isCollapsed === false) return;
        if (event.target instanceof Element && event.target.closest('a, button')) return;
        const offset = offsetUnder(event.clientX, event.clientY);
        const begun = drafts.find(({ draft }) => offset !== null && isWithin(offset, draft.range));
        if (begun) return onDraft(begun.target);
        const refs = refsUnder(event.clientX, event.clientY);
        const origin = articleRef.current?.getBoundingClientRect();
        if (refs.length > 0 && origin)
          onPoints(refs, { x: event.clientX - origin.left, y: event.clientY - origin.top });
      },
    };
  }, [articleRef, places, discussion, drafts, onDraft, onLight, onPoints]);
}

function isWithin(offset: number, range: Range | undefined): boolean {
  return range !== undefined && range.start <= offset && offset < range.end;
}
