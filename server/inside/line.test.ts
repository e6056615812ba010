// Who waits for their turn to write, how long, and what is never written afterwards.

import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Line } from './line.ts';

/** A work that ends when it is told to, and gets on when it is told to. */
function work() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let tell = () => {};
  const run = vi.fn((gotOn: () => void) => {
    tell = gotOn;
    return promise;
  });
  return { run, end: resolve, fail: reject, getOn: () => tell() };
}

/** What has come of a promise by now. */
function watched<T>(promise: Promise<T>) {
  const seen: { outcome?: T } = {};
  void promise.then((outcome) => {
    seen.outcome = outcome;
  });
  return seen;
}

const emptied = vi.fn();

beforeEach(() => {
  emptied.mockClear();
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

describe('[DUR5] a line of writers', () => {
  test('who is behind a long import waits as long as that gets on, and is written then', async () => {
    const [line, long, short] = [new Line(emptied), work(), work()];
    void line.take(long.run);
    const behind = watched(line.take(short.run));
    for (let i = 0; i < 10; i++) {
      await vi.advanceTimersByTimeAsync(10_000);
      long.getOn();
    }
    expect(short.run).not.toHaveBeenCalled();
    expect(behind).toEqual({});
    long.end('written');
    await vi.advanceTimersByTimeAsync(14_000);
    short.end('written as well');
    await vi.advanceTimersByTimeAsync(0);
    expect(behind).toEqual({ outcome: 'written as well' });
    expect(emptied).toHaveBeenCalledTimes(1);
  });

  test('who was told to come back is never written after all', async () => {
    const [line, stuck, behind] = [new Line(emptied), work(), work()];
    const first = watched(line.take(stuck.run));
    const second = watched(line.take(behind.run));
    await vi.advanceTimersByTimeAsync(15_000);
    expect([first, second]).toEqual([{ outcome: undefined }, { outcome: undefined }]);
    expect(emptied).not.toHaveBeenCalled();
    stuck.end('late');
    await vi.advanceTimersByTimeAsync(0);
    expect(behind.run).not.toHaveBeenCalled();
    expect(emptied).toHaveBeenCalledTimes(1);
  });

  test('who begins has the whole time, however long the wait was', async () => {
    const [line, first, second] = [new Line(), work(), work()];
    void line.take(first.run);
    const behind = watched(line.take(second.run));
    await vi.advanceTimersByTimeAsync(14_000);
    first.end('done');
    await vi.advanceTimersByTimeAsync(14_000);
    expect(second.run).toHaveBeenCalled();
    expect(behind).toEqual({});
    await vi.advanceTimersByTimeAsync(1000);
    expect(behind).toEqual({ outcome: undefined });
  });

  test('a failure is its caller’s alone', async () => {
    const [line, failing, next] = [new Line(), work(), work()];
    const failed = expect(line.take(failing.run)).rejects.toThrow('no');
    const after = watched(line.take(next.run));
    failing.fail(new Error('no'));
    await failed;
    next.end('done');
    await vi.advanceTimersByTimeAsync(0);
    expect(after).toEqual({ outcome: 'done' });
  });
});
