// Who is here by name, whether the discussion is closed, who sees what, and which version of the text is the newest: as the page was rendered with it, fetched
// again whenever the server says that one of it changed (105).

import { useEffect, useMemo, useState } from 'react';
import * as v from 'valibot';
import { send } from '#components/ui/form/request.ts';
import { roles } from '#lib/model/permission.ts';
import { keptRoomSettings, type RoomSettings } from '#lib/model/room-settings.ts';
import { roundParts } from '#lib/model/round/rule.ts';
import type { VisibilityRule } from '#lib/model/visibility.ts';
import { type People, type Person, peopleById } from '../scene/people.ts';

const visibility: v.GenericSchema<unknown, VisibilityRule> = v.variant('kind', [
  v.object({ kind: v.literal('open') }),
  v.object({ kind: v.literal('after-own-notes'), notes: v.number(), words: v.number() }),
  v.object({ kind: v.literal('from'), at: v.string() }),
  v.object({ kind: v.literal('when-opened'), opened: v.boolean() }),
]);

const answer = v.object({
  participants: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      role: v.picklist(roles),
      kind: v.picklist(['member', 'guest', 'imported']),
      removed: v.boolean(),
      side: v.nullable(v.string()),
      part: v.nullable(v.picklist(roundParts)),
    }),
  ),
  room: v.object({
    closed: v.boolean(),
    visibility,
    settings: keptRoomSettings,
    readings: v.array(v.object({ id: v.string(), edition: v.number() })),
  }),
});

export type Roster = {
  people: People;
  isClosed: boolean;
  visibility: VisibilityRule;
  settings: RoomSettings;
  /** The readings that the room holds, each with the number of its newest version, once the server has told of them. */
  readings: readonly { id: string; edition: number }[] | null;
};

/** `version` is the room client's; 0 is what the page came with. */
export function useRoster(
  room: { id: string; isClosed: boolean; visibility: VisibilityRule; settings: RoomSettings },
  people: readonly Person[],
  version: number,
): Roster {
  const [fetched, setFetched] = useState<v.InferOutput<typeof answer> | null>(null);
  useEffect(() => {
    if (version === 0) return;
    const cancel = new AbortController();
    const fetchIt = async () => {
      const path = `/rooms/${encodeURIComponent(room.id)}/participants`;
      const outcome = await send(path, answer, { method: 'GET', signal: cancel.signal });
      // Where it cannot be had now, the old names are better than none; the next change asks again.
      if (outcome.ok) setFetched(outcome.value);
    };
    void fetchIt();
    return () => cancel.abort();
  }, [room.id, version]);
  const known = fetched?.participants ?? people;
  const byId = useMemo(() => peopleById(known), [known]);
  return {
    people: byId,
    isClosed: fetched?.room.closed ?? room.isClosed,
    visibility: fetched?.room.visibility ?? room.visibility,
    settings: fetched?.room.settings ?? room.settings,
    readings: fetched?.room.readings ?? null,
  };
}
