// Starting: take the data, build what is not built, seed an empty database, listen.

import { Server } from 'node:http';
import { replaceRecordWriter } from '#lib/data/readings/writing.ts';
import { addressHeader, senderAddress } from '#lib/data/sender.ts';
import { isLoopback, settings } from '#lib/data/settings.ts';
import { unmakeDrafts } from '#lib/data/spaces/drafts.ts';
import { type Pages, type Serving, serve, stopOnSignals } from '../door/serve.ts';
import { insideWriter } from '../inside/writer.ts';
import { Rooms } from '../live/rooms.ts';
import { logger } from '../logger.ts';
import { ensureBuilt } from './build.ts';
import { keepHouse } from './housekeeping.ts';
import { seedSample } from './sample.ts';
import { takeStore } from './store.ts';
import { welcome } from './welcome.ts';

/** Starts everything and resolves once it listens. Exits the process with 1 when it cannot. */
export async function startServer(): Promise<void> {
  const { port, host, isProduction } = settings();
  const store = await takeStore();
  if (!store.ok) fail(store.reason);
  await ensureBuilt(isProduction);
  const rooms = new Rooms();
  replaceRecordWriter(insideWriter(rooms));
  await unmakeDrafts();
  await seedSample();
  const serving = await listen(rooms, await preparePages(isProduction, host, port));
  const stopHousekeeping = keepHouse(rooms);
  stopOnSignals(async () => {
    const isQuiet = stopHousekeeping();
    await serving.stop();
    // Else the database would be closed under a deletion. Should that take too long, the process goes as it is.
    await isQuiet;
    await store.release();
  });
  await welcome(serving.port);
  if (!isLoopback(host) && !settings().publicUrl) {
    logger.warn(
      'HOST is not loopback and PUBLIC_URL is unset: links will use whatever address people ask for',
    );
  }
}

async function listen(rooms: Rooms, pages: Pages): Promise<Serving> {
  try {
    return await serve(rooms, pages);
  } catch (error) {
    const { code, port } = error as NodeJS.ErrnoException & { port?: number };
    if (code === 'EADDRINUSE') fail(`Port ${port} is in use. Set PORT or METRICS_PORT to a free one.`);
    throw error;
  }
}

function fail(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}

/**
 * Next's request handler. Next attaches an upgrade listener of its own to the server it is given, which would end our
 * sockets: it gets one that never listens, and only development's hot reload is passed on to it.
 */
async function preparePages(isProduction: boolean, hostname: string, port: number): Promise<Pages> {
  const { authSecret, publicUrl, trustedProxies } = settings();
  // next-auth reads these two from the environment only.
  process.env.NEXTAUTH_SECRET = authSecret;
  process.env.NEXTAUTH_URL = publicUrl ?? `http://localhost:${port}`;
  // Nothing about a class leaves its server.
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  const { default: next } = await import('next');
  const upgrades = new Server();
  const app = next({ dev: !isProduction, hostname, port, httpServer: upgrades });
  await app.prepare();
  const handle = app.getRequestHandler();
  return {
    handle(request, response) {
      const forwarded = request.headers['x-forwarded-for'];
      request.headers[addressHeader] = senderAddress(
        request.socket.remoteAddress,
        Array.isArray(forwarded) ? forwarded.join() : forwarded,
        trustedProxies,
      );
      void handle(request, response);
    },
    ...(!isProduction && {
      upgrade: (request, socket, head) => void upgrades.emit('upgrade', request, socket, head),
    }),
  };
}
