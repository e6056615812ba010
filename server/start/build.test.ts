// Servers that start at once on changed sources: one builds, the others wait for it.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { buildOnce } from './build.ts';

let folder: string;
let builds: number;
let end: (outcome: 'built' | 'broken') => void;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterpoint-build-'));
  builds = 0;
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

/** A build that goes on until the test ends it. */
function build(): Promise<void> {
  builds++;
  return new Promise((resolve, reject) => {
    end = (outcome) => {
      if (outcome === 'broken') return reject(new Error('next build ended with 1'));
      mkdirSync(join(folder, '.next'), { recursive: true });
      writeFileSync(join(folder, '.next', 'BUILD_ID'), 'one');
      resolve();
    };
  });
}

test('the second waits for the first and takes what it built', async () => {
  const [first, second] = [buildOnce(folder, 'sources', build), buildOnce(folder, 'sources', build)];
  await expect.poll(() => builds).toBe(1);
  end('built');
  await Promise.all([first, second]);
  expect(builds).toBe(1);
  await buildOnce(folder, 'sources', build);
  expect(builds).toBe(1);
});

test('other sources are built anew, and a build that broke is tried by who waited', async () => {
  const [first, second] = [buildOnce(folder, 'sources', build), buildOnce(folder, 'sources', build)];
  const isBroken = expect(first).rejects.toThrow('next build ended');
  await expect.poll(() => builds).toBe(1);
  end('broken');
  await isBroken;
  await expect.poll(() => builds).toBe(2);
  end('built');
  await second;
  const third = buildOnce(folder, 'other sources', build);
  await expect.poll(() => builds).toBe(3);
  end('built');
  await third;
});
