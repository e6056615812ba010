// Writes the notes of one room as the export's route does, and tells its parent how long it took and in how much memory.

import { reviewFile } from '#app/api/review-files.ts';
import { settings } from '#lib/data/settings.ts';
import { replaceDatabase } from '#lib/data/store/database.ts';
import { openSqlite } from '#lib/data/store/sqlite.ts';
import { type ExportReport, reviewerOf } from './review.ts';

const residentMb = () => process.memoryUsage.rss() / 2 ** 20;

async function run(roomId: string): Promise<ExportReport> {
  const db = openSqlite(settings().dataDir);
  replaceDatabase(db);
  const access = await reviewerOf(roomId);
  const idleMb = residentMb();
  const begun = performance.now();
  const made = await reviewFile(access, 'notes', 'en');
  if (!made.ok) throw new Error(made.reason);
  let bytes = 0;
  let peakMb = idleMb;
  for await (const part of made.file.parts) {
    bytes += Buffer.byteLength(part);
    peakMb = Math.max(peakMb, residentMb());
  }
  const ms = performance.now() - begun;
  await db.close();
  return { ms, bytes, idleMb, peakMb };
}

const report = await run(process.argv[2] ?? '');
process.send?.(report);
process.disconnect?.();
