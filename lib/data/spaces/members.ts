// Who belongs to a space, in which role, and how that changes. Removing keeps layer and words (AUTH5); each change is
// announced in its own transaction, so that sockets are judged again (AUTH2).

import type { Locale } from '#lib/model/manners.ts';
import { nameOrder } from '#lib/model/name-order.ts';
import { isInstructor, type Role, roles, rolesAbove } from '#lib/model/permission.ts';
import { isWithin, mayGovern, mayInSpace, mayInvite, withoutLimit } from '#lib/model/space-permission.ts';
import { fallbackLocale } from '#lib/words/locales.ts';
import type { AccountId, SpaceId } from '../ids.ts';
import { all, database, first, type Transaction } from '../store/database.ts';
import type { SpaceAccess } from './access.ts';
import { announce, announceRosters } from './access-changes.ts';
import { endLinksBeyondSections } from './section-limits.ts';

export type Member = {
  accountId: AccountId;
  name: string;
  kind: 'member' | 'guest';
  role: Role;
  /** Only instructors are told it. */
  email: string | null;
  joinedAt: string;
  /** 'rooms': came by a link to single rooms and sees nothing else of the space. */
  scope: 'space' | 'rooms';
  removed: boolean;
  /** Of none of the sections to which the caller is limited: not theirs to write to or to remove. */
  isOutside: boolean;
};

/**
 * Everyone in a space, by name. Instructors also see e-mail addresses, those who came to single rooms only, and those
 * who were removed: an assistant with sections their own people's.
 */
export async function membersOf(access: SpaceAccess, locale: Locale = fallbackLocale): Promise<Member[]> {
  const rows = await database()
    .read.selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .leftJoin('seat', (join) =>
      join
        .onRef('seat.space_id', '=', 'membership.space_id')
        .onRef('seat.account_id', '=', 'membership.account_id'),
    )
    .select([
      'account.id',
      'account.name',
      'account.kind',
      'account.email',
      'seat.section',
      'membership.role',
      'membership.created_at',
      'membership.removed_at',
    ])
    .where('membership.space_id', '=', access.space.id)
    .where('account.closed_at', 'is', null)
    .execute();
  const members: Member[] = rows.map((row) => ({
    ...memberOf(row, 'space'),
    isOutside: !isWithin(access.sections, row.section),
  }));
  if (!isInstructor(access.role)) {
    return byName(
      members.filter((m) => !m.removed).map((m) => ({ ...m, email: null })),
      locale,
    );
  }
  if (access.sections.length > 0) {
    const theirs = members.filter((m) => !m.removed || !m.isOutside);
    return byName(
      theirs.map((m) => (m.isOutside ? { ...m, email: null } : m)),
      locale,
    );
  }
  return byName([...members, ...(await roomGuestsOf(access.space.id))], locale);
}

type Row = {
  id: AccountId;
  name: string;
  kind: 'member' | 'guest' | 'imported';
  email: string | null;
  role: Role | null;
  created_at: string;
  removed_at: string | null;
};

function memberOf(row: Row, scope: Member['scope']): Member {
  return {
    accountId: row.id,
    name: row.name,
    kind: row.kind === 'member' ? 'member' : 'guest',
    role: row.role ?? 'member',
    email: row.email,
    joinedAt: row.created_at,
    scope,
    removed: row.removed_at !== null,
    isOutside: false,
  };
}

/** Those with a place in some room of the space and no membership: one row each, their latest place tells the rest. */
async function roomGuestsOf(spaceId: SpaceId): Promise<Member[]> {
  const rows = await database()
    .read.selectFrom('participant')
    .innerJoin('room', 'room.id', 'participant.room_id')
    .innerJoin('account', 'account.id', 'participant.account_id')
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.space_id', '=', 'room.space_id')
        .onRef('membership.account_id', '=', 'participant.account_id'),
    )
    .select([
      'account.id',
      'account.name',
      'account.kind',
      'account.email',
      'participant.role',
      'participant.created_at',
      'participant.removed_at',
    ])
    .where('room.space_id', '=', spaceId)
    .where('membership.account_id', 'is', null)
    .where('account.closed_at', 'is', null)
    // Who was brought in from elsewhere is nobody to be given a role or removed.
    .where('account.kind', '!=', 'imported')
    .orderBy('participant.created_at')
    .execute();
  return [...new Map(rows.map((row) => [row.id, memberOf(row, 'rooms')])).values()];
}

