// The server's time, whatever the device thinks and however late the server is heard.

import { expect, it } from 'vitest';
import { ServerClock } from './server-clock.ts';

const startMs = Date.parse('2026-03-01T10:00:00.000Z');

/** A device whose wall clock is wrong, and a server that is heard with a delay. */
function device(wrongByMs: number) {
  let steady = 5000;
  const clock = new ServerClock(
    () => steady,
    () => startMs + steady + wrongByMs,
  );
  return {
    clock,
    wait: (ms: number) => {
      steady += ms;
    },
    hear: (delayMs: number) => clock.hear(new Date(startMs + steady - delayMs).toISOString()),
    /** How far the clock is from the server's, in ms. */
    error: () => clock.nowMs() - (startMs + steady),
  };
}

it.each([-3_600_000, 0, 86_400_000])('is the server’s on a device that is wrong by %i ms', (wrongByMs) => {
  const { hear, wait, error } = device(wrongByMs);
  expect(error()).toBe(wrongByMs);
  hear(20);
  expect(error()).toBe(-20);
  wait(60_000);
  expect(error()).toBe(-20);
});

it('keeps the time that came quickest, and forgets it when it is old', () => {
  const { hear, wait, error } = device(0);
  hear(80);
  hear(10);
  hear(300);
  expect(error()).toBe(-10);
  wait(11 * 60_000);
  hear(40);
  expect(error()).toBe(-40);
});
