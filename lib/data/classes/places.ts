// Places: which room of an assignment each student belongs to. Who comes late is placed by the name of their group, else
// into the smallest group of their section. A room that nobody belongs to, as in a course copied for a new term, takes the
// name of a group that has none.

import { smallestOf } from '#lib/model/classes/roster.ts';
import type { AccountId, RoomId, SpaceId } from '../ids.ts';
import { makeParticipant } from '../spaces/access.ts';
import { all, database, first, type Transaction } from '../store/database.ts';

type Placed = { id: string; accountId: AccountId | null; section: string | null; group: string | null };

/** Gives a seat its place in every assignment of the course that is open, and enters its account there. */
export function* placeEverywhere(spaceId: SpaceId, seat: Placed): Transaction<void> {
  const assignments = yield* all(
    database()
      .build.selectFrom('assignment')
      .select('id')
      .where('space_id', '=', spaceId)
      .where('archived_at', 'is', null),
  );
  for (const { id } of assignments) yield* placeIn(id, seat);
}

/** The seat's room in one assignment, chosen now where there is none yet. */
export function* placeIn(assignmentId: string, seat: Placed): Transaction<void> {
  const { build } = database();
  const placed = yield* first(
    build
      .selectFrom('place')
      .select('room_id')
      .where('assignment_id', '=', assignmentId)
      .where('seat_id', '=', seat.id),
  );
  const roomId = placed?.room_id ?? (yield* roomFor(assignmentId, seat));
  if (roomId === undefined) return;
  if (!placed) yield* keepPlace(assignmentId, seat.id, roomId);
  if (seat.accountId !== null) yield* makeParticipant(seat.accountId, roomId, null);
}

/** Keeps that a seat belongs to a room. */
export function* keepPlace(assignmentId: string, seatId: string, roomId: RoomId): Transaction<void> {
  yield* all(
    database()
      .build.insertInto('place')
      .values({ assignment_id: assignmentId, seat_id: seatId, room_id: roomId }),
  );
}

function* roomFor(assignmentId: string, seat: Placed): Transaction<RoomId | undefined> {
  const { build } = database();
  const rooms = yield* all(
    build
      .selectFrom('room')
      .leftJoin('place', 'place.room_id', 'room.id')
      .select(({ fn }) => [
        'room.id',
        'room.group_name',
        'room.section',
        fn.count('place.seat_id').as('size'),
      ])
      .where('room.assignment_id', '=', assignmentId)
      .groupBy(['room.id', 'room.group_name', 'room.section', 'room.created_at'])
      .orderBy('room.created_at')
      .orderBy('room.id'),
  );
  const named = rooms.find((room) => seat.group !== null && room.group_name === seat.group);
  if (named) return named.id;
  const free = rooms.find((room) => room.group_name !== null && Number(room.size) === 0);
  if (free && seat.group !== null) {
    const values = { title: seat.group, group_name: seat.group };
    yield* all(build.updateTable('room').set(values).where('id', '=', free.id));
    return free.id;
  }
  const near = rooms.filter((room) => room.section === seat.section || room.section === null);
  const sized = (near.length > 0 ? near : rooms).map((room) => ({ id: room.id, size: Number(room.size) }));
  return smallestOf(sized)?.id;
}