/** Namesakes by when they came, and who came in the same moment in an order that is the same each time. */
function byName(members: Member[], locale: Locale): Member[] {
  const inOrder = nameOrder(locale);
  const keyOf = ({ joinedAt, accountId }: Member) => `${joinedAt} ${accountId}`;
  return members.sort((a, b) => {
    const [one, other] = [keyOf(a), keyOf(b)];
    return inOrder(a.name, b.name) || (one === other ? 0 : one < other ? -1 : 1);
  });
}

export type MemberRefusal = { ok: false; reason: 'not-allowed' | 'no-such-member' | 'last-owner' };

/**
 * Gives a member another role, above which nothing of theirs stays: neither what a link once gave them in single rooms
 * nor the links they made. A space always keeps an owner.
 */
export async function changeRole(
  access: SpaceAccess,
  accountId: AccountId,
  role: Role,
): Promise<{ ok: true } | MemberRefusal> {
  if (!mayInSpace(access, 'change-role')) return { ok: false, reason: 'not-allowed' };
  return database().write(function* () {
    const standing = yield* standingIn(access.space.id, accountId);
    if (!standing || standing.removed || standing.scope === 'rooms') return refuse('no-such-member');
    if (!mayGovern(access.role, standing.role)) return refuse('not-allowed');
    if (standing.role === 'owner' && role !== 'owner' && (yield* ownersOf(access.space.id)) === 1)
      return refuse('last-owner');
    yield* all(
      database()
        .build.updateTable('membership')
        .set({ role })
        .where('space_id', '=', access.space.id)
        .where('account_id', '=', accountId),
    );
    yield* endPlacesAbove(access.space.id, accountId, role);
    const beyond = roles.filter((given) => !mayInvite(withoutLimit(role, access.space.kind), given, 'space'));
    yield* revokeInvitesBy(access.space.id, accountId, beyond);
    // Their limit stands through other roles (docs/decisions/028), and now counts again.
    if (role === 'assistant') yield* endLinksBeyondSections(access.space.id, accountId);
    yield* announceStanding(access.space.id, accountId);
    return { ok: true };
  });
}

/** In every room they are from now on at most what they are in the space; a later link may add to that again. */
function* endPlacesAbove(spaceId: SpaceId, accountId: AccountId, role: Role): Transaction<void> {
  const above = rolesAbove(role);
  // Postgres takes no empty list after `in`.
  if (above.length === 0) return;
  yield* all(
    database()
      .build.updateTable('participant')
      .set({ role: null })
      .where('account_id', '=', accountId)
      .where('role', 'in', above)
      .where('room_id', 'in', (eb) =>
        eb.selectFrom('room').select('room.id').where('room.space_id', '=', spaceId),
      ),
  );
}

/**
 * Takes someone out of a space and all its rooms; or oneself, which anyone may but the last owner. Their layers and
 * words stay (AUTH5), the links they gave out end.
 */
export async function removeMember(
  access: SpaceAccess,
  accountId: AccountId,
): Promise<{ ok: true } | MemberRefusal> {
  return database().write(function* () {
    const standing = yield* standingIn(access.space.id, accountId);
    if (!standing || standing.removed) return refuse('no-such-member');
    if (accountId !== access.accountId && !mayRemove(access, standing)) return refuse('not-allowed');
    if (standing.role === 'owner' && standing.scope === 'space' && (yield* ownersOf(access.space.id)) === 1)
      return refuse('last-owner');
    yield* setRemoved(access.space.id, accountId, new Date().toISOString());
    yield* revokeInvitesBy(access.space.id, accountId);
    yield* announceStanding(access.space.id, accountId);
    return { ok: true };
  });
}

/** Puts a removed person back, in the role they had: the only way back in (docs/decisions/010). */
export async function readmitMember(
  access: SpaceAccess,
  accountId: AccountId,
): Promise<{ ok: true } | MemberRefusal> {
  return database().write(function* () {
    const standing = yield* standingIn(access.space.id, accountId);
    if (!standing?.removed) return refuse('no-such-member');
    if (!mayRemove(access, standing)) return refuse('not-allowed');
    yield* setRemoved(access.space.id, accountId, null);
    yield* announceStanding(access.space.id, accountId);
    return { ok: true };
  });
}

function refuse(reason: MemberRefusal['reason']): MemberRefusal {
  return { ok: false, reason };
}

