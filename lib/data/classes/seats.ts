// Seats: a course's roster. A student has one with or without an account; whoever proves its e-mail address to be theirs,
// or opens its personal link, takes it, and with it their place in every assignment. Who only types it asks (asking.ts).

import {
  type CanvasIds,
  type GivenRow,
  meantBy,
  mixUps,
  type RosterProblem,
  type RosterRow,
} from '#lib/model/classes/roster.ts';
import type { Locale } from '#lib/model/manners.ts';
import { nameOrder } from '#lib/model/name-order.ts';
import { isWithin, mayInSpace } from '#lib/model/space-permission.ts';
import { fallbackLocale } from '#lib/words/locales.ts';
import { type AccountId, newId, newSecret, type SpaceId } from '../ids.ts';
import type { Identity } from '../people/identity.ts';
import type { SpaceAccess } from '../spaces/access.ts';
import { announce, announceRosters } from '../spaces/access-changes.ts';
import { all, database, first, type Transaction } from '../store/database.ts';
import { placeEverywhere } from './places.ts';

export type SeatId = string;

export type Seat = RosterRow & {
  id: SeatId;
  /** Null while they are expected. */
  accountId: AccountId | null;
  /** The secret of their personal link. */
  code: string;
  /** The last mail with that link to the address they have now; null where there was none. */
  mailed: { at: string; problem: string | null } | null;
};

export type SeatRefusal = { ok: false; reason: 'not-allowed' | 'no-such-seat' | 'email-taken' };

/** Everyone on the roster by name, for those who keep it; an assistant with sections sees theirs. */
export async function seatsOf(
  access: SpaceAccess,
  locale: Locale = fallbackLocale,
): Promise<{ ok: true; seats: Seat[] } | { ok: false; reason: 'not-allowed' }> {
  if (!mayInSpace(access, 'keep-roster')) return { ok: false, reason: 'not-allowed' };
  const { sections } = access;
  const rows = await database()
    .read.selectFrom('seat')
    .selectAll()
    .where('space_id', '=', access.space.id)
    .execute();
  const seats = rows.map(seatIn).filter(({ section }) => isWithin(sections, section));
  const inOrder = nameOrder(locale);
  return { ok: true, seats: seats.sort((a, b) => inOrder(a.name, b.name)) };
}

type SeatRow = {
  id: string;
  account_id: string | null;
  name: string;
  email: string | null;
  section: string | null;
  group_name: string | null;
  canvas: string | null;
  code: string;
  mailed_at: string | null;
  mailed_to: string | null;
  mail_problem: string | null;
};

function seatIn(row: SeatRow): Seat {
  return {
    id: row.id,
    accountId: row.account_id,
    name: row.name,
    email: row.email,
    section: row.section,
    group: row.group_name,
    canvas: row.canvas === null ? null : (JSON.parse(row.canvas) as CanvasIds),
    code: row.code,
    mailed:
      row.mailed_at === null || row.mailed_to !== row.email
        ? null
        : { at: row.mailed_at, problem: row.mail_problem },
  };
}

/** How many of these are on the roster already, and which lines mix its people up, for who looks before they enrol. */
export async function lookedUp(
  access: SpaceAccess,
  rows: readonly GivenRow[],
): Promise<{ ok: true; known: number; problems: RosterProblem[] } | { ok: false; reason: 'not-allowed' }> {
  const found = await seatsOf(access);
  if (!found.ok) return found;
  const known = meantBy(found.seats, rows).filter((meant) => meant.length > 0).length;
  return { ok: true, known, problems: mixUps(rows, found.seats) };
}

/** What a file or form would do to a roster, by what it did. */
export type Enrolled = { added: number; changed: number; joined: number };

/**
 * Puts people on the roster, all of them or none: who is there already (by e-mail address or Canvas ID) is brought up to
 * date, and what a row leaves open stays as it was. Who has an account with a proven address already joins at once. An assistant with sections
 * enrols into those alone.
 */
