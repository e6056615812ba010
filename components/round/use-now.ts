// The time on screen: read again while something runs, often enough that screens differ by less than a tenth of a second.

import { useEffect, useState } from 'react';

const everyMs = 100;

/** `nowMs` at the last tick; it ticks only while something `runs`. */
export function useNow(nowMs: () => number, runs: boolean): number {
  const [now, setNow] = useState(nowMs);
  useEffect(() => {
    setNow(nowMs());
    if (!runs) return;
    const timer = setInterval(() => setNow(nowMs()), everyMs);
    return () => clearInterval(timer);
  }, [nowMs, runs]);
  return now;
}
