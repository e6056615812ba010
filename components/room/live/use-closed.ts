// Whether the discussion is closed to this person, from the moment at which it is.

import { useMemo, useSyncExternalStore } from 'react';
import type { Closing } from '#lib/model/classes/assignment.ts';
import type { RoomClient } from '#lib/sync/room-state.ts';
import { closingWatch } from './closing.ts';

/** `wasClosed`: as the page was rendered, on the server's clock. */
export function useClosed(
  { closedAt, closesAt }: Closing,
  client: Pick<RoomClient, 'serverNowMs'> | null,
  wasClosed: boolean,
): boolean {
  const watch = useMemo(
    () => closingWatch({ closedAt, closesAt }, () => client?.serverNowMs() ?? Date.now()),
    [closedAt, closesAt, client],
  );
  return useSyncExternalStore(watch.subscribe, watch.isClosed, () => wasClosed);
}