export async function enrol(
  access: SpaceAccess,
  rows: readonly GivenRow[],
): Promise<
  | ({ ok: true } & Enrolled)
  | { ok: false; reason: 'not-allowed' }
  | { ok: false; reason: 'people-mixed-up'; problems: RosterProblem[] }
> {
  if (!mayInSpace(access, 'keep-roster')) return { ok: false, reason: 'not-allowed' };
  const { sections } = access;
  if (rows.some(({ section }) => !isWithin(sections, section))) return { ok: false, reason: 'not-allowed' };
  return database().write(function* () {
    const seats = (yield* all(
      database().build.selectFrom('seat').selectAll().where('space_id', '=', access.space.id),
    )).map(seatIn);
    const meant = meantBy(seats, rows);
    // Before anything is told of people whom the assistant does not see.
    if (meant.flat().some(({ section }) => !isWithin(sections, section)))
      return { ok: false as const, reason: 'not-allowed' as const };
    const problems = mixUps(rows, seats);
    if (problems.length > 0) return { ok: false as const, reason: 'people-mixed-up' as const, problems };
    const done: Enrolled = { added: 0, changed: 0, joined: 0 };
    const given: Seat[] = [];
    let isMoved = false;
    for (const [i, row] of rows.entries()) {
      const known = meant[i]?.[0];
      if (known) done.changed++;
      else done.added++;
      const seat = known ? yield* updateSeat(known, row) : yield* insertSeat(access.space.id, row);
      given.push(seat);
      isMoved ||= known !== undefined && known.section !== seat.section;
    }
    // Once all of them stand: whose group has a room, and of which section, depends on the others.
    for (const seat of given) {
      if (seat.accountId === null && (yield* joinKnown(access.space.id, seat))) done.joined++;
      else yield* placeEverywhere(access.space.id, seat);
    }
    // Who reviews them may be another assistant now.
    if (isMoved) yield* announce({ kind: 'access', spaceId: access.space.id });
    return { ok: true as const, ...done };
  });
}

function* insertSeat(
  spaceId: SpaceId,
  row: RosterRow,
  accountId: AccountId | null = null,
): Transaction<Seat> {
  const seat: Seat = { ...row, id: newId(), accountId, code: newSecret(), mailed: null };
  yield* all(
    database()
      .build.insertInto('seat')
      .values({
        id: seat.id,
        space_id: spaceId,
        account_id: accountId,
        name: seat.name,
        email: seat.email,
        section: seat.section,
        group_name: seat.group,
        canvas: seat.canvas && JSON.stringify(seat.canvas),
        code: seat.code,
        created_at: new Date().toISOString(),
      }),
  );
  return seat;
}

function* updateSeat(known: Seat, row: RosterRow): Transaction<Seat> {
  const seat: Seat = {
    ...known,
    name: row.name,
    email: row.email ?? known.email,
    section: row.section ?? known.section,
    group: row.group ?? known.group,
    canvas: row.canvas ?? known.canvas,
  };
  yield* writeSeat(seat);
  return seat;
}

function* writeSeat(seat: Seat): Transaction<void> {
  yield* all(
    database()
      .build.updateTable('seat')
      .set({
        account_id: seat.accountId,
        name: seat.name,
        email: seat.email,
        section: seat.section,
        group_name: seat.group,
        canvas: seat.canvas && JSON.stringify(seat.canvas),
      })
      .where('id', '=', seat.id),
  );
}

/** Joins the account that has proven the seat's e-mail address. False where there is none, or it was put out. */
function* joinKnown(spaceId: SpaceId, seat: Seat): Transaction<boolean> {
  if (seat.email === null) return false;
  const account = yield* first(
    database()
      .build.selectFrom('account')
      .select('id')
      .where('email', '=', seat.email)
      .where('confirmed_at', 'is not', null)
      .where('closed_at', 'is', null),
  );
  return account !== undefined && (yield* takeSeat(spaceId, seat, account.id));
}

