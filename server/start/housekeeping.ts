// What the server does by itself every hour: courses whose retention is over go, people who asked to be deleted,
// and what is for all groups of an assignment and has not reached all of them; what nobody needs any more is forgotten, and
// the digests of the day are mailed.
// Courses that the command line asks it to delete go at once.

import { sendDigests } from '#lib/data/notices/digest.ts';
import { deleteOutlived } from '#lib/data/retention/outlived.ts';
import { deletionsDue, finishDeletion, sharedDocuments } from '#lib/data/retention/person.ts';
import { coursesDue, purge } from '#lib/data/retention/purging.ts';
import { database } from '#lib/data/store/database.ts';
import { eraseLayers } from '../live/erasing.ts';
import type { Rooms } from '../live/rooms.ts';
import { logger } from '../logger.ts';

const everyMs = 3_600_000;
/** How long the command line waits at most before a course that it asks for begins to go. */
const lookMs = 5000;

/** Starts the hourly round, the first one at once; gives the way to stop it. */
export function keepHouse(rooms: Rooms): () => void {
  let running: Promise<void> | undefined;
  let nextRoundMs = 0;
  const look = () => {
    if (running) return;
    const isRound = Date.now() >= nextRoundMs;
    if (isRound) nextRoundMs = Date.now() + everyMs;
    if (isRound) rooms.forAll.wake();
    running = (isRound ? tidy(rooms) : deleteDue(rooms, new Date().toISOString(), [purgeCourses])).finally(
      () => {
        running = undefined;
      },
    );
  };
  look();
  const timer = setInterval(look, lookMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** One round: everything that is due by now. Whatever fails stops nothing else, and is tried again in the next. */
export async function tidy(rooms: Rooms, nowIso = new Date().toISOString()): Promise<void> {
  await deleteDue(rooms, nowIso, [purgeCourses, deletePeople]);
  await attempt('outlived', () => deleteOutlived(nowIso));
  await attempt('digests', () => mailDigests(nowIso));
}

/** Deletes what is due, and tells of all that was deleted, part of something that failed included. */
type Deletion = (rooms: Rooms, nowIso: string, onDeleted: () => void) => Promise<void>;

/** Scrubs once, after all of it: on Postgres that writes every table anew. */
async function deleteDue(rooms: Rooms, nowIso: string, deletions: readonly Deletion[]): Promise<void> {
  let isScrubDue = false;
  for (const deletion of deletions)
    await attempt(deletion.name, () =>
      deletion(rooms, nowIso, () => {
        isScrubDue = true;
      }),
    );
  if (isScrubDue) await attempt('scrub: deleted words may still be in files', () => database().scrub());
}

const purgeCourses: Deletion = async (rooms, nowIso, onDeleted) => {
  for (const { id, rooms: ids } of await coursesDue(nowIso))
    await attempt(`purge of ${id}`, async () => {
      await rooms.withClosed(new Set(ids), () => purge(id));
      onDeleted();
      logger.info({ space: id, rooms: ids.length }, 'a course was purged');
    });
};

const deletePeople: Deletion = async (rooms, _nowIso, onDeleted) => {
  for (const { accountId, places } of await deletionsDue())
    await attempt(`deletion of ${accountId}`, async () => {
      await rooms.withClosed(new Set(places.map(({ room }) => room)), async () => {
        const damaged: string[] = [];
        for (const { participant, room } of places)
          for (const name of await sharedDocuments(room)) {
            const count = await eraseLayers(name, participant);
            if (count === null) damaged.push(name);
            else if (count > 0) onDeleted();
          }
        // The request stays open, and the operator hears of it each hour.
        if (damaged.length > 0) throw new Error(`out of service, with their words: ${damaged.join(', ')}`);
        await finishDeletion(accountId);
      });
      onDeleted();
      logger.info({ account: accountId }, 'a person was deleted on request');
    });
};

async function mailDigests(nowIso: string): Promise<void> {
  const { sent, failed } = await sendDigests(new Date(nowIso));
  if (sent > 0) logger.info({ sent }, 'digests were mailed');
  for (const { accountId, error } of failed)
    logger.warn({ account: accountId, err: error }, 'a digest could not be mailed');
}

async function attempt(job: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    logger.error({ job, err: error }, 'housekeeping failed; it is tried again');
  }
}
