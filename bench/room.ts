// One large room: how much of the disk it takes after much editing, and how fast and how heavy it opens on a server that
// has just started.

import { type ChildProcess, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { openSqlite } from '#lib/data/store/sqlite.ts';
import { roomDocument } from '#lib/model/document.ts';
import { message, syncMessage } from '#lib/sync/wire/protocol.ts';
import { end, gone, listening, populate, start } from './child.ts';
import { Peer, type Seat } from './peer.ts';
import { randomFrom } from './random.ts';
import { step1Frame } from './wire.ts';

export type RoomOptions = { records: number; edits: number; opens: number; log: (line: string) => void };

export type RoomReport = {
  records: number;
  edits: number;
  /** Bytes of the records as they stand, of log and snapshots, and how many times the former the latter are. */
  standingBytes: number;
  logBytes: number;
  snapshotBytes: number;
  ratio: number;
  /** Bytes of every value there ever was, which is kept apart. */
  historyBytes: number;
  asWritten: Openings;
  afterEdits: Openings;
};

/** Openings of the room, each on a fresh server. */
type Openings = {
  /** From the beginning of the connection until the answer to step 1 begins, in ms. */
  firstByteMs: number[];
  /** Processor time of the whole server until the answer has gone out, in ms. */
  cpuMs: number[];
  step2Bytes: number;
  /** Resident memory at its peak above that of the idle server, in MB. */
  memoryMb: number[];
};

/** So many records share a frame while the room is written: what one person types is not what is measured. */
const recordsPerFrame = 20;

/** Fills a room, edits every record again and again, and opens it cold. */
export async function room({ records, edits, opens, log }: RoomOptions): Promise<RoomReport> {
  const dataDir = mkdtempSync(join(tmpdir(), 'counterpoint-room-'));
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: '0',
    LOG_LEVEL: 'silent',
    NODE_NO_WARNINGS: '1',
    LIMIT_FRAMES_PER_SECOND: '10000',
    LIMIT_FRAME_BURST: '10000',
  };
  try {
    const [seat] = populate(env, { rooms: 1, people: 1 });
    if (!seat) throw new Error('nobody was made');
    await fill(env, seat, { records, first: 0, last: 0, log });
    const asWritten = await openOften(env, seat, opens);
    await fill(env, seat, { records, first: 1, last: edits, log });
    const sizes = await sizesIn(dataDir);
    return {
      records,
      edits,
      ...sizes,
      ratio: (sizes.logBytes + sizes.snapshotBytes) / sizes.standingBytes,
      asWritten,
      afterEdits: await openOften(env, seat, opens),
    };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function fill(
  env: NodeJS.ProcessEnv,
  seat: Seat,
  { records, first, last, log }: Pick<RoomOptions, 'records' | 'log'> & { first: number; last: number },
): Promise<void> {
  const server = start(env);
  try {
    const peer = new Peer(seat);
    await peer.connect(await listening(server));
    const random = randomFrom(first + 1);
    for (let edit = first; edit <= last; edit++) {
      for (let from = 0; from < records; from += recordsPerFrame) {
        peer.doc.transact(() => {
          for (let i = from; i < Math.min(from + recordsPerFrame, records); i++)
            peer.write(`r${i}`, edit, prose(random));
        });
        // A few frames at a time, as people would: one endless frame would be one row of the log.
        await until(() => peer.unsettledFrames < 5);
      }
      await until(() => peer.unsettledFrames === 0);
      log(`edit ${edit} of ${last} is on disk`);
    }
    peer.disconnect();
    server.kill('SIGTERM');
    await gone(server);
  } finally {
    await end(server);
  }
}

const syllables = 'ba de fi ko lu ma ne pi ro su ta ve wi xo yu za chi str ent ing'.split(' ');
const vocabulary = wordsOf(randomFrom(1));

function wordsOf(random: () => number): string[] {
  const syllable = () => syllables[Math.floor(random() * syllables.length)];
  return Array.from({ length: 5000 }, () =>
    Array.from({ length: 1 + Math.floor(random() * 4) }, syllable).join(''),
  );
}

/** About 160 letters of made-up words: a record of about 250 bytes as in the other benches, that packs as people's do. */
function prose(random: () => number): string {
  let text = '';
  while (text.length < 155) text += `${vocabulary[Math.floor(vocabulary.length * random() ** 3)]} `;
  return text;
}

async function sizesIn(dataDir: string) {
  const db = openSqlite(dataDir);
  const size = async (table: 'log' | 'snapshot', column: 'bytes') => {
    const rows = await db.read.selectFrom(table).select(column).execute();
    return rows.reduce((sum, { bytes }) => sum + bytes.length, 0);
  };
  const values = async (table: 'record' | 'record_version') => {
    const rows = await db.read.selectFrom(table).select('value').execute();
    return rows.reduce((sum, { value }) => sum + Buffer.byteLength(value ?? ''), 0);
  };
  const sizes = {
    standingBytes: await values('record'),
    logBytes: await size('log', 'bytes'),
    snapshotBytes: await size('snapshot', 'bytes'),
    historyBytes: await values('record_version'),
  };
  await db.close();
  return sizes;
}

type Opening = { firstByteMs: number; cpuMs: number; bytes: number; memoryMb: number };

async function openOften(env: NodeJS.ProcessEnv, seat: Seat, opens: number): Promise<Openings> {
  const openings: Opening[] = [];
  for (let i = 0; i < opens; i++) openings.push(await openCold(env, seat));
  return {
    firstByteMs: openings.map(({ firstByteMs }) => Math.round(firstByteMs)),
    cpuMs: openings.map(({ cpuMs }) => Math.round(cpuMs)),
    step2Bytes: openings[0]?.bytes ?? 0,
    memoryMb: openings.map(({ memoryMb }) => Math.round(memoryMb)),
  };
}

async function openCold(env: NodeJS.ProcessEnv, seat: Seat): Promise<Opening> {
  const server = start(env);
  try {
    const port = await listening(server);
    const idle = residentMb(server, 'VmRSS');
    const cpuBefore = processorMs(server);
    const { firstByteMs, bytes } = await firstAnswer(port, seat);
    const cpuMs = processorMs(server) - cpuBefore;
    return { firstByteMs, cpuMs, bytes, memoryMb: residentMb(server, 'VmHWM') - idle };
  } finally {
    await end(server);
  }
}

/** Asks for everything; resolves when the first chunk of the answer is there and the whole of it has come. */
function firstAnswer(port: number, seat: Seat): Promise<{ firstByteMs: number; bytes: number }> {
  const startMs = performance.now();
  const socket = new WebSocket(`ws://127.0.0.1:${port}/sync/${roomDocument(seat.room)}`, {
    headers: { authorization: `Bearer ${seat.token}` },
  });
  let asked = false;
  let firstByteMs = Number.NaN;
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('upgrade', (response) => {
      response.socket.on('data', (chunk: Buffer) => {
        // HELLO and step 1 are small; the answer is the first large thing on this wire.
        if (asked && Number.isNaN(firstByteMs) && chunk.length > 4096)
          firstByteMs = performance.now() - startMs;
      });
    });
    socket.on('open', () => {
      asked = true;
      socket.send(step1Frame());
    });
    socket.on('message', (data: Buffer) => {
      if (data[0] !== message.sync || data[1] !== syncMessage.step2) return;
      resolve({ firstByteMs, bytes: data.length });
      socket.terminate();
    });
  });
}

/** From Linux's /proc. */
function residentMb(server: ChildProcess, name: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
  return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
}

function processorMs(server: ChildProcess): number {
  const stat = readFileSync(`/proc/${server.pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 1));
}

/** Runs the gate's property of damaged updates with many more of them; gives vitest's exit code. */
export function mutate(count: number): number {
  const vitest = join(import.meta.dirname, '..', 'node_modules', '.bin', 'vitest');
  const args = ['run', 'server/gate/gate-properties.test.ts', '-t', 'damaged updates'];
  const ran = spawnSync(vitest, args, {
    env: { ...process.env, MUTATIONS: String(count) },
    stdio: 'inherit',
  });
  return ran.status ?? 1;
}
