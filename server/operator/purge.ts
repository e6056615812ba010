// Purging by the operator's hand. A running server has the documents in memory, so there it is asked to do it (DUR11); only
// where none has the data does the command line delete by itself.

import { setTimeout } from 'node:timers/promises';
import { askForPurge, coursesDue, courseToPurge, purge } from '#lib/data/retention/purging.ts';
import { database } from '#lib/data/store/database.ts';
import { takeStore, visitStore } from '../start/store.ts';
import { Refused } from './command.ts';

/** How long the server may take for one course, and how often the command line looks. */
const patienceMs = 60_000;
const lookMs = 100;

/** Purges the courses that are due, or the one of this id, and says of each that it is gone. */
export async function* purgeAll(space: string | undefined): AsyncGenerator<object> {
  const taken = await takeStore();
  if (!taken.ok) await visitStore();
  try {
    const due = await chosen(space);
    for (const { id, name } of due) {
      if (taken.ok) await purge(id);
      else await purgedByServer(id);
      yield { purged: id, name };
    }
    if (taken.ok && due.length > 0) await database().scrub();
    yield { purged: due.length };
  } finally {
    await (taken.ok ? taken.release() : database().close());
  }
}

async function chosen(space: string | undefined): Promise<{ id: string; name: string }[]> {
  if (space === undefined) return coursesDue(new Date().toISOString());
  const course = await courseToPurge(space);
  if (!course)
    throw new Refused(`There is no course ${space}, or a records request or an appeal holds it back.`);
  return [course];
}

async function purgedByServer(id: string): Promise<void> {
  await askForPurge(id);
  const untilMs = Date.now() + patienceMs;
  const { read } = database();
  while (await read.selectFrom('space').select('id').where('id', '=', id).executeTakeFirst()) {
    if (Date.now() > untilMs)
      throw new Refused(`The running server was asked to delete the course ${id}, and has not done so yet.`);
    await setTimeout(lookMs);
  }
}
