// One document beside a room's own: the flags someone raised, the review of someone's work. Nothing of it is kept on
// this device, since the computer may be another's tomorrow; what is not saved is lost with the page, which asks first.

import { type DocumentName, parseDocumentName } from '#lib/model/document.ts';
import type { CounterpointRecord, Entry, ParticipantId, RecordId, Ref } from '#lib/model/record.ts';
import { memoryStore } from './device/device-store.ts';
import { openNoCache } from './device/document-cache.ts';
import { browserEnvironment, type RoomEnvironment } from './room-environment.ts';
import type { Gone, RefusedDraft, SaveState } from './room-state.ts';
import { saveStateOf } from './save-state.ts';
import { Channel } from './wire/channel.ts';

export type DocumentClientState = {
  /** Every record of the document. A new Map whenever one changed. */
  entries: ReadonlyMap<Ref, Entry>;
  isReady: boolean;
  save: SaveState;
  /** What the server would not take. */
  refused: readonly RefusedDraft[];
  /** Why it is not to be had any more. */
  gone: Gone | null;
};

export type DocumentClient = {
  /** The same object until something changed (for useSyncExternalStore). */
  state(): DocumentClientState;
  subscribe(listener: () => void): () => void;
  /** Writes a record on one's own layer; null deletes it, where that is allowed. */
  put(id: RecordId, value: CounterpointRecord | null): Promise<void>;
  dropRefused(key: string): Promise<void>;
  /** How many changes the server does not have yet. */
  unsettled(): number;
  close(): void;
};

export type DocumentClientOptions = { document: DocumentName; participant: ParticipantId; syncUrl: string };

/** Opens a document by its name, as a participant of its room. Resolves once it begins to connect. */
export async function connectDocument(
  { document, participant, syncUrl }: DocumentClientOptions,
  environment?: RoomEnvironment,
): Promise<DocumentClient> {
  const place = parseDocumentName(document)?.kind;
  if (!place) throw new Error(`${document} names no document`);
  const surroundings = environment ?? (await browserEnvironment());
  const listeners = new Set<() => void>();
  let gone: Gone | null = null;
  let last: DocumentClientState | null = null;
  const changed = () => {
    last = null;
    for (const listener of [...listeners]) listener();
  };
  const channel = await Channel.open(
    { place, document, participant, syncUrl, isPresent: false },
    { ...surroundings, store: memoryStore(), openCache: openNoCache },
    {
      changed,
      hello: () => {},
      taken: () => {},
      roster: () => {},
      opened: () => {},
      gone(reason) {
        gone = reason;
        changed();
      },
    },
  );
  const stopWatching = surroundings.watchNetwork({
    lost: () => channel.pause(),
    back: () => channel.resume(),
  });
  const derive = (): DocumentClientState => ({
    entries: channel.entries,
    isReady: channel.isReady,
    save: saveStateOf([channel.status], channel.refusal, false),
    refused: channel.drafts,
    gone,
  });
  return {
    state() {
      last ??= derive();
      return last;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    put: (id, value) => channel.put([[id, value]]),
    dropRefused: (key) => channel.dropDraft(key),
    unsettled: () => channel.unsettled,
    close() {
      listeners.clear();
      stopWatching();
      channel.close();
      surroundings.tab.release();
    },
  };
}
