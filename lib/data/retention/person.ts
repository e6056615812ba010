// What is held about one person: all of it for themselves to take, and its deletion on request.

import { type AccountId, newId } from '../ids.ts';
import { keepAudit } from '../moderation/audit.ts';
import { accountOf } from '../people/accounts.ts';
import { formerName, leaveEverything } from '../people/closing.ts';
import type { Identity } from '../people/identity.ts';
import { revokeCredentials } from '../people/sessions.ts';
import { unmakeDocument } from '../readings/unmaking.ts';
import { announceRosters } from '../spaces/access-changes.ts';
import { all, database, first, type Transaction } from '../store/database.ts';
import { oweScrub } from '../store/scrubbing.ts';
import { belonging } from './belonging.ts';

/** Everything held about the caller, as plain values. A review of their work is among it once it was released. */
export async function heldAbout(identity: Identity) {
  const { read } = database();
  const id = identity.accountId;
  const [account, sessions, tokens, memberships, seats, participants, request] = await Promise.all([
    accountOf(identity),
    read
      .selectFrom('session')
      .select(['created_at', 'expires_at', 'user_agent'])
      .where('account_id', '=', id)
      .execute(),
    read.selectFrom('token').select(['name', 'created_at', 'used_at']).where('account_id', '=', id).execute(),
    read
      .selectFrom('membership')
      .innerJoin('space', 'space.id', 'membership.space_id')
      .select(['space.name as space', 'membership.role', 'membership.created_at', 'membership.removed_at'])
      .where('membership.account_id', '=', id)
      .execute(),
    read
      .selectFrom('seat')
      .innerJoin('space', 'space.id', 'seat.space_id')
      .leftJoin('extension', 'extension.seat_id', 'seat.id')
      .select([
        'space.name as space',
        'seat.name',
        'seat.email',
        'seat.section',
        'seat.group_name',
        'seat.canvas',
        'seat.mailed_at',
        'seat.mailed_to',
        'extension.notes_due_at',
        'extension.replies_due_at',
        'extension.closes_at',
      ])
      .where('seat.account_id', '=', id)
      .execute(),
    read
      .selectFrom('participant')
      .innerJoin('room', 'room.id', 'participant.room_id')
      .leftJoin('assignment', 'assignment.id', 'room.assignment_id')
      .select([
        'participant.id',
        'participant.created_at',
        'participant.sighted_at',
        'participant.released_at',
        'room.id as room',
        'room.title',
        'assignment.title as assignment',
      ])
      .where('participant.account_id', '=', id)
      .execute(),
    requestOf(id),
  ]);
  const discussions = await Promise.all(
    participants.map(async ({ id: participant, ...place }) => ({
      ...place,
      ...(await saidBy(participant, place)),
    })),
  );
  return { account, sessions, tokens, memberships, roster: seats, discussions, deletionRequest: request };
}

/** All versions of what a participant wrote, in whichever document, and what was decided about it. */
async function saidBy(participant: string, place: { room: string; released_at: string | null }) {
  const { read } = database();
  const [written, decided, review] = await Promise.all([
    read
      .selectFrom('record_version')
      .innerJoin('record', (join) =>
        join
          .onRef('record.document', '=', 'record_version.document')
          .onRef('record.ref', '=', 'record_version.ref'),
      )
      .select([
        'record_version.document',
        'record_version.ref',
        'record_version.value',
        'record_version.accepted_at',
      ])
      .where('record.participant_id', '=', participant)
      .orderBy('record_version.accepted_at')
      .execute(),
    read
      .selectFrom('audit')
      .select(['at', 'act', 'about', 'reason'])
      .where('room_id', '=', place.room)
      .where((eb) => eb.or([eb('about', '=', participant), eb('about', 'like', `${participant}/%`)]))
      .where('act', '!=', 'dismiss-flag')
      .execute(),
    place.released_at === null
      ? []
      : read
          .selectFrom('record')
          .select(['ref', 'value', 'accepted_at'])
          .where('document', '=', `review/${place.room}/${participant}`)
          .execute(),
  ]);
  return { written: written.map(parsed), decided, review: review.map(parsed) };
}

function parsed<Row extends { value: string | null }>(row: Row) {
  return { ...row, value: row.value === null ? null : (JSON.parse(row.value) as unknown) };
}

export type DeletionRequest = { askedAt: string; doneAt: string | null; isHeld: boolean };

async function requestOf(accountId: AccountId): Promise<DeletionRequest | null> {
  const { read } = database();
  const row = await read
    .selectFrom('deletion_request')
    .select(['asked_at as askedAt', 'done_at as doneAt'])
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row ? { ...row, isHeld: (await heldBack([accountId])).has(accountId) } : null;
}

/** One's own request, for the settings page. */
export function deletionRequestOf(identity: Identity): Promise<DeletionRequest | null> {
  return requestOf(identity.accountId);
}

