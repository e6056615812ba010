// The end of a course's retention: which courses are due, and deleting one with all that stands in it, from every table.

import type { ExpressionBuilder } from 'kysely';
import { purgeAt } from '#lib/model/classes/retention.ts';
import type { RoomId, SpaceId } from '../ids.ts';
import { unmakeSpace } from '../readings/unmaking.ts';
import { announce } from '../spaces/access-changes.ts';
import { all, database, first } from '../store/database.ts';
import type { Schema } from '../store/schema.ts';
import { oweScrub } from '../store/scrubbing.ts';

type Ended = { id: SpaceId; name: string; rooms: RoomId[] };

/** What the command line asks to be deleted is kept for so many months more; nobody can choose that for a course. */
const askedMonths = 0;

/** The courses whose time is over and that nothing holds back. */
export async function coursesDue(nowIso: string): Promise<Ended[]> {
  return endedCourses((endedAt, months) => purgeAt(endedAt, months) <= nowIso);
}

/** Of those, the ones that are to go at once, for the operator asked. */
export async function coursesAsked(): Promise<Ended[]> {
  return endedCourses((_endedAt, months) => months === askedMonths);
}

async function endedCourses(choose: (endedAt: string, months: number) => boolean): Promise<Ended[]> {
  const rows = await database()
    .read.selectFrom('space')
    .select(['id', 'name', 'ended_at', 'retention_months'])
    .where('ended_at', 'is not', null)
    .where((eb) => eb.not(eb.exists(openHolds(eb))))
    .execute();
  const chosen = rows.filter((row) => choose(row.ended_at ?? '', row.retention_months));
  return Promise.all(chosen.map(async ({ id, name }) => ({ id, name, rooms: await roomsOf(id) })));
}

function openHolds(eb: ExpressionBuilder<Schema, 'space'>) {
  return eb
    .selectFrom('hold')
    .select('hold.id')
    .whereRef('hold.space_id', '=', 'space.id')
    .where('hold.closed_at', 'is', null);
}

/** One course for the operator, who may purge it before its time; null where there is none or something holds it back. */
export async function courseToPurge(id: SpaceId): Promise<{ id: SpaceId; name: string } | null> {
  const space = await database()
    .read.selectFrom('space')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where((eb) => eb.not(eb.exists(openHolds(eb))))
    .executeTakeFirst();
  return space ?? null;
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
 * Deletes a course: texts, discussions with their history, rosters, trail; false where it has gone already. Its sockets
 * close. Its documents must be out of memory. Owes a scrub of the files.
 */
export async function purge(spaceId: SpaceId): Promise<boolean> {
  return database().write(function* () {
    const { build } = database();
    const space = yield* first(build.selectFrom('space').select('id').where('id', '=', spaceId));
    if (!space) return false;
    const rooms = yield* all(build.selectFrom('room').select('id').where('space_id', '=', spaceId));
    yield* unmakeSpace(spaceId);
    for (const { id } of rooms) yield* announce({ kind: 'access', roomId: id });
    yield* oweScrub();
    return true;
  });
}

/**
 * Makes a course due at once for whoever has its documents in memory: it has ended, and is kept for no month more. False
 * where there is none, or something holds it back.
 */
export async function askForPurge(spaceId: SpaceId): Promise<boolean> {
  const { write, build } = database();
  const now = new Date().toISOString();
  const asked = await write(() =>
    first(
      build
        .updateTable('space')
        .set((eb) => ({
          ended_at: eb.fn.coalesce('ended_at', eb.val(now)),
          retention_months: askedMonths,
        }))
        .where('id', '=', spaceId)
        .where((eb) => eb.not(eb.exists(openHolds(eb))))
        .returning('id'),
    ),
  );
  return asked !== undefined;
}
