// Telling others what I have selected and whom I answer, and hearing the same of them (U22, U23).

import { useEffect, useMemo } from 'react';
import type { FollowSigns } from '#lib/model/following.ts';
import type { Ref } from '#lib/model/record.ts';
import type { Range } from '#lib/model/text/text.ts';
import type { Presence, RoomClient } from '#lib/sync/room-state.ts';
import { nameOf, type People } from '../scene/people.ts';

type Telling = {
  answering?: Ref | 'new' | null;
  /** The reading in view, in a room that holds several. */
  reading?: string | undefined;
  selection?: Range | null;
  follow?: FollowSigns;
  view?: number | undefined;
};

/** Tells others. Whether they hear anything of one at all is the client's to say. */
export function useTellPresence(
  client: RoomClient | null,
  { answering, reading, selection, follow, view }: Telling,
): void {
  const [start, end] = [selection?.start, selection?.end];
  useEffect(() => {
    client?.present({
      ...(answering ? { answering } : {}),
      ...(reading === undefined ? {} : { reading }),
      ...(start !== undefined && end !== undefined ? { selection: { start, end } } : {}),
      ...(follow ? { follow } : {}),
      ...(view === undefined ? {} : { view }),
    });
  }, [client, answering, reading, start, end, follow, view]);
}

/** Who is answering which point, by their names, each once. */
export function useAnsweringNow(
  presence: readonly Presence[],
  people: People,
): ReadonlyMap<Ref, ReadonlySet<string>> {
  return useMemo(() => {
    const names = new Map<Ref, Set<string>>();
    for (const { participant, answering, isMe } of presence) {
      if (isMe || !answering || answering === 'new') continue;
      const name = nameOf(people, participant);
      names.set(answering, (names.get(answering) ?? new Set()).add(name));
    }
    return names;
  }, [presence, people]);
}

/** What others have selected just now in this reading; who names none is where there is only one. */
export function useOthersSelections(presence: readonly Presence[], shown: string): readonly Range[] {
  return useMemo(
    () =>
      presence.flatMap(({ isMe, reading = shown, selection }) =>
        selection && !isMe && reading === shown ? [selection] : [],
      ),
    [presence, shown],
  );
}
