// Assignments: rooms made together on one reading, one a group, whose settings go together until one is changed apart.

import type { Dates } from '#lib/model/classes/assignment.ts';
import { byGroupName } from '#lib/model/classes/roster.ts';
import { isInstructor, mayInSpace } from '#lib/model/permission.ts';
import type { VisibilityRule } from '#lib/model/visibility.ts';
import { type AccountId, newId, type ReadingId, type RoomId, type SpaceId } from '../ids.ts';
import type { Identity } from '../people/identity.ts';
import { newestEdition } from '../readings/readings.ts';
import { holdReading } from '../readings/room-readings.ts';
import {
  announce,
  enterSpace,
  isWithin,
  makeParticipant,
  type SpaceAccess,
  sectionsOf,
} from '../spaces/access.ts';
import { all, database, first, type Transaction } from '../store/database.ts';
import { placeIn } from './places.ts';
import { seatNewcomer } from './seats.ts';

export type AssignmentId = string;

/** What its rooms keep together. */
export type AssignmentSettings = Dates & {
  title: string;
  prompt: string;
  timeZone: string;
  requiredNotes: number;
  requiredReplies: number;
  visibility: VisibilityRule;
  names: 'named' | 'pseudonymous';
  columnTitle: string;
};

export type Assignment = AssignmentSettings & {
  id: AssignmentId;
  spaceId: SpaceId;
  readingId: ReadingId;
  createdAt: string;
};

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
  if (!mayInSpace(access.role, 'assign', access.space.kind)) return refuse('not-allowed');
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

type Group = { name: string | null; section: string | null };
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

/** The groups of the roster by name, each with its section where all of it share one. */
function* groupsOf(spaceId: SpaceId): Transaction<Group[]> {
  const rows = yield* all(
    database()
      .build.selectFrom('seat')
      .select(['group_name', 'section'])
      .distinct()
      .where('space_id', '=', spaceId)
      .where('group_name', 'is not', null),
  );
  const groups = Map.groupBy(rows, (row) => row.group_name ?? '');
  return [...groups]
    .map(([name, some]) => ({ name, section: some.length === 1 ? (some[0]?.section ?? null) : null }))
    .sort((a, b) => byGroupName(a.name, b.name));
}

/** Whoever makes an assignment, and in which course: proven by those who call. */
export type Maker = { accountId: AccountId; spaceId: SpaceId };

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

export type NewRoom = Group & {
  assignmentId: AssignmentId;
  form: Pick<AssignmentSettings, 'visibility' | 'names'> & { readingId: ReadingId };
  title: string;
  /** JSON of RoomSettings; absent: nothing was switched. */
  settings?: string;
};

/** Makes a room of an assignment, in which whoever makes it has a place. */
export function* insertAssignedRoom(
  maker: Maker,
  { assignmentId, form, title, settings, ...group }: NewRoom,
): Transaction<RoomId> {
  const id = newId();
  yield* all(
    database()
      .build.insertInto('room')
      .values({
        id,
        space_id: maker.spaceId,
        title,
        kind: 'seminar',
        entry: group.name === null ? 'members' : 'invited',
        visibility: JSON.stringify(form.visibility),
        ...(settings !== undefined && { settings }),
        created_by: maker.accountId,
        created_at: new Date().toISOString(),
        closed_at: null,
        assignment_id: assignmentId,
        group_name: group.name,
        section: group.section,
        names: form.names,
      }),
  );
  yield* holdReading(id, form.readingId, maker.accountId);
  yield* makeParticipant(maker.accountId, id, null);
  return id;
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
  if (!space || !mayInSpace(space.role, 'assign', space.space.kind)) return null;
  return { assignment: assignmentIn(row), space } as AssignmentAccess;
}

type AssignmentRow = {
  id: string;
  space_id: string;
  reading_id: string;
  title: string;
  prompt: string;
  time_zone: string;
  notes_due_at: string | null;
  replies_due_at: string | null;
  closes_at: string | null;
  required_notes: number;
  required_replies: number;
  visibility: string;
  names: 'named' | 'pseudonymous';
  column_title: string;
  created_at: string;
};

/** An assignment as the rest of the code sees it, from its row; times ISO 8601 in UTC. */
export function assignmentIn(row: AssignmentRow): Assignment {
  return {
    id: row.id,
    spaceId: row.space_id,
    readingId: row.reading_id,
    title: row.title,
    prompt: row.prompt,
    timeZone: row.time_zone,
    notesDueAt: row.notes_due_at,
    repliesDueAt: row.replies_due_at,
    closesAt: row.closes_at,
    requiredNotes: row.required_notes,
    requiredReplies: row.required_replies,
    visibility: JSON.parse(row.visibility) as VisibilityRule,
    names: row.names,
    columnTitle: row.column_title,
    createdAt: row.created_at,
  };
}

/**
 * Changes an assignment, and with it every room that was not changed apart. Names that were promised to stay hidden stay
 * hidden once anyone has written under the promise.
 */
export async function changeAssignment(
  access: AssignmentAccess,
  change: { [Key in keyof AssignmentSettings]?: AssignmentSettings[Key] | undefined },
): Promise<{ ok: true } | Refused<'dates-out-of-order' | 'names-promised'>> {
  const { assignment } = access;
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
export async function assignmentsOf(access: SpaceAccess): Promise<ListedAssignment[]> {
  const rows = await database()
    .read.selectFrom('assignment')
    .selectAll()
    .where('space_id', '=', access.space.id)
    .where('archived_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  const [sections, every] = await Promise.all([
    sectionsOf(access),
    roomsIn(access.space.id, isInstructor(access.role) ? null : access.accountId),
  ]);
  const rooms = every.filter(({ section }) => section === null || isWithin(sections, section));
  const mine = Map.groupBy(rooms, (room) => room.assignmentId ?? '');
  return rows
    .map((row) => ({ ...assignmentIn(row), rooms: mine.get(row.id) ?? [] }))
    .filter((one) => isInstructor(access.role) || one.rooms.length > 0);
}

/** The rooms of a course's assignments with how many belong and how many have come; of one person's alone where told. */
async function roomsIn(spaceId: SpaceId, only: AccountId | null) {
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
    .sort((a, b) => byGroupName(a.title, b.title));
}
