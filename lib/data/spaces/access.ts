// Who may enter which room or space, and as whom. The proofs made here are what other functions of lib/data ask for.

import { mayEnterRoom, type Role, roleInRoom } from '#lib/model/permission.ts';
import type { ParticipantId } from '#lib/model/record.ts';
import { parseRoomSettings, type RoomKind, type RoomSettings } from '#lib/model/room-settings.ts';
import type { RoundPart } from '#lib/model/round/rule.ts';
import type { SpaceKind } from '#lib/model/space-permission.ts';
import type { VisibilityRule } from '#lib/model/visibility.ts';
import type { AccountId, ReadingId, RoomId, SpaceId } from '../ids.ts';
import type { Identity } from '../people/identity.ts';
import { readingsHeld } from '../readings/room-readings.ts';
import { database, type Transaction, template } from '../store/database.ts';
import { makeParticipant } from './participants.ts';
import { isWithinSections, outsideRows, sectionsOf } from './section-limits.ts';

declare const proven: unique symbol;

/** Proof that someone may enter a room, and as whom. */
export type RoomAccess = {
  room: {
    id: RoomId;
    spaceId: SpaceId;
    /** In their order; never none. */
    readings: readonly ReadingId[];
    title: string;
    kind: RoomKind;
    visibility: VisibilityRule;
    settings: RoomSettings;
    closedAt: string | null;
    /** When it closes to this person, by its assignment and their extension. */
    closesAt: string | null;
    /** Whether members see each other's names in it. */
    names: 'named' | 'pseudonymous';
    assignmentId: string | null;
    groupName: string | null;
  };
  accountId: AccountId;
  participant: ParticipantId;
  role: Role;
  sightedAt: string | null;
  side: string | null;
  part: RoundPart | null;
  releasedAt: string | null;
  /** Whose work an assistant who is limited to sections does not review, in a room of several. */
  outside: ReadonlySet<ParticipantId>;
  readonly [proven]: true;
};

/** Proof that someone belongs to a space, in which role, and for which of its sections. */
export type SpaceAccess = {
  space: { id: SpaceId; name: string; kind: SpaceKind };
  accountId: AccountId;
  role: Role;
  /** The sections to which an assistant is limited; none is no limit. Every rule of a space asks for them. */
  sections: readonly string[];
  readonly [proven]: true;
};

export type NoAccess = { ok: false; reason: 'no-such-room' | 'not-a-member' | 'removed' | 'guests-not-here' };

/**
 * Lets someone into a room: gives their access, making their participant at the first visit where the room is open to
 * the members of its space. To outsiders a room that exists and one that does not look the same (`no-such-room`).
 */
export async function enterRoom(
  identity: Identity,
  roomId: RoomId,
): Promise<{ ok: true; access: RoomAccess } | NoAccess> {
  const known = await readAccess(identity.accountId, roomId);
  if (known.ok || known.reason !== 'no-place-yet')
    return known as { ok: true; access: RoomAccess } | NoAccess;
  await database().write(() => makeParticipant(identity.accountId, roomId, null));
  return (await readAccess(identity.accountId, roomId)) as { ok: true; access: RoomAccess } | NoAccess;
}

/** Proof of belonging to a space; null for outsiders and removed members. */
export async function enterSpace(
  identity: Pick<Identity, 'accountId'>,
  spaceId: SpaceId,
): Promise<SpaceAccess | null> {
  const row = await database()
    .read.selectFrom('membership')
    .innerJoin('space', 'space.id', 'membership.space_id')
    .select(['space.id', 'space.name', 'space.kind', 'membership.role'])
    .where('membership.space_id', '=', spaceId)
    .where('membership.account_id', '=', identity.accountId)
    .where('membership.removed_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  return {
    space: { id: row.id, name: row.name, kind: row.kind },
    accountId: identity.accountId,
    role: row.role,
    sections: await sectionsOf(identity.accountId, spaceId, row.role),
  } as SpaceAccess;
}

