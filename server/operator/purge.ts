// Purging by the operator's hand. A running server has the documents in memory, so there it is asked to do it (DUR11); only
// where none has the data does the command line delete by itself.

import { setTimeout } from 'node:timers/promises';
import { askForPurge, coursesDue, courseToPurge, purge } from '#lib/data/retention/purging.ts';
import { database } from '#lib/data/store/database.ts';
import { isScrubOwed, scrubOwed } from '#lib/data/store/scrubbing.ts';
import { takeStore, visitStore } from '../start/store.ts';
import { Refused } from './command.ts';

/** How long the server may take to delete one course, and again to scrub the files, and how often the command line looks. */
const patienceMs = 60_000;
const lookMs = 100;

/** Purges the courses that are due, or the one of this id, and says of each that it is gone. */
export async function* purgeAll(space: string | undefined): AsyncGenerator<object> {
  const taken = await takeStore();
  if (!taken.ok) await visitStore();
  try {
    const due = await chosen(space);
    try {
      for (const { id, name } of due) {
        if (taken.ok) await purge(id);
        else await purgedByServer(id);
        yield { purged: id, name };
      }
    } finally {
      // What went before another failed as well, and what an earlier one left.
      if (taken.ok) await scrubOwed();
    }
    yield { purged: due.length };
  } finally {
    await (taken.ok ? taken.release() : database().close());
  }
}

async function chosen(space: string | undefined): Promise<{ id: string; name: string }[]> {
  if (space === undefined) return coursesDue(new Date().toISOString());
  const course = await courseToPurge(space);
  if (!course) throw heldBack(space);
  return [course];
}

function heldBack(id: string): Refused {
  return new Refused(`There is no course ${id}, or a records request or an appeal holds it back.`);
}

/** Has the server delete it, and waits until it has left the tables and their files. */
async function purgedByServer(id: string): Promise<void> {
  const { read } = database();
  const stands = async () =>
    (await read.selectFrom('space').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
  // One that was due may have gone by itself, or is held back since.
  if (!(await askForPurge(id)) && (await stands())) throw heldBack(id);
  if (!(await isOver(stands)))
    throw new Refused(
      `The running server was asked to delete the course ${id}, and has not done so yet. Its log may say why. The course has ended, and goes within the hour once nothing is in the way.`,
    );
  if (!(await isOver(isScrubOwed)))
    throw new Refused(
      `The course ${id} is deleted; its words may still be in the database’s files. The running server scrubs them within the hour, and its log may say why it has not yet.`,
    );
}

async function isOver(lasts: () => Promise<boolean>): Promise<boolean> {
  const untilMs = Date.now() + patienceMs;
  while (await lasts()) {
    if (Date.now() > untilMs) return false;
    await setTimeout(lookMs);
  }
  return true;
}
