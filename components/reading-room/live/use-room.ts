// The one place that connects: opens the room's live state after the first paint, and gives what the server rendered
// until then. Yjs is loaded here, late, and never on the server.

import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Role } from '#lib/model/permission.ts';
import type { Entry, ParticipantId, Ref } from '#lib/model/record.ts';
import type { RoomClient, RoomState } from '#lib/sync/room-state.ts';

export type RoomAddress = { room: string; participant: ParticipantId; role: Role };

export type LiveRoom = {
  state: RoomState;
  client: RoomClient | null;
  /** Resolves with the client once it is there: for what people do before that. */
  connected: Promise<RoomClient>;
};

/** `initial`: the records that the page was rendered with. */
export function useRoom({ room, participant, role }: RoomAddress, initial: readonly Entry[]): LiveRoom {
  const [client, setClient] = useState<RoomClient | null>(null);
  const [connection] = useState(() => Promise.withResolvers<RoomClient>());

  useEffect(() => {
    let isOver = false;
    let opened: RoomClient | undefined;
    const connect = async () => {
      const { connectRoom } = await import('#lib/sync/room-client.ts');
      if (isOver) return;
      const made = await connectRoom({ room, participant, role, syncUrl: syncUrl() });
      if (isOver) return made.close();
      opened = made;
      setClient(made);
      connection.resolve(made);
    };
    connect().catch((error: unknown) => {
      // The text stays readable; the next visit tries again. React's error page would take the text away.
      console.error('The discussion could not be opened.', error);
    });
    return () => {
      isOver = true;
      opened?.close();
      setClient(null);
    };
  }, [room, participant, role, connection]);

  const waiting = useMemo(() => waitingState({ participant, role }, initial), [participant, role, initial]);
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
  return { state, client, connected: connection.promise };
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

function syncUrl(): string {
  return `${location.origin.replace(/^http/, 'ws')}/sync`;
}

function waitingState(
  { participant, role }: { participant: ParticipantId; role: Role },
  initial: readonly Entry[],
): RoomState {
  return {
    phase: 'loading',
    firstSync: 'pending',
    entries: new Map(initial.map((entry) => [entry.ref, entry])),
    privateEntries: new Map<Ref, Entry>(),
    participant,
    role,
    save: { kind: 'connecting' },
    presence: [],
    drafts: [],
    rosterVersion: 0,
  };
}
