// One server a data folder (DUR11).

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { holdFile } from './file-lock.ts';

/** Takes the folder for this process; gives the way to release it, or null when another server has it. */
export function holdDataFolder(dataDir: string): (() => void) | null {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  return holdFile(join(dataDir, 'server.lock'));
}
