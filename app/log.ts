// The log of the routes. See lib/data/log.ts for what it may hold.

import type { Logger } from 'pino';
import { openLog } from '#lib/data/log.ts';

let logger: Logger | undefined;

/** Opened when first needed: `next build` evaluates routes without settings. */
export function log(): Logger {
  logger ??= openLog();
  return logger;
}
