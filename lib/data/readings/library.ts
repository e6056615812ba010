// The library: what its page shows of one's spaces, readings and rooms, in a handful of queries however many there are.

import { setImmediate } from 'node:timers/promises';
import { roomDocument } from '#lib/model/document.ts';
import { mayEnterRoom, type Role, roleInRoom, type SpaceKind } from '#lib/model/permission.ts';
import type { ReadingId, RoomId, SpaceId } from '../ids.ts';
import type { Identity } from '../people/identity.ts';
import { isWithinSections } from '../spaces/section-limits.ts';
import { isNoDraft, spacesOf } from '../spaces/spaces.ts';
import { database } from '../store/database.ts';
import { readingsOfRooms } from './room-readings.ts';

/** How many rooms and how many readings one look at the library gives, the newest first. */
export const libraryLimit = 1000;

export type LibraryRoom = {
  id: RoomId;
  title: string;
  /** The title of the assignment it belongs to. */
  assignment: string | null;
  kind: 'seminar' | 'debate';
  closedAt: string | null;
  createdAt: string;
  /** People with a place in it, those who were removed not counted. */
  participants: number;
  /** Points that stand: withdrawn ones and reactions are not counted. */
  points: number;
  /** When something was last said, else when the room was made. */
  lastActivityAt: string;
};

export type LibraryReading = {
  id: ReadingId;
  title: string;
  byline: string | null;
  createdAt: string;
  rooms: LibraryRoom[];
};

export type LibrarySpace = {
  id: SpaceId;
  name: string;
  kind: SpaceKind;
  role: Role;
  readings: LibraryReading[];
};

/** A room one was invited to without belonging to its space. */
export type InvitedRoom = LibraryRoom & { spaceName: string; role: Role };

export type Library = {
  spaces: LibrarySpace[];
  invited: InvitedRoom[];
  /** Is there more than fits? Then the oldest readings or rooms were left out. */
  isCut: boolean;
};

/**
 * Everything one has: one's spaces, the readings in each, the rooms on each that one may enter, and rooms one was
 * invited to alone. The newest first.
 */
export async function libraryOf(identity: Identity): Promise<Library> {
  const spaces = await spacesOf(identity);
  // Postgres takes no empty list after `in`; no id is empty.
  const spaceIds = spaces.length > 0 ? spaces.map((space) => space.id) : [''];
  const [readings, rooms] = await Promise.all([readingsIn(spaceIds), roomsFor(identity, spaceIds)]);
  const roleIn = new Map(spaces.map((space) => [space.id, space.role]));
  const enterable = rooms.filter((room) => mayEnter(room, room.memberRole));
  const counts = await countsOf(enterable.map((room) => room.id));
  const open = enterable.map((room) => ({ ...room, ...countsFor(room, counts) }));
  const byReading = await roomsByReading(open);
  return {
    spaces: spaces.map(({ id, name, kind, role }) => ({
      id,
      name,
      kind,
      role,
      readings: readings
        .filter((reading) => reading.spaceId === id)
        .map(({ spaceId: _, ...reading }) => ({
          ...reading,
          rooms: (byReading.get(reading.id) ?? []).map(libraryRoom),
        })),
    })),
    invited: open
      .filter((room) => !roleIn.has(room.spaceId))
      .map((room) => ({
        ...libraryRoom(room),
        spaceName: room.spaceName,
        role: room.ownRole ?? 'member',
      })),
    isCut: rooms.length === libraryLimit || readings.length === libraryLimit,
  };
}

/** A room that holds several readings stands under each of them. */
async function roomsByReading<R extends { id: RoomId }>(rooms: readonly R[]): Promise<Map<ReadingId, R[]>> {
  const held = await readingsOfRooms(rooms.map(({ id }) => id));
  const byReading = new Map<ReadingId, R[]>();
  const pairs = rooms.flatMap((room) => (held.get(room.id) ?? []).map((reading) => ({ reading, room })));
  for (const [reading, some] of Map.groupBy(pairs, (pair) => pair.reading))
    byReading.set(
      reading,
      some.map(({ room }) => room),
    );
  return byReading;
}

type RoomRow = Awaited<ReturnType<typeof roomsFor>>[number];

function mayEnter(room: RoomRow, membership: Role | null): boolean {
  if (room.removedAt !== null) return false;
  return mayEnterRoom(roleInRoom(room.ownRole, membership), room.entry, room.participant !== null);
}

function libraryRoom(room: LibraryRoom): LibraryRoom {
  const { id, title, assignment, kind, closedAt, createdAt, participants, points, lastActivityAt } = room;
  return { id, title, assignment, kind, closedAt, createdAt, participants, points, lastActivityAt };
}

