// The live rooms of this process: loaded at the first visit, compacted now and then, out of memory when nobody is there.

import { setImmediate } from 'node:timers/promises';
import type { RoomId } from '#lib/data/ids.ts';
import { settings } from '#lib/data/settings.ts';
import { type DocumentAddress, parseDocumentName } from '#lib/model/document.ts';
import { close } from '#lib/sync/wire/protocol.ts';
import { logger } from '../logger.ts';
import type { Room, RoomSurroundings } from '../room/room.ts';
import { Closures } from './closures.ts';
import { Committer } from './committer.ts';
import { compact } from './compacting.ts';
import { carryOutErasures } from './erasing.ts';
import { concernsAll, ForAll } from './for-all.ts';
import { contentOnDisk, roomFromDisk } from './opening.ts';

/** An empty room leaves memory after this long. */
const idleMs = 30_000;
/** With so many commits since its snapshot it is compacted before that, so that it opens fast the next time. */
const worthCompactingRows = 20;
const sweepMs = 500;
const heartbeatMs = 15_000;

export class Rooms {
  readonly committer: Committer;
  /** Shows in the other groups what is for all. */
  readonly forAll = new ForAll();
  /** The newest change of access that open sockets were judged by: too new for who comes in on an older view of it. */
  accessSeen = 0;
  private readonly live = new Map<string, Room>();
  private readonly loading = new Map<string, Promise<Room | null>>();
  private readonly idleSince = new Map<Room, number>();
  private readonly compacting = new Set<Room>();
  private readonly erasing = new Set<string>();
  private readonly closures = new Closures();
  private readonly sweeper: NodeJS.Timeout;
  private heartbeatAt = 0;

  constructor() {
    this.committer = new Committer((room, code, reason) => this.drop(room, code, reason));
    this.sweeper = setInterval(() => this.sweep(Date.now()), sweepMs);
    this.sweeper.unref();
  }

  /**
   * A room in memory, loading it if need be; null when there is none any more, or when it is damaged and not even its
   * records can be read.
   */
  async open(name: string, address: DocumentAddress): Promise<Room | null> {
    for (let closed = this.closures.of(address.room); closed; closed = this.closures.of(address.room))
      await closed;
    const known = this.live.get(name);
    if (known) {
      this.idleSince.delete(known);
      return known;
    }
    let loading = this.loading.get(name);
    if (!loading) {
      loading = this.load(name, address).finally(() => this.loading.delete(name));
      this.loading.set(name, loading);
    }
    return loading;
  }

  all(): Iterable<Room> {
    return this.live.values();
  }

  /** Takes the documents of these rooms out of memory: their rows were changed under them. */
  forgetRooms(ids: ReadonlySet<RoomId>): Promise<void> {
    return this.withClosed(ids, async () => {});
  }

  /**
   * Takes the documents of these rooms out of memory, whatever waits in them, and lets nobody in before `work` has
   * rewritten or deleted them.
   */
  withClosed<T>(ids: ReadonlySet<RoomId>, work: () => Promise<T>): Promise<T> {
    return this.closures.during(ids, async () => {
      // A commit may bring what is to be erased, and that is loaded once more.
      do {
        await Promise.allSettled(this.loadingIn(ids));
        await this.committer.settle();
      } while (this.loadingIn(ids).length > 0);
      for (const room of [...this.live.values()])
        if (ids.has(room.address.room)) this.drop(room, close.restarting, 'reading again from disk');
      return work();
    });
  }

  private loadingIn(ids: ReadonlySet<RoomId>): Promise<unknown>[] {
    return [...this.loading].flatMap(([name, loading]) =>
      ids.has(parseDocumentName(name)?.room ?? '') ? [loading] : [],
    );
  }

  /** Commits everything, closes everyone with 1012 and forgets every room (SIGTERM). */
  async close(): Promise<void> {
    clearInterval(this.sweeper);
    const shared = this.forAll.stop();
    await this.committer.settle();
    for (const room of [...this.live.values()]) this.drop(room, close.restarting, 'the server is restarting');
    await shared;
  }

