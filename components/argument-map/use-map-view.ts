// The window onto the map: what part of it is seen, at what size, and how a point is brought into it. Panning is the
// browser's own scrolling, so that wheel, finger, keys and scroll bars all do it.

import { startTransition, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type ArgumentMap, nodeSize } from '#lib/model/argument/map.ts';
import type { Ref } from '#lib/model/record.ts';

export const rowHeightPx = 64;
/** How much beyond the window is drawn, and how far one scrolls before it is drawn anew: in CSS pixels. */
const marginPx = 400;
const stepPx = 200;
const smallest = 0.1;
const largest = 2;

export type Sight = { left: number; top: number; right: number; bottom: number };

export type MapView = ReturnType<typeof useMapView>;

/** `window` goes on the element that scrolls, `plane` on the one that is as large as the map. */
export function useMapView(map: ArgumentMap, isList: boolean) {
  const windowRef = useRef<HTMLDivElement>(null);
  const planeRef = useRef<HTMLDivElement>(null);
  const [chosenZoom, setZoom] = useState(1);
  const zoom = isList ? 1 : chosenZoom;
  const [sight, setSight] = useState<Sight>({ left: 0, top: 0, right: 1600, bottom: 1200 });
  const held = useRef<{ x: number; y: number; atX: number; atY: number } | null>(null);
  const wanted = useRef<{ ref: Ref; focus: boolean } | null>(null);

  const look = useCallback(() => {
    const [frame, plane] = [windowRef.current, planeRef.current];
    if (!frame || !plane) return;
    const around = frame.getBoundingClientRect();
    const inner = plane.getBoundingClientRect();
    const next = {
      left: stepped(around.left - inner.left - marginPx, zoom, Math.floor),
      top: stepped(around.top - inner.top - marginPx, zoom, Math.floor),
      right: stepped(around.right - inner.left + marginPx, zoom, Math.ceil),
      bottom: stepped(around.bottom - inner.top + marginPx, zoom, Math.ceil),
    };
    // Drawn in pieces between two frames: what is scrolled or zoomed moves on meanwhile.
    startTransition(() => setSight((before) => (isSameSight(before, next) ? before : next)));
  }, [zoom]);

  // Zooming keeps the place that was pointed at where it is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new map or form may be seen differently, too.
  useLayoutEffect(() => {
    const [frame, plane, at] = [windowRef.current, planeRef.current, held.current];
    held.current = null;
    if (frame && plane && at) {
      const inner = plane.getBoundingClientRect();
      frame.scrollLeft += inner.left + at.x * zoom - at.atX;
      frame.scrollTop += inner.top + at.y * zoom - at.atY;
    }
    look();
  }, [zoom, look, map, isList]);

  useEffect(() => {
    const frame = windowRef.current;
    if (!frame) return;
    const sizes = new ResizeObserver(look);
    sizes.observe(frame);
    frame.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      frame.removeEventListener('scroll', look);
    };
  }, [look]);

  const zoomTo = useCallback(
    (next: number, at?: { x: number; y: number }) => {
      const [frame, plane] = [windowRef.current, planeRef.current];
      if (!frame || !plane) return;
      const around = frame.getBoundingClientRect();
      const inner = plane.getBoundingClientRect();
      const atX = at?.x ?? around.left + around.width / 2;
      const atY = at?.y ?? around.top + around.height / 2;
      held.current = { x: (atX - inner.left) / zoom, y: (atY - inner.top) / zoom, atX, atY };
      setZoom(Math.max(smallest, Math.min(largest, next)));
    },
    [zoom],
  );

  // Ctrl or pinch: a listener that may keep the page itself from being zoomed.
  useEffect(() => {
    const frame = windowRef.current;
    if (!frame || isList) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoomTo(zoom * Math.exp(-event.deltaY / 300), { x: event.clientX, y: event.clientY });
    };
    frame.addEventListener('wheel', onWheel, { passive: false });
    return () => frame.removeEventListener('wheel', onWheel);
  }, [zoom, zoomTo, isList]);

  const fit = useCallback(() => {
    const frame = windowRef.current;
    if (!frame) return;
    const { clientWidth, clientHeight } = frame;
    held.current = null;
    setZoom(Math.max(smallest, Math.min(1, clientWidth / map.width, clientHeight / map.height)));
    frame.scrollTo(0, 0);
  }, [map]);

  /** Scrolls a point into sight as soon as it is on the map, and gives it the focus unless told not to. */
  const bring = useCallback((ref: Ref, { focus = true } = {}) => {
    wanted.current = { ref, focus };
    arrive(windowRef.current, wanted);
  }, []);
  useEffect(() => {
    const node = wanted.current && map.nodeOf.get(wanted.current.ref);
    const frame = windowRef.current;
    if (!node || !frame || !wanted.current) return;
    if (!arrive(frame, wanted)) {
      // Not drawn yet: once the window is there, it is.
      frame.scrollTo({
        left: node.x * zoom - frame.clientWidth / 2 + (nodeSize.width / 2) * zoom,
        top: node.y * zoom - frame.clientHeight / 2,
      });
      look();
    }
  });

  return useMemo(
    () => ({ windowRef, planeRef, zoom, zoomTo, fit, bring, sight }),
    [zoom, zoomTo, fit, bring, sight],
  );
}

function arrive(
  frame: HTMLElement | null,
  wanted: { current: { ref: Ref; focus: boolean } | null },
): boolean {
  const { ref, focus } = wanted.current ?? {};
  const element = ref && frame?.querySelector<HTMLElement>(`[data-ref="${CSS.escape(ref)}"]`);
  if (!element) return false;
  wanted.current = null;
  if (focus) element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  return true;
}

function stepped(px: number, zoom: number, round: (value: number) => number): number {
  return round(px / zoom / stepPx) * stepPx;
}

function isSameSight(a: Sight, b: Sight): boolean {
  return a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom;
}
