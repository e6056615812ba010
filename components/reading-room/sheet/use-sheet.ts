// A phone's sheet from below: how high it stands (half, full, closed), by button or by dragging its head; and where the
// screen's keyboard begins, so that the box one writes in is never under it (U50).

import { type PointerEvent, useEffect, useRef, useState } from 'react';

export type Stop = 'half' | 'full';

/** How far a drag must go to mean another stop, in CSS pixels. */
const meantPx = 60;

export type Sheet = {
  stop: Stop;
  /** How far it is dragged down just now (up: negative), in CSS pixels. */
  dragged: number;
  setStop(stop: Stop): void;
  head: {
    onPointerDown(event: PointerEvent): void;
    onPointerMove(event: PointerEvent): void;
    onPointerUp(event: PointerEvent): void;
    onPointerCancel(): void;
  };
};

export function useSheet(isSheet: boolean, onClose: () => void): Sheet {
  const [stop, setStop] = useState<Stop>('half');
  const [dragged, setDragged] = useState(0);
  const from = useRef<number | null>(null);
  const end = () => {
    from.current = null;
    setDragged(0);
  };
  return {
    stop,
    dragged,
    setStop,
    head: {
      onPointerDown(event) {
        const isButton = event.target instanceof Element && event.target.closest('button');
        if (!isSheet || isButton) return;
        from.current = event.clientY;
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove(event) {
        if (from.current !== null) setDragged(event.clientY - from.current);
      },
      onPointerUp(event) {
        if (from.current === null) return;
        const next = stopAfter(stop, event.clientY - from.current);
        end();
        if (next === 'closed') onClose();
        else setStop(next);
      },
      onPointerCancel: end,
    },
  };
}

/** Where a sheet comes to rest after it was dragged so far down (up: negative). */
export function stopAfter(stop: Stop, byPx: number): Stop | 'closed' {
  if (byPx < -meantPx) return 'full';
  if (byPx <= meantPx) return stop;
  return stop === 'full' ? 'half' : 'closed';
}

/** How much of the page's foot the screen's keyboard covers, in CSS pixels. */
export function useKeyboardHeight(isAsked: boolean): number {
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const screen = window.visualViewport;
    if (!isAsked || !screen) return;
    // Zoomed in, the visual viewport is small for another reason.
    const read = () =>
      setHeight(screen.scale > 1.01 ? 0 : Math.max(0, innerHeight - screen.height - screen.offsetTop));
    read();
    screen.addEventListener('resize', read);
    screen.addEventListener('scroll', read);
    return () => {
      screen.removeEventListener('resize', read);
      screen.removeEventListener('scroll', read);
    };
  }, [isAsked]);
  return height;
}
