// What the process tells Prometheus: counts and times only, nothing about who or what. Kept in one registry and served
// on a port of its own, on loopback, so that a proxy in front can never publish it.

import { createServer } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { logger } from '../logger.ts';

const registry = new Registry();
const registers = [registry];

export const framesIn = new Counter({
  name: 'counterpoint_frames_in_total',
  help: 'Messages of the sync protocol that came in, by kind',
  labelNames: ['kind'] as const,
  registers,
});

export const refusals = new Counter({
  name: 'counterpoint_refusals_total',
  help: 'Frames that were refused, by reason',
  labelNames: ['code'] as const,
  registers,
});

export const commits = new Counter({
  name: 'counterpoint_commits_total',
  help: 'Transactions in which frames were judged and written, by outcome',
  labelNames: ['outcome'] as const,
  registers,
});

/** In seconds, as Prometheus wants them. */
export const commitTime = new Histogram({
  name: 'counterpoint_commit_seconds',
  help: 'From the start of a transaction until it is on disk, judging included',
  buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5],
  registers,
});

export const framesPerCommit = new Histogram({
  name: 'counterpoint_frames_per_commit',
  help: 'Frames that shared one transaction',
  buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500],
  registers,
});

/** What is read of the live rooms when someone asks. */
type WatchedRoom = { connections: ReadonlySet<unknown>; isHeld: boolean; waitingFrames: number };
type Watched = { all(): Iterable<WatchedRoom> };

/** Serves the registry and what these rooms are doing at the time of asking; gives the way to stop. */
export async function serveMetrics(
  port: number,
  rooms: Watched,
): Promise<{ port: number; stop: () => void }> {
  const surroundings = new Registry();
  watchRooms(rooms, surroundings);
  // Memory, processor, garbage collection and how late the event loop runs.
  collectDefaultMetrics({ register: surroundings });
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    Promise.all([registry.metrics(), surroundings.metrics()]).then(
      (texts) => response.writeHead(200, { 'Content-Type': registry.contentType }).end(texts.join('\n')),
      (error) => {
        logger.error({ err: error }, 'the metrics could not be read');
        response.writeHead(500).end();
      },
    );
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', listening);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Gauges are read when they are asked for, so that no room need keep them. */
function watchRooms(rooms: Watched, register: Registry): void {
  const gauges: [name: string, help: string, of: (room: WatchedRoom) => number][] = [
    ['counterpoint_rooms', 'Documents in memory', () => 1],
    ['counterpoint_connections', 'Open sockets', (room) => room.connections.size],
    ['counterpoint_inbox_frames', 'Frames that wait for a commit', (room) => room.waitingFrames],
    ['counterpoint_held_rooms', 'Documents whose commits are failing', (room) => (room.isHeld ? 1 : 0)],
  ];
  for (const [name, help, of] of gauges) {
    new Gauge({
      name,
      help,
      registers: [register],
      collect() {
        let sum = 0;
        for (const room of rooms.all()) sum += of(room);
        this.set(sum);
      },
    });
  }
}
