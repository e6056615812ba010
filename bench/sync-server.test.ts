// The process as an operator stops it.

import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { openSqlite } from '#lib/data/store/sqlite.ts';
import { roomDocument } from '#lib/model/document.ts';
import { end, gone, listening, populate, start } from './child.ts';
import { Peer } from './peer.ts';

test('[DUR3] SIGTERM acknowledges what came in, closes 1012 and exits with 0 within five seconds, despite a client that never reads', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'counterpoint-stop-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const env = { ...process.env, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent', NODE_NO_WARNINGS: '1' };
  const [writing, stuck] = populate(env, { rooms: 1, people: 2 });
  if (!writing || !stuck) throw new Error('nobody was made');
  const server = start(env);
  onTestFinished(() => end(server));
  const port = await listening(server);
  const writer = new Peer(writing);
  onTestFinished(() => writer.disconnect());
  await writer.connect(port);
  const deaf = new WebSocket(`ws://127.0.0.1:${port}/sync/${roomDocument(stuck.room)}`, {
    headers: { authorization: `Bearer ${stuck.token}` },
  });
  onTestFinished(() => deaf.terminate());
  deaf.on('error', () => {});
  await once(deaf, 'open');
  deaf.pause();
  writer.write('n1', 1);
  await vi.waitFor(() => expect(writer.acknowledged.size).toBe(1));
  for (let i = 2; i <= 20; i++) writer.write(`n${i}`, i);
  const before = Date.now();
  server.kill('SIGTERM');
  expect(await gone(server)).toBe(0);
  expect(Date.now() - before).toBeLessThan(5000);
  await vi.waitFor(() => expect(writer.closeCode).toBe(1012));
  const db = openSqlite(dataDir);
  onTestFinished(() => db.close());
  const kept = await db.read.selectFrom('record').select('ref').execute();
  expect(kept.map(({ ref }) => ref).sort()).toEqual([...writer.acknowledged.keys()].sort());
});
