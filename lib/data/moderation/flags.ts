// The queue of flagged notes of a room, for its instructors. A flag is written by its author's socket; here it is read, and
// decided on without a word in the discussion.

import { type OpenFlag, openFlags } from '#lib/model/flag.ts';
import { isInstructor } from '#lib/model/permission.ts';
import { type Entry, parseRecord, type Ref } from '#lib/model/record.ts';
import { isRoomWithin } from '#lib/model/space-permission.ts';
import type { RoomId } from '../ids.ts';
import type { RoomAccess, SpaceAccess } from '../spaces/access.ts';
import { database } from '../store/database.ts';
import { keepAudit } from './audit.ts';

/** The notes of a room with flags that nobody has decided on. */
export async function flagsOf(
  access: RoomAccess,
): Promise<{ ok: true; flags: OpenFlag[] } | { ok: false; reason: 'not-allowed' }> {
  if (!isInstructor(access.role)) return { ok: false, reason: 'not-allowed' };
  return { ok: true, flags: await openIn(access.room.id) };
}

/** Does this viewer know of a flag in the room, decided or not: of anyone's for instructors, else of their own? */
export async function hasFlags({ room, participant, role }: RoomAccess): Promise<boolean> {
  const entries = await flagsIn(room.id);
  return entries.some(
    (flag) =>
      (isInstructor(role) || flag.participant === participant) &&
      flag.value.type === 'point' &&
      !flag.value.withdrawn,
  );
}

async function openIn(roomId: RoomId): Promise<OpenFlag[]> {
  const [entries, decisions] = await Promise.all([
    flagsIn(roomId),
    database()
      .read.selectFrom('audit')
      .select(['about', (eb) => eb.fn.max('at').as('at')])
      .where('room_id', '=', roomId)
      .where('act', 'in', ['hide', 'show', 'erase', 'dismiss-flag'])
      .groupBy('about')
      .execute(),
  ]);
  return openFlags(entries, new Map(decisions.map(({ about, at }) => [about ?? '', at ?? ''])));
}

async function flagsIn(roomId: RoomId): Promise<Entry[]> {
  const prefix = `flags/${roomId}/`;
  const rows = await database()
    .read.selectFrom('record')
    .select(['ref', 'participant_id', 'record_id', 'value', 'accepted_at'])
    .where('document', '>=', prefix)
    .where('document', '<', `${prefix}\u{ffff}`)
    .where('value', 'is not', null)
    .orderBy('accepted_at')
    .execute();
  return rows.flatMap((row): Entry[] => {
    const parsed = parseRecord(JSON.parse(row.value ?? 'null'));
    if (!parsed.ok) return [];
    const { ref, participant_id: participant, record_id: id, accepted_at: acceptedAt } = row;
    return [{ ref: ref as Ref, participant, id, value: parsed.value, acceptedAt }];
  });
}

/** Leaves a flagged note as it is: its flags are closed, and the trail says who decided. */
export async function dismissFlags(
  access: RoomAccess,
  of: Ref,
): Promise<{ ok: true } | { ok: false; reason: 'not-allowed' }> {
  if (!isInstructor(access.role)) return { ok: false, reason: 'not-allowed' };
  const { spaceId, id: roomId } = access.room;
  await database().write(() =>
    keepAudit({ spaceId, roomId, accountId: access.accountId, act: 'dismiss-flag', about: of }),
  );
  return { ok: true };
}

/** The rooms of a course with open flags, and how many; for those who run it, as far as they do. */
export async function flaggedRooms(
  access: SpaceAccess,
): Promise<{ id: RoomId; title: string; assignment: string | null; flags: number }[]> {
  if (!isInstructor(access.role)) return [];
  const { read } = database();
  const [rooms, documents] = await Promise.all([
    read
      .selectFrom('room')
      .leftJoin('assignment', 'assignment.id', 'room.assignment_id')
      .select(['room.id', 'room.title', 'room.section', 'assignment.title as assignment'])
      .where('room.space_id', '=', access.space.id)
      .execute(),
    read
      .selectFrom('document')
      .select('name')
      .where('name', '>=', 'flags/')
      .where('name', '<', 'flags0')
      .execute(),
  ]);
  // Hardly any room has a flag: only those are looked into.
  const flagged = new Set(documents.map(({ name }) => name.split('/')[1]));
  const counted = await Promise.all(
    rooms
      .filter(({ id, section }) => flagged.has(id) && isRoomWithin(access.sections, section))
      .map(async ({ section: _, ...room }) => ({ ...room, flags: (await openIn(room.id)).length })),
  );
  return counted.filter(({ flags }) => flags > 0);
}
