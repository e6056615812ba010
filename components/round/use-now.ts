// The time on screen: read again while something runs, often enough that screens differ by less than a tenth of a second.

import { useLayoutEffect, useState } from 'react';

const everyMs = 100;

/** `nowMs` at the last tick; it ticks only while something `runs`. */
export function useNow(nowMs: () => number, runs: boolean): number {
  // The page was rendered at another time than it comes alive: both begin with none, and the first paint has the right one.
  const [now, setNow] = useState(0);
  useLayoutEffect(() => {
    setNow(nowMs());
    if (!runs) return;
    const timer = setInterval(() => setNow(nowMs()), everyMs);
    return () => clearInterval(timer);
  }, [nowMs, runs]);
  return now;
}
