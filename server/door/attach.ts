// The upgrade: an HTTP request becomes a socket once it is known who asks. How the door closes is here, too.

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { settings } from '#lib/data/settings.ts';
import { close } from '#lib/sync/wire/protocol.ts';
import type { Rooms } from '../live/rooms.ts';
import { logger } from '../logger.ts';
import { admit, isAllowedOrigin } from './admission.ts';
import { letIn } from './arrival.ts';

/** How long a stop waits for sockets to answer its close. */
const farewellMs = 1500;

export type SyncEndpoint = {
  /** For the http server's `upgrade` event, for paths that begin with `/sync/`. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** From now on upgrades are answered 503. */
  stop(): void;
  /** Resolves once every socket is closed; those who do not answer the close are cut off. */
  emptied(): Promise<void>;
};

/** Serves the sync protocol of docs/spec.md for a set of live rooms. */
export function attachSync(rooms: Rooms): SyncEndpoint {
  const { limits } = settings();
  const sockets = new WebSocketServer({
    noServer: true,
    // Past this ws itself closes with 1009, after which y-websocket would come back and send the same again.
    maxPayload: limits.step2Bytes * 2,
    perMessageDeflate: false,
    handleProtocols: (offered) => [...offered].find((name) => name.startsWith('bearer.')) ?? false,
  });
  let isStopping = false;
  return {
    stop() {
      isStopping = true;
    },
    async emptied() {
      const open = [...sockets.clients];
      const timer = setTimeout(() => {
        for (const ws of open) ws.terminate();
      }, farewellMs);
      await Promise.all(open.map((ws) => new Promise((closed) => ws.once('close', closed))));
      clearTimeout(timer);
    },
    upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy());
      if (isStopping) return refuseUpgrade(socket, 503, 'Service Unavailable');
      if (!isAllowedOrigin(request)) return refuseUpgrade(socket, 403, 'Forbidden');
      admit(request)
        .then((admission) => {
          if (socket.destroyed) return;
          sockets.handleUpgrade(request, socket, head, (ws) => {
            ws.on('error', () => ws.terminate());
            if (isStopping) ws.close(close.restarting, 'the server is restarting');
            else if (!admission.ok) ws.close(admission.code, admission.reason);
            else void letIn(ws, socket, admission, rooms);
          });
        })
        .catch((error) => {
          logger.error({ err: error }, 'an upgrade failed');
          refuseUpgrade(socket, 500, 'Internal Server Error');
        });
    },
  };
}

function refuseUpgrade(socket: Duplex, status: number, text: string): void {
  socket.end(`HTTP/1.1 ${status} ${text}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
