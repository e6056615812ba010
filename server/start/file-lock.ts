// A lock on a file that the operating system takes back when the process dies, however it dies.

import { DatabaseSync } from 'node:sqlite';

/** Takes the lock for this process; gives the way to release it, or null when another has it. */
export function holdFile(path: string): (() => void) | null {
  // SQLite's own file lock is the portable one at hand: Node has no flock.
  const lock = new DatabaseSync(path);
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive');
  } catch (error) {
    lock.close();
    if (error instanceof Error && /locked|busy/i.test(error.message)) return null;
    throw error;
  }
  return () => lock.close();
}