function mayRemove(access: SpaceAccess, { role, section }: Standing): boolean {
  return (
    mayInSpace(access, 'remove-member') && mayGovern(access.role, role) && isWithin(access.sections, section)
  );
}

type Standing = { role: Role; removed: boolean; scope: Member['scope']; section: string | null };

/** How someone stands in a space now: by membership, else by their strongest place in one of its rooms. */
function* standingIn(spaceId: SpaceId, accountId: AccountId): Transaction<Standing | null> {
  const { build } = database();
  const membership = yield* first(
    build
      .selectFrom('membership')
      .innerJoin('account', 'account.id', 'membership.account_id')
      .leftJoin('seat', (join) =>
        join
          .onRef('seat.space_id', '=', 'membership.space_id')
          .onRef('seat.account_id', '=', 'membership.account_id'),
      )
      .select(['membership.role', 'membership.removed_at', 'seat.section'])
      .where('membership.space_id', '=', spaceId)
      .where('membership.account_id', '=', accountId)
      .where('account.closed_at', 'is', null),
  );
  if (membership) {
    const { role, removed_at, section } = membership;
    return { role, removed: removed_at !== null, scope: 'space', section };
  }
  const places = yield* all(
    build
      .selectFrom('participant')
      .innerJoin('room', 'room.id', 'participant.room_id')
      .innerJoin('account', 'account.id', 'participant.account_id')
      .select(['participant.role', 'participant.removed_at'])
      .where('room.space_id', '=', spaceId)
      .where('participant.account_id', '=', accountId)
      .where('account.closed_at', 'is', null),
  );
  if (places.length === 0) return null;
  const held = places.map((place) => place.role);
  const role = held.includes('owner') ? 'owner' : held.includes('assistant') ? 'assistant' : 'member';
  return { role, removed: places.every((place) => place.removed_at !== null), scope: 'rooms', section: null };
}

function* ownersOf(spaceId: SpaceId): Transaction<number> {
  const owners = yield* all(
    database()
      .build.selectFrom('membership')
      .select('account_id')
      .where('space_id', '=', spaceId)
      .where('role', '=', 'owner')
      .where('removed_at', 'is', null),
  );
  return owners.length;
}

function* setRemoved(spaceId: SpaceId, accountId: AccountId, at: string | null): Transaction<void> {
  const { build } = database();
  yield* all(
    build
      .updateTable('membership')
      .set({ removed_at: at })
      .where('space_id', '=', spaceId)
      .where('account_id', '=', accountId),
  );
  yield* all(
    build
      .updateTable('participant')
      .set({ removed_at: at })
      .where('account_id', '=', accountId)
      .where('room_id', 'in', (eb) =>
        eb.selectFrom('room').select('room.id').where('room.space_id', '=', spaceId),
      ),
  );
}

/**
 * The spaces that someone was put out of, from the whole or from a room: no link and no guest session leads back in.
 * A subquery that gives space ids.
 */
export function spacesThatRemoved(accountId: AccountId) {
  const { build } = database();
  return build
    .selectFrom('membership')
    .select('membership.space_id as id')
    .where('membership.account_id', '=', accountId)
    .where('membership.removed_at', 'is not', null)
    .union(
      build
        .selectFrom('participant')
        .innerJoin('room', 'room.id', 'participant.room_id')
        .select('room.space_id as id')
        .where('participant.account_id', '=', accountId)
        .where('participant.removed_at', 'is not', null),
    );
}

/** Links outlive the right to give them unless they end with it: all that someone gave out, or those into some roles. */
function* revokeInvitesBy(
  spaceId: SpaceId,
  accountId: AccountId,
  into: readonly Role[] = roles,
): Transaction<void> {
  // Postgres takes no empty list after `in`.
  if (into.length === 0) return;
  yield* all(
    database()
      .build.updateTable('invite')
      .set({ revoked_at: new Date().toISOString() })
      .where('space_id', '=', spaceId)
      .where('created_by', '=', accountId)
      .where('role', 'in', into)
      .where('revoked_at', 'is', null),
  );
}

/** Tells that someone stands otherwise in a space: to their own sockets, and to every room that shows or judges by it. */
export function* announceStanding(spaceId: SpaceId, accountId: AccountId): Transaction<void> {
  yield* announce({ kind: 'access', accountId, spaceId });
  yield* announceRosters(accountId, spaceId);
}
