// What the server does by itself every hour: courses whose retention is over go, people who asked to be deleted,
// and what is for all groups of an assignment and has not reached all of them; and the digests of the day are mailed.

import { sendDigests } from '#lib/data/notices/digest.ts';
import { deletionsDue, finishDeletion, sharedDocuments } from '#lib/data/retention/person.ts';
import { coursesDue, purge } from '#lib/data/retention/purging.ts';
import { eraseLayers } from '../live/erasing.ts';
import type { Rooms } from '../live/rooms.ts';
import { logger } from '../logger.ts';

const everyMs = 3_600_000;

/** Starts the hourly round, the first one at once; gives the way to stop it. */
export function keepHouse(rooms: Rooms): () => void {
  const round = () => {
    rooms.forAll.wake();
    return tidy(rooms).catch((error) =>
      logger.error({ err: error }, 'housekeeping failed; it is tried again'),
    );
  };
  void round();
  const timer = setInterval(() => void round(), everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** One round: everything that is due by now. */
export async function tidy(rooms: Rooms, nowIso = new Date().toISOString()): Promise<void> {
  for (const course of await coursesDue(nowIso)) {
    await rooms.forgetRooms(new Set(course.rooms));
    await purge(course.id);
    logger.info({ space: course.id, rooms: course.rooms.length }, 'a course was purged');
  }
  for (const { accountId, places } of await deletionsDue()) {
    await rooms.forgetRooms(new Set(places.map(({ room }) => room)));
    for (const { participant, room } of places) {
      for (const name of await sharedDocuments(room)) await eraseLayers(name, participant);
    }
    await finishDeletion(accountId);
    logger.info({ account: accountId }, 'a person was deleted on request');
  }
  const { sent, failed } = await sendDigests(new Date(nowIso));
  if (sent > 0) logger.info({ sent }, 'digests were mailed');
  for (const { accountId, error } of failed)
    logger.warn({ account: accountId, err: error }, 'a digest could not be mailed');
}
