// The pointer over the text: which notes lie under it. Moving lights them (U7), a click opens one, or asks which (U6).

import { type RefObject, useMemo, useRef } from 'react';
import type { Ref } from '#lib/model/record.ts';
import { type BlockPlace, blockAt, pointsAt } from '#lib/model/segment.ts';
import type { Discussion } from '../discussion.ts';
import { characterUnder } from './text-dom.ts';

type Options = {
  articleRef: RefObject<HTMLElement | null>;
  places: readonly BlockPlace[];
  discussion: Discussion;
  onLight: (ref: Ref | null) => void;
  /** `x`, `y`: CSS pixels from the top left of the article. Shortest passage first. */
  onPoints: (refs: readonly Ref[], at: { x: number; y: number }) => void;
};

export function usePointing({ articleRef, places, discussion, onLight, onPoints }: Options) {
  const frame = useRef(0);
  return useMemo(() => {
    const refsUnder = (x: number, y: number): Ref[] => {
      const article = articleRef.current;
      const offset = article && characterUnder(article, places, x, y);
      if (offset === null) return [];
      const index = blockAt(places, offset);
      return pointsAt(discussion.passages[index] ?? [], offset - (places[index]?.start ?? 0));
    };
    return {
      onPointerMove(event: { clientX: number; clientY: number; pointerType: string }) {
        const { clientX, clientY } = event;
        if (event.pointerType !== 'mouse') return;
        cancelAnimationFrame(frame.current);
        frame.current = requestAnimationFrame(() => onLight(refsUnder(clientX, clientY)[0] ?? null));
      },
      onPointerLeave() {
        cancelAnimationFrame(frame.current);
        onLight(null);
      },
      onClick(event: { clientX: number; clientY: number; target: EventTarget }) {
        if (getSelection()?.isCollapsed === false) return;
        if (event.target instanceof Element && event.target.closest('a, button')) return;
        const refs = refsUnder(event.clientX, event.clientY);
        const origin = articleRef.current?.getBoundingClientRect();
        if (refs.length > 0 && origin)
          onPoints(refs, { x: event.clientX - origin.left, y: event.clientY - origin.top });
      },
    };
  }, [articleRef, places, discussion, onLight, onPoints]);
}
