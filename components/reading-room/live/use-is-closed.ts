// Is the discussion closed? As the page was rendered, and asked again whenever the server says that the room changed.

import { useEffect, useState } from 'react';
import * as v from 'valibot';
import { send } from '#components/ui/request.ts';

const answer = v.object({ room: v.object({ closedAt: v.nullable(v.string()) }) });

export function useIsClosed(room: string, initial: boolean, version: number): boolean {
  const [isClosed, setIsClosed] = useState(initial);
  useEffect(() => {
    if (version === 0) return;
    const cancel = new AbortController();
    const ask = async () => {
      const outcome = await send(`/rooms/${encodeURIComponent(room)}`, answer, {
        method: 'GET',
        signal: cancel.signal,
      });
      if (outcome.ok) setIsClosed(outcome.value.room.closedAt !== null);
    };
    void ask();
    return () => cancel.abort();
  }, [room, version]);
  return isClosed;
}
