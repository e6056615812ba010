// Which readings a room holds, in which order, and since when: the one place that keeps it and tells it. A debate may hold
// several, every other room has one; who may add and remove them is lib/model/room-readings.ts's.

import type { AccountId, ReadingId, RoomId } from '../ids.ts';
import { all, database, first, type Transaction, template } from '../store/database.ts';

/** The readings a room holds, in their order. */
export const readingsHeld = template((build, slot: { roomId: RoomId }) =>
  build
    .selectFrom('room_reading')
    .select('reading_id as id')
    .where('room_id', '=', slot.roomId)
    .orderBy('position')
    .orderBy('reading_id'),
);

/** The rooms that hold a reading, as a query to be run or built upon. */
export function roomsHolding(readingId: ReadingId) {
  return database()
    .build.selectFrom('room_reading')
    .select('room_id as id')
    .where('reading_id', '=', readingId);
}

/** For each of these rooms the readings it holds. */
export async function readingsOfRooms(rooms: readonly RoomId[]): Promise<Map<RoomId, ReadingId[]>> {
  const rows = await database()
    .read.selectFrom('room_reading')
    .select(['room_id', 'reading_id'])
    // Postgres takes no empty list after `in`; no id is empty.
    .where('room_id', 'in', rooms.length > 0 ? rooms : [''])
    .orderBy('position')
    .execute();
  const held = new Map<RoomId, ReadingId[]>();
  for (const { room_id, reading_id } of rows) held.set(room_id, [...(held.get(room_id) ?? []), reading_id]);
  return held;
}

/** Puts a reading into a room, after those it holds; one that it holds already stays where it is. */
export function* holdReading(roomId: RoomId, readingId: ReadingId, by: AccountId): Transaction<void> {
  const { build } = database();
  const last = yield* first(
    build
      .selectFrom('room_reading')
      .select((eb) => eb.fn.max('position').as('position'))
      .where('room_id', '=', roomId),
  );
  yield* all(
    build
      .insertInto('room_reading')
      .values({
        room_id: roomId,
        reading_id: readingId,
        position: Number(last?.position ?? 0) + 1,
        added_by: by,
        added_at: new Date().toISOString(),
      })
      .onConflict((oc) => oc.doNothing()),
  );
}

/** Gives a reading that the room holds its place among the others. */
export function* placeReading(roomId: RoomId, readingId: ReadingId, position: number): Transaction<void> {
  const { build } = database();
  yield* all(
    build
      .updateTable('room_reading')
      .set({ position })
      .where('room_id', '=', roomId)
      .where('reading_id', '=', readingId),
  );
}
