// What the server does by itself. Every hour courses whose retention is over go, and people who asked to be deleted; what
// nobody needs any more is forgotten; what is for all groups of an assignment and has not reached all of them is tried
// again; and the digests of the day are mailed. Courses that the command line asks it to delete go within seconds.
// Each of these goes on by itself: none waits for another.

import type { SpaceId } from '#lib/data/ids.ts';
import { sendDigests } from '#lib/data/notices/digest.ts';
import { deleteOutlived } from '#lib/data/retention/outlived.ts';
import { deletionsDue, finishDeletion, sharedDocuments } from '#lib/data/retention/person.ts';
import { coursesAsked, coursesDue, purge } from '#lib/data/retention/purging.ts';
import { loadDocument } from '#lib/data/store/loading.ts';
import { scrubOwed } from '#lib/data/store/scrubbing.ts';
import { eraseLayers } from '../live/erasing.ts';
import type { Rooms } from '../live/rooms.ts';
import { logger } from '../logger.ts';

const hourMs = 3_600_000;
/** How long the command line waits at most before a course that it asks for begins to go. */
const lookMs = 5000;

/** Begins all of it at once; gives the way to stop, which resolves when no deletion is under way any more. */
export function keepHouse(rooms: Rooms): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const failed = new Set<SpaceId>();
  const deletions = [
    every(hourMs, () => tidy(rooms, { signal })),
    every(lookMs, () => purgeAsked(rooms, failed, signal)),
  ];
  const others = [
    every(hourMs, async () => rooms.forAll.look()),
    every(hourMs, () => attempt('digests', mailDigests)),
  ];
  return async () => {
    stopping.abort();
    // A mail server may take its time, and what is mailed was noted before: that ends with the process.
    for (const stop of others) void stop();
    await Promise.all(deletions.map((stop) => stop()));
  };
}

/** Does `work` now and at every such interval, but never beside itself; stopping waits for the one under way. */
function every(ms: number, work: () => Promise<unknown>): () => Promise<void> {
  let running: Promise<void> | undefined;
  const turn = () => {
    running ??= work().then(() => {
      running = undefined;
    });
  };
  turn();
  const timer = setInterval(turn, ms);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

type When = { nowIso?: string; signal?: AbortSignal };

/**
 * The hourly round: deletes everything that is due by now, and scrubs once, after all of it, what an earlier one left
 * included. Whatever fails stops nothing else, and is tried again in the next.
 */
export async function tidy(rooms: Rooms, { nowIso = new Date().toISOString(), signal }: When = {}) {
  await attempt('purges', async () => {
    for (const course of await coursesDue(nowIso)) if (!signal?.aborted) await purgeCourse(rooms, course);
  });
  await attempt('deletions', async () => {
    for (const person of await deletionsDue()) if (!signal?.aborted) await deletePerson(rooms, person);
  });
  if (!signal?.aborted) await attempt('outlived', () => deleteOutlived(nowIso));
  if (!signal?.aborted) await attempt(scrubJob, scrubOwed);
}

const scrubJob = 'scrub: deleted words may still be in files';

/** Deletes what the command line asks for. What fails is left to the hourly round: its rooms would close at every look. */
export async function purgeAsked(rooms: Rooms, failed: Set<SpaceId>, signal?: AbortSignal): Promise<void> {
  await attempt('purges that are asked for', async () => {
    const asked = (await coursesAsked()).filter(({ id }) => !failed.has(id));
    for (const course of asked)
      if (!signal?.aborted && !(await purgeCourse(rooms, course))) failed.add(course.id);
    if (asked.length > 0 && !signal?.aborted) await attempt(scrubJob, scrubOwed);
  });
}

type Course = Awaited<ReturnType<typeof coursesDue>>[number];

function purgeCourse(rooms: Rooms, { id, rooms: ids }: Course): Promise<boolean> {
  return attempt(`purge of ${id}`, async () => {
    // The other of the two that look may have come first.
    const isPurged = await rooms.withClosed(new Set(ids), () => purge(id));
    if (isPurged) logger.info({ space: id, rooms: ids.length }, 'a course was purged');
  });
}

type Person = Awaited<ReturnType<typeof deletionsDue>>[number];

function deletePerson(rooms: Rooms, { accountId, places }: Person): Promise<boolean> {
  return attempt(`deletion of ${accountId}`, async () => {
    // Before anyone is disturbed: it may wait for long.
    refuseDamaged((await documentsOf(places)).filter((document) => document.isQuarantined));
    await rooms.withClosed(new Set(places.map(({ room }) => room)), async () => {
      const documents = await documentsOf(places);
      // All or nothing: while one keeps their words the request can be taken back, and a hold still holds all of it.
      const damaged = [];
      for (const document of documents) if (!(await loadDocument(document.name)).ok) damaged.push(document);
      refuseDamaged(damaged);
      for (const document of documents)
        if ((await eraseLayers(document.name, document.participant)) === null) refuseDamaged([document]);
      await finishDeletion(accountId);
    });
    logger.info({ account: accountId }, 'a person was deleted on request');
  });
}

async function documentsOf(places: Person['places']) {
  const found = [];
  for (const { participant, room } of places)
    for (const document of await sharedDocuments(room)) found.push({ ...document, participant });
  return found;
}

/** The request stays open, and the operator hears of it each hour. */
function refuseDamaged(damaged: readonly { name: string }[]): void {
  if (damaged.length > 0)
    throw new Error(`out of service, with their words: ${damaged.map(({ name }) => name).join(', ')}`);
}

async function mailDigests(): Promise<void> {
  const { sent, failed } = await sendDigests();
  if (sent > 0) logger.info({ sent }, 'digests were mailed');
  for (const { accountId, error } of failed)
    logger.warn({ account: accountId, err: error }, 'a digest could not be mailed');
}

async function attempt(job: string, work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    logger.error({ job, err: error }, 'housekeeping failed; it is tried again');
    return false;
  }
}
