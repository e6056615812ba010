// Where Prometheus asks: a port of its own, on loopback, so that a proxy in front can never publish it. What is counted is
// metrics.ts; what the rooms are doing is read when someone asks.

import { createServer } from 'node:http';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { logger } from '../logger.ts';
import { registry } from '../metrics.ts';

/** What is read of the live rooms when someone asks. */
type WatchedRoom = {
  audience: { listeners: ReadonlySet<unknown> };
  inbox: { waitingFrames: number };
  isHeld: boolean;
};
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
    ['counterpoint_connections', 'Open sockets', (room) => room.audience.listeners.size],
    ['counterpoint_inbox_frames', 'Frames that wait for a commit', (room) => room.inbox.waitingFrames],
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
