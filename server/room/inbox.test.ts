// What counts as waiting of one sender's frames, by which the door pauses them.

import { expect, test } from 'vitest';
import { Inbox } from './inbox.ts';
import type { Inbound, Judging } from './judging.ts';
import type { Listener } from './listener.ts';

/** Judges nothing, and counts the frames off as the real one does. */
const judging = {
  judge(frames: readonly Inbound[]) {
    for (const { from, bytes } of frames) from.waitingBytes -= bytes.length;
    return { batch: null, gaps: new Set(), before: undefined };
  },
} as unknown as Judging;

test('[LIM] a question is counted as waiting exactly as long as it waits, however it is answered', () => {
  const from = { waitingBytes: 0 } as Listener;
  const frame = (kind: Inbound['kind'], size: number): Inbound => ({
    ...{ from, kind, n: 1 },
    bytes: new Uint8Array(size),
  });
  const inbox = new Inbox(judging);
  inbox.add(frame('step1', 10));
  inbox.add(frame('update', 100));
  expect(from.waitingBytes).toBe(110);
  inbox.judge(new Date());
  expect(from.waitingBytes).toBe(0);

  // The disk fails: one question waits with the batch, another comes after it. They cannot be answered either.
  inbox.add(frame('step1', 10));
  const questions = inbox.takeQuestions();
  expect(questions).toHaveLength(2);
  expect(from.waitingBytes).toBe(0);
  inbox.putBack(questions);
  expect(from.waitingBytes).toBe(20);

  // Answered in another way in the end: nothing of them waits.
  inbox.takeQuestions();
  expect(from.waitingBytes).toBe(0);
});
