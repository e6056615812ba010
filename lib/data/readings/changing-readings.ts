// Putting a reading into a debate, taking one out again, and their order. What is anchored in a reading keeps it there:
// nothing here touches a record.

import { roomDocument } from '#lib/model/document.ts';
import { maySetRound } from '#lib/model/permission.ts';
import { maxReadings, mayHoldSeveral } from '#lib/model/room-readings.ts';
import { mayInSpace } from '#lib/model/space-permission.ts';
import type { ReadingId, RoomId } from '../ids.ts';
import type { Identity } from '../people/identity.ts';
import { enterSpace, type RoomAccess } from '../spaces/access.ts';
import { announce } from '../spaces/access-changes.ts';
import { all, database, first, type Transaction } from '../store/database.ts';
import { readingsIn } from './library.ts';
import { readingOf } from './readings.ts';
import { holdReading, placeReading, readingsHeld } from './room-readings.ts';

export type ReadingsRefused = {
  ok: false;
  reason:
    | 'not-allowed'
    | 'one-reading'
    | 'no-such-reading'
    | 'too-many-readings'
    | 'last-reading'
    | 'reading-in-use'
    | 'changed-meanwhile';
};

type Outcome = { ok: true; readings: ReadingId[] } | ReadingsRefused;

const refuse = (reason: ReadingsRefused['reason']): ReadingsRefused => ({ ok: false, reason });

/** Puts a reading of the room's own space into it, after the others; one that it holds already stays where it is. */
export async function addReading(identity: Identity, access: RoomAccess, id: ReadingId): Promise<Outcome> {
  const barred = barrier(access);
  if (barred) return refuse(barred);
  const reading = await readingOf(identity, id);
  if (reading?.spaceId !== access.room.spaceId) return refuse('no-such-reading');
  return database().write(function* () {
    const held = yield* heldIn(access.room.id);
    if (!held.includes(id) && held.length >= maxReadings) return refuse('too-many-readings');
    yield* holdReading(access.room.id, id, access.accountId);
    return yield* changed(access.room.id);
  });
}

/** Takes a reading out of a room in which nothing is anchored in it; a room always keeps one. */
export async function removeReading(access: RoomAccess, id: ReadingId): Promise<Outcome> {
  const barred = barrier(access);
  if (barred) return refuse(barred);
  const roomId = access.room.id;
  return database().write(function* () {
    const held = yield* heldIn(roomId);
    if (!held.includes(id)) return refuse('no-such-reading');
    if (held.length === 1) return refuse('last-reading');
    if (yield* isAnchoredIn(roomId, id)) return refuse('reading-in-use');
    yield* all(
      database().build.deleteFrom('room_reading').where('room_id', '=', roomId).where('reading_id', '=', id),
    );
    return yield* changed(roomId);
  });
}

/** Puts the room's readings in this order; the first is the one that its address opens. It must name all that it holds. */
export async function orderReadings(access: RoomAccess, ids: readonly ReadingId[]): Promise<Outcome> {
  const barred = barrier(access);
  if (barred) return refuse(barred);
  const roomId = access.room.id;
  return database().write(function* () {
    const held = yield* heldIn(roomId);
    const isWhole = held.length === ids.length && held.every((id) => ids.includes(id));
    if (!isWhole) return refuse('changed-meanwhile');
    for (const [i, id] of ids.entries()) yield* placeReading(roomId, id, i + 1);
    yield* announce({ kind: 'roster', roomId });
    return { ok: true, readings: yield* heldIn(roomId) };
  });
}

/** What the caller could add: the other readings of the room's space, the newest first; none for who is not of it. */
export async function readingsToAdd(
  identity: Identity,
  access: RoomAccess,
): Promise<{ others: { id: ReadingId; title: string; byline: string | null }[]; mayImport: boolean }> {
  const space = barrier(access) === null ? await enterSpace(identity, access.room.spaceId) : null;
  if (!space) return { others: [], mayImport: false };
  const shelved = await readingsIn([space.space.id]);
  return {
    others: shelved
      .filter(({ id }) => !access.room.readings.includes(id))
      .map(({ id, title, byline }) => ({ id, title, byline })),
    mayImport: mayInSpace(space, 'import'),
  };
}

function barrier({ room, role, part }: RoomAccess): ReadingsRefused['reason'] | null {
  if (!maySetRound(role, part, room.settings.round?.stage)) return 'not-allowed';
  return mayHoldSeveral(room.kind) ? null : 'one-reading';
}

function* heldIn(roomId: RoomId): Transaction<ReadingId[]> {
  return (yield* readingsHeld({ roomId })).map(({ id }) => id);
}

/** The room's sockets are judged again (AUTH2), so that none goes on under the readings that were. */
function* changed(roomId: RoomId): Transaction<Outcome> {
  yield* announce({ kind: 'access', roomId });
  yield* announce({ kind: 'roster', roomId });
  return { ok: true, readings: yield* heldIn(roomId) };
}

/**
 * Does anything that stands in the room name a passage of this reading? Private notes and preparation count, for they
 * would be left without their words; which it was is not told. What was withdrawn has none to lose.
 */
function* isAnchoredIn(roomId: RoomId, id: ReadingId): Transaction<boolean> {
  const found = yield* first(
    database()
      .build.selectFrom('record')
      .select('ref')
      .where((eb) =>
        eb.or([eb('document', '=', roomDocument(roomId)), eb('document', 'like', `%/${roomId}/%`)]),
      )
      // Inside a JSON string a quote is escaped, so these texts stand only where the record itself says so.
      .where('value', 'like', `%"reading":"${id}"%`)
      .where('value', 'not like', '%"withdrawn":true%')
      .limit(1),
  );
  return found !== undefined;
}
