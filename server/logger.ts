// The log of this process, open from its start. See lib/data/log.ts for what it may hold.

import { openLog } from '#lib/data/log.ts';

export const logger = openLog();
