// Dragging a point of one's own onto another, for a mouse: the same as “Move under another point”, which is its twin by
// key and finger. How it then answers the other is asked as there.

import { useMemo, useRef } from 'react';
import type { Entry, Point, Ref } from '#lib/model/record.ts';
import type { Picking } from './use-picking.ts';

type Drag = {
  picking: Picking;
  /** A point that one may move; undefined for any other. */
  movable: (ref: Ref) => Entry<Point> | undefined;
  onDrop: (moved: Ref) => void;
};

/** A hand is never quite still: less than this is a click. In CSS pixels. */
const leastPx = 8;

/** The handlers go on the element around all points. */
export function useDragToMove(drag: Drag) {
  const latest = useRef(drag);
  latest.current = drag;
  return useMemo(
    () => ({
      onPointerDown(event: React.PointerEvent) {
        const ref = refOf(event.target);
        const entry = ref && latest.current.movable(ref);
        if (event.pointerType === 'mouse' && event.button === 0 && entry) follow(latest, entry, event);
      },
    }),
    [],
  );
}

function follow(latest: { readonly current: Drag }, entry: Entry<Point>, from: React.PointerEvent): void {
  const [x, y] = [from.clientX, from.clientY];
  const over = new AbortController();
  const { signal } = over;
  let isMoving = false;
  const end = (target: Ref | undefined) => {
    over.abort();
    if (!isMoving) return;
    const { picking, onDrop } = latest.current;
    if (target && picking.mayPick(target)) {
      picking.pick(target);
      onDrop(entry.ref);
    } else picking.cancel();
  };
  const listen = <K extends keyof WindowEventMap>(type: K, heard: (event: WindowEventMap[K]) => void) =>
    addEventListener(type, heard, { signal, capture: true });
  listen('pointermove', ({ clientX, clientY }) => {
    if (isMoving || Math.hypot(clientX - x, clientY - y) < leastPx) return;
    isMoving = true;
    latest.current.picking.begin('move', entry);
  });
  // The words under the mouse are carried, not selected.
  addEventListener('selectstart', (event) => event.preventDefault(), { signal, capture: true });
  listen('pointerup', ({ clientX, clientY }) => end(refOf(document.elementFromPoint(clientX, clientY))));
  listen('pointercancel', () => end(undefined));
  listen('keydown', ({ key }) => key === 'Escape' && end(undefined));
}

function refOf(target: EventTarget | null): Ref | undefined {
  const node = target instanceof Element ? target.closest<HTMLElement>('[data-ref]') : null;
  return node?.dataset.ref as Ref | undefined;
}