  private async load(name: string, address: DocumentAddress): Promise<Room | null> {
    const room = await roomFromDisk(name, address, this.surroundings(address));
    if (room) this.live.set(name, room);
    // Out of service it keeps them: nothing of a damaged document is written over (DUR7).
    return room?.owesErasure && !room.isOutOfService ? this.eraseFirst(room) : room;
  }

  private surroundings(address: DocumentAddress): RoomSurroundings {
    return {
      limits: settings().limits,
      markDirty: (dirty) => this.committer.mark(dirty),
      reload: ({ name }) => contentOnDisk(name),
      erase: (ruled) => this.erase(ruled),
      share: (values) => {
        if (concernsAll(address, values)) this.forAll.wake();
      },
    };
  }

  /**
   * Carries out what was erased by rulings: the room goes out of memory, its devices drop their copies, and whoever comes
   * waits for the document as it is afterwards. Should the disk fail, the next start or visit tries again.
   */
  private erase(room: Room): void {
    if (this.erasing.has(room.name)) return;
    this.erasing.add(room.name);
    const erased = this.eraseNow(room).finally(() => {
      this.erasing.delete(room.name);
      this.loading.delete(room.name);
    });
    this.loading.set(room.name, erased);
  }

  /** A crash came between a ruling and what it erased: nobody is served before that is made good. */
  private async eraseFirst(room: Room): Promise<Room | null> {
    this.drop(room, close.restarting, 'something was erased');
    return (await carryOutErasures(room.name)) ? this.load(room.name, room.address) : null;
  }

  private async eraseNow(room: Room): Promise<Room | null> {
    // After the commit that brought the ruling has told everyone.
    await setImmediate();
    await this.committer.settle();
    this.drop(room, close.otherLineage, 'something was erased');
    return (await carryOutErasures(room.name)) ? this.load(room.name, room.address) : null;
  }

  private drop(room: Room, code: number, reason: string): void {
    // By now the same document may be in memory anew.
    if (this.live.get(room.name) === room) this.live.delete(room.name);
    this.idleSince.delete(room);
    this.committer.forget(room);
    room.shut(code, reason);
  }

  private sweep(nowMs: number): void {
    const isHeartbeat = nowMs - this.heartbeatAt >= heartbeatMs;
    if (isHeartbeat) this.heartbeatAt = nowMs;
    for (const room of [...this.live.values()]) {
      room.sweep(nowMs, isHeartbeat);
      if (room.logRows >= settings().compactRows) void this.compact(room);
      this.unloadIdle(room, nowMs);
    }
  }

  private unloadIdle(room: Room, nowMs: number): void {
    if (!room.isIdle || this.compacting.has(room)) {
      this.idleSince.delete(room);
      return;
    }
    const since = this.idleSince.get(room) ?? nowMs;
    this.idleSince.set(room, since);
    if (nowMs - since < idleMs) return;
    if (room.logRows >= worthCompactingRows) void this.compact(room);
    else this.drop(room, close.restarting, 'idle');
  }

  private async compact(room: Room): Promise<void> {
    if (this.compacting.has(room) || room.inbox.isPending) return;
    this.compacting.add(room);
    try {
      if (!(await compact(room))) this.supersede(room);
    } catch (error) {
      logger.error({ document: room.name, err: error }, 'compaction failed; the log stays as it is');
    } finally {
      // Tried again once as many rows have come in as make it worth while.
      room.logRows = 0;
      this.compacting.delete(room);
    }
  }

  /** On the disk another document, or none, has taken its place. */
  private supersede(room: Room): void {
    logger.warn({ document: room.name }, 'a room whose document was replaced or deleted is forgotten');
    this.drop(room, close.restarting, 'reading again from disk');
  }
}
