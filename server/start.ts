// Starting and stopping: take the data folder, build what is not built, seed an empty database, listen, and on SIGTERM
// commit, acknowledge and go.

import { createServer, type IncomingMessage, Server, type ServerResponse } from 'node:http';
import { database } from '#lib/data/database.ts';
import { isLoopback, settings } from '#lib/data/settings.ts';
import { watchAccess } from './access-watch.ts';
import { attachSync, syncPath } from './attach.ts';
import { ensureBuilt } from './build.ts';
import { holdDataFolder } from './data-folder.ts';
import { logger } from './logger.ts';
import { Rooms } from './rooms.ts';
import { seedSample } from './sample.ts';
import { welcome } from './welcome.ts';

/** The header in which this process tells its routes the address of the socket; whatever a client sends is dropped. */
export const addressHeader = 'x-counterpoint-address';

/** How long a stop may take before the process goes anyway. */
const stopTimeoutMs = 5000;

/** Starts everything and resolves once it listens. Exits the process with 1 when it cannot. */
export async function startServer(): Promise<void> {
  const { port, host, dataDir, isProduction } = settings();
  const release = holdDataFolder(dataDir);
  if (!release) {
    process.stderr.write(
      `Another server is using ${dataDir}. Stop it first, or set DATA_DIR to another folder.\n`,
    );
    process.exit(1);
  }
  await ensureBuilt(isProduction);
  database();
  const rooms = new Rooms();
  await seedSample(rooms);
  const stopWatching = await watchAccess(rooms);
  const sync = attachSync(rooms);
  const server = createServer();
  const next = await prepareNext(isProduction, host, port);
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    request.headers[addressHeader] = request.socket.remoteAddress ?? '';
    void next.handle(request, response);
  });
  server.on('upgrade', (request, socket, head) => {
    if (request.url?.startsWith(syncPath)) sync.upgrade(request, socket, head);
    else if (isProduction) socket.destroy();
    else next.upgrades.emit('upgrade', request, socket, head);
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    const reason =
      error.code === 'EADDRINUSE' ? `Port ${port} is in use. Set PORT to a free one.` : error.message;
    process.stderr.write(`${reason}\n`);
    process.exit(1);
  });
  await new Promise<void>((listening) => server.listen(port, host, listening));
  stopOnSignals(async () => {
    sync.stop();
    server.close();
    stopWatching();
    await rooms.close();
    server.closeAllConnections();
    await database().close();
    release();
  });
  const address = server.address();
  await welcome(typeof address === 'object' && address ? address.port : port);
  if (!isLoopback(host) && !settings().publicUrl) {
    logger.warn(
      'HOST is not loopback and PUBLIC_URL is unset: links will use whatever address people ask for',
    );
  }
}

/**
 * Next's request handler. Next attaches an upgrade listener of its own to the server it is given, which would end our
 * sockets: it gets one that never listens, and only development's hot reload is passed on to it.
 */
async function prepareNext(isProduction: boolean, hostname: string, port: number) {
  const { authSecret, publicUrl } = settings();
  // next-auth reads these two from the environment only.
  process.env.NEXTAUTH_SECRET = authSecret;
  process.env.NEXTAUTH_URL = publicUrl ?? `http://localhost:${port}`;
  // Nothing about a class leaves its server.
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  const { default: next } = await import('next');
  const upgrades = new Server();
  const app = next({ dev: !isProduction, hostname, port, httpServer: upgrades });
  await app.prepare();
  return { handle: app.getRequestHandler(), upgrades };
}

function stopOnSignals(stop: () => Promise<void>): void {
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
