// A disk that is full, read-only or someone else's for a while: writers are told, readers read on, and it heals by itself.

import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CompiledQuery } from 'kysely';
import { expect, onTestFinished, test, vi } from 'vitest';
import { settings } from '#lib/data/settings.ts';
import { database } from '#lib/data/store/database.ts';
import { databaseFile } from '#lib/data/store/sqlite.ts';
import { layerName } from '#lib/sync/layers.ts';
import { Author, makeClass, Peer, pointOf, SyncServer } from './fixture.ts';

/** Harms the database of the running server; gives the way to heal it. */
type Trouble = () => Promise<() => Promise<void> | void>;

const onWriter = (pragma: string) =>
  database().write(function* () {
    yield CompiledQuery.raw(`pragma ${pragma}`);
  });

/** The connection that writes, seen at work: a read-only one refuses even to begin, so no query could heal it. */
async function writerOf(): Promise<DatabaseSync> {
  const exec = vi.spyOn(DatabaseSync.prototype, 'exec');
  await onWriter('query_only');
  const writer = exec.mock.contexts[0] as DatabaseSync;
  exec.mockRestore();
  return writer;
}

const troubles: [name: string, trouble: Trouble][] = [
  [
    'a database that may not grow',
    async () => {
      // SQLite answers as for a full disk; less than the file has means what it has.
      await onWriter('max_page_count = 1');
      return () => onWriter('max_page_count = 1000000');
    },
  ],
  [
    'a database that has become read-only',
    async () => {
      const writer = await writerOf();
      writer.exec('pragma query_only = on');
      return () => writer.exec('pragma query_only = off');
    },
  ],
  [
    'a database locked by another process',
    async () => {
      const other = new DatabaseSync(databaseFile(settings().dataDir));
      onTestFinished(() => other.close());
      other.exec('begin exclusive');
      return () => other.exec('rollback');
    },
  ],
];

test.each(troubles)('[DUR5] %s', (_, trouble) => endures(trouble));

/** A small disk of memory for the data folder; undefined where one may not mount. */
function mountSmallDisk(): string | undefined {
  const at = mkdtempSync(join(tmpdir(), 'counterpoint-disk-'));
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', at]).status === 0;
  onTestFinished(() => {
    if (isMounted) spawnSync('umount', ['-l', at]);
    rmdirSync(at);
  });
  return isMounted ? at : undefined;
}

test('[DUR5] a disk that is full, where one can be mounted', async ({ skip }) => {
  const disk = mountSmallDisk();
  if (disk === undefined) return skip('mounting is not permitted here');
  vi.stubEnv('TMPDIR', disk);
  onTestFinished(() => void vi.unstubAllEnvs());
  await endures(async () => {
    const filler = join(disk, 'filler');
    fill(filler);
    return () => rmSync(filler);
  });
});

function fill(file: string): void {
  const handle = openSync(file, 'w');
  try {
    for (const size of [1 << 16, 1 << 12]) writeUntilFull(handle, Buffer.alloc(size));
  } finally {
    closeSync(handle);
  }
}

function writeUntilFull(handle: number, bytes: Buffer): void {
  try {
    while (writeSync(handle, bytes) > 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}

/** The whole of DUR5, whatever the trouble. */
async function endures(trouble: Trouble): Promise<void> {
  const server = await SyncServer.start();
  const { document, people } = await makeClass({ ada: 'owner', ben: 'member' });
  const { ada, ben } = people;
  const [adaPeer, benPeer] = [await Peer.open(server, ada, document), await Peer.open(server, ben, document)];
  const author = new Author(ada);
  adaPeer.update(author.put('before', pointOf('on disk')));
  await adaPeer.expect('durable', ({ n }) => n === 1);
  await benPeer.expect('update');

  const heal = await trouble();
  const meanwhile = Array.from({ length: 40 }, (_, i) => `meanwhile-${i}`);
  for (const id of meanwhile) adaPeer.update(author.put(id, pointOf('x'.repeat(8000))));
  const { held } = await adaPeer.expect('held');
  expect(held.reason).toBe('storage');
  const late = await Peer.open(server, ben, document);
  await late.expect('held');
  late.askAll();
  await late.expect('step2');
  const shown = () => [...late.heard().getMap(layerName(ada.participant)).keys()].sort();
  // Some of it may have fitted; what was shown is what was settled.
  const settled = () => Math.max(...adaPeer.all('durable').map(({ n }) => n));
  expect(shown()).toEqual(['before', ...meanwhile].slice(0, settled()).sort());
  expect(settled()).toBeLessThan(41);

  await heal();
  await adaPeer.expect('durable', ({ n }) => n === 41);
  await vi.waitFor(() => expect(shown()).toEqual(['before', ...meanwhile].sort()), 5000);
  expect([adaPeer, benPeer, late].flatMap((peer) => peer.all('refused'))).toEqual([]);
  expect([adaPeer, benPeer, late].every((peer) => peer.ws.readyState === peer.ws.OPEN)).toBe(true);
}