/**
 * Proof for the operator, who acts from the machine itself in the name of a space's first owner: command line and
 * sample. Null where there is no such space.
 */
export async function operatorAccess(spaceId: SpaceId): Promise<SpaceAccess | null> {
  const row = await database()
    .read.selectFrom('membership')
    .innerJoin('space', 'space.id', 'membership.space_id')
    .select(['space.id', 'space.name', 'space.kind', 'membership.role', 'membership.account_id'])
    .where('membership.role', '=', 'owner')
    .where('membership.removed_at', 'is', null)
    .where('space.id', '=', spaceId)
    .orderBy('membership.created_at')
    .executeTakeFirst();
  if (!row) return null;
  return {
    space: { id: row.id, name: row.name, kind: row.kind },
    accountId: row.account_id,
    role: row.role,
    sections: noLimit,
  } as SpaceAccess;
}

/** The same for one room: the operator reads it as its owner would, without taking a place in it. */
export async function operatorRoom(
  roomId: RoomId,
): Promise<{ space: SpaceAccess; access: RoomAccess } | null> {
  const row = await database()
    .read.selectFrom('room')
    .selectAll()
    .where('id', '=', roomId)
    .executeTakeFirst();
  const space = row && (await operatorAccess(row.space_id));
  if (!row || !space) return null;
  const access = {
    room: roomIn(row, await readingsHeld.read({ roomId })),
    accountId: space.accountId,
    participant: 'operator',
    role: space.role,
    sightedAt: null,
    side: null,
    part: null,
    releasedAt: null,
    outside: nobody,
  } as RoomAccess;
  return { space, access };
}

/** What someone may do in a room at one moment. Times are ISO UTC. */
export type Standing = {
  role: Role;
  closedAt: string | null;
  /** When the room closes to this person; the gate looks at the clock. */
  closesAt: string | null;
  visibility: VisibilityRule;
  sightedAt: string | null;
  side: string | null;
  part: RoundPart | null;
  settings: RoomSettings;
  kind: RoomKind;
  /** Those that the room holds. */
  readings: readonly ReadingId[];
  releasedAt: string | null;
  /** The assignment whose room it is, where it is one's. */
  assignmentId: string | null;
};

/** Someone's standing in a room as a transaction sees it now; null once they may no longer enter. For the committer. */
export function* currentAccess(
  accountId: AccountId,
  roomId: RoomId,
): Transaction<(Standing & { outside: ReadonlySet<ParticipantId> }) | null> {
  const [row] = yield* accessRow({ accountId, roomId });
  if (!row?.participant || row.removed_at || isGuestInGradedRoom(row)) return null;
  const role = roleInRoom(row.own_role, row.member_role);
  if (!role) return null;
  return {
    role,
    closedAt: row.closed_at,
    closesAt: closingOf(row),
    visibility: JSON.parse(row.visibility) as VisibilityRule,
    sightedAt: row.sighted_at,
    side: row.side,
    part: row.part,
    settings: parseRoomSettings(row.settings),
    kind: row.kind,
    readings: readingIds(yield* readingsHeld({ roomId })),
    releasedAt: row.released_at,
    assignmentId: row.assignment_id,
    outside: role === 'assistant' ? idsIn(yield* outsideRows({ accountId, roomId })) : nobody,
  };
}

type RoomRow = {
  id: RoomId;
  space_id: SpaceId;
  title: string;
  kind: RoomKind;
  visibility: string;
  settings: string;
  closed_at: string | null;
  names: 'named' | 'pseudonymous';
  assignment_id: string | null;
  group_name: string | null;
  closes_at?: string | null;
  extended_to?: string | null;
};

function roomIn(row: RoomRow, held: readonly { id: ReadingId }[]): RoomAccess['room'] {
  return {
    id: row.id,
    spaceId: row.space_id,
    readings: readingIds(held),
    title: row.title,
    kind: row.kind,
    visibility: JSON.parse(row.visibility) as VisibilityRule,
    settings: parseRoomSettings(row.settings),
    closedAt: row.closed_at,
    closesAt: closingOf(row),
    names: row.names,
    assignmentId: row.assignment_id,
    groupName: row.group_name,
  };
}

