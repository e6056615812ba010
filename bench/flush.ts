// What the disk alone takes to flush: below this no server can be that shows nothing before it is written.

import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export type Flushes = { count: number; p50: number; p99: number; longest: number };

/** About what a commit of some ten records appends to the log. */
const bytes = Buffer.alloc(32 * 1024, 1);
const pauseMs = 10;

/** Appends and flushes again and again for so many seconds, with nothing else at work; gives milliseconds of each. */
export async function flushes(seconds: number): Promise<number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'counterpoint-flush-'));
  const file = openSync(join(folder, 'log'), 'w');
  try {
    const took: number[] = [];
    const endMs = performance.now() + seconds * 1000;
    while (performance.now() < endMs) {
      const startMs = performance.now();
      writeSync(file, bytes);
      fdatasyncSync(file);
      took.push(performance.now() - startMs);
      await wait(pauseMs);
    }
    return took;
  } finally {
    closeSync(file);
    rmSync(folder, { recursive: true });
  }
}

/** Summed up as the table says it; at least one flush is expected. */
export function summed(took: readonly number[]): Flushes {
  const sorted = [...took].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] as number;
  return { count: sorted.length, p50: at(0.5), p99: at(0.99), longest: at(1) };
}
