// Who may enter which room or space, and as whom. The proofs made here are what other functions of lib/data ask for.
// Every change of access is written to `access_change` in its own transaction, and every process watches that table.

import type { ExpressionBuilder } from 'kysely';
import { mayEnterRoom, type Role, roleInRoom, type SpaceKind } from '#lib/model/permission.ts';
import type { ParticipantId } from '#lib/model/record.ts';
import { parseRoomSettings, type RoomKind, type RoomSettings } from '#lib/model/room-settings.ts';
import type { RoundPart } from '#lib/model/round/rule.ts';
import type { VisibilityRule } from '#lib/model/visibility.ts';
import { type AccountId, newId, type ReadingId, type RoomId, type SpaceId } from '../ids.ts';
import type { Identity } from '../people/identity.ts';
import { readingsHeld } from '../readings/room-readings.ts';
import { all, database, first, type Transaction, template } from '../store/database.ts';
import type { Schema } from '../store/schema.ts';

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

/** Proof that someone belongs to a space, and in which role. */
export type SpaceAccess = {
  space: { id: SpaceId; name: string; kind: SpaceKind };
  accountId: AccountId;
  role: Role;
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
export async function enterSpace(identity: Identity, spaceId: SpaceId): Promise<SpaceAccess | null> {
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

/** One participant per room and account for ever (AUTH5): a second call gives the first one's id. */
export function* makeParticipant(
  accountId: AccountId,
  roomId: RoomId,
  role: Role | null,
  part: RoundPart | null = null,
): Transaction<ParticipantId> {
  const { build } = database();
  yield* all(
    build
      .insertInto('participant')
      .values({
        id: newId(),
        room_id: roomId,
        account_id: accountId,
        role,
        created_at: new Date().toISOString(),
        removed_at: null,
        sighted_at: null,
        side: null,
        part,
        released_at: null,
      })
      .onConflict((oc) => oc.columns(['room_id', 'account_id']).doNothing()),
  );
  const row = yield* first(
    build
      .selectFrom('participant')
      .select('id')
      .where('room_id', '=', roomId)
      .where('account_id', '=', accountId),
  );
  if (!row) throw new Error('a participant that was just made is not there');
  yield* announce({ roomId, kind: 'roster' });
  return row.id;
}

/** Tells every process that access or names changed; part of the transaction that changes them (AUTH2). */
export function* announce(change: {
  kind: 'access' | 'roster';
  accountId?: AccountId;
  spaceId?: SpaceId;
  roomId?: RoomId;
}): Transaction<void> {
  yield* all(
    database()
      .build.insertInto('access_change')
      .values({
        at: new Date().toISOString(),
        account_id: change.accountId ?? null,
        space_id: change.spaceId ?? null,
        room_id: change.roomId ?? null,
        kind: change.kind,
      }),
  );
}

/** Tells every room in which someone has a place (or those of one space) to fetch names and roles again. */
export function* announceRosters(accountId: AccountId, spaceId?: SpaceId): Transaction<void> {
  const { build } = database();
  const at = new Date().toISOString();
  yield* all(
    build
      .insertInto('access_change')
      .columns(['at', 'room_id', 'kind'])
      .expression(
        build
          .selectFrom('participant')
          .innerJoin('room', 'room.id', 'participant.room_id')
          .select((eb) => [
            eb.val(at).as('at'),
            'participant.room_id',
            eb.val<'access' | 'roster'>('roster').as('kind'),
          ])
          .where('participant.account_id', '=', accountId)
          .$if(spaceId !== undefined, (query) => query.where('room.space_id', '=', spaceId ?? '')),
      ),
  );
}

/** Someone's standing in a room as a transaction sees it now; null once they may no longer enter. For the committer. */
export function* currentAccess(
  accountId: AccountId,
  roomId: RoomId,
): Transaction<{
  role: Role;
  closedAt: string | null;
  closesAt: string | null;
  visibility: VisibilityRule;
  sightedAt: string | null;
  side: string | null;
  part: RoundPart | null;
  settings: RoomSettings;
  kind: RoomKind;
  readings: readonly ReadingId[];
  releasedAt: string | null;
  assignmentId: string | null;
  outside: ReadonlySet<ParticipantId>;
} | null> {
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

/**
 * Everyone with a place in a room who may still enter, with their role there. Whoever is missing was removed and
 * instructs no more: to AUTH3 their layer is a member's, here and in the list of people alike.
 */
export async function rolesIn(roomId: RoomId): Promise<Map<ParticipantId, Role>> {
  const rows = await database()
    .read.selectFrom('participant')
    .innerJoin('room', 'room.id', 'participant.room_id')
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.space_id', '=', 'room.space_id')
        .onRef('membership.account_id', '=', 'participant.account_id')
        .on('membership.removed_at', 'is', null)
        .on(isWithinSections),
    )
    .select(['participant.id', 'participant.role as own_role', 'membership.role as member_role'])
    .where('participant.room_id', '=', roomId)
    .where('participant.removed_at', 'is', null)
    .execute();
  const roles = new Map<ParticipantId, Role>();
  for (const row of rows) {
    const role = roleInRoom(row.own_role, row.member_role);
    if (role) roles.set(row.id, role);
  }
  return roles;
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

/**
 * For a join of membership beside room: an assistant who is limited to sections is nothing in the rooms of others'.
 * Whoever has no limit, and every room without a section, passes.
 */
export function isWithinSections(eb: ExpressionBuilder<Schema, 'membership' | 'room'>) {
  const limits = eb
    .selectFrom('assistant_section')
    .select('assistant_section.section')
    .whereRef('assistant_section.space_id', '=', 'membership.space_id')
    .whereRef('assistant_section.account_id', '=', 'membership.account_id');
  return eb.or([
    eb('membership.role', '!=', 'assistant'),
    eb('room.section', 'is', null),
    eb.not(eb.exists(limits)),
    eb.exists(limits.whereRef('assistant_section.section', '=', 'room.section')),
  ]);
}

/** The sections to which someone is limited in a space; none is no limit. */
export async function sectionsOf(access: SpaceAccess): Promise<string[]> {
  if (access.role !== 'assistant') return [];
  const rows = await database()
    .read.selectFrom('assistant_section')
    .select('section')
    .where('space_id', '=', access.space.id)
    .where('account_id', '=', access.accountId)
    .execute();
  return rows.map(({ section }) => section);
}

/** Does a limit to these sections let this one pass? */
export function isWithin(sections: readonly string[], section: string | null): boolean {
  return sections.length === 0 || (section !== null && sections.includes(section));
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
const idsIn = (rows: readonly { id: ParticipantId }[]) => new Set(rows.map(({ id }) => id));
const readingIds = (rows: readonly { id: ReadingId }[]) => rows.map(({ id }) => id);

/** Everyone in a room who is of none of the sections to which this account is limited; none where it has no limit. */
const outsideRows = template((build, slot: { accountId: AccountId; roomId: RoomId }) => {
  const limits = build
    .selectFrom('assistant_section')
    .innerJoin('room as here', 'here.space_id', 'assistant_section.space_id')
    .select('assistant_section.section')
    .where('here.id', '=', slot.roomId)
    .where('assistant_section.account_id', '=', slot.accountId);
  return build
    .selectFrom('participant')
    .innerJoin('room', 'room.id', 'participant.room_id')
    .leftJoin('seat', (join) =>
      join
        .onRef('seat.space_id', '=', 'room.space_id')
        .onRef('seat.account_id', '=', 'participant.account_id'),
    )
    .select('participant.id')
    .where('room.id', '=', slot.roomId)
    .where(({ exists }) => exists(limits))
    .where(({ eb }) => eb.or([eb('seat.section', 'is', null), eb('seat.section', 'not in', limits)]));
});

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
