// The places of people whose words are brought in from elsewhere: an account that nobody signs in to, with the name as
// others read it, and a place in the one room (docs/decisions).

import { mayImportWords } from '#lib/model/imported.ts';
import type { Role } from '#lib/model/permission.ts';
import type { ParticipantId } from '#lib/model/record.ts';
import type { RoomId } from '../ids.ts';
import { insertAccount } from '../people/accounts.ts';
import type { RoomAccess } from '../spaces/access.ts';
import { makeParticipant } from '../spaces/participants.ts';
import { all, database, type Transaction } from '../store/database.ts';

/** Someone to be given a place; `key` tells them apart, the name may be another's too. */
export type Arriving = { key: string; name: string; role: Role };

/**
 * Gives everyone a place in the room, by key. Whoever was brought in under the same name before keeps that place, so
 * that a file brought in twice adds nobody.
 */
export async function placesFor(
  access: RoomAccess,
  arriving: readonly Arriving[],
): Promise<{ ok: true; places: Map<string, ParticipantId> } | { ok: false; reason: 'not-allowed' }> {
  if (!mayImportWords(access.role)) return { ok: false, reason: 'not-allowed' };
  const roomId = access.room.id;
  const places = await database().write(function* () {
    const known = yield* importedIn(roomId);
    const given = new Map<string, ParticipantId>();
    for (const { key, name, role } of arriving) {
      const same = known.get(name);
      const id = same ?? (yield* makePlace(roomId, name, role));
      // Two of one name in the same file are two people.
      known.delete(name);
      given.set(key, id);
    }
    return given;
  });
  return { ok: true, places };
}

function* importedIn(roomId: RoomId): Transaction<Map<string, ParticipantId>> {
  const rows = yield* all(
    database()
      .build.selectFrom('participant')
      .innerJoin('account', 'account.id', 'participant.account_id')
      .select(['participant.id', 'account.name'])
      .where('participant.room_id', '=', roomId)
      .where('account.kind', '=', 'imported'),
  );
  return new Map(rows.map(({ id, name }) => [name, id]));
}

function* makePlace(roomId: RoomId, name: string, role: Role): Transaction<ParticipantId> {
  return yield* makeParticipant(yield* insertAccount({ name, kind: 'imported' }), roomId, role);
}
