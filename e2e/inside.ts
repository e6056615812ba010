// A data folder opened by this very process while no server has it, to write in it through the same gate as a server.

import { replaceRecordWriter } from '#lib/data/readings/writing.ts';
import { parseSettings, replaceSettings } from '#lib/data/settings.ts';
import { database, replaceDatabase } from '#lib/data/store/database.ts';
import { openSqlite } from '#lib/data/store/sqlite.ts';
import { insideWriter } from '#server/inside/writer.ts';
import { Rooms } from '#server/live/rooms.ts';

export async function insideData<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  replaceSettings(parseSettings({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }));
  replaceDatabase(openSqlite(dataDir));
  const rooms = new Rooms();
  replaceRecordWriter(insideWriter(rooms));
  try {
    return await work();
  } finally {
    await rooms.close();
    await database().close();
    replaceDatabase(undefined);
  }
}
