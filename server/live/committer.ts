// Group commit: whatever came in within one short window, over all rooms, is judged and written in one transaction with
// one fsync. Nothing is shown or acknowledged before (DUR1, DUR2), and what cannot be written waits (DUR5).

import { auditRulings } from '#lib/data/moderation/audit.ts';
import { database, type Transaction } from '#lib/data/store/database.ts';
import { appendBatch, type Batch, newestAccessChange, StaleSequence } from '#lib/data/store/log.ts';
import { close } from '#lib/sync/wire/protocol.ts';
import { reach } from '../failpoints.ts';
import { logger } from '../logger.ts';
import { commits, commitTime, framesPerCommit } from '../metrics.ts';
import type { Listener } from '../room/listener.ts';
import type { Room } from '../room/room.ts';
import { rulingsAmong } from '../room/rulings.ts';
import { standingNow } from '../room/standing.ts';
import { oweToAll } from './for-all.ts';

/**
 * At most one commit in a window, from start to start: what arrives within it shares the next one, what comes after a
 * quiet moment waits for nothing. Commits that take long, with their broadcasts, get a longer one, so that half of the
 * time is left for reading what comes in.
 */
const [shortestWindowMs, longestWindowMs] = [5, 15];
const firstRetryMs = 100;
const lastRetryMs = 2000;

export class Committer {
  private readonly dirty = new Set<Room>();
  /** Rooms whose batch could not be written, and when each is tried again. */
  private readonly held = new Map<Room, NodeJS.Timeout>();
  private readonly retryMs = new Map<Room, number>();
  private readonly drop: (room: Room, code: number, reason: string) => void;
  private isScheduled = false;
  private running: Promise<void> | undefined;
  private lastStartMs = Number.NEGATIVE_INFINITY;
  private lastTookMs = 0;
  /** For each writer the newest change of access that their standing is known to have seen. */
  private readonly accessSeen = new WeakMap<Listener, number>();

  /** `drop` takes a room out of memory and closes its sockets. */
  constructor(drop: (room: Room, code: number, reason: string) => void) {
    this.drop = drop;
  }

  /** Something in this room waits for a commit. */
  mark(room: Room): void {
    if (this.held.has(room)) {
      // New frames wait behind the batch that cannot be written; readers among them are served meanwhile.
      room.hold('storage');
      return;
    }
    this.dirty.add(room);
    this.schedule();
  }

  /** Commits everything that has come in, now: for shutting down and for tests. */
  async settle(): Promise<void> {
    while (this.dirty.size > 0 || this.running) {
      await (this.running ?? this.flush());
    }
  }

  /** Forgets a room that was taken out of memory. */
  forget(room: Room): void {
    this.dirty.delete(room);
    clearTimeout(this.held.get(room));
    this.held.delete(room);
    this.retryMs.delete(room);
  }

  private schedule(): void {
    if (this.isScheduled || this.running) return;
    this.isScheduled = true;
    const flush = () => {
      this.isScheduled = false;
      void this.flush();
    };
    const windowMs = Math.min(Math.max(shortestWindowMs, 2 * this.lastTookMs), longestWindowMs);
    const waitMs = windowMs - (performance.now() - this.lastStartMs);
    if (waitMs <= 0) setImmediate(flush);
    else setTimeout(flush, waitMs);
  }

  private flush(): Promise<void> {
    if (!this.running) {
      this.lastStartMs = performance.now();
      this.running = this.commitDirty().finally(() => {
        this.running = undefined;
        this.lastTookMs = performance.now() - this.lastStartMs;
        if (this.dirty.size > 0) this.schedule();
      });
    }
    return this.running;
  }

  private async commitDirty(): Promise<void> {
    // What came in while the last transaction waited for its turn has shared it already; who is held learns that it heals.
    const rooms = [...this.dirty].filter(
      (room) => room.inbox.isPending || room.isHeld || room.inbox.waitingFrames > 0,
    );
    this.dirty.clear();
    if (rooms.length === 0) return;
    try {
      await this.commit(rooms);
    } catch (error) {
      const [only] = rooms;
      if (rooms.length === 1 && only) this.hold(only, error);
      // One bad room never stops another: each on its own finds out which.
      else
        for (const room of rooms)
          if (!room.isShut) await this.commit([room]).catch((cause) => this.hold(room, cause));
    }
  }

