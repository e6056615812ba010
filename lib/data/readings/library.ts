// The library: what its page shows of one's spaces, readings and rooms, in a handful of queries for many rooms together.

import { mayEnterRoom, type Role, roleInRoom } from '#lib/model/permission.ts';
import type { SpaceKind } from '#lib/model/space-permission.ts';
import type { VisibilityRule } from '#lib/model/visibility.ts';
import type { ReadingId, RoomId, SpaceId } from '../ids.ts';
import type { Identity } from '../people/identity.ts';
import { isWithinSections } from '../spaces/section-limits.ts';
import { isNoDraft, spacesOf } from '../spaces/spaces.ts';
import { database } from '../store/database.ts';
import { countsIn } from './library-counts.ts';
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
  /** Points that stand, of those whom the viewer sees: withdrawn ones and reactions are not counted. */
  points: number;
  /** When something was last said by those, else when the room was made. */
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
  const enterable = rooms.flatMap((room) => {
    const role = roleToEnter(room);
    return role ? [{ ...room, role, visibility: JSON.parse(room.visibility) as VisibilityRule }] : [];
  });
  const counts = await countsIn(enterable);
  const open = enterable.map((room) => {
    const { participants = 0, points = 0, lastActivityAt = null } = counts.get(room.id) ?? {};
    return { ...room, participants, points, lastActivityAt: lastActivityAt ?? room.createdAt };
  });
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

/** Null for who may not enter. */
function roleToEnter(room: RoomRow): Role | null {
  const role = roleInRoom(room.ownRole, room.memberRole);
  return room.removedAt === null && mayEnterRoom(role, room.entry, room.participant !== null) ? role : null;
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
      'participant.sighted_at as sightedAt',
      'room.visibility',
    ])
    .where((eb) => eb.or([eb('room.space_id', 'in', spaceIds), eb('participant.id', 'is not', null)]))
    .where(isNoDraft)
    .orderBy('room.created_at', 'desc')
    .orderBy('room.id')
    .limit(libraryLimit)
    .execute();
}
