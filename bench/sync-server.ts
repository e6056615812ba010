// The sync half of the product without its pages, for benches and tests that start and kill it many times: the same
// door, gate, committer and database as server/start.ts.

import { database } from '#lib/data/database.ts';
import { settings } from '#lib/data/settings.ts';
import { holdDataFolder } from '#server/data-folder.ts';
import { Rooms } from '#server/rooms.ts';
import { serve, stopOnSignals } from '#server/serve.ts';

const { dataDir } = settings();
const release = holdDataFolder(dataDir);
if (!release) throw new Error(`another server is using ${dataDir}`);
const { port, stop } = await serve(new Rooms(), {
  handle: (_, response) => void response.writeHead(404).end(),
});
stopOnSignals(async () => {
  await stop();
  await database().close();
  release();
});
process.stdout.write(`listening ${port}\n`);
