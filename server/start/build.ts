// Builds the pages when they are not built or their sources have changed since: a build id alone does not tell. One builds
// at a time; who comes meanwhile waits and takes what was built.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { holdFile } from './file-lock.ts';

const root = join(import.meta.dirname, '..', '..');
const sources = [
  'app',
  'components',
  'lib',
  'next.config.js',
  'package-lock.json',
  'proxy.ts',
  'tsconfig.json',
];
/** How often a server that waits for another's build looks whether it is over. */
const lookMs = 200;

/** Runs `next build` where it is needed, showing its output. In development Next compiles as it goes. */
export async function ensureBuilt(isProduction: boolean): Promise<void> {
  if (isProduction) await buildOnce(root, hashOfSources(), buildPages);
}

/** Builds into `folder` unless it holds a build of these sources, or comes to hold one while another process builds. */
export async function buildOnce(
  folder: string,
  sourcesHash: string,
  build: () => Promise<void>,
): Promise<void> {
  const stamp = join(folder, '.next', 'sources-hash');
  const isBuilt = () =>
    existsSync(join(folder, '.next', 'BUILD_ID')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === sourcesHash;
  if (isBuilt()) return;
  const release = await turnIn(folder);
  try {
    if (isBuilt()) return;
    process.stdout.write('Building the pages, once; this takes about half a minute.\n');
    await build();
    writeFileSync(stamp, sourcesHash);
  } finally {
    release();
  }
}

async function turnIn(folder: string): Promise<() => void> {
  const lock = join(folder, '.next-build.lock');
  let release = holdFile(lock);
  if (!release) process.stdout.write('Another server is building the pages; waiting for it.\n');
  while (!release) {
    await setTimeout(lookMs);
    release = holdFile(lock);
  }
  return release;
}

function buildPages(): Promise<void> {
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  return new Promise((resolve, reject) => {
    // With this very Node: the one on the path may be older.
    const child = spawn(process.execPath, [next, 'build'], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
    });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`next build ended with ${code}`))));
  });
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const source of sources) {
    const path = join(root, source);
    if (!existsSync(path)) continue;
    const files = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name))
      : [path];
    for (const file of files.sort()) {
      if (!statSync(file).isFile() || /\.test\.tsx?$/.test(file)) continue;
      hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}
