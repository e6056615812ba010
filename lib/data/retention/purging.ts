// The end of a course's retention: which courses are due, and deleting one with all that stands in it, from every table.

import { purgeAt } from '#lib/model/classes/retention.ts';
import type { RoomId, SpaceId } from '../ids.ts';
import { unmakeSpace } from '../readings/unmaking.ts';
import { announce } from '../spaces/access-changes.ts';
import { all, database } from '../store/database.ts';

/** The courses whose time is over and that nothing holds back. */
export async function coursesDue(nowIso: string): Promise<{ id: SpaceId; name: string; rooms: RoomId[] }[]> {
  const rows = await database()
    .read.selectFrom('space')
    .select(['id', 'name', 'ended_at', 'retention_months'])
    .where('ended_at', 'is not', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('hold')
            .select('hold.id')
            .whereRef('hold.space_id', '=', 'space.id')
            .where('hold.closed_at', 'is', null),
        ),
      ),
    )
    .execute();
  const due = rows.filter((row) => purgeAt(row.ended_at ?? '', row.retention_months) <= nowIso);
  return Promise.all(due.map(async ({ id, name }) => ({ id, name, rooms: await roomsOf(id) })));
}

/** One course for the operator, who may purge it before its time; null where there is none or something holds it back. */
export async function courseToPurge(id: SpaceId): Promise<{ id: SpaceId; name: string } | null> {
  const { read } = database();
  const [space, hold] = await Promise.all([
    read.selectFrom('space').select(['id', 'name']).where('id', '=', id).executeTakeFirst(),
    read
      .selectFrom('hold')
      .select('id')
      .where('space_id', '=', id)
      .where('closed_at', 'is', null)
      .executeTakeFirst(),
  ]);
  return space && !hold ? space : null;
}

async function roomsOf(spaceId: SpaceId): Promise<RoomId[]> {
  const rows = await database()
    .read.selectFrom('room')
    .select('id')
    .where('space_id', '=', spaceId)
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Deletes a course: texts, discussions with their history, rosters, trail. Its sockets close. Its documents must be out of
 * memory; the bytes on the disk are the caller's to scrub.
 */
export async function purge(spaceId: SpaceId): Promise<void> {
  await database().write(function* () {
    const rooms = yield* all(
      database().build.selectFrom('room').select('id').where('space_id', '=', spaceId),
    );
    yield* unmakeSpace(spaceId);
    for (const { id } of rooms) yield* announce({ kind: 'access', roomId: id });
  });
}

/** Makes a course due for whoever has its documents in memory: it has ended, and is kept for no month more. */
export async function askForPurge(spaceId: SpaceId): Promise<void> {
  const { write, build } = database();
  const now = new Date().toISOString();
  await write(() =>
    all(
      build
        .updateTable('space')
        .set((eb) => ({ ended_at: eb.fn.coalesce('ended_at', eb.val(now)), retention_months: 0 }))
        .where('id', '=', spaceId),
    ),
  );
}