/** Gives a seat to an account: membership, and a place in every assignment. False for who was put out, or is seated. */
function* takeSeat(spaceId: SpaceId, seat: Seat, accountId: AccountId): Transaction<boolean> {
  const { build } = database();
  const membership = yield* first(
    build
      .selectFrom('membership')
      .select(['role', 'removed_at'])
      .where('space_id', '=', spaceId)
      .where('account_id', '=', accountId),
  );
  if (membership?.removed_at) return false;
  const other = yield* first(
    build.selectFrom('seat').selectAll().where('space_id', '=', spaceId).where('account_id', '=', accountId),
  );
  if (other && other.id !== seat.id && !(yield* leaveSeat(other))) return false;
  if (!membership) {
    yield* all(
      build.insertInto('membership').values({
        space_id: spaceId,
        account_id: accountId,
        role: 'member',
        created_at: new Date().toISOString(),
        removed_at: null,
      }),
    );
  }
  seat.accountId = accountId;
  yield* writeSeat(seat);
  yield* placeEverywhere(spaceId, seat);
  yield* announceRosters(accountId, spaceId);
  return true;
}

/** Takes away the seat of someone who came by a link, for one that was kept for them; what a roster says of someone stays. */
function* leaveSeat(seat: SeatRow): Transaction<boolean> {
  const isKept = [seat.email, seat.section, seat.group_name, seat.canvas].some((said) => said !== null);
  if (isKept) return false;
  yield* removeSeat(seat.id);
  return true;
}

function* removeSeat(id: SeatId): Transaction<void> {
  const { build } = database();
  yield* all(build.deleteFrom('place').where('seat_id', '=', id));
  yield* all(build.deleteFrom('extension').where('seat_id', '=', id));
  yield* all(build.deleteFrom('seat').where('id', '=', id));
}

/** Gives a free seat to an account. False where it is not free, or the account was put out or has a seat of its own. */
export function* giveSeat(spaceId: SpaceId, id: SeatId, accountId: AccountId): Transaction<boolean> {
  const row = yield* first(
    database()
      .build.selectFrom('seat')
      .selectAll()
      .where('space_id', '=', spaceId)
      .where('id', '=', id)
      .where('account_id', 'is', null),
  );
  return row !== undefined && (yield* takeSeat(spaceId, seatIn(row), accountId));
}

/** Binds an account to every seat that expects its proven e-mail address; part of the transaction that proves it. */
export function* claimSeats(accountId: AccountId, email: string): Transaction<void> {
  const rows = yield* all(
    database()
      .build.selectFrom('seat')
      .selectAll()
      .where('email', '=', email)
      .where('account_id', 'is', null),
  );
  for (const row of rows) yield* takeSeat(row.space_id, seatIn(row), accountId);
}

/** A seat for someone who came to a course by a link, and with it a place in its assignments. Instructors need none. */
export function* seatNewcomer(spaceId: SpaceId, accountId: AccountId): Transaction<void> {
  const { build } = database();
  const seated = yield* first(
    build.selectFrom('seat').select('id').where('space_id', '=', spaceId).where('account_id', '=', accountId),
  );
  const account = yield* first(
    build.selectFrom('account').select(['name', 'email', 'kind', 'confirmed_at']).where('id', '=', accountId),
  );
  if (seated || account?.kind !== 'member') return;
  const { name, email } = account;
  const expected = yield* first(
    build
      .selectFrom('seat')
      .selectAll()
      .where('space_id', '=', spaceId)
      .where('email', '=', email ?? ''),
  );
  const isTheirs = expected?.account_id === null && account.confirmed_at !== null;
  // The address of a seat that is somebody else's, or not proven to be theirs, stays with that seat.
  const row = { name, email: expected ? null : email, section: null, group: null, canvas: null };
  const seat = isTheirs ? seatIn(expected) : yield* insertSeat(spaceId, row);
  yield* takeSeat(spaceId, seat, accountId);
}

