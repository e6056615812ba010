import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSqlite } from './sqlite.ts';
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

describeStore('sqlite', async () => {
  const folder = emptyFolder();
  const bytes = async () =>
    Buffer.concat(readdirSync(folder).map((file) => readFileSync(join(folder, file))));
  return { open: async () => openSqlite(folder), bytes };
});
