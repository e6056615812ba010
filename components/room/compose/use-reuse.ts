// Using refused words again: they become a draft where they were meant to be said, beside what is begun there already;
// or, where no draft holds all of them, the record is sent again as it was. Only then is the refused one forgotten.

import { useMemo } from 'react';
import { type Ref, refOf } from '#lib/model/record.ts';
import { wordsIn } from '#lib/model/words-in.ts';
import type { Target } from '#lib/sync/device/drafts.ts';
import { isPlace, type RefusedDraft, type RoomClient } from '#lib/sync/room-state.ts';
import { useOpenRoom } from '../frame/open-room.ts';
import type { Move } from '../frame/use-attention.ts';
import { sayIfFailed } from '../scene/failure.ts';
import { useScene } from '../scene/scene.ts';
import { type RefusedThing, type Reuse, reuseOf, thingOf } from './reuse.ts';
import { useDrafts } from './use-draft.ts';

/** What can be done with a refused record; null for what cannot. */
export type Again = {
  what: RefusedThing;
  /** Goes on with its words. */
  use: (() => void) | null;
  /** Sends it as it was; where that fails, it rejects, and the record is still among the refused. */
  send: (() => Promise<void>) | null;
};

export function useReuse(): (refused: RefusedDraft) => Again {
  const { drafts: store, room } = useScene();
  const { state, client, attend } = useOpenRoom();
  const drafts = useDrafts(store);
  return useMemo(() => {
    const { participant, entries, privateEntries, sideEntries } = state;
    return ({ key, place, id, value }) => {
      if (!value || !isPlace(place)) return { what: 'other', use: null, send: null };
      const ref = refOf(participant, id);
      const own = { room: entries, private: privateEntries, side: sideEntries }[place];
      const entryOf = (name: Ref) =>
        own.get(name) ?? entries.get(name) ?? sideEntries.get(name) ?? privateEntries.get(name);
      const reuse = reuseOf({ ref, value, place, entryOf, readings: room.readings, drafts });
      const use = ({ target, draft, holdsAll }: Reuse) => {
        store.write(target, draft);
        for (const move of movesTo(target, draft.stance)) attend(move);
        if (holdsAll && client) sayIfFailed(client.dropDraft(key));
      };
      const isWorthSending = value.type === 'point' || wordsIn(value).length > 0;
      const sendBy = (by: RoomClient) => async () => {
        await by.put(place, id, value);
        await by.dropDraft(key);
      };
      return {
        what: thingOf(value, reuse),
        use: reuse && (() => use(reuse)),
        send: client && isWorthSending && !reuse?.holdsAll ? sendBy(client) : null,
      };
    };
  }, [state, client, attend, store, drafts, room.readings]);
}

/** What opens a draft where it is to be gone on with. */
function movesTo(target: Target, stance: Reuse['draft']['stance']): Move[] {
  if (target.startsWith('edit:')) return [{ type: 'open', ref: target.slice('edit:'.length) as Ref }];
  if (!target.startsWith('answer:')) return [{ type: 'compose', target }];
  const to = target.slice('answer:'.length) as Ref;
  return [
    { type: 'open', ref: to },
    { type: 'answer', answering: { to, stance } },
  ];
}
