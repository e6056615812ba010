// A page that stays open sees its room close, on the server's clock.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { closingWatch } from './closing.ts';

const closesAt = '2026-03-01T12:00:00.000Z';
const before = Date.parse(closesAt) - 10 * 60_000;

beforeEach(() => vi.useFakeTimers({ now: before }));
afterEach(() => vi.useRealTimers());

it('tells once, at the very time', () => {
  const watch = closingWatch({ closedAt: null, closesAt }, Date.now);
  const listener = vi.fn();
  watch.subscribe(listener);
  vi.advanceTimersByTime(10 * 60_000 - 1);
  expect([watch.isClosed(), listener.mock.calls.length]).toEqual([false, 0]);
  vi.advanceTimersByTime(1);
  expect([watch.isClosed(), listener.mock.calls.length]).toEqual([true, 1]);
  vi.advanceTimersByTime(60 * 60_000);
  expect(listener).toHaveBeenCalledTimes(1);
});

it('follows the server’s clock, once that is known to differ', () => {
  let aheadMs = 0;
  const watch = closingWatch({ closedAt: null, closesAt }, () => Date.now() + aheadMs);
  const listener = vi.fn();
  watch.subscribe(listener);
  aheadMs = 10 * 60_000;
  vi.advanceTimersByTime(60_000);
  expect(listener).toHaveBeenCalledTimes(1);
});

it('takes it back where the device’s clock was fast, and tells again at the true time', () => {
  let aheadMs = 20 * 60_000;
  const watch = closingWatch({ closedAt: null, closesAt }, () => Date.now() + aheadMs);
  const listener = vi.fn();
  watch.subscribe(listener);
  expect(watch.isClosed()).toBe(true);
  aheadMs = 0;
  vi.advanceTimersByTime(60_000);
  expect([watch.isClosed(), listener.mock.calls.length]).toEqual([false, 1]);
  vi.advanceTimersByTime(9 * 60_000);
  expect([watch.isClosed(), listener.mock.calls.length]).toEqual([true, 2]);
});

it('holds one timer for as long as someone listens, and none without a date', () => {
  const stop = closingWatch({ closedAt: null, closesAt }, Date.now).subscribe(() => {});
  vi.advanceTimersByTime(3 * 60_000);
  expect(vi.getTimerCount()).toBe(1);
  stop();
  expect(vi.getTimerCount()).toBe(0);
  const byHand = closingWatch({ closedAt: closesAt, closesAt: null }, Date.now);
  byHand.subscribe(() => {});
  expect([byHand.isClosed(), vi.getTimerCount()]).toEqual([true, 0]);
});
