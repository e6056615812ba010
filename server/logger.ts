// The log of this process: one JSON line an event, ids and counts only, never what people wrote or who they are.

import { pino } from 'pino';
import { settings } from '#lib/data/settings.ts';

export const logger = pino({ level: settings().logLevel, base: null });
