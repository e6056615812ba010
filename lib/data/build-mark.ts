// Which build of the pages this server serves, in one word: what is kept offline in a browser belongs to one of them.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settings } from './settings.ts';

let read: string | undefined;

/** Null in development, where pages change as one types and nothing is kept offline. */
export function buildMark(): string | null {
  const { isProduction, appVersion } = settings();
  if (!isProduction) return null;
  if (appVersion !== undefined) return appVersion;
  read ??= readFileSync(join(process.cwd(), '.next', 'BUILD_ID'), 'utf8').trim();
  return read;
}
