// Moves what the write-ahead log holds into the database file, on a thread of its own: done inside a commit it would
// make that commit, and everyone waiting for it, many times slower. Durability does not depend on it.

import { DatabaseSync } from 'node:sqlite';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

/** How often to look. */
const pauseMs = 500;
/**
 * From how many frames on it is worth while: 1 MB of pages. A larger log costs more: it is written where the file has to
 * grow first, and one pass moves so much at once that a commit's own fsync waits for it, 100 to 400 ms with 16 MB. What a
 * quiet log still holds is moved at leisure.
 */
const worthFrames = 256;
/**
 * Commits go on while a pass does, so each is followed by a shorter one, until one of them finds nothing new: only then
 * does the next commit begin the log anew. Else the log would grow under steady load until the writer has to clear it
 * itself (sqlite.ts), while everyone waits.
 */
const passes = 8;

/** Starts the thread for a database file; gives the way to stop it. */
export function checkpointAside(file: string): () => Promise<unknown> {
  const worker = new Worker(new URL(import.meta.url), { workerData: { checkpointed: file } });
  worker.unref();
  worker.on('error', () => {
    // The writer's own limit (sqlite.ts) still keeps the log from growing for ever.
  });
  return () => worker.terminate();
}

if (!isMainThread && typeof workerData?.checkpointed === 'string') {
  const file: string = workerData.checkpointed;
  const connection = new DatabaseSync(file);
  let before = 0;
  setInterval(() => {
    try {
      // Asked of SQLite, never read from its files: whoever closes one of them takes this process's locks off it.
      const { log, checkpointed } = connection.prepare('pragma wal_checkpoint(noop)').get() ?? {};
      const waiting = Number(log) - Number(checkpointed);
      const isQuiet = waiting === before;
      before = waiting;
      if (waiting === 0 || (waiting < worthFrames && !isQuiet)) return;
      // Passive: it never makes a writer or a reader wait.
      const pass = connection.prepare('pragma wal_checkpoint(passive)');
      let reached = -1;
      for (let left = passes; left > 0; left--) {
        const end = Number(pass.get()?.checkpointed);
        // The same as before, or already less.
        if (!(end > reached)) return;
        reached = end;
      }
    } catch {
      // A full or failing disk: nothing is lost by waiting, and the next turn tries again.
    }
  }, pauseMs);
}
