// Copies of a data folder: made beside a running server, and put in its place while none runs (DUR9). A copy is itself a
// data folder: the database as one whole file, and the secret that signs session cookies, both for their owner only.

import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { revokeAllSessions } from '#lib/data/people/sessions.ts';
import { secretFile } from '#lib/data/settings.ts';
import { replaceDatabase, type Transaction } from '#lib/data/store/database.ts';
import { renewLineages } from '#lib/data/store/lineage.ts';
import { databaseFile, openSqlite } from '#lib/data/store/sqlite.ts';
import { holdDataFolder } from '../start/data-folder.ts';
import { Refused } from './command.ts';

/** How long a copy waits for a server that is just starting or folding its log. */
const busyTimeoutMs = 5000;

/** Copies a data folder, running or not, into a folder that is empty or not there yet. Gives the size in bytes. */
export function backUp(dataDir: string, to: string): number {
  if (existsSync(to) && readdirSync(to).length > 0) {
    throw new Refused(`${to} is not empty. A backup goes into a folder of its own; nothing was written.`);
  }
  mkdirSync(to, { recursive: true, mode: 0o700 });
  const staging = mkdtempSync(join(to, 'copying-'));
  try {
    copyWhole(dataDir, staging);
    moveIn(staging, to);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  return statSync(databaseFile(to)).size;
}

/**
 * Puts the copy in `from` in the place of what is in the data folder, which is moved aside, never deleted. Every document
 * gets a new lineage (DUR8) and everyone is signed out. Gives where the former data is now, null where there was none, and
 * how many documents came and sessions ended.
 */
export async function restore(from: string, dataDir: string): Promise<Renewal & { movedTo: string | null }> {
  if (resolve(from) === resolve(dataDir)) throw new Refused(`${from} is the data folder itself.`);
  const release = holdDataFolder(dataDir);
  if (!release) throw new Refused(`A server is using ${dataDir}. Stop it first; nothing was changed.`);
  const staging = mkdtempSync(join(dataDir, 'restoring-'));
  try {
    copyWhole(from, staging);
    const renewal = await renewed(staging);
    return { ...renewal, movedTo: swap(staging, dataDir) };
  } finally {
    rmSync(staging, { recursive: true, force: true });
    release();
  }
}

/** One moment of the database, whoever writes meanwhile and without making them wait, and the secret; on disk at the end. */
function copyWhole(from: string, to: string): void {
  if (!existsSync(databaseFile(from))) throw new Refused(`There is no ${databaseFile(from)}.`);
  const source = new DatabaseSync(databaseFile(from), { readOnly: true, timeout: busyTimeoutMs });
  try {
    source.prepare('vacuum into ?').run(databaseFile(to));
  } finally {
    source.close();
  }
  chmodSync(databaseFile(to), 0o600);
  const damage = damageOf(databaseFile(to));
  if (damage) throw new Refused(`The copy of ${databaseFile(from)} is not whole: ${damage}`);
  sync(databaseFile(to));
  if (existsSync(secretFile(from))) {
    copyFileSync(secretFile(from), secretFile(to));
    chmodSync(secretFile(to), 0o600);
    sync(secretFile(to));
  }
  sync(to);
}

/** SQLite's own look at a file; undefined when it finds nothing wrong. */
function damageOf(file: string): string | undefined {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const [first] = db.prepare('pragma integrity_check(1)').all().map(Object.values);
    return first?.[0] === 'ok' ? undefined : String(first?.[0]);
  } finally {
    db.close();
  }
}

export type Renewal = { documents: number; sessionsEnded: number };

/**
 * What a database needs that was put back from some time ago: no copy on a device may go on from it (DUR8), and no session
 * that was ended since may live again.
 */
export function* renew(): Transaction<Renewal> {
  return { documents: yield* renewLineages(), sessionsEnded: yield* revokeAllSessions() };
}

/** Brings a staged copy to this version's schema and renews it. */
async function renewed(staging: string): Promise<Renewal> {
  const db = openSqlite(staging);
  replaceDatabase(db);
  try {
    return await db.write(renew);
  } finally {
    replaceDatabase(undefined);
    await db.close();
  }
}

/** Each step leaves either the former or the restored database in place, whole, wherever it is interrupted. */
function swap(staging: string, dataDir: string): string | null {
  const movedTo = existsSync(databaseFile(dataDir)) ? setAside(dataDir) : null;
  moveIn(staging, dataDir);
  return movedTo;
}

/** The database last: a folder that has it is whole. */
function moveIn(staging: string, to: string): void {
  if (existsSync(secretFile(staging))) renameSync(secretFile(staging), secretFile(to));
  renameSync(databaseFile(staging), databaseFile(to));
  sync(to);
}

/** The former files get second names in a folder of their own; the first ones are then replaced in one step each. */
function setAside(dataDir: string): string {
  foldLog(databaseFile(dataDir));
  const aside = mkdtempSync(join(dataDir, `before-restore-${new Date().toISOString().slice(0, 10)}-`));
  // Beside another database the log of the former one would be read into it.
  for (const end of ['-wal', '-shm']) {
    const left = databaseFile(dataDir) + end;
    if (existsSync(left)) renameSync(left, databaseFile(aside) + end);
  }
  linkSync(databaseFile(dataDir), databaseFile(aside));
  if (existsSync(secretFile(dataDir))) linkSync(secretFile(dataDir), secretFile(aside));
  sync(aside);
  return aside;
}

/** Makes the database one whole file, where it is sound enough for that. */
function foldLog(file: string): void {
  try {
    const db = new DatabaseSync(file);
    try {
      db.exec('pragma journal_mode = delete');
    } finally {
      db.close();
    }
  } catch {
    // Damage is a good reason for a restore: then the files are moved as they are.
  }
}

/** On disk before anything relies on it: files and folders alike. */
function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
