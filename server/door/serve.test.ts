// The door: health, metrics, and how it closes.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openFreshData } from '#lib/data/fixture.ts';
import { settings } from '#lib/data/settings.ts';
import { database, replaceDatabase } from '#lib/data/store/database.ts';
import { openSqlite } from '#lib/data/store/sqlite.ts';
import { Author, breakCommits, makeClass, Peer, pauseCommits, pointOf } from '../fixture.ts';
import { Rooms } from '../live/rooms.ts';
import { logger } from '../logger.ts';
import { serveMetrics } from './metrics-port.ts';
import { type Serving, serve, slowRequests } from './serve.ts';

async function opened(cutOff = slowRequests) {
  openFreshData({ PORT: '0' });
  logger.level = 'silent';
  const rooms = new Rooms();
  // Reads what comes, as a page with a form does, and answers at its end.
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    request.resume();
    request.on('end', () => response.end('a page'));
  };
  const serving = await serve(rooms, { handle }, cutOff);
  onTestFinished(() => serving.stop());
  const room = await makeClass({ ada: 'owner', ben: 'member' });
  const enter = (person: 'ada' | 'ben') =>
    Peer.open({ url: `ws://127.0.0.1:${serving.port}` }, room.people[person], room.document);
  return { rooms, serving, room, enter };
}

async function ask(serving: Serving, path: string): Promise<[status: number, text: string]> {
  const response = await fetch(`http://127.0.0.1:${serving.port}${path}`);
  return [response.status, (await response.text()).trim()];
}

describe('health', () => {
  test('a process that can write is alive and ready, and everything else goes to the pages', async () => {
    const { serving } = await opened();
    expect(await ask(serving, '/healthz')).toEqual([200, 'alive']);
    expect(await ask(serving, '/readyz')).toEqual([200, 'ready']);
    expect(await ask(serving, '/healthzz')).toEqual([200, 'a page']);
  });

  test('[DUR5] while nothing can be written it is alive but not ready, until it can', async () => {
    const { serving } = await opened();
    const mend = breakCommits();
    await vi.waitFor(async () => expect((await ask(serving, '/readyz'))[0]).toBe(503), 3000);
    expect(await ask(serving, '/healthz')).toEqual([200, 'alive']);
    mend();
    await vi.waitFor(async () => expect((await ask(serving, '/readyz'))[0]).toBe(200), 3000);
  });
});

test('a connection is kept longer than the minute for which proxies keep one that they do not use', async () => {
  const { serving } = await opened();
  const { headers } = await fetch(`http://127.0.0.1:${serving.port}/healthz`);
  expect(headers.get('keep-alive')).toBe('timeout=75');
});

