// Reads a file, or writes one that is much work, in a thread of its own, with limits on time and memory, so that no file
// can stop the server or fill its memory. Started from the source, which Node runs as it is: the pages' bundler never sees
// the thread's code.

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Leaving } from '#lib/model/card/leaving.ts';
import type { CardsOptions, CardsRead } from '../cards/arriving/word-in.ts';
import type { ArchiveRead } from '../discussions/archive-in.ts';
import type { Threads } from '../discussions/word-file.ts';
import type { FileOptions, FileRead, Progress } from '../file.ts';
import { type Refused, refuse } from '../refusal.ts';

export type Job = { bytes: Uint8Array; options: FileOptions };
/** A Word file of evidence cards. */
export type CardsJob = { bytes: Uint8Array; cards: CardsOptions };
/** Cards that are to be written to Word: as much work as reading a file. */
export type WritingJob = { leaving: Leaving };
/** A discussion that is to be written to Word. */
export type WordJob = { threads: Threads };
/** A discussion packed by another Counterpoint. */
export type ArchiveJob = { archive: Uint8Array };
export type AnyJob = Job | CardsJob | WritingJob | WordJob | ArchiveJob;
export type Message<Read = FileRead | CardsRead | ArchiveRead | Uint8Array<ArrayBuffer>> =
  | { progress: Progress }
  | { read: Read };

export type Apart = {
  onProgress?: (progress: Progress) => void;
  /** Ends the thread at once. */
  signal?: AbortSignal;
  timeoutMs?: number;
};

const usualTimeoutMs = 60_000;
/** A room of thousands of notes takes a slow machine some minutes. */
const wordTimeoutMs = 600_000;
/** What one thread may hold beside the file itself. */
const memoryMb = 512;
/** How many files are read at a time; each takes a processor. Others wait their turn. */
const maxAtOnce = 2;
const maxWaiting = 30;

/** Reads a text apart from everything else; null when it was cancelled. */
export function readApart(job: Job, apart: Apart = {}): Promise<FileRead | null> {
  return inTurn<FileRead>(job, apart);
}

/** Reads a file of cards apart from everything else; null when it was cancelled. */
export function readCardsApart(job: CardsJob, apart: Apart = {}): Promise<CardsRead | null> {
  return inTurn<CardsRead>(job, apart);
}

/** Opens an archive of a discussion apart from everything else; null when it was cancelled. */
export function readArchiveApart(
  archive: Uint8Array,
  apart: Apart = {},
): Promise<ArchiveRead | Refused | null> {
  return inTurn<ArchiveRead>({ archive }, apart);
}

/** Writes cards to a `.docx` apart from everything else; null when it was cancelled. */
export function writeCardsApart(
  leaving: Leaving,
  apart: Apart = {},
): Promise<Uint8Array<ArrayBuffer> | Refused | null> {
  return inTurn<Uint8Array<ArrayBuffer>>({ leaving }, apart);
}

/** Writes a discussion to a `.docx` apart from everything else; null when it was cancelled. It waits for its turn, however long. */
export function writeWordApart(
  threads: Threads,
  apart: Apart,
): Promise<Uint8Array<ArrayBuffer> | Refused | null> {
  return inTurn<Uint8Array<ArrayBuffer>>({ threads }, { timeoutMs: wordTimeoutMs, ...apart }, Infinity);
}

async function inTurn<Read>(job: AnyJob, apart: Apart, most = maxWaiting): Promise<Read | Refused | null> {
  const turn = await takeTurn(apart.signal, most);
  if (turn === 'full') return refuse('busy', { key: 'refusal.busy' });
  if (turn === 'cancelled') return null;
  try {
    return await run<Read>(job, apart);
  } finally {
    passTurn();
  }
}

function run<Read>(
  job: AnyJob,
  { onProgress, signal, timeoutMs = usualTimeoutMs }: Apart,
): Promise<Read | Refused | null> {
  if (signal?.aborted) return Promise.resolve(null);
  return new Promise((resolve) => {
    const worker = new Worker(workerFile(), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 8 },
      // Nothing of the server's environment is any business of a stranger's file.
      env: {},
      stdout: true,
      stderr: true,
    });
    const settle = (read: Read | Refused | null) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      void worker.terminate();
      resolve(read);
    };
    const cancel = () => settle(null);
    const timer = setTimeout(() => settle(tooSlow()), timeoutMs);
    signal?.addEventListener('abort', cancel);
    worker.on('message', (message: Message<Read>) => {
      if ('read' in message) settle(message.read);
      else onProgress?.(message.progress);
    });
    worker.on('error', (error) => settle(failed(error)));
    worker.on('exit', () => settle(failed(undefined)));
  });
}

/** The process is always started in its own folder: `npm start` sees to it. */
function workerFile(): string {
  return join(process.cwd(), 'lib', 'exchange', 'worker', 'worker.ts');
}

function tooSlow(): Refused {
  return refuse('too-slow', { key: 'refusal.tooSlow' });
}

function failed(error: unknown): Refused {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return refuse('too-complex', { key: 'refusal.tooMuchMemory' });
  return refuse('broken', { key: 'refusal.unreadable' });
}

// On globalThis, because Next may load this module once for each route.
const held = Symbol.for('counterpoint.import-turns');
type Turns = { running: number; waiting: (() => void)[] };

function turns(): Turns {
  const holder = globalThis as { [held]?: Turns };
  holder[held] ??= { running: 0, waiting: [] };
  return holder[held];
}

function takeTurn(signal: AbortSignal | undefined, most: number): Promise<'taken' | 'full' | 'cancelled'> {
  const { running, waiting } = turns();
  if (running < maxAtOnce) {
    turns().running++;
    return Promise.resolve('taken');
  }
  if (waiting.length >= most) return Promise.resolve('full');
  return new Promise((resolve) => {
    const go = () => resolve('taken');
    waiting.push(go);
    signal?.addEventListener('abort', () => {
      const at = waiting.indexOf(go);
      if (at >= 0) waiting.splice(at, 1);
      if (at >= 0) resolve('cancelled');
    });
  });
}

/** Hands the turn to who waits longest. */
function passTurn(): void {
  const next = turns().waiting.shift();
  if (next) next();
  else turns().running--;
}
