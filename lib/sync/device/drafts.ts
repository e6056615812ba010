// Words not yet posted, kept on this device (U3): they survive blur, reload, disconnection and refusal.
// One key each, named by room and participant: two people may share a computer.

import * as v from 'valibot';
import type { Anchor, ParticipantId } from '#lib/model/record.ts';
import { anchorSchema, cardParts, noteKinds, stances } from '#lib/model/record.ts';
import { places } from '../room-state.ts';

const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const range = v.object({ start: offset, end: offset });

const draft = v.object({
  body: v.string(),
  kind: v.picklist(noteKinds),
  stance: v.optional(v.picklist(stances)),
  place: v.picklist(places),
  /** For every group of the assignment. */
  forAll: v.optional(v.boolean()),
  /** The passage it is about, or that it cites. */
  range: v.optional(range),
  /** The same passage as it was described, should the text be corrected before the words are posted. */
  anchor: v.optional(anchorSchema),
  /** A card in the making: its tag is the body, and its kind says nothing. */
  card: v.optional(v.object(cardParts)),
});

export type Draft = v.InferOutput<typeof draft>;

/** What a draft is for: a new note or card on a passage, an answer to a point, or a change of a point. */
export type Target = `new:${string}` | `card:${string}` | `answer:${string}` | `edit:${string}`;

/** Where a new note or card on a passage is kept: the same offsets in two readings are two passages. */
export function passageTarget<K extends 'new' | 'card'>(
  kind: K,
  { reading, start, end }: Anchor,
): `${K}:${string}` {
  return `${kind}:${reading}:${start}-${end}`;
}

export type DraftStore = {
  /** Every draft of this participant in this room. The same Map until one changed. */
  all(): ReadonlyMap<Target, Draft>;
  write(target: Target, value: Draft | null): void;
  subscribe(listener: () => void): () => void;
};

const draftKeyPrefix = 'counterpoint:draft:';

/** Opens the drafts of one participant in one room. Where the browser refuses storage they last as long as the page. */
export function openDrafts(room: string, participant: ParticipantId, storage: Storage | null): DraftStore {
  const prefix = `${draftKeyPrefix}${room}:${participant}:`;
  let drafts = readAll(prefix, storage);
  const listeners = new Set<() => void>();
  return {
    all: () => drafts,
    write(target, value) {
      const next = new Map(drafts);
      if (value) next.set(target, value);
      else next.delete(target);
      drafts = next;
      keep(storage, prefix + target, value);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The browser's own storage; null on the server, and where the browser's settings forbid it. */
export function deviceStorage(): Storage | null {
  try {
    return typeof window === 'undefined' ? null : window.localStorage;
  } catch {
    // Reading the property throws where it is forbidden: drafts then last as long as the page.
    return null;
  }
}

/** How many drafts of anyone this device keeps. */
export function draftsOnThisDevice(storage: Storage | null = deviceStorage()): number {
  return draftKeys(storage).length;
}

/** Takes every draft of everyone off this device: signing out leaves nothing behind. */
export function forgetDrafts(storage: Storage | null = deviceStorage()): void {
  for (const key of draftKeys(storage)) storage?.removeItem(key);
}

function draftKeys(storage: Storage | null): string[] {
  const keys = Array.from({ length: storage?.length ?? 0 }, (_, i) => storage?.key(i) ?? '');
  return keys.filter((key) => key.startsWith(draftKeyPrefix));
}

function keep(storage: Storage | null, key: string, value: Draft | null): void {
  try {
    // A composer that was opened and left without a word is nothing to come back to.
    if (value?.body.trim() || value?.card) storage?.setItem(key, JSON.stringify(value));
    else storage?.removeItem(key);
  } catch {
    // A full or forbidden storage costs the draft its life after a reload, not its life on the page.
  }
}

function readAll(prefix: string, storage: Storage | null): ReadonlyMap<Target, Draft> {
  const drafts = new Map<Target, Draft>();
  for (let i = 0; storage && i < storage.length; i++) {
    const key = storage.key(i);
    if (!key?.startsWith(prefix)) continue;
    const value = parse(storage.getItem(key));
    if (value) drafts.set(key.slice(prefix.length) as Target, value);
  }
  return drafts;
}

function parse(json: string | null): Draft | null {
  try {
    return v.parse(draft, JSON.parse(json ?? ''));
  } catch {
    // Written by another version, or by hand: not worth more than forgetting it.
    return null;
  }
}
