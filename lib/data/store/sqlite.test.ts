import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { all } from './database.ts';
import { databaseFile, openSqlite, type Sqlite } from './sqlite.ts';
import { describeStore } from './store.contract.ts';

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'counterpoint-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('[DUR3] the connection that writes has synchronous=FULL and WAL', async () => {
  const db = openSqlite(emptyFolder());
  expect(db.pragma('synchronous')).toBe(2);
  expect(db.pragma('journal_mode')).toBe('wal');
  await db.close();
});

test('the write-ahead log begins anew while commits go on, before the writer must clear it', async () => {
  const folder = emptyFolder();
  const db = openSqlite(folder, { checkpointsAside: true });
  // How often it has begun anew stands in its header (sqlite.org/fileformat2.html, 4.1).
  const log = () => readFileSync(`${databaseFile(folder)}-wal`);
  const first = log().readUInt32BE(12);
  const commits = async () => {
    await keep(db, 'a'.repeat(100_000));
    return log().readUInt32BE(12) !== first;
  };
  await vi.waitUntil(commits, { interval: 5, timeout: 30_000 });
  expect(log().length).toBeLessThan(64 << 20);
  await db.close();
}, 40_000);

test('what a quiet log still holds is moved into the database file at leisure', async () => {
  const folder = emptyFolder();
  const db = openSqlite(folder, { checkpointsAside: true });
  await keep(db, 'a few words that stand in the file at last');
  const isMoved = () => readFileSync(databaseFile(folder)).includes('a few words that stand');
  await vi.waitUntil(isMoved, { interval: 50, timeout: 30_000 });
  // Whoever closes a file takes all of its process's locks off it; without them the next command beside the server would
  // make the log's index anew under it.
  if (process.platform === 'linux') {
    const { ino } = statSync(`${databaseFile(folder)}-shm`);
    expect(readFileSync('/proc/locks', 'utf8')).toMatch(new RegExp(`:${ino} `));
  }
  await db.close();
}, 40_000);

function keep(db: Sqlite, value: string): Promise<void> {
  return db.write(function* () {
    const row = { key: 'kept', value };
    yield* all(db.build.replaceInto('meta').values(row));
  });
}

describeStore('sqlite', async () => {
  const folder = emptyFolder();
  const bytes = async () =>
    Buffer.concat(readdirSync(folder).map((file) => readFileSync(join(folder, file))));
  return { open: async () => openSqlite(folder), bytes };
});
