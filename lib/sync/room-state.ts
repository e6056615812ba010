// What a room looks like to the screen: plain values, no Yjs. room-client.ts makes them, components read them.

import type { DocumentKind } from '#lib/model/document.ts';
import type { FollowSigns } from '#lib/model/following.ts';
import type { Role } from '#lib/model/permission.ts';
import type { CounterpointRecord, Entry, ParticipantId, RecordId, Ref } from '#lib/model/record.ts';
import type { Range } from '#lib/model/text/text.ts';
import type { HeldReason } from './wire/protocol.ts';

/** Where a record is written: among the group, in the document only its author opens, or in their team's. */
export const places = ['room', 'private', 'side'] as const;
export type Place = (typeof places)[number];

/** Is it a kind of document that people write their notes in? */
export function isPlace(kind: DocumentKind): kind is Place {
  return (places as readonly DocumentKind[]).includes(kind);
}

/** What went wrong where no rule of the room was broken, as codes. */
export const troubles = [
  'signed-out',
  'no-such-room',
  'room-full',
  'too-many-clients',
  'too-large',
  /** The room was gone before it was saved. */
  'unsettled',
  /** The server refused without saying what. */
  'unnamed',
  /** The server closed the connection for good; the detail says how. */
  'closed',
] as const;
export type Trouble = (typeof troubles)[number];

/** Why something is not saved: a code of ours or of the server's, and what else is known of it. */
export type Unsaved = { code: string; detail: string };

/** DUR4: what the top bar says. */
export type SaveState =
  | { kind: 'connecting' }
  /** What connects could not be loaded. */
  | { kind: 'not-connected' }
  | { kind: 'saved' }
  | { kind: 'saving' }
  /** Not `isLasting`: the changes last only as long as this tab. */
  | { kind: 'offline'; changes: number; isLasting: boolean }
  | { kind: 'waiting'; reason: HeldReason }
  | ({ kind: 'not-saved' } & Unsaved);

/** Someone who is here now. One person may be here on several devices: one row each. */
export type Presence = {
  participant: ParticipantId;
  client: number;
  isMe: boolean;
  /** The point being answered just now, or 'new' for a new note. */
  answering?: Ref | 'new';
  /** The reading they have in view, where the room holds several. */
  reading?: string;
  /** Their selection in its canonical text. */
  selection?: Range;
  /** Whom they ask to follow, and who may follow them. */
  follow?: FollowSigns;
  /** The part of the text they are at, as its offset; told only while they let someone follow. */
  view?: number;
};

/** A change that the server would not take: its author's words, kept on this device with the reason (GATE10). */
export type RefusedDraft = {
  key: string;
  place: DocumentKind;
  id: RecordId;
  /** Null where the refused change was a deletion. */
  value: CounterpointRecord | null;
  at: string;
} & Unsaved;

/** Why a room is no longer to be had: each has its page or notice. */
export type Gone = 'signed-out' | 'no-such-room' | 'too-large';

/** Whether what is shown may still lack what the server has: until its state was merged once, or could not be had. */
export type FirstSync = 'pending' | 'synced' | 'unreached';

export type RoomState = {
  /** 'loading' until the cache or the server has given the room; 'gone' is final. */
  phase: 'loading' | 'ready' | 'gone';
  gone?: Gone;
  firstSync: FirstSync;
  /** Every record of the room's document that this person may see. A new Map whenever one changed. */
  entries: ReadonlyMap<Ref, Entry>;
  /** The same of the private document. */
  privateEntries: ReadonlyMap<Ref, Entry>;
  /** The same of one's team's document; empty for who is on none. */
  sideEntries: ReadonlyMap<Ref, Entry>;
  /** One's team in a round. */
  side: string | null;
  participant: ParticipantId;
  role: Role;
  save: SaveState;
  presence: readonly Presence[];
  drafts: readonly RefusedDraft[];
  /** Grows whenever names or roles are to be fetched again (frame 105, and every connection). */
  rosterVersion: number;
};

export type RoomClient = {
  /** The same object until something changed (for useSyncExternalStore). */
  state(): RoomState;
  subscribe(listener: () => void): () => void;
  /** Writes a record on one's own layer, in `side` only while one is on a team; resolves once it is in this device's outbox and on one's own screen. */
  put(place: Place, id: RecordId, value: CounterpointRecord): Promise<void>;
  /** The same for many at once: one write to the outbox, as few frames as they fit in, and one change of the screen. */
  putAll(place: Place, records: ReadonlyArray<readonly [RecordId, CounterpointRecord]>): Promise<void>;
  /** Deletes a record; only reactions may go (GATE11). */
  remove(place: Place, id: RecordId): Promise<void>;
  /** What others see of me besides being here. */
  present(detail: Pick<Presence, 'answering' | 'selection' | 'follow' | 'view'>): void;
  /** Here without being seen, or seen again (U25). */
  hide(isHidden: boolean): void;
  /** Forgets a refused draft, once its words are used or not wanted. */
  dropDraft(key: string): Promise<void>;
  /** Milliseconds since 1970 by the server's clock, as well as it is known here. */
  serverNowMs(): number;
  /** How many changes are only on this device. */
  unsettled(): number;
  close(): void;
};

export type RoomOptions = {
  room: string;
  participant: ParticipantId;
  role: Role;
  side: string | null;
  /** Here without being seen, from the beginning. */
  isHidden?: boolean;
  /** `ws://…/sync` or `wss://…/sync`, without a trailing slash. */
  syncUrl: string;
};