describe('whoever sends a byte now and then', () => {
  /** A request that never ends: its first part, and then a byte every few milliseconds until it is cut off. */
  async function drip(serving: Serving, begin: string): Promise<string> {
    const socket = connect(serving.port, '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    // Cut off while it still writes, it may end with an error: what it was told before counts.
    socket.on('error', () => {});
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.write(begin);
    const timer = setInterval(() => socket.write('a'), 20);
    await closed;
    clearInterval(timer);
    return answer;
  }

  const post = 'POST /api/readings HTTP/1.1\r\nHost: localhost\r\n';
  test.each([
    ['of a head', post],
    ['of a body', `${post}Content-Length: 100000\r\n\r\n`],
    ['of a body without a length', `${post}Transfer-Encoding: chunked\r\n\r\n186a0\r\n`],
  ])('%s is told 408 and cut off, while sockets of sync stay', async (_, begin) => {
    const { serving, enter } = await opened({
      headersTimeout: 200,
      requestTimeout: 300,
      connectionsCheckingInterval: 50,
    });
    const peer = await enter('ada');
    expect(await drip(serving, begin)).toMatch(/^HTTP\/1\.1 408 /);
    expect(peer.ws.readyState).toBe(peer.ws.OPEN);
    expect(await ask(serving, '/healthz')).toEqual([200, 'alive']);
  });
});

describe('stopping', () => {
  test('newcomers are told 503 while what came in is committed; then everyone is closed 1012', async () => {
    const { rooms, serving, room, enter } = await opened();
    const peer = await enter('ada');
    await peer.expect('step1');
    const goOn = pauseCommits();
    peer.update(new Author(room.people.ada).put('n1', pointOf('the last words')));
    await vi.waitFor(() => expect([...rooms.all()][0]?.inbox.waitingFrames).toBe(1));
    const stopped = serving.stop();
    expect((await ask(serving, '/'))[0]).toBe(503);
    expect(await ask(serving, '/readyz')).toEqual([503, 'stopping']);
    await expect(enter('ben')).rejects.toThrow('503');
    goOn();
    await peer.expect('durable', ({ n }) => n === 1);
    expect((await peer.closed).code).toBe(1012);
    await stopped;
    await expect(ask(serving, '/healthz')).rejects.toThrow();
  });

  test('a client that never reads holds it up for less than five seconds', async () => {
    const { serving, enter } = await opened();
    const stuck = await enter('ada');
    await stuck.expect('step1');
    stuck.ws.pause();
    const before = Date.now();
    await serving.stop();
    expect(Date.now() - before).toBeLessThan(5000);
  });
});

describe('metrics', () => {
  async function metricsOf(rooms: Rooms) {
    const metrics = await serveMetrics(0, rooms);
    onTestFinished(metrics.stop);
    return async (name: string): Promise<number> => {
      const text = await (await fetch(`http://127.0.0.1:${metrics.port}/metrics`)).text();
      const line = text.split('\n').find((one) => one.startsWith(`${name} `));
      if (!line) throw new Error(`no ${name} in:\n${text}`);
      return Number(line.split(' ')[1]);
    };
  }

  test('tell connections, rooms, frames, commits, refusals and how late the event loop runs; and nothing about anyone', async () => {
    const { rooms, room, enter } = await opened();
    const read = await metricsOf(rooms);
    const peer = await enter('ada');
    await peer.expect('step1');
    expect(await read('counterpoint_connections')).toBe(1);
    expect(await read('counterpoint_rooms')).toBe(1);
    expect(await read('counterpoint_held_rooms')).toBe(0);
    expect(await read('counterpoint_inbox_frames')).toBe(0);
    expect(await read('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0);
    peer.update(new Author(room.people.ben).put('n1', pointOf('forged')));
    expect((await peer.closed).code).toBe(4403);
    expect(await read('counterpoint_refusals_total{code="not-your-layer"}')).toBeGreaterThan(0);
  });

  test('[DUR2] frames that come in together share one transaction and one row of the log', async () => {
    const { rooms, room, enter } = await opened();
    const read = await metricsOf(rooms);
    const [ada, ben] = [await enter('ada'), await enter('ben')];
    await Promise.all([ada.expect('step1'), ben.expect('step1')]);
    const before = {
      commits: await read('counterpoint_commits_total{outcome="written"}'),
      frames: await read('counterpoint_frames_per_commit_sum'),
    };
    const goOn = pauseCommits();
    const [first, second] = [new Author(room.people.ada), new Author(room.people.ben)];
    ada.update(first.put('n0', pointOf('opens the transaction')));
    await expect.poll(() => read('counterpoint_inbox_frames')).toBe(1);
    for (let i = 1; i <= 30; i++) ada.update(first.put(`n${i}`, pointOf(`${i}`)));
    for (let i = 1; i <= 30; i++) ben.update(second.put(`n${i}`, pointOf(`${i}`)));
    await expect.poll(() => read('counterpoint_inbox_frames')).toBe(61);
    goOn();
    await ada.expect('durable', ({ n }) => n === 31);
    await ben.expect('durable', ({ n }) => n === 30);
    expect(await read('counterpoint_commits_total{outcome="written"}')).toBe(before.commits + 1);
    expect(await read('counterpoint_frames_per_commit_sum')).toBe(before.frames + 61);
    expect(await database().read.selectFrom('log').select('seq').execute()).toHaveLength(1);
  });
});

describe('every connection that writes', () => {
  test.each([
    ['the server’s', undefined],
    ['the command line’s', 5000],
  ])('[DUR3] waits for the disk: %s', (_, busyTimeoutMs) => {
    openFreshData();
    const db = openSqlite(settings().dataDir, busyTimeoutMs === undefined ? {} : { busyTimeoutMs });
    replaceDatabase(db);
    onTestFinished(() => db.close());
    expect(db.pragma('synchronous')).toBe(2);
  });
});
