// The room's roster: what the page was rendered with, fetched again whenever the server says that names changed (105).

import { useEffect, useMemo, useState } from 'react';
import * as v from 'valibot';
import { send } from '#components/ui/request.ts';
import { roles } from '#lib/model/permission.ts';
import { type People, type Person, peopleById } from '../people.ts';

const roster = v.object({
  participants: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      role: v.picklist(roles),
      kind: v.picklist(['member', 'guest']),
      removed: v.boolean(),
    }),
  ),
});

/** `version` is the room client's; 0 is what the page came with. */
export function usePeople(room: string, initial: readonly Person[], version: number): People {
  const [people, setPeople] = useState(initial);
  useEffect(() => {
    if (version === 0) return;
    const cancel = new AbortController();
    const fetchThem = async () => {
      const path = `/rooms/${encodeURIComponent(room)}/participants`;
      const outcome = await send(path, roster, { method: 'GET', signal: cancel.signal });
      // Where it cannot be had now, the old names are better than none; the next change asks again.
      if (outcome.ok) setPeople(outcome.value.participants);
    };
    void fetchThem();
    return () => cancel.abort();
  }, [room, version]);
  return useMemo(() => peopleById(people), [people]);
}
