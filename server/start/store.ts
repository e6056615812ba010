// Where the data is kept, as the settings say: a data folder or a Postgres database. One server at a time has it
// (DUR11); the command line comes beside it.

import { settings } from '#lib/data/settings.ts';
import { type Database, DatabaseRefused, database, replaceDatabase } from '#lib/data/store/database.ts';
import { openPostgres, placeOf } from '#lib/data/store/postgres.ts';
import { openSqlite } from '#lib/data/store/sqlite.ts';
import { holdDataFolder } from './data-folder.ts';

/** How long the command line waits for the server's transactions. */
const visitorTimeoutMs = 5000;

/** Opens the data for this server alone; gives the way to let go of it, or why it cannot be had. */
export async function takeStore(): Promise<
  { ok: true; release(): Promise<void> } | { ok: false; reason: string }
> {
  const { databaseUrl, dataDir } = settings();
  const releaseFolder = databaseUrl === undefined ? holdDataFolder(dataDir) : () => {};
  if (!releaseFolder) {
    const reason = `Another server is using ${dataDir}. Stop it first, or set DATA_DIR to another folder.`;
    return { ok: false, reason };
  }
  try {
    replaceDatabase(
      databaseUrl
        ? await openPostgres(databaseUrl, { asServer: true })
        : openSqlite(dataDir, { checkpointsAside: true }),
    );
  } catch (error) {
    releaseFolder();
    if (error instanceof DatabaseRefused) return { ok: false, reason: error.message };
    throw error;
  }
  const release = async () => {
    await database().close();
    releaseFolder();
  };
  return { ok: true, release };
}

/** Opens the data beside a running server; throws DatabaseRefused when it cannot be used as it stands. */
export async function visitStore(): Promise<void> {
  const { databaseUrl, dataDir } = settings();
  replaceDatabase(databaseUrl ? await openPostgres(databaseUrl) : visitFolder(dataDir));
}

/** Where tables have to be made or changed, the folder must be nobody's meanwhile. */
function visitFolder(dataDir: string): Database {
  let release: (() => void) | null = null;
  const isServed = () => {
    release = holdDataFolder(dataDir);
    return release === null;
  };
  try {
    return openSqlite(dataDir, { busyTimeoutMs: visitorTimeoutMs, isServed });
  } finally {
    (release as (() => void) | null)?.();
  }
}

/** Where that is, in words for the operator. */
export function whereKept(): string {
  const { databaseUrl, dataDir } = settings();
  return databaseUrl ? placeOf(databaseUrl) : dataDir;
}
