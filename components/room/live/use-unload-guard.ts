// A page asks before unloading only while something is on this device alone (DUR4).

import { useEffect } from 'react';
import type { RoomClient } from '#lib/sync/room-state.ts';

export function useUnloadGuard(client: RoomClient | null): void {
  useEffect(() => {
    if (!client) return;
    const ask = (event: BeforeUnloadEvent) => {
      if (client.unsettled() > 0) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [client]);
}
