// The sync half of the product without its pages, for benches that start and kill it thousands of times: the same
// endpoint, gate, committer and database as server/start.ts.

import { createServer } from 'node:http';
import { database } from '#lib/data/database.ts';
import { settings } from '#lib/data/settings.ts';
import { watchAccess } from '#server/access-watch.ts';
import { attachSync } from '#server/attach.ts';
import { holdDataFolder } from '#server/data-folder.ts';
import { Rooms } from '#server/rooms.ts';

const { port, host, dataDir } = settings();
if (!holdDataFolder(dataDir)) throw new Error(`another server is using ${dataDir}`);
database();
const rooms = new Rooms();
await watchAccess(rooms);
const sync = attachSync(rooms);
const server = createServer((_, response) => response.writeHead(404).end());
server.on('upgrade', (request, socket, head) => sync.upgrade(request, socket, head));
server.listen(port, host, () => {
  const address = server.address();
  process.stdout.write(`listening ${typeof address === 'object' && address ? address.port : port}\n`);
});
process.on('SIGTERM', () => {
  sync.stop();
  void rooms.close().then(() => process.exit(0));
});
