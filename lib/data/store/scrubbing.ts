// That deleted words have left the tables and may still be in their files: kept in `meta` by the very transaction that
// deletes, so that a scrub that fails, or that a stop comes before, is made good later.

import { newId } from '../ids.ts';
import { all, database, type Transaction } from './database.ts';

const key = 'scrub_owed';

/** Part of every transaction that deletes words for good. */
export function* oweScrub(): Transaction<void> {
  // Another value each time: a scrub pays for what was owed when it began, and for nothing that came after.
  const value = newId();
  yield* all(
    database()
      .build.insertInto('meta')
      .values({ key, value })
      .onConflict((oc) => oc.column('key').doUpdateSet({ value })),
  );
}

/** Scrubs the files where that is owed; once for all that was deleted by now. */
export async function scrubOwed(): Promise<void> {
  const value = await owed();
  if (value === undefined) return;
  await database().scrub();
  await database().write(() =>
    all(database().build.deleteFrom('meta').where('key', '=', key).where('value', '=', value)),
  );
}

/** May words that were deleted still be in the files? */
export async function isScrubOwed(): Promise<boolean> {
  return (await owed()) !== undefined;
}

async function owed(): Promise<string | undefined> {
  const row = await database()
    .read.selectFrom('meta')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.value;
}