/** Whose personal link this is; null where it leads nowhere, or was used. */
export async function seatBehind(code: string) {
  const row = await database()
    .read.selectFrom('seat')
    .innerJoin('space', 'space.id', 'seat.space_id')
    .select(['seat.name', 'seat.account_id', 'space.name as spaceName'])
    .where('seat.code', '=', code)
    .executeTakeFirst();
  return row && row.account_id === null ? { name: row.name, spaceName: row.spaceName } : null;
}

/** Takes the seat of a personal link with the account one is signed in to. A link works once. */
export async function takeSeatBy(
  identity: Identity,
  code: string,
): Promise<
  { ok: true; spaceId: SpaceId } | { ok: false; reason: 'no-such-seat' | 'members-only' | 'removed' }
> {
  if (identity.kind === 'guest') return { ok: false, reason: 'members-only' };
  return database().write(function* () {
    const row = yield* first(
      database()
        .build.selectFrom('seat')
        .selectAll()
        .where('code', '=', code)
        .where('account_id', 'is', null),
    );
    if (!row) return { ok: false as const, reason: 'no-such-seat' as const };
    const taken = yield* takeSeat(row.space_id, seatIn(row), identity.accountId);
    if (!taken) return { ok: false as const, reason: 'removed' as const };
    return { ok: true as const, spaceId: row.space_id };
  });
}

export type SeatChange = {
  name?: string | undefined;
  email?: string | null | undefined;
  section?: string | null | undefined;
  group?: string | null | undefined;
};

/** Changes what the roster says of someone. Their rooms of assignments that stand already stay theirs. */
export async function changeSeat(
  access: SpaceAccess,
  id: SeatId,
  change: SeatChange,
): Promise<{ ok: true } | SeatRefusal> {
  if (!mayInSpace(access, 'keep-roster')) return { ok: false, reason: 'not-allowed' };
  const { sections } = access;
  if (change.section !== undefined && !isWithin(sections, change.section))
    return { ok: false, reason: 'not-allowed' };
  return database().write(function* () {
    const { build } = database();
    const own = build.selectFrom('seat').selectAll().where('space_id', '=', access.space.id);
    const row = yield* first(own.where('id', '=', id));
    if (!row || !isWithin(sections, row.section))
      return { ok: false as const, reason: 'no-such-seat' as const };
    if (change.email && (yield* first(own.where('email', '=', change.email).where('id', '!=', id))))
      return { ok: false as const, reason: 'email-taken' as const };
    const known = seatIn(row);
    yield* writeSeat({
      ...known,
      name: change.name ?? known.name,
      email: change.email === undefined ? known.email : change.email,
      section: change.section === undefined ? known.section : change.section,
      group: change.group === undefined ? known.group : change.group,
    });
    // Who reviews them may be another assistant now.
    if (change.section !== undefined) yield* announce({ kind: 'access', spaceId: access.space.id });
    return { ok: true as const };
  });
}

/** Takes someone who never came off the roster. Who has an account is removed as a member instead. */
export async function strikeSeat(access: SpaceAccess, id: SeatId): Promise<{ ok: true } | SeatRefusal> {
  if (!mayInSpace(access, 'keep-roster')) return { ok: false, reason: 'not-allowed' };
  const { sections } = access;
  return database().write(function* () {
    const { build } = database();
    const row = yield* first(
      build
        .selectFrom('seat')
        .select(['id', 'section'])
        .where('space_id', '=', access.space.id)
        .where('id', '=', id)
        .where('account_id', 'is', null),
    );
    if (!row || !isWithin(sections, row.section))
      return { ok: false as const, reason: 'no-such-seat' as const };
    yield* removeSeat(id);
    return { ok: true as const };
  });
}
