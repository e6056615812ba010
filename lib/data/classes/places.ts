// Places: which room of an assignment each student belongs to. Who has a group is placed by its name; a group without a
// room takes one that nobody belongs to, as in a course copied for a new term, else gets one of its own. Who has none goes
// to the smallest of their section.

import { smallestOf } from '#lib/model/classes/roster.ts';
import { type AccountId, newId, type RoomId, type SpaceId } from '../ids.ts';
import { announce } from '../spaces/access-changes.ts';
import { makeParticipant } from '../spaces/participants.ts';
import { all, database, first, type Transaction } from '../store/database.ts';
import { type Group, groupsOf, insertAssignedRoom } from './assigned-rooms.ts';
import { type Assignment, assignmentIn } from './assignment.ts';

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

type Room = Group & { id: RoomId; size: number };

function* roomFor(assignmentId: string, seat: Placed): Transaction<RoomId | undefined> {
  const rooms = yield* roomsOf(assignmentId);
  const isByGroup = rooms.length > 0 && rooms.every(({ name }) => name !== null);
  if (seat.group !== null && isByGroup) {
    const own = yield* roomOfGroup(assignmentId, rooms, seat.group);
    if (own !== undefined) return own;
  }
  const near = rooms.filter(({ section }) => section === seat.section || section === null);
  if (near.length > 0) return smallestOf(near)?.id;
  yield* forgetSections(assignmentId, rooms);
  return smallestOf(rooms)?.id;
}

/** Sections that nobody is in are those of the course that this one was copied from: their rooms are for everyone now. */
function* forgetSections(assignmentId: string, rooms: readonly Room[]): Transaction<void> {
  const { spaceId } = yield* read(assignmentId);
  const seats = yield* all(
    database().build.selectFrom('seat').select('section').distinct().where('space_id', '=', spaceId),
  );
  const standing = new Set(seats.map(({ section }) => section));
  for (const { id, size, section } of rooms)
    if (size === 0 && !standing.has(section)) yield* nameRoom(id, { section: null });
}

function* roomsOf(assignmentId: string): Transaction<Room[]> {
  const rows = yield* all(
    database()
      .build.selectFrom('room')
      .leftJoin('place', 'place.room_id', 'room.id')
      .select(({ fn }) => [
        'room.id',
        'room.group_name as name',
        'room.section',
        fn.count('place.seat_id').as('size'),
      ])
      .where('room.assignment_id', '=', assignmentId)
      .groupBy(['room.id', 'room.group_name', 'room.section', 'room.created_at'])
      .orderBy('room.created_at')
      .orderBy('room.id'),
  );
  return rows.map((row) => ({ ...row, size: Number(row.size) }));
}

/** The room of a group, by its name, taken over or made now; undefined for a group of another assignment. */
function* roomOfGroup(
  assignmentId: string,
  rooms: readonly Room[],
  name: string,
): Transaction<RoomId | undefined> {
  const named = rooms.find((room) => room.name === name);
  if (named && named.size > 0) return named.id;
  const { spaceId } = yield* read(assignmentId);
  if (!named && (yield* isElsewhere(assignmentId, spaceId, name))) return undefined;
  const groups = yield* groupsOf(spaceId);
  const section = groups.find((group) => group.name === name)?.section ?? null;
  const isFree = (room: Room) => room.size === 0 && groups.every((group) => group.name !== room.name);
  const free = named ?? rooms.find(isFree);
  if (!free) return yield* addRoom(assignmentId, { name, section });
  yield* nameRoom(free.id, named ? { section } : { title: name, group_name: name, section });
  return free.id;
}

/** Is someone of this group in a room of another one? Then it was made after this assignment, and is not one of its. */
function* isElsewhere(assignmentId: string, spaceId: SpaceId, name: string): Transaction<boolean> {
  const someone = yield* first(
    database()
      .build.selectFrom('place')
      .innerJoin('seat', 'seat.id', 'place.seat_id')
      .select('seat.id')
      .where('place.assignment_id', '=', assignmentId)
      .where('seat.space_id', '=', spaceId)
      .where('seat.group_name', '=', name)
      .limit(1),
  );
  return someone !== undefined;
}

type Names = { title?: string; group_name?: string; section: string | null };

function* nameRoom(id: RoomId, names: Names): Transaction<void> {
  yield* all(database().build.updateTable('room').set(names).where('id', '=', id));
  // With its section other assistants instruct in it.
  yield* announce({ kind: 'access', roomId: id });
  yield* announce({ kind: 'roster', roomId: id });
}

/** One more room, with what its eldest is set to; it is owed what was said to all groups. */
function* addRoom(assignmentId: string, group: Group & { name: string }): Transaction<RoomId> {
  const { build } = database();
  const { createdBy, ...form } = yield* read(assignmentId);
  const eldest = yield* first(
    build
      .selectFrom('room')
      .leftJoin('review', 'review.room_id', 'room.id')
      .select(['room.settings', 'review.analytics'])
      .where('room.assignment_id', '=', assignmentId)
      .orderBy('room.created_at')
      .orderBy('room.id'),
  );
  const maker = { accountId: createdBy, spaceId: form.spaceId };
  const id = yield* insertAssignedRoom(maker, { assignmentId, form, title: group.name, ...group, ...eldest });
  yield* all(
    build.updateTable('note_for_all').set({ owed: newId() }).where('assignment_id', '=', assignmentId),
  );
  // Whoever watches this sees to what is owed.
  yield* announce({ kind: 'access', roomId: id });
  return id;
}

function* read(assignmentId: string): Transaction<Assignment & { createdBy: AccountId }> {
  const row = yield* first(
    database().build.selectFrom('assignment').selectAll().where('id', '=', assignmentId),
  );
  if (!row) throw new Error('an assignment that people are placed in is not there');
  return { ...assignmentIn(row), createdBy: row.created_by };
}