/** Asks for the deletion of everything one wrote and is. It is carried out by the server, once nothing holds it back. */
export async function askForDeletion(
  identity: Identity,
): Promise<{ ok: true } | { ok: false; reason: 'last-owner' }> {
  return database().write(function* () {
    const owned = yield* first(
      database()
        .build.selectFrom('membership')
        .select('space_id')
        .where('account_id', '=', identity.accountId)
        .where('role', '=', 'owner')
        .where('removed_at', 'is', null),
    );
    if (owned) return { ok: false as const, reason: 'last-owner' as const };
    yield* all(
      database()
        .build.insertInto('deletion_request')
        .values({ account_id: identity.accountId, asked_at: new Date().toISOString(), done_at: null })
        .onConflict((oc) => oc.column('account_id').doNothing()),
    );
    return { ok: true as const };
  });
}

/** Takes the request back while it is not carried out. */
export async function withdrawRequest(identity: Identity): Promise<void> {
  await database().write(() =>
    all(
      database()
        .build.deleteFrom('deletion_request')
        .where('account_id', '=', identity.accountId)
        .where('done_at', 'is', null),
    ),
  );
}

/** Of these people, those whom an open records request or appeal concerns: about them, or about a course they are in. */
async function heldBack(accountIds: readonly AccountId[]): Promise<ReadonlySet<AccountId>> {
  if (accountIds.length === 0) return new Set();
  const rows = await database()
    .read.selectFrom('hold')
    .innerJoin(belonging().as('belonging'), 'belonging.space_id', 'hold.space_id')
    .select(['belonging.account_id as member', 'hold.account_id as about'])
    .where('belonging.account_id', 'in', accountIds)
    .where('hold.closed_at', 'is', null)
    .execute();
  return new Set(
    rows.filter(({ about, member }) => about === null || about === member).map(({ member }) => member),
  );
}

/** Whose deletion is to be carried out now, with the places whose words go. */
export async function deletionsDue(): Promise<
  { accountId: AccountId; places: { participant: string; room: string }[] }[]
> {
  const { read } = database();
  const rows = await read
    .selectFrom('deletion_request')
    .select('account_id')
    .where('done_at', 'is', null)
    .execute();
  const held = await heldBack(rows.map((row) => row.account_id));
  const due = rows.filter((row) => !held.has(row.account_id));
  return Promise.all(
    due.map(async ({ account_id: accountId }) => ({
      accountId,
      places: await read
        .selectFrom('participant')
        .select(['id as participant', 'room_id as room'])
        .where('account_id', '=', accountId)
        .execute(),
    })),
  );
}

/** The documents of a room in which others spoke as well: only one's own layer goes from them. */
export async function sharedDocuments(room: string): Promise<{ name: string; isQuarantined: boolean }[]> {
  const rows = await database()
    .read.selectFrom('document')
    .select(['name', 'quarantined_at'])
    .where((eb) => eb.or([eb('name', '=', `room/${room}`), eb('name', 'like', `side/${room}/%`)]))
    .execute();
  return rows.map(({ name, quarantined_at }) => ({ name, isQuarantined: quarantined_at !== null }));
}

/**
 * Once the words are gone from the shared documents: deletes those that are this person's alone, what was said of their work
 * included, closes the account and takes the name from every roster. Owes a scrub of the files.
 */
export async function finishDeletion(accountId: AccountId): Promise<void> {
  await database().write(function* () {
    const { build } = database();
    yield* announceRosters(accountId);
    const spaces = yield* all(
      build.selectFrom('membership').select('space_id').where('account_id', '=', accountId),
    );
    for (const { space_id: spaceId } of spaces) yield* keepAudit({ spaceId, act: 'delete-person' });
    const places = yield* all(
      build.selectFrom('participant').select(['id', 'room_id']).where('account_id', '=', accountId),
    );
    for (const { id, room_id: room } of places) {
      for (const kind of ['private', 'flags', 'review']) yield* unmakeDocument(`${kind}/${room}/${id}`);
      yield* all(build.deleteFrom('grade_override').where('participant_id', '=', id));
    }
    yield* all(build.deleteFrom('note_for_all').where('account_id', '=', accountId));
    yield* forgetSeats(accountId);
    yield* leaveEverything(accountId);
    yield* revokeCredentials(accountId);
    // Their devices, and what they called their programs.
    for (const table of ['session', 'token'] as const)
      yield* all(build.deleteFrom(table).where('account_id', '=', accountId));
    yield* all(
      build
        .updateTable('deletion_request')
        .set({ done_at: new Date().toISOString() })
        .where('account_id', '=', accountId),
    );
    yield* oweScrub();
  });
}

function* forgetSeats(accountId: AccountId): Transaction<void> {
  const { build } = database();
  yield* all(
    build
      .updateTable('seat')
      .set({
        ...{ name: formerName, email: null, canvas: null, code: newId() },
        ...{ mailed_at: null, mailed_to: null, mail_problem: null },
      })
      .where('account_id', '=', accountId),
  );
}
