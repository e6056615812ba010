// Rooms that nobody may enter for the moment, because their documents are being rewritten or deleted: what was read before
// would be served from memory after it.

import type { RoomId } from '#lib/data/ids.ts';

export class Closures {
  private readonly closed = new Map<RoomId, Promise<void>>();

  /** Resolves when the room may be entered; undefined where it may be at once. */
  of(room: RoomId): Promise<void> | undefined {
    return this.closed.get(room);
  }

  /** Holds back who comes to these rooms until `work` has ended; works on the same room come one after the other. */
  async during<T>(rooms: ReadonlySet<RoomId>, work: () => Promise<T>): Promise<T> {
    const inTheWay = () => [...rooms].flatMap((room) => this.of(room) ?? []);
    for (let [first] = inTheWay(); first; [first] = inTheWay()) await first;
    const { promise, resolve } = Promise.withResolvers<void>();
    for (const room of rooms) this.closed.set(room, promise);
    try {
      return await work();
    } finally {
      for (const room of rooms) this.closed.delete(room);
      resolve();
    }
  }
}
