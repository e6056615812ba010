// When an open page has to see that its room closed. Whether it has is the model's to say.

import { type Closing, isClosed } from '#lib/model/classes/assignment.ts';

/** Timers run late after sleep, and the server's clock is known better from time to time: it is looked at this often. */
const mostWaitMs = 60_000;

/** For useSyncExternalStore; `nowMs` gives the server's time. */
export type ClosingWatch = { isClosed(): boolean; subscribe(listener: () => void): () => void };

/** Tells its listener when the room has closed by itself, or has not after all: before the server’s time is known, a device’s clock may be fast. */
export function closingWatch(closing: Closing, nowMs: () => number): ClosingWatch {
  const hasClosed = () => isClosed(closing, new Date(nowMs()).toISOString());
  return {
    isClosed: hasClosed,
    subscribe(listener) {
      const { closesAt } = closing;
      if (closesAt === null) return () => {};
      let timer: ReturnType<typeof setTimeout> | undefined;
      let told = hasClosed();
      const look = () => {
        const isOver = hasClosed();
        if (isOver !== told) listener();
        told = isOver;
        const leftMs = isOver ? mostWaitMs : Date.parse(closesAt) - nowMs();
        timer = setTimeout(look, Math.min(Math.max(leftMs, 1), mostWaitMs));
      };
      look();
      return () => clearTimeout(timer);
    },
  };
}
