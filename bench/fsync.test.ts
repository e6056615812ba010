// What SIGKILL cannot prove: that the server asks the disk before it says anything, and believes the answer.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { openSqlite } from '#lib/data/store/sqlite.ts';
import { roomDocument } from '#lib/model/document.ts';
import { layerName } from '#lib/sync/layers.ts';
import { Author, Peer, pointOf } from '#server/fixture.ts';
import { end, listening, populate, start } from './child.ts';

const source = join(import.meta.dirname, 'disk-shim.c');
const folder = mkdtempSync(join(tmpdir(), 'counterpoint-shim-'));
const library = join(folder, 'disk-shim.so');
afterAll(() => rmSync(folder, { recursive: true }));
/** Only Linux has LD_PRELOAD, and not every machine a C compiler. */
const isPossible =
  process.platform === 'linux' &&
  spawnSync('cc', ['-shared', '-fPIC', '-o', library, source, '-ldl']).status === 0;

/** A server whose every sync is counted, and two people in a room. */
async function watched() {
  const dataDir = mkdtempSync(join(tmpdir(), 'counterpoint-fsync-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const [log, failing] = [join(dataDir, 'syncs'), join(dataDir, 'failing')];
  const env = { ...process.env, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent', NODE_NO_WARNINGS: '1' };
  const [ada, ben] = populate(env, { rooms: 1, people: 2 }).map(({ participantId, ...seat }) => ({
    ...seat,
    participant: participantId,
  }));
  if (!ada || !ben) throw new Error('nobody was made');
  const server = start({ ...env, LD_PRELOAD: library, SYNC_LOG: log, SYNC_FAIL: failing });
  onTestFinished(() => end(server));
  const url = `ws://127.0.0.1:${await listening(server)}`;
  const document = roomDocument(ada.room);
  const adaPeer = await Peer.open({ url }, ada, document);
  await adaPeer.expect('step1');
  return {
    ada,
    adaPeer,
    author: new Author(ada),
    newcomer: () => Peer.open({ url }, ben, document),
    syncs: () => statSync(log).size,
    async commits() {
      const db = openSqlite(dataDir);
      const rows = await db.read.selectFrom('log').select('seq').execute();
      await db.close();
      return rows.length;
    },
    failSyncs() {
      writeFileSync(failing, '');
      return () => rmSync(failing);
    },
  };
}

describe.runIf(isPossible)('the disk', () => {
  test('[DUR3] is asked once for each commit, before anything is acknowledged, and once for many frames', async () => {
    const { adaPeer, author, syncs, commits } = await watched();
    adaPeer.update(author.put('n0', pointOf('the first commit of a log syncs its head as well')));
    await adaPeer.expect('durable', ({ n }) => n === 1);
    const atFirst = syncs();
    for (let i = 2; i <= 11; i++) {
      const before = syncs();
      adaPeer.update(author.put(`n${i}`, pointOf(`${i}`)));
      await adaPeer.expect('durable', ({ n }) => n === i);
      expect(syncs()).toBeGreaterThan(before);
    }
    for (let i = 12; i <= 111; i++) adaPeer.update(author.put(`n${i}`, pointOf(`${i}`)));
    await adaPeer.expect('durable', ({ n }) => n === 111);
    const made = (await commits()) - 11;
    const asked = syncs() - atFirst;
    expect(asked).toBeGreaterThanOrEqual(10 + made);
    // The log of the database is folded into it now and then, which takes a few more.
    expect(asked).toBeLessThanOrEqual(10 + made + 4);
    expect(made).toBeLessThan(50);
  });

  test('[DUR5] that cannot sync is a failure: nothing is acknowledged or shown, and it heals by itself', async () => {
    const { ada, adaPeer, author, newcomer, failSyncs } = await watched();
    adaPeer.update(author.put('before', pointOf('on disk')));
    await adaPeer.expect('durable', ({ n }) => n === 1);
    const heal = failSyncs();
    adaPeer.update(author.put('meanwhile', pointOf('not on disk')));
    await adaPeer.expect('held');
    const late = await newcomer();
    await late.expect('held');
    late.askAll();
    await late.expect('step2');
    const shown = () => [...late.heard().getMap(layerName(ada.participant)).keys()];
    expect(shown()).toEqual(['before']);
    expect(Math.max(...adaPeer.all('durable').map(({ n }) => n))).toBe(1);
    heal();
    await adaPeer.expect('durable', ({ n }) => n === 2);
    await vi.waitFor(() => expect(shown().sort()).toEqual(['before', 'meanwhile']));
    expect(adaPeer.all('refused')).toEqual([]);
  });
});
