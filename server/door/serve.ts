// The open door, the same for the product and for benches: one port for health, pages and sockets, and the metrics' own;
// and how it closes, in the order in which nothing is lost.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { settings } from '#lib/data/settings.ts';
import { watchAccess } from '../live/access-watch.ts';
import type { Rooms } from '../live/rooms.ts';
import { logger } from '../logger.ts';
import { answerWorker } from '../offline/script.ts';
import { syncPath } from './admission.ts';
import { attachSync } from './attach.ts';
import { answerHealth } from './health.ts';
import { serveMetrics } from './metrics-port.ts';

/** How long a stop may take before the process goes anyway. */
const stopTimeoutMs = 5000;
/**
 * How long a request may take to come in, its head and the whole of it: whoever sends a byte now and then would hold a
 * socket and its memory for ever. The largest upload fits at some 6 Mbit a second. Sockets of sync are past this.
 */
export const slowRequests = {
  headersTimeout: 20_000,
  requestTimeout: 300_000,
  connectionsCheckingInterval: 5000,
};

/** Longer than proxies keep a connection they do not use: else one is closed just as they send a request by it. */
const keepAliveMs = 75_000;

/** How long a stop waits for requests being answered. */
const requestTimeoutMs = 1500;

/** What answers everything that is neither health nor sync. */
export type Pages = {
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Upgrades to anything but sync; without it they are cut off. */
  upgrade?(request: IncomingMessage, socket: Duplex, head: Buffer): void;
};

export type Serving = { port: number; stop(): Promise<void> };

/** Listens and resolves once it does; rejects when a port is taken. */
export async function serve(rooms: Rooms, pages: Pages, cutOff = slowRequests): Promise<Serving> {
  const { port, host, metricsPort } = settings();
  const stopWatching = await watchAccess(rooms);
  const sync = attachSync(rooms);
  let isStopping = false;
  const http = createServer({ ...cutOff, keepAliveTimeout: keepAliveMs }, (request, response) => {
    if (answerHealth(request, response, isStopping)) return;
    if (isStopping) response.writeHead(503, { 'Retry-After': '5', Connection: 'close' }).end();
    else if (!answerWorker(request, response)) pages.handle(request, response);
  });
  http.on('upgrade', (request, socket, head) => {
    if (request.url?.startsWith(syncPath)) sync.upgrade(request, socket, head);
    else if (pages.upgrade && !isStopping) pages.upgrade(request, socket, head);
    else socket.destroy();
  });
  await new Promise<void>((listening, failed) => {
    http.once('error', failed);
    http.listen(port, host, listening);
  });
  const metrics = metricsPort === undefined ? undefined : await serveMetrics(metricsPort, rooms);
  const address = http.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    async stop() {
      isStopping = true;
      sync.stop();
      stopWatching();
      await rooms.close();
      await sync.emptied();
      await closeHttp(http);
      metrics?.stop();
    },
  };
}

/** Lets requests end that are being answered, for a moment. */
async function closeHttp(http: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    // Not only for requests: the server waits for sockets that it handed over, too.
    const timer = setTimeout(resolve, requestTimeoutMs);
    http.close(() => {
      clearTimeout(timer);
      resolve();
    });
    http.closeIdleConnections();
  });
  http.closeAllConnections();
}

/** On SIGTERM or SIGINT: stops and exits, within five seconds whatever happens. */
export function stopOnSignals(stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = (signal: string) => {
    if (isStopping) return;
    isStopping = true;
    logger.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), stopTimeoutMs).unref();
    stop().then(
      () => process.exit(0),
      (error) => {
        logger.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
