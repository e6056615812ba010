// The log of this process: one JSON line an event, ids and counts only, never what people wrote or who they are. What
// went wrong is told by its kind, code and place; the words that an error quotes stay out of it.

import { type DestinationStream, type Logger, pino } from 'pino';
import { settings } from './settings.ts';

/** Opens the log at the level of LOG_LEVEL, on standard output unless a test reads it. */
export function openLog(destination?: DestinationStream): Logger {
  const options = { level: settings().logLevel, base: null, serializers: { err: withoutWords } };
  return destination ? pino(options, destination) : pino(options);
}

type LoggedError = { type: string; code?: string | number; message: string; stack: string; cause?: unknown };

/** Of an error what helps to find it. Databases put rows into `detail`, mail servers people into `rejected`. */
function withoutWords(error: unknown): LoggedError | string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error ? error.code : undefined;
  return {
    type: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    message: masked(error.message),
    stack: masked(error.stack ?? ''),
    ...(error.cause instanceof Error ? { cause: withoutWords(error.cause) } : {}),
  };
}

const quoted = /"[^"]*"/g;
/** Names of tables and constraints are quoted, too, and tell nothing of anyone. */
const identifier = /^"[a-z0-9_]*"$/;
const mailAddress = /[^\s<>"'()/,;:]+@[^\s<>"'()/,;:]+/g;

function masked(text: string): string {
  return text
    .replaceAll(quoted, (words) => (identifier.test(words) ? words : '"…"'))
    .replaceAll(mailAddress, '…');
}
