// Finds a Chromium to test with: one that is installed, else Playwright's, else the distribution's package when this
// is root; else says what to install.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

export type FoundChromium = { ok: true; path: string } | { ok: false; advice: string };

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of a Chromium that starts, installing one where none is. */
export async function findChromium(): Promise<FoundChromium> {
  const known = installed();
  if (known) return { ok: true, path: known };
  process.stdout.write('No Chromium found; trying to install one.\n');
  attempt('node_modules/.bin/playwright', ['install', 'chromium']);
  const fromPlaywright = installed();
  if (fromPlaywright) return { ok: true, path: fromPlaywright };
  if (process.getuid?.() === 0) {
    attempt('apt-get', ['update', '-qq']);
    attempt('apt-get', ['install', '-y', '-qq', 'chromium']);
  }
  const fromPackage = installed();
  if (fromPackage) return { ok: true, path: fromPackage };
  return {
    ok: false,
    advice:
      'The browser tests need Chromium and none could be installed. Install it (on Debian and Ubuntu: ' +
      'sudo apt-get install chromium), or name one with CHROMIUM_PATH, and run npm test again.',
  };
}

function installed(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  return [...(named ? [named] : []), ...places, chromium.executablePath()].find(starts);
}

/** A browser may be there without the libraries it needs. */
function starts(path: string): boolean {
  return existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0;
}

function attempt(program: string, args: string[]): void {
  spawnSync(program, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}
