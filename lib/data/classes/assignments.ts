// Assignments: rooms made together on one reading, one a group, whose settings go together until one is changed apart.

import type { Dates } from '#lib/model/classes/assignment.ts';
import type { Locale } from '#lib/model/manners.ts';
import { nameOrder } from '#lib/model/name-order.ts';
import { isInstructor } from '#lib/model/permission.ts';
import { isRoomWithin, mayInSpace } from '#lib/model/space-permission.ts';
import { fallbackLocale } from '#lib/words/locales.ts';
import { type AccountId, newId, type ReadingId, type RoomId, type SpaceId } from '../ids.ts';
import type { Identity } from '../people/identity.ts';
import { newestEdition } from '../readings/readings.ts';
import { enterSpace, type SpaceAccess } from '../spaces/access.ts';
import { announce } from '../spaces/access-changes.ts';
import { all, database, first, type Transaction } from '../store/database.ts';
import { type Group, groupsOf, insertAssignedRoom, type Maker } from './assigned-rooms.ts';
import { type Assignment, type AssignmentId, type AssignmentSettings, assignmentIn } from './assignment.ts';
import { placeIn } from './places.ts';
import { seatNewcomer } from './seats.ts';

export type AssignmentForm = AssignmentSettings & {
  readingId: ReadingId;
  /** A room for each group of the roster, or one for everyone. */
  rooms: 'groups' | 'one';
};

type Refused<Reason> = { ok: false; reason: Reason };
const refuse = <Reason extends string>(reason: Reason): Refused<Reason> => ({ ok: false, reason });

/** Makes an assignment with its rooms, and gives everyone on the roster their place. */
export async function makeAssignment(
  access: SpaceAccess,
  form: AssignmentForm,
): Promise<
  | { ok: true; id: AssignmentId; rooms: { id: RoomId; title: string }[] }
  | Refused<'not-allowed' | 'no-such-reading' | 'dates-out-of-order' | 'nobody-to-group'>
> {
  if (!mayInSpace(access, 'assign')) return refuse('not-allowed');
  const reading = await newestEdition(form.readingId);
  if (reading?.spaceId !== access.space.id) return refuse('no-such-reading');
  if (!isInOrder(form)) return refuse('dates-out-of-order');
  return database().write(function* () {
    yield* seatMembers(access.space.id);
    const groups = form.rooms === 'groups' ? yield* groupsOf(access.space.id) : [everyone];
    if (groups.length === 0) return refuse('nobody-to-group');
    const id = newId();
    const maker = { accountId: access.accountId, spaceId: access.space.id };
    yield* insertAssignment(maker, id, form);
    const rooms = [];
    for (const group of groups) {
      const title = group.name ?? (form.title || reading.title);
      const room = yield* insertAssignedRoom(maker, { assignmentId: id, form, title, ...group });
      rooms.push({ id: room, title });
    }
    yield* placeAll(access.space.id, id);
    return { ok: true as const, id, rooms };
  });
}

/** Notes before replies before closing, where they are given. */
function isInOrder({ notesDueAt, repliesDueAt, closesAt }: Dates): boolean {
  const given = [notesDueAt, repliesDueAt, closesAt].filter((at) => at !== null);
  return given.every((at, i) => i === 0 || at >= (given[i - 1] ?? at));
}

const everyone: Group = { name: null, section: null };

/** Everyone who belongs to the course as a member has a seat, however they came. */
function* seatMembers(spaceId: SpaceId): Transaction<void> {
  const members = yield* all(
    database()
      .build.selectFrom('membership')
      .select('account_id')
      .where('space_id', '=', spaceId)
      .where('role', '=', 'member')
      .where('removed_at', 'is', null),
  );
  for (const { account_id } of members) yield* seatNewcomer(spaceId, account_id);
}

/** Keeps an assignment, as yet without a room. */
export function* insertAssignment(
  maker: Maker,
  id: AssignmentId,
  form: AssignmentSettings & { readingId: ReadingId },
  rubricId: string | null = null,
): Transaction<void> {
  yield* all(
    database()
      .build.insertInto('assignment')
      .values({
        id,
        space_id: maker.spaceId,
        reading_id: form.readingId,
        ...columnsOf(form),
        rubric_id: rubricId,
        created_by: maker.accountId,
        created_at: new Date().toISOString(),
        archived_at: null,
      }),
  );
}

function columnsOf(settings: AssignmentSettings) {
  return {
    title: settings.title,
    prompt: settings.prompt,
    time_zone: settings.timeZone,
    notes_due_at: settings.notesDueAt,
    replies_due_at: settings.repliesDueAt,
    closes_at: settings.closesAt,
    required_notes: settings.requiredNotes,
    required_replies: settings.requiredReplies,
    visibility: JSON.stringify(settings.visibility),
    names: settings.names,
    column_title: settings.columnTitle,
  };
}

/** First those who have a group, then the others, each into the smallest that is left. */
function* placeAll(spaceId: SpaceId, assignmentId: AssignmentId): Transaction<void> {
  const seats = yield* all(
    database()
      .build.selectFrom('seat')
      .select(['id', 'account_id as accountId', 'section', 'group_name as group'])
      .where('space_id', '=', spaceId)
      .orderBy('created_at')
      .orderBy('id'),
  );
  for (const seat of seats) if (seat.group !== null) yield* placeIn(assignmentId, seat);
  for (const seat of seats) if (seat.group === null) yield* placeIn(assignmentId, seat);
}