/** The readings on the shelves of these spaces, the newest first, for whoever holds proof that they may see them. */
export function readingsIn(spaceIds: SpaceId[]) {
  return database()
    .read.selectFrom('reading')
    .innerJoin('edition', 'edition.reading_id', 'reading.id')
    .select([
      'reading.id',
      'reading.space_id as spaceId',
      'edition.title',
      'edition.byline',
      'reading.created_at as createdAt',
    ])
    .where('reading.space_id', 'in', spaceIds)
    .where('reading.archived_at', 'is', null)
    .where('edition.number', '=', (eb) =>
      eb
        .selectFrom('edition as newest')
        .select((sub) => sub.fn.max('newest.number').as('number'))
        .whereRef('newest.reading_id', '=', 'reading.id'),
    )
    .orderBy('reading.created_at', 'desc')
    .orderBy('reading.id')
    .limit(libraryLimit)
    .execute();
}

/** The rooms of these spaces, and those in which one has a place elsewhere. */
function roomsFor(identity: Identity, spaceIds: SpaceId[]) {
  return database()
    .read.selectFrom('room')
    .innerJoin('space', 'space.id', 'room.space_id')
    .leftJoin('assignment', 'assignment.id', 'room.assignment_id')
    .leftJoin('participant', (join) =>
      join.onRef('participant.room_id', '=', 'room.id').on('participant.account_id', '=', identity.accountId),
    )
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.space_id', '=', 'room.space_id')
        .on('membership.account_id', '=', identity.accountId)
        .on('membership.removed_at', 'is', null)
        .on(isWithinSections),
    )
    .select([
      'membership.role as memberRole',
      'room.id',
      'room.title',
      'assignment.title as assignment',
      'room.kind',
      'room.entry',
      'room.space_id as spaceId',
      'room.closed_at as closedAt',
      'room.created_at as createdAt',
      'space.name as spaceName',
      'participant.id as participant',
      'participant.role as ownRole',
      'participant.removed_at as removedAt',
    ])
    .where((eb) => eb.or([eb('room.space_id', 'in', spaceIds), eb('participant.id', 'is not', null)]))
    .where(isNoDraft)
    .orderBy('room.created_at', 'desc')
    .orderBy('room.id')
    .limit(libraryLimit)
    .execute();
}

type Counts = {
  participants: Map<RoomId, number>;
  said: Map<string, { points: number; lastActivityAt: string }>;
};

/** How many rooms are counted before others get their turn: the database answers on the thread that serves everyone. */
const roomsPerTurn = 50;

async function countsOf(roomIds: RoomId[]): Promise<Counts> {
  const counts: Counts = { participants: new Map(), said: new Map() };
  for (let at = 0; at < roomIds.length; at += roomsPerTurn) {
    const some = roomIds.slice(at, at + roomsPerTurn);
    for (const row of await peopleIn(some)) counts.participants.set(row.room_id, Number(row.participants));
    for (const { document, points, lastActivityAt } of await saidIn(some))
      counts.said.set(document, { points: Number(points), lastActivityAt });
    await setImmediate();
  }
  return counts;
}

function peopleIn(roomIds: RoomId[]) {
  return database()
    .read.selectFrom('participant')
    .select((eb) => ['room_id', eb.fn.countAll().as('participants')])
    .where('room_id', 'in', roomIds)
    .where('removed_at', 'is', null)
    .groupBy('room_id')
    .execute();
}

function saidIn(roomIds: RoomId[]) {
  return database()
    .read.selectFrom('record')
    .select((eb) => {
      // Inside a JSON string a quote is escaped, so these texts stand only where the record itself says so.
      const isPoint = eb('value', 'like', '%"type":"point"%');
      const stands = eb('value', 'not like', '%"withdrawn":true%');
      const counted = eb
        .case()
        .when(eb.and([isPoint, stands]))
        .then(1)
        .end();
      return ['document', eb.fn.count(counted).as('points'), eb.fn.max('accepted_at').as('lastActivityAt')];
    })
    .where('document', 'in', roomIds.map(roomDocument))
    .groupBy('document')
    .execute();
}

function countsFor(room: { id: RoomId; createdAt: string }, counts: Counts) {
  const said = counts.said.get(roomDocument(room.id));
  return {
    participants: counts.participants.get(room.id) ?? 0,
    points: said?.points ?? 0,
    lastActivityAt: said?.lastActivityAt ?? room.createdAt,
  };
}
