// The pages are built once, before the stories start their servers.

import { ensureBuilt } from '#server/build.ts';

export default function buildOnce(): Promise<void> {
  return ensureBuilt(true);
}
