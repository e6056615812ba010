// How fast what one person says reaches the others, beside y-websocket's own server and Hocuspocus, in the same run:
// server on one core, load on the other, several rounds in turn, distinct members. All of this server's rules are on.

import { type ChildProcess, execFileSync, fork, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Flushes, flushes, summed } from './flush.ts';
import type { Dialect, LoadPlan, LoadReport } from './load.ts';

const here = import.meta.dirname;
const node = join(here, '..', 'node_modules', '.bin', 'node');

type Shape = { rooms: number; people: number; rate: number };

export type FanoutOptions = { shapes: Shape[]; rounds: number; seconds: number; log: (line: string) => void };

export type FanoutReport = {
  /** For each shape and server the median of its rounds. */
  rows: Row[];
  /** Of the disk alone, between the rounds. */
  disk: Flushes;
};

export type Row = LoadReport & {
  server: string;
  shape: string;
  /** Processor seconds the server used while the load ran. */
  cpuSeconds: number;
  /** Peak resident memory above that of the idle process, in MB. */
  memoryMb: number;
};

type Contender = {
  name: string;
  dialect: Dialect;
  start(dataDir: string, port: number): ChildProcess;
};

const contenders: Contender[] = [
  {
    name: 'Counterpoint (all rules, fsync)',
    dialect: 'counterpoint',
    start: (dataDir, port) =>
      serve([join(here, 'sync-server.ts')], { DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'silent' }),
  },
  {
    name: 'y-websocket 2, memory',
    dialect: 'y-websocket',
    start: (_, port) => serve([yWebsocket], { HOST: '127.0.0.1', PORT: String(port) }),
  },
  {
    name: 'y-websocket 2, LevelDB',
    dialect: 'y-websocket',
    start: (dataDir, port) =>
      serve([yWebsocket], { HOST: '127.0.0.1', PORT: String(port), YPERSISTENCE: join(dataDir, 'level') }),
  },
  {
    name: 'Hocuspocus 4.7, SQLite',
    dialect: 'hocuspocus',
    start: (dataDir, port) =>
      serve([join(here, 'peers', 'hocuspocus-server.ts')], {
        PORT: String(port),
        SQLITE_FILE: join(dataDir, 'hocuspocus.db'),
      }),
  },
];
const yWebsocket = join(here, 'peers', 'node_modules', 'y-websocket', 'bin', 'server.cjs');

/** Runs every contender on every shape, round by round, and the disk alone before each round. */
export async function fanout({ shapes, rounds, seconds, log }: FanoutOptions): Promise<FanoutReport> {
  installPeers(log);
  const rows: Row[] = [];
  const took: number[] = [];
  for (const shape of shapes) {
    const runs = new Map<string, Row[]>();
    for (let round = 1; round <= rounds; round++) {
      const some = await flushes(seconds);
      log(`round ${round}: the disk alone ${JSON.stringify(summed(some))}`);
      took.push(...some);
      for (const contender of contenders) {
        const row = await runOne(contender, shape, seconds);
        runs.set(contender.name, [...(runs.get(contender.name) ?? []), row]);
        log(`round ${round}: ${JSON.stringify(row)}`);
      }
    }
    for (const some of runs.values()) rows.push(medianOf(some));
  }
  return { rows, disk: summed(took) };
}

async function runOne(contender: Contender, shape: Shape, seconds: number): Promise<Row> {
  const dataDir = mkdtempSync(join(tmpdir(), 'counterpoint-fanout-'));
  const port = await freePort();
  const seats = contender.dialect === 'counterpoint' ? populate(dataDir, shape) : undefined;
  const server = contender.start(dataDir, port);
  try {
    await accepting(port, server);
    const idle = usageOf(server);
    const plan: LoadPlan = { dialect: contender.dialect, port, ...shape, seconds, ...(seats && { seats }) };
    const report = await load(plan);
    const after = usageOf(server);
    return {
      server: contender.name,
      shape: `${shape.rooms} × ${shape.people} × ${shape.rate}`,
      ...report,
      cpuSeconds: after.cpuSeconds - idle.cpuSeconds,
      memoryMb: after.peakMb - idle.residentMb,
    };
  } finally {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGKILL');
    await gone;
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function load(plan: LoadPlan): Promise<LoadReport> {
  const child = fork(join(here, 'load.ts'), { execPath: node, execArgv: ['--no-warnings'] });
  pin(child, 1);
  return new Promise((resolve, reject) => {
    child.once('message', (report) => resolve(report as LoadReport));
    child.once('exit', (code) => reject(new Error(`the load generator ended with ${code}`)));
    child.send(plan);
  });
}

function serve(args: string[], env: Record<string, string>): ChildProcess {
  const child = spawn(node, ['--no-warnings', ...args], {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  pin(child, 0);
  return child;
}

/** All threads of a process on one core, so that server and load never share one. */
function pin(child: ChildProcess, core: number): void {
  execFileSync('taskset', ['-a', '-p', '-c', String(core), String(child.pid)], { stdio: 'ignore' });
}

function populate(dataDir: string, shape: Shape): LoadPlan['seats'] {
  const args = ['populate', '--rooms', String(shape.rooms), '--people', String(shape.people)];
  const made = spawnSync(node, ['--no-warnings', join(here, '..', 'server', 'cli.ts'), ...args], {
    env: { ...process.env, DATA_DIR: dataDir },
    maxBuffer: 64 << 20,
  });
  if (made.status !== 0) throw new Error(`populate failed: ${made.stderr}`);
  return String(made.stdout)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** Processor time and memory of a process, from Linux's /proc. */
function usageOf(child: ChildProcess): { cpuSeconds: number; residentMb: number; peakMb: number } {
  const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  const kb = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]);
  return { cpuSeconds: ticks / 100, residentMb: kb('VmRSS') / 1024, peakMb: kb('VmHWM') / 1024 };
}

async function accepting(port: number, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (server.exitCode !== null) throw new Error(`a server ended with ${server.exitCode}`);
    const isUp = await new Promise<boolean>((resolve) => {
      const probe = createConnection(port, '127.0.0.1', () => {
        probe.destroy();
        resolve(true);
      });
      probe.on('error', () => resolve(false));
    });
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('a server did not start');
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function installPeers(log: (line: string) => void): void {
  if (existsSync(yWebsocket)) return;
  log('Installing the peers into bench/peers.');
  execFileSync('npm', ['ci', '--prefix', join(here, 'peers')], { stdio: 'inherit' });
}

/** The run with the median p99, whole, so that its numbers belong together. */
function medianOf(rows: Row[]): Row {
  const sorted = [...rows].sort((a, b) => a.p99 - b.p99);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error('no rounds');
  return middle;
}
