// Connects and disconnects again and again, with real sockets: what of the server's heap is left once everyone has gone.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import { roomDocument } from '#lib/model/document.ts';
import { message } from '#lib/sync/wire/protocol.ts';
import { end, fork, heapOf, listening, populate } from './child.ts';
import type { Seat } from './peer.ts';
import { step1Frame } from './wire.ts';

export type ChurnOptions = {
  connects: number;
  /** So many come and go before the heap is measured for the first time: code is compiled, pools are filled. */
  warmUp: number;
  log?: (line: string) => void;
};

export type ChurnReport = {
  connects: number;
  seconds: number;
  /** Bytes in use after a full collection: before, after each tenth, at the end. */
  heapBytes: number[];
};

/** So many sockets at a time. */
const atOnce = 10;

/** Opens and ends `connects` sockets on a server of its own, each under a client id of its own and with presence. */
export async function churn({ connects, warmUp, log }: ChurnOptions): Promise<ChurnReport> {
  const dataDir = mkdtempSync(join(tmpdir(), 'counterpoint-churn-'));
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: '0',
    LOG_LEVEL: 'silent',
    NODE_NO_WARNINGS: '1',
  };
  const seats = populate(env, { rooms: 2, people: 5 });
  const server = fork(env);
  try {
    const port = await listening(server);
    const come = async (count: number) => {
      let left = count;
      const one = async (lane: number) => {
        while (left-- > 0) await comeAndGo(port, seats[lane % seats.length]);
      };
      await Promise.all(Array.from({ length: atOnce }, (_, lane) => one(lane)));
    };
    await come(warmUp);
    const heapBytes = [await heapOf(server)];
    const startMs = performance.now();
    for (let part = 0; part < 10; part++) {
      await come(Math.floor(connects / 10));
      heapBytes.push(await heapOf(server));
      log?.(`${(part + 1) * 10} %: ${heapBytes.at(-1)} bytes`);
    }
    return { connects, seconds: (performance.now() - startMs) / 1000, heapBytes };
  } finally {
    await end(server);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Someone comes in under a new client id, is seen, is answered, and goes. */
function comeAndGo(port: number, seat: Seat | undefined): Promise<void> {
  if (!seat) throw new Error('nobody was made');
  const client = Math.floor(Math.random() * 2 ** 32);
  const socket = new WebSocket(`ws://127.0.0.1:${port}/sync/${roomDocument(seat.room)}?client=${client}`, {
    headers: { authorization: `Bearer ${seat.token}` },
  });
  return new Promise((gone, failed) => {
    let isAnswered = false;
    socket.on('error', failed);
    socket.on('open', () => {
      socket.send(presenceFrame(client));
      socket.send(step1Frame());
    });
    socket.on('message', (data: Buffer) => {
      if (data[0] !== message.sync || data[1] !== 1) return;
      isAnswered = true;
      socket.close();
    });
    socket.on('close', (code) => (isAnswered ? gone() : failed(new Error(`closed with ${code}`))));
  });
}

function presenceFrame(client: number): Uint8Array {
  return encoding.encode((frame) => {
    encoding.writeVarUint(frame, message.awareness);
    encoding.writeVarUint8Array(
      frame,
      encoding.encode((entry) => {
        encoding.writeVarUint(entry, 1);
        encoding.writeVarUint(entry, client);
        encoding.writeVarUint(entry, 1);
        encoding.writeVarString(entry, JSON.stringify({ here: true }));
      }),
    );
  });
}
