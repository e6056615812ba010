// What going from one reading to another asks of the desk: where one was in each, and going along with whoever is followed.

import { useEffect, useLayoutEffect, useRef } from 'react';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import type { Presence } from '#lib/sync/room-state.ts';

/** Comes back to a reading where one left it; to one not looked at before, at its beginning. */
export function useScrollOfReading(reading: string): void {
  const heights = useRef(new Map<string, number>());
  const shown = useRef(reading);
  useEffect(() => {
    const keep = () => heights.current.set(shown.current, scrollY);
    addEventListener('scroll', keep, { passive: true });
    return () => removeEventListener('scroll', keep);
  }, []);
  useLayoutEffect(() => {
    if (shown.current === reading) return;
    const top = heights.current.get(reading) ?? 0;
    shown.current = reading;
    scrollTo({ top, behavior: 'instant' });
  }, [reading]);
}

/** Whoever is followed, once the reading they are in is in view; puts it there. */
export function useLedReading(leader: Presence | undefined): Presence | undefined {
  const { info, reading, showReading } = useOpenRoom();
  const there = info.readings.find(({ id }) => id === leader?.reading)?.id ?? reading.id;
  useEffect(() => {
    if (there !== reading.id) showReading(there, 'following');
  }, [there, reading.id, showReading]);
  return there === reading.id ? leader : undefined;
}
