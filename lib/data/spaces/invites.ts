// Invites: links that let people into a whole space, or into one room of it, in a role, for a time.
// A link is shared and forwarded, so it lets in only who was never put out: docs/decisions/010.

import { fullTitle } from '#lib/model/classes/assignment.ts';
import { isStronger, type Role, roleInRoom } from '#lib/model/permission.ts';
import type { ParticipantId } from '#lib/model/record.ts';
import { isRoomWithin, mayInSpace, mayInvite, type SpaceKind } from '#lib/model/space-permission.ts';
import { seatNewcomer } from '../classes/seats.ts';
import { type AccountId, newSecret, type RoomId, type SpaceId } from '../ids.ts';
import { debatesIn } from '../readings/rounds.ts';
import { all, database, first, type Transaction } from '../store/database.ts';
import type { SpaceAccess } from './access.ts';
import { announce, announceRosters } from './access-changes.ts';
import { spacesThatRemoved } from './members.ts';
import { makeParticipant } from './participants.ts';

export const inviteDays = 30;

export type InviteForm = {
  role: Role;
  /** ISO UTC; null never expires; absent: in `inviteDays`. */
  expiresAt?: string | null | undefined;
  /** Lets into this one room only. */
  roomId?: RoomId | undefined;
};

/** Makes a link. Only owners give out the instructors' roles. */
export async function makeInvite(
  access: SpaceAccess,
  form: InviteForm,
): Promise<
  | { ok: true; code: string; role: Role; expiresAt: string | null }
  | { ok: false; reason: 'not-allowed' | 'no-such-room' | 'expiry-past' }
> {
  const into = form.roomId === undefined ? 'space' : 'room';
  if (!mayInvite(access, form.role, into)) return { ok: false, reason: 'not-allowed' };
  const now = new Date();
  const standard = new Date(now.getTime() + inviteDays * 86_400_000).toISOString();
  const expiresAt = form.expiresAt === undefined ? standard : form.expiresAt;
  if (expiresAt !== null && expiresAt <= now.toISOString()) return { ok: false, reason: 'expiry-past' };
  const code = newSecret();
  return database().write(function* () {
    const { build } = database();
    if (form.roomId !== undefined) {
      const room = yield* first(
        build
          .selectFrom('room')
          .select(['id', 'section'])
          .where('id', '=', form.roomId)
          .where('space_id', '=', access.space.id),
      );
      // To whom a room is closed it looks like none.
      if (!room || !isRoomWithin(access.sections, room.section))
        return { ok: false as const, reason: 'no-such-room' as const };
    }
    yield* all(
      build.insertInto('invite').values({
        code,
        space_id: access.space.id,
        room_id: form.roomId ?? null,
        role: form.role,
        created_by: access.accountId,
        created_at: now.toISOString(),
        expires_at: expiresAt,
        revoked_at: null,
      }),
    );
    return { ok: true as const, code, role: form.role, expiresAt };
  });
}

/**
 * The links of a space that still work and that the caller could have made, the newest first. Whoever reads a code can
 * join by it: an assistant must not find the owners' links here. Who debates in a round that is on finds their own alone:
 * a link with its name and its times says something, too.
 */
export async function invitesOf(access: SpaceAccess) {
  if (!mayInSpace(access, 'invite-to-room')) return { ok: false as const, reason: 'not-allowed' as const };
  const invites = await database()
    .read.selectFrom('invite')
    .innerJoin('account', 'account.id', 'invite.created_by')
    .leftJoin('room', 'room.id', 'invite.room_id')
    .leftJoin('assignment', 'assignment.id', 'room.assignment_id')
    .select([
      'invite.code',
      'invite.role',
      'invite.room_id as roomId',
      'room.section',
      'room.title as roomTitle',
      'assignment.title as assignment',
      'account.name as inviter',
      'invite.created_by as madeBy',
      'invite.created_at as createdAt',
      'invite.expires_at as expiresAt',
    ])
    .where('invite.space_id', '=', access.space.id)
    .where('invite.revoked_at', 'is', null)
    .where((eb) =>
      eb.or([eb('invite.expires_at', 'is', null), eb('invite.expires_at', '>', new Date().toISOString())]),
    )
    .orderBy('invite.created_at', 'desc')
    .execute();
  const { space, accountId } = access;
  const isDebating = await debatesIn(space.id, accountId);
  return {
    ok: true as const,
    invites: invites.flatMap(({ madeBy, section, ...one }) =>
      isTheirs(access, { ...one, section }) && (!isDebating || madeBy === accountId) ? [one] : [],
    ),
  };
}

/** Could they have made this link? */
function isTheirs(
  access: SpaceAccess,
  link: { role: Role; roomId: RoomId | null; section: string | null },
): boolean {
  const into = link.roomId === null ? 'space' : 'room';
  return mayInvite(access, link.role, into) && isRoomWithin(access.sections, link.section);
}

/** The space an invite leads into, for `enterSpace` before `revokeInvite`; null where there is no such link. */
export async function spaceOfInvite(code: string): Promise<SpaceId | null> {
  const row = await database()
    .read.selectFrom('invite')
    .select('space_id')
    .where('code', '=', code)
    .executeTakeFirst();
  return row?.space_id ?? null;
}

