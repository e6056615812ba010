// What waits in a room: frames to be judged, and the one batch that was judged of them and is to be on disk before anyone
// hears of it (DUR1).

import type { Batch } from '#lib/data/store/log.ts';
import { framesIn } from '../metrics.ts';
import type { Inbound, Judged, Judging } from './judging.ts';
import type { Listener } from './listener.ts';

/** A judged batch with the frames that made it, which are answered once it is on disk. */
export type Pending = Judged & { taken: Inbound[] };

export class Inbox {
  private readonly judging: Judging;
  private frames: Inbound[] = [];
  private pending: Pending | undefined;

  constructor(judging: Judging) {
    this.judging = judging;
  }

  add(frame: Inbound): void {
    this.frames.push(frame);
    framesIn.inc({ kind: frame.kind });
    frame.from.waitingBytes += frame.bytes.length;
  }

  get isEmpty(): boolean {
    return this.waitingFrames === 0 && !this.pending;
  }

  /** Is something to be judged with the next commit? */
  get hasUnjudged(): boolean {
    return this.frames.length > 0;
  }

  /** Is a judged batch waiting for the disk? */
  get isPending(): boolean {
    return this.pending !== undefined;
  }

  /** Each client's clock as the disk has it, while the memory is ahead of that. */
  get clocksOnDisk(): Judged['before'] {
    return this.pending?.before;
  }

  /** How many frames are judged and wait for the disk. */
  get judgedFrames(): number {
    return this.pending?.taken.length ?? 0;
  }

  /** How many frames wait to be judged or for the disk. */
  get waitingFrames(): number {
    return this.frames.length + this.judgedFrames;
  }

  /** Everyone with a frame waiting: whose access the committer reads again in its transaction. */
  writers(): Set<Listener> {
    return new Set([...this.frames, ...(this.pending?.taken ?? [])].map((frame) => frame.from));
  }

  /**
   * Judges what has come in and applies it to the document in memory; gives the batch to write, or null when nothing of
   * it is new. While a batch waits for a failing disk the same one is given again (DUR5).
   */
  judge(now: Date): Batch | null {
    if (!this.pending) {
      const taken = this.frames;
      this.frames = [];
      this.pending = { ...this.judging.judge(taken, now), taken };
    }
    return this.pending.batch;
  }

  /** The batch is on disk: gives it up. */
  release(): Pending | undefined {
    const { pending } = this;
    this.pending = undefined;
    return pending;
  }

  /** Takes out those who only ask, to be answered otherwise. */
  takeQuestions(): Inbound[] {
    const waiting = this.frames.filter(isQuestion);
    const questions = [...(this.pending?.taken ?? []).filter(isQuestion), ...waiting];
    if (questions.length === 0) return questions;
    // Those of the batch were counted off when they were judged.
    for (const { from, bytes } of waiting) from.waitingBytes -= bytes.length;
    this.frames = this.frames.filter((frame) => !isQuestion(frame));
    if (this.pending) this.pending.taken = this.pending.taken.filter((frame) => !isQuestion(frame));
    return questions;
  }

  /** They could not be answered otherwise: they wait for the next commit like everyone else. */
  putBack(questions: readonly Inbound[]): void {
    for (const { from, bytes } of questions) from.waitingBytes += bytes.length;
    this.frames.push(...questions);
  }
}

/** Does this frame ask what stands, and say nothing? */
export function isQuestion({ kind }: Inbound): boolean {
  return kind === 'step1';
}
