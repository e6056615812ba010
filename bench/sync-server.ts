// The sync half of the product without its pages, for benches and tests that start and kill it many times: the same
// door, gate, committer and database as server/start/start.ts.

import { serve, stopOnSignals } from '#server/door/serve.ts';
import { Rooms } from '#server/live/rooms.ts';
import { takeStore } from '#server/start/store.ts';

const store = await takeStore();
if (!store.ok) throw new Error(store.reason);
const { port, stop } = await serve(new Rooms(), {
  handle: (_, response) => void response.writeHead(404).end(),
});
stopOnSignals(async () => {
  await stop();
  await store.release();
});
// For churn.ts, which starts it with --expose-gc: what is still in use, once what is not has gone.
process.on('message', () => {
  setTimeout(() => {
    globalThis.gc?.();
    process.send?.(process.memoryUsage().heapUsed);
  }, 300);
});
process.stdout.write(`listening ${port}\n`);
