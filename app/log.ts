// The log of the routes: ids and counts only, never what people wrote or who they are.

import { type Logger, pino } from 'pino';
import { settings } from '#lib/data/settings.ts';

let logger: Logger | undefined;

/** Opened when first needed: `next build` evaluates routes without settings. */
export function log(): Logger {
  logger ??= pino({ level: settings().logLevel, base: null });
  return logger;
}