function closingOf(row: { closes_at?: string | null; extended_to?: string | null }): string | null {
  const { closes_at = null, extended_to = null } = row;
  return closes_at !== null && extended_to !== null && extended_to > closes_at ? extended_to : closes_at;
}

/** What is graded is known to be someone's: a name that anybody may type is not enough. */
function isGuestInGradedRoom(row: { account_kind: string | null; assignment_id: string | null }): boolean {
  return row.assignment_id !== null && row.account_kind === 'guest';
}

async function readAccess(
  accountId: AccountId,
  roomId: RoomId,
): Promise<{ ok: true; access: RoomAccess } | { ok: false; reason: NoAccess['reason'] | 'no-place-yet' }> {
  const [row] = await accessRow.read({ accountId, roomId });
  if (!row) return { ok: false, reason: 'no-such-room' };
  if (row.participant && row.removed_at) return { ok: false, reason: 'removed' };
  const role = roleInRoom(row.own_role, row.member_role);
  if (!role) return { ok: false, reason: 'no-such-room' };
  if (isGuestInGradedRoom(row)) return { ok: false, reason: 'guests-not-here' };
  if (!mayEnterRoom(role, row.entry, row.participant !== null)) return { ok: false, reason: 'not-a-member' };
  if (!row.participant) return { ok: false, reason: 'no-place-yet' };
  const access = {
    room: roomIn(row, await readingsHeld.read({ roomId })),
    accountId,
    participant: row.participant,
    role,
    sightedAt: row.sighted_at,
    side: row.side,
    part: row.part,
    releasedAt: row.released_at,
    outside: role === 'assistant' ? idsIn(await outsideRows.read({ accountId, roomId })) : nobody,
  } as RoomAccess;
  return { ok: true, access };
}

const nobody: ReadonlySet<ParticipantId> = new Set();
const noLimit: readonly string[] = [];
const idsIn = (rows: readonly { id: ParticipantId }[]) => new Set(rows.map(({ id }) => id));
const readingIds = (rows: readonly { id: ReadingId }[]) => rows.map(({ id }) => id);

const accessRow = template((build, slot: { accountId: AccountId; roomId: RoomId }) =>
  build
    .selectFrom('room')
    .leftJoin('participant', (join) =>
      join.onRef('participant.room_id', '=', 'room.id').on('participant.account_id', '=', slot.accountId),
    )
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.space_id', '=', 'room.space_id')
        .on('membership.account_id', '=', slot.accountId)
        .on('membership.removed_at', 'is', null)
        .on(isWithinSections),
    )
    .leftJoin('account', (join) => join.on('account.id', '=', slot.accountId))
    .leftJoin('assignment', 'assignment.id', 'room.assignment_id')
    .leftJoin('seat', (join) =>
      join.onRef('seat.space_id', '=', 'room.space_id').on('seat.account_id', '=', slot.accountId),
    )
    .leftJoin('extension', (join) =>
      join
        .onRef('extension.assignment_id', '=', 'room.assignment_id')
        .onRef('extension.seat_id', '=', 'seat.id'),
    )
    .select([
      'account.kind as account_kind',
      'assignment.closes_at',
      'extension.closes_at as extended_to',
      'room.assignment_id',
      'room.group_name',
      'room.names',
      'room.id',
      'room.space_id',
      'room.title',
      'room.kind',
      'room.entry',
      'room.visibility',
      'room.settings',
      'room.closed_at',
      'participant.id as participant',
      'participant.role as own_role',
      'participant.removed_at',
      'participant.sighted_at',
      'participant.side',
      'participant.part',
      'participant.released_at',
      'membership.role as member_role',
    ])
    .where('room.id', '=', slot.roomId),
);
