// The one place that connects: opens the room's live state after the first paint, and gives what the server rendered
// until then. Yjs is loaded here, late, and never on the server.

import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Role } from '#lib/model/permission.ts';
import type { Entry, ParticipantId, Ref } from '#lib/model/record.ts';
import type { RoomClient, RoomState } from '#lib/sync/room-state.ts';
import { Connection } from './connection.ts';

export type RoomAddress = { room: string; participant: ParticipantId; role: Role; side: string | null };

export type LiveRoom = {
  state: RoomState;
  client: RoomClient | null;
  connection: Connection;
};

/** `initial`: the records that the page was rendered with. `isHidden`: others do not see that one is here (U25). */
export function useRoom(
  { room, participant, role, side }: RoomAddress,
  initial: readonly Entry[],
  isHidden: boolean,
): LiveRoom {
  const wasHidden = useRef(isHidden);
  const [connection] = useState(
    () =>
      new Connection(async () => {
        const { connectRoom } = await import('#lib/sync/room-client.ts');
        return connectRoom({
          ...{ room, participant, role, side },
          isHidden: wasHidden.current,
          syncUrl: syncUrl(),
        });
      }),
  );
  useEffect(() => {
    connection.open();
    return () => connection.close();
  }, [connection]);
  const link = useSyncExternalStore(connection.subscribe, connection.link, connection.link);
  const client = link.kind === 'open' ? link.client : null;
  const hasFailed = link.kind === 'failed';
  useEffect(() => {
    wasHidden.current = isHidden;
    client?.hide(isHidden);
  }, [client, isHidden]);

  const waiting = useMemo(
    () => waitingState({ participant, role, side, hasFailed }, initial),
    [participant, role, side, hasFailed, initial],
  );
  const subscribe = useCallback(
    (listener: () => void) => client?.subscribe(listener) ?? subscribeToNothing(),
    [client],
  );
  const live = useSyncExternalStore(
    subscribe,
    () => client?.state() ?? null,
    () => null,
  );
  const state = useMemo(() => (live ? over(waiting, live) : waiting), [waiting, live]);
  return { state, client, connection };
}

/**
 * What was rendered, and over it what is live. The copy on this device may be older than the page: until the server's
 * state was merged into it, nothing that was rendered may flash away.
 */
export function over(rendered: RoomState, live: RoomState): RoomState {
  if (live.firstSync === 'synced' || rendered.entries.size === 0) return live;
  const entries = new Map(rendered.entries);
  for (const [ref, entry] of live.entries) {
    const isOwn = entry.participant === live.participant;
    if (isOwn || !isNewer(entries.get(ref), entry)) entries.set(ref, entry);
  }
  return { ...live, entries };
}

/** Did the server take the rendered value after the one at hand? */
function isNewer(rendered: Entry | undefined, { acceptedAt }: Entry): boolean {
  return rendered?.acceptedAt !== undefined && acceptedAt !== undefined && rendered.acceptedAt > acceptedAt;
}

function subscribeToNothing() {
  return () => {};
}

/** Where this page's server takes sync connections. */
export function syncUrl(): string {
  return `${location.origin.replace(/^http/, 'ws')}/sync`;
}

function waitingState(
  {
    participant,
    role,
    side,
    hasFailed,
  }: { participant: ParticipantId; role: Role; side: string | null; hasFailed: boolean },
  initial: readonly Entry[],
): RoomState {
  return {
    phase: 'loading',
    firstSync: hasFailed ? 'unreached' : 'pending',
    entries: new Map(initial.map((entry) => [entry.ref, entry])),
    privateEntries: new Map<Ref, Entry>(),
    sideEntries: new Map<Ref, Entry>(),
    side,
    participant,
    role,
    save: { kind: hasFailed ? 'not-connected' : 'connecting' },
    presence: [],
    drafts: [],
    rosterVersion: 0,
  };
}
