// The pages are built once, before the stories start their servers.

import { ensureBuilt } from '#server/start/build.ts';

export default function buildOnce(): Promise<void> {
  return ensureBuilt(true);
}
