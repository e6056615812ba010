// The review documents of a room, as this page has them open. Yjs is loaded with the first of them.

import { useEffect, useState, useSyncExternalStore } from 'react';
import { syncUrl } from '#components/room/live/use-room.ts';
import { reviewDocument } from '#lib/model/document.ts';
import type { Entry, ParticipantId } from '#lib/model/record.ts';
import { ReviewPool } from './review-pool.ts';

/** `rendered`: what the documents held when the page was rendered. The pool is the same for as long as the page is. */
export function useReviewPool(
  room: string,
  participant: ParticipantId,
  rendered: readonly (readonly [ParticipantId, readonly Entry[]])[],
): { pool: ReviewPool; version: number } {
  const [pool] = useState(
    () =>
      new ReviewPool(async (student) => {
        const { connectDocument } = await import('#lib/sync/document-client.ts');
        return connectDocument({
          document: reviewDocument(room, student),
          participant,
          syncUrl: syncUrl(),
        });
      }, rendered),
  );
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (pool.unsettled() > 0) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => {
      removeEventListener('beforeunload', ask);
      pool.close();
    };
  }, [pool]);
  return { pool, version: useSyncExternalStore(pool.subscribe, pool.version, () => 0) };
}
