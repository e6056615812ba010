// Dragging the ground moves the map, for a mouse; its twins are the scroll bars, the wheel, and the keys of the tree.

import { type RefObject, useMemo, useRef } from 'react';

export function useDragToPan(windowRef: RefObject<HTMLElement | null>, isOn: boolean) {
  const from = useRef<{ x: number; y: number } | null>(null);
  return useMemo(() => {
    if (!isOn) return {};
    return {
      onPointerDown(event: React.PointerEvent) {
        const isGround = event.target instanceof Element && !event.target.closest('[data-ref]');
        if (event.pointerType !== 'mouse' || event.button !== 0 || !isGround) return;
        from.current = { x: event.clientX, y: event.clientY };
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove(event: React.PointerEvent) {
        if (!from.current) return;
        windowRef.current?.scrollBy(from.current.x - event.clientX, from.current.y - event.clientY);
        from.current = { x: event.clientX, y: event.clientY };
      },
      onPointerUp() {
        from.current = null;
      },
      onPointerCancel() {
        from.current = null;
      },
    };
  }, [windowRef, isOn]);
}