declare const proven: unique symbol;

/** Proof that someone runs an assignment. */
export type AssignmentAccess = { assignment: Assignment; space: SpaceAccess; readonly [proven]: true };

/** Lets those who run its course into an assignment; to all others it does not exist. */
export async function runAssignment(identity: Identity, id: AssignmentId): Promise<AssignmentAccess | null> {
  const row = await database()
    .read.selectFrom('assignment')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  const space = row && (await enterSpace(identity, row.space_id));
  if (!space || !mayInSpace(space, 'run-assignment')) return null;
  return { assignment: assignmentIn(row), space } as AssignmentAccess;
}

/**
 * Changes an assignment, and with it every room that was not changed apart. Names that were promised to stay hidden stay
 * hidden once anyone has written under the promise.
 */
export async function changeAssignment(
  access: AssignmentAccess,
  change: { [Key in keyof AssignmentSettings]?: AssignmentSettings[Key] | undefined },
): Promise<{ ok: true } | Refused<'not-allowed' | 'dates-out-of-order' | 'names-promised'>> {
  const { assignment } = access;
  if (!mayInSpace(access.space, 'assign')) return refuse('not-allowed');
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const next: Assignment = { ...assignment, ...given };
  if (!isInOrder(next)) return refuse('dates-out-of-order');
  return database().write(function* () {
    const { build } = database();
    if (assignment.names === 'pseudonymous' && next.names === 'named' && (yield* isWrittenIn(assignment.id)))
      return refuse('names-promised');
    yield* all(build.updateTable('assignment').set(columnsOf(next)).where('id', '=', assignment.id));
    yield* all(
      build
        .updateTable('room')
        .set({ visibility: JSON.stringify(next.visibility) })
        .where('assignment_id', '=', assignment.id)
        .where('is_apart', '=', 0),
    );
    yield* all(
      build.updateTable('room').set({ names: next.names }).where('assignment_id', '=', assignment.id),
    );
    yield* announceRooms(assignment.id);
    return { ok: true as const };
  });
}

function* isWrittenIn(id: AssignmentId): Transaction<boolean> {
  const rooms = yield* all(database().build.selectFrom('room').select('id').where('assignment_id', '=', id));
  for (const room of rooms) {
    const written = yield* first(
      database().build.selectFrom('record').select('ref').where('document', '=', `room/${room.id}`).limit(1),
    );
    if (written) return true;
  }
  return false;
}

function* announceRooms(id: AssignmentId): Transaction<void> {
  const rooms = yield* all(database().build.selectFrom('room').select('id').where('assignment_id', '=', id));
  for (const room of rooms) {
    yield* announce({ kind: 'access', roomId: room.id });
    yield* announce({ kind: 'roster', roomId: room.id });
  }
}

/** An assignment as a list shows it to one person: their own room, or for instructors all rooms. */
export type ListedAssignment = Assignment & {
  rooms: { id: RoomId; title: string; placed: number; joined: number }[];
};

/** The assignments of a course, the newest first. Students see those in which they have a room, assistants their sections'. */
export async function assignmentsOf(
  access: SpaceAccess,
  locale: Locale = fallbackLocale,
): Promise<ListedAssignment[]> {
  const rows = await database()
    .read.selectFrom('assignment')
    .selectAll()
    .where('space_id', '=', access.space.id)
    .where('archived_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  const every = await roomsIn(access.space.id, isInstructor(access.role) ? null : access.accountId, locale);
  const rooms = every.filter(({ section }) => isRoomWithin(access.sections, section));
  const mine = Map.groupBy(rooms, (room) => room.assignmentId ?? '');
  return rows
    .map((row) => ({ ...assignmentIn(row), rooms: mine.get(row.id) ?? [] }))
    .filter((one) => isInstructor(access.role) || one.rooms.length > 0);
}

/** The rooms of a course's assignments with how many belong and how many have come; of one person's alone where told. */
async function roomsIn(spaceId: SpaceId, only: AccountId | null, locale: Locale) {
  const inOrder = nameOrder(locale);
  const rows = await database()
    .read.selectFrom('room')
    .leftJoin('place', 'place.room_id', 'room.id')
    .leftJoin('seat', 'seat.id', 'place.seat_id')
    .select(({ fn }) => [
      'room.id',
      'room.title',
      'room.section',
      'room.assignment_id as assignmentId',
      'room.created_at',
      fn.count('place.seat_id').as('placed'),
      fn.count('seat.account_id').as('joined'),
    ])
    .where('room.space_id', '=', spaceId)
    .where('room.assignment_id', 'is not', null)
    .$if(only !== null, (query) =>
      query.where('room.id', 'in', (eb) =>
        eb
          .selectFrom('participant')
          .select('participant.room_id')
          .where('participant.account_id', '=', only ?? '')
          .where('participant.removed_at', 'is', null),
      ),
    )
    .groupBy(['room.id', 'room.title', 'room.section', 'room.assignment_id', 'room.created_at'])
    .orderBy('room.created_at')
    .execute();
  return rows
    .map((row) => ({ ...row, placed: Number(row.placed), joined: Number(row.joined) }))
    .sort((a, b) => inOrder(a.title, b.title));
}
