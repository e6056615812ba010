// The sync server as a process of its own, for benches and tests that kill it, and people to fill it with.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Seat } from './peer.ts';

const node = join(import.meta.dirname, '..', 'node_modules', '.bin', 'node');

/** Makes rooms and people in the data folder of this environment. */
export function populate(
  env: NodeJS.ProcessEnv,
  { rooms, people }: { rooms: number; people: number },
): Seat[] {
  const cli = join(import.meta.dirname, '..', 'server', 'cli.ts');
  const made = spawnSync(node, [cli, 'populate', '--rooms', String(rooms), '--people', String(people)], {
    env,
  });
  if (made.status !== 0) throw new Error(`populate failed: ${made.stderr}`);
  return String(made.stdout)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Seat);
}

/** Starts bench/sync-server.ts. */
export function start(env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(node, [join(import.meta.dirname, 'sync-server.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Starts it so that it tells how much of its heap is in use. */
export function fork(env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(node, ['--expose-gc', join(import.meta.dirname, 'sync-server.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
}

/** Bytes of its heap in use, after a full collection. */
export async function heapOf(server: ChildProcess): Promise<number> {
  const told = once(server, 'message');
  server.send('heap');
  return Number((await told)[0]);
}

/** The port, once it listens; rejects when it ends before. */
export function listening(server: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout?.on('data', (chunk: Buffer) => {
      said += chunk;
      const port = /listening (\d+)/.exec(said)?.[1];
      if (port) resolve(Number(port));
    });
    server.once('exit', (code, signal) => reject(new Error(`the server ended with ${code ?? signal}`)));
  });
}

/** Resolves once the process is gone, with what it ended by. */
export function gone(server: ChildProcess): Promise<number | string> {
  return new Promise((resolve) => {
    const ended = server.exitCode ?? server.signalCode;
    if (ended !== null) resolve(ended);
    else server.once('exit', (code, signal) => resolve(code ?? signal ?? 0));
  });
}

/** Kills it with SIGKILL and waits until it is gone. */
export async function end(server: ChildProcess): Promise<void> {
  server.kill('SIGKILL');
  await gone(server);
}
