// The time on screen: read again the moment a clock's face changes, so that screens change together, and in between often
// enough that a correction of the time is seen.

import { useLayoutEffect, useState } from 'react';
import { type Clock, leftMs } from '#lib/model/round/clock.ts';
import { untilNextFaceMs } from './clock-words.ts';

/** A device that has just heard the server's time shows it at the latest after this. */
const latestMs = 250;

/** `nowMs` at the last tick; it ticks only while a clock runs. */
export function useNow(nowMs: () => number, running: Clock | null): number {
  // The page was rendered at another time than it comes alive: both begin with none, and the first paint has the right one.
  const [now, setNow] = useState(0);
  useLayoutEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      const at = nowMs();
      setNow(at);
      if (running) timer = setTimeout(tick, Math.min(latestMs, untilNextFaceMs(leftMs(running, at))));
    };
    tick();
    return () => clearTimeout(timer);
  }, [nowMs, running]);
  return now;
}
