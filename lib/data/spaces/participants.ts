// Someone's place in a room: made once for ever, and the role that it gives as long as they may enter.

import { type Role, roleInRoom } from '#lib/model/permission.ts';
import type { ParticipantId } from '#lib/model/record.ts';
import type { RoundPart } from '#lib/model/round/rule.ts';
import { type AccountId, newId, type RoomId } from '../ids.ts';
import { all, database, first, type Transaction } from '../store/database.ts';
import { announce } from './access-changes.ts';
import { isWithinSections } from './section-limits.ts';

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

/** Is there such a room? It may have been deleted since someone was let in. */
export async function hasRoom(roomId: RoomId): Promise<boolean> {
  const row = await database()
    .read.selectFrom('room')
    .select('id')
    .where('id', '=', roomId)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Everyone with a place in a room who may still enter, with their role there. Whoever is missing was removed and
 * instructs no more: to AUTH3 their layer is a member's, here and in the list of people alike.
 */
export async function rolesIn(roomId: RoomId): Promise<Map<ParticipantId, Role>> {
  return (await rolesInRooms([roomId])).get(roomId) ?? new Map();
}

/** The same of several rooms in one query; a room in which nobody has a place is missing. */
export async function rolesInRooms(
  roomIds: readonly RoomId[],
): Promise<Map<RoomId, Map<ParticipantId, Role>>> {
  const found = new Map<RoomId, Map<ParticipantId, Role>>();
  // Postgres takes no empty list after `in`.
  if (roomIds.length === 0) return found;
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
    .select([
      'participant.id',
      'participant.room_id as roomId',
      'participant.role as own_role',
      'membership.role as member_role',
    ])
    .where('participant.room_id', 'in', roomIds)
    .where('participant.removed_at', 'is', null)
    .execute();
  for (const row of rows) {
    const role = roleInRoom(row.own_role, row.member_role);
    if (!role) continue;
    const roles = found.get(row.roomId) ?? new Map<ParticipantId, Role>();
    found.set(row.roomId, roles.set(row.id, role));
  }
  return found;
}