  /** Writes these rooms' batches in one transaction and then lets them speak; throws when nothing was written. */
  private async commit(rooms: Room[]): Promise<void> {
    const broken = new Map<Room, unknown>();
    try {
      await this.writeMeasured(rooms, broken);
      reach('after-commit');
      for (const room of rooms) {
        if (broken.has(room)) continue;
        if (this.retryMs.delete(room)) logger.info({ document: room.name }, 'commits work again');
        room.committed(Date.now());
      }
    } finally {
      // Whether or not the others were written: the memory of these must not be gone on from.
      for (const [room, cause] of broken) this.crash(room, cause);
    }
  }

  private async writeMeasured(rooms: Room[], broken: Map<Room, unknown>): Promise<void> {
    const startMs = performance.now();
    try {
      await database().write(() => this.transaction(rooms, broken));
      commitTime.observe((performance.now() - startMs) / 1000);
      framesPerCommit.observe(rooms.reduce((sum, room) => sum + room.inbox.judgedFrames, 0));
      commits.inc({ outcome: 'written' });
    } catch (error) {
      commits.inc({ outcome: 'failed' });
      throw error;
    }
  }

  private *transaction(rooms: Room[], broken: Map<Room, unknown>): Transaction<void> {
    const now = new Date();
    const newest = yield* newestAccessChange();
    for (const room of rooms) {
      if (yield* this.reviewWriters(room, newest, now)) {
        broken.set(room, new Error('a writer lost access while their words waited for the disk'));
        continue;
      }
      let batch: Batch | null;
      try {
        batch = room.inbox.judge(now);
      } catch (error) {
        // A fault of ours: the memory may be ahead of what was judged, so the room is read again from the disk.
        broken.set(room, error);
        continue;
      }
      if (!batch) continue;
      yield* appendBatch(batch);
      yield* auditRulings(room.address.room, rulingsAmong(batch.values));
      yield* oweToAll(room.address, batch.values);
      reach('after-append');
    }
    reach('before-commit');
  }

  /**
   * Reads the access of everyone with a frame waiting whose access may have changed (AUTH2). True when someone lost it
   * whose frame was judged before: it must not be written, and can only be taken back by reading the room again.
   */
  private *reviewWriters(room: Room, newest: number, now: Date): Transaction<boolean> {
    let isTooLate = false;
    for (;;) {
      // Asked anew each time: while the database is awaited more may come in.
      const unread = [...room.inbox.writers()].filter((writer) => this.accessSeen.get(writer) !== newest);
      if (unread.length === 0) return isTooLate;
      for (const listener of unread) {
        const standing = yield* standingNow(listener, room.address, now);
        this.accessSeen.set(listener, newest);
        if (!room.audience.review(listener, standing, now.toISOString()) && room.inbox.isPending)
          isTooLate = true;
      }
    }
  }

  private hold(room: Room, cause: unknown): void {
    if (room.isShut) return;
    // Someone else wrote this document: no retry can succeed, but the room read again from the disk can.
    if (cause instanceof StaleSequence) {
      this.crash(room, cause);
      return;
    }
    const retryMs = Math.min((this.retryMs.get(room) ?? firstRetryMs / 2) * 2, lastRetryMs);
    this.retryMs.set(room, retryMs);
    logger.error({ document: room.name, err: cause, retryMs }, 'a commit failed; its frames wait');
    const timer = setTimeout(() => {
      this.held.delete(room);
      this.mark(room);
    }, retryMs);
    this.held.set(room, timer);
    room.hold('storage');
  }

  private crash(room: Room, cause: unknown): void {
    logger.error({ document: room.name, err: cause }, 'a room is read again from the disk');
    this.drop(room, close.restarting, 'reading again from disk');
  }
}