/** Ends a link. Who came by it stays. */
export async function revokeInvite(
  access: SpaceAccess,
  code: string,
): Promise<{ ok: true } | { ok: false; reason: 'not-allowed' | 'no-such-invite' }> {
  return database().write(function* () {
    const { build } = database();
    const invite = yield* first(
      build
        .selectFrom('invite')
        .leftJoin('room', 'room.id', 'invite.room_id')
        .select(['invite.role', 'invite.room_id as roomId', 'room.section'])
        .where('invite.code', '=', code)
        .where('invite.space_id', '=', access.space.id)
        .where('invite.revoked_at', 'is', null),
    );
    if (!invite) return { ok: false as const, reason: 'no-such-invite' as const };
    if (!isTheirs(access, invite)) return { ok: false as const, reason: 'not-allowed' as const };
    yield* all(
      build.updateTable('invite').set({ revoked_at: new Date().toISOString() }).where('code', '=', code),
    );
    return { ok: true as const };
  });
}

export type InviteRefusal = 'no-such-invite' | 'invite-expired' | 'invite-revoked';

/** A link that works, as whoever holds it may see it. */
export type Invite = {
  code: string;
  space: { id: SpaceId; name: string; kind: SpaceKind };
  room: { id: RoomId; title: string } | null;
  role: Role;
  inviter: string;
  expiresAt: string | null;
};

type Found = { ok: true; invite: Invite } | { ok: false; reason: InviteRefusal };

/** What a link leads to. */
export async function inviteBehind(code: string): Promise<Found> {
  return judged(await inviteQuery(database().read, code).executeTakeFirst());
}

/** The same inside a transaction. */
export function* openInvite(code: string): Transaction<Found> {
  return judged(yield* first(inviteQuery(database().build, code)));
}

function inviteQuery(db: ReturnType<typeof database>['read'], code: string) {
  return db
    .selectFrom('invite')
    .innerJoin('space', 'space.id', 'invite.space_id')
    .innerJoin('account', 'account.id', 'invite.created_by')
    .leftJoin('room', 'room.id', 'invite.room_id')
    .leftJoin('assignment', 'assignment.id', 'room.assignment_id')
    .select([
      'invite.code',
      'invite.role',
      'invite.expires_at',
      'invite.revoked_at',
      'space.id as space_id',
      'space.name as space_name',
      'space.kind as space_kind',
      'room.id as room_id',
      'room.title as room_title',
      'assignment.title as assignment',
      'account.name as inviter',
    ])
    .where('invite.code', '=', code);
}

type InviteRow = Awaited<ReturnType<ReturnType<typeof inviteQuery>['executeTakeFirst']>>;

function judged(row: InviteRow): Found {
  if (!row) return { ok: false, reason: 'no-such-invite' };
  if (row.revoked_at) return { ok: false, reason: 'invite-revoked' };
  if (row.expires_at && row.expires_at <= new Date().toISOString())
    return { ok: false, reason: 'invite-expired' };
  return {
    ok: true,
    invite: {
      code: row.code,
      space: { id: row.space_id, name: row.space_name, kind: row.space_kind },
      room:
        row.room_id === null
          ? null
          : {
              id: row.room_id,
              title: fullTitle({ title: row.room_title ?? '', assignment: row.assignment }),
            },
      role: row.role,
      inviter: row.inviter,
      expiresAt: row.expires_at,
    },
  };
}

export type Admitted = { ok: true; participant: ParticipantId | null } | { ok: false; reason: 'removed' };

/**
 * Lets an account in by a link. A link never lowers a role someone already has, and never brings back someone who was
 * removed. `participant` is null for a link to a whole space.
 */
export function* admit(accountId: AccountId, invite: Invite): Transaction<Admitted> {
  const removed = yield* all(spacesThatRemoved(accountId));
  if (removed.some((space) => space.id === invite.space.id)) return { ok: false, reason: 'removed' };
  const membership = yield* first(
    database()
      .build.selectFrom('membership')
      .select('role')
      .where('space_id', '=', invite.space.id)
      .where('account_id', '=', accountId),
  );
  if (invite.room)
    return yield* admitToRoom(accountId, invite.room.id, invite.role, membership?.role ?? null);
  yield* admitToSpace(accountId, invite, membership?.role ?? null);
  return { ok: true, participant: null };
}

function* admitToSpace(accountId: AccountId, invite: Invite, current: Role | null): Transaction<void> {
  if (!isStronger(invite.role, current)) return;
  yield* all(
    database()
      .build.insertInto('membership')
      .values({
        space_id: invite.space.id,
        account_id: accountId,
        role: invite.role,
        created_at: new Date().toISOString(),
        removed_at: null,
      })
      .onConflict((oc) => oc.columns(['space_id', 'account_id']).doUpdateSet({ role: invite.role })),
  );
  if (invite.role === 'member' && invite.space.kind === 'course')
    yield* seatNewcomer(invite.space.id, accountId);
  yield* announce({ kind: 'access', accountId, spaceId: invite.space.id });
  yield* announceRosters(accountId, invite.space.id);
}

function* admitToRoom(
  accountId: AccountId,
  roomId: RoomId,
  role: Role,
  membership: Role | null,
): Transaction<Admitted> {
  const { build } = database();
  const place = yield* first(
    build
      .selectFrom('participant')
      .select(['id', 'role'])
      .where('room_id', '=', roomId)
      .where('account_id', '=', accountId),
  );
  const raised = isStronger(role, roleInRoom(place?.role ?? null, membership)) ? role : null;
  if (!place) return { ok: true, participant: yield* makeParticipant(accountId, roomId, raised) };
  if (raised) {
    yield* all(build.updateTable('participant').set({ role: raised }).where('id', '=', place.id));
    yield* announce({ kind: 'access', accountId, roomId });
    yield* announce({ kind: 'roster', roomId });
  }
  return { ok: true, participant: place.id };
}
