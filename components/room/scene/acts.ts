// What one can do in a room, as records put on one's own layer. Each act asks nothing and shows nothing: the parts that
// offer it have asked permission.ts, and the room client keeps it safe.

import {
  type Anchor,
  type Entry,
  type Link,
  type NoteKind,
  type Placing,
  type Point,
  parentOf,
  type ReactionKind,
  type RecordId,
  type Ref,
  type Ruling,
  type RulingAct,
  reactionId,
  refOf,
  type Seen,
  type Stance,
  seenId,
  withdrawnFrom,
} from '#lib/model/record.ts';
import { retagged, tagsIn } from '#lib/model/threads/tag.ts';
import type { Place, RoomClient } from '#lib/sync/room-state.ts';

export type NewPoint = {
  kind: NoteKind;
  body?: string;
  anchor?: Anchor;
  link?: Link;
  /** For every group of the assignment. */
  forAll?: boolean;
};

export type RoomActs = {
  /** Writes a record as it is. */
  put: RoomClient['put'];
  /** Writes many at once. */
  putAll: RoomClient['putAll'];
  /** Writes a new point with the tags its words hold; gives its name once it is in this device's outbox. */
  say(place: Place, point: NewPoint): Promise<Ref>;
  revise(place: Place, entry: Entry<Point>, body: string): Promise<void>;
  /** Changes what a point answers: the first link is the thread it stands in. None: it begins a thread of its own. */
  relink(place: Place, entry: Entry<Point>, links: readonly Link[]): Promise<void>;
  /** Takes a point back: it keeps its place but no words (GATE11). */
  withdraw(place: Place, entry: Entry<Point>): Promise<void>;
  /** Writes a withdrawn point again, as it was. */
  restore(place: Place, entry: Entry<Point>): Promise<void>;
  /** Gives one's own point another passage: a new value of it, the earlier one stays in the history. */
  anchorAt(place: Place, entry: Entry<Point>, anchor: Anchor): Promise<void>;
  /** Gives another's point a passage, on one's own layer; without an anchor, takes that back. */
  placeFor(entry: Entry<Point>, anchor: Anchor | null): Promise<void>;
  rule(act: RulingAct, of: Ruling['of'], reason?: string): Promise<void>;
  react(place: Place, kind: ReactionKind, of: Ref, on: boolean): Promise<void>;
  /** Keeps, for oneself alone, how far a thread was read. */
  see(seen: Seen): Promise<void>;
};

/** `connected` gives the client once the room can be written to: acts that come before wait for it, and fail with it. */
export function actsOf(connected: () => Promise<RoomClient>, participant: string): RoomActs {
  const put: RoomClient['put'] = async (...args) => (await connected()).put(...args);
  return {
    put,
    putAll: async (...args) => (await connected()).putAll(...args),
    async say(place, { kind, body, anchor, link, forAll }) {
      const id = newRecordId();
      const tags = tagsIn(body ?? '');
      await put(place, id, {
        type: 'point',
        kind,
        at: nowIso(),
        ...(anchor ? { anchor } : {}),
        ...(link ? { links: [link] } : {}),
        ...(body ? { body } : {}),
        ...(tags.length > 0 ? { tags } : {}),
        ...(forAll ? { forAll } : {}),
      });
      return refOf(participant, id);
    },
    revise(place, { id, value: { tags: before = [], ...rest } }, body) {
      const tags = retagged(before, rest.body ?? '', body);
      return put(place, id, { ...rest, body, ...(tags.length > 0 ? { tags } : {}) });
    },
    relink(place, { id, value: { links: _, ...rest } }, links) {
      return put(place, id, { ...rest, ...(links.length > 0 ? { links: [...links] } : {}) });
    },
    withdraw: (place, { id, value }) => put(place, id, withdrawnFrom(value)),
    restore: (place, { id, value }) => put(place, id, value),
    anchorAt: (place, { id, value }, anchor) => put(place, id, { ...value, anchor }),
    async placeFor(entry, anchor) {
      const placing = placingFor(entry, anchor, nowIso());
      if (placing) await put('room', newRecordId(), placing);
    },
    rule(act, of, reason) {
      return put('room', newRecordId(), {
        type: 'ruling',
        act,
        of,
        at: nowIso(),
        ...(reason ? { reason } : {}),
      });
    },
    async react(place, kind, of, on) {
      const id = reactionId(kind, of);
      if (on) await put(place, id, { type: 'reaction', kind, of });
      else await (await connected()).remove(place, id);
    },
    see: (seen) => put('private', seenId(seen.of), seen),
  };
}

/** What an instructor writes to give a point another passage; nothing for a point that stands on none. */
export function placingFor({ ref, value }: Entry<Point>, anchor: Anchor | null, at: string): Placing | null {
  if (!value.anchor) return null;
  const { edition, start, end } = value.anchor;
  return { type: 'placing', of: ref, from: { edition, start, end }, ...(anchor ? { anchor } : {}), at };
}

/** The link of an answer. An undercut attacks the step from the answered point to what that one answers. */
export function answerLink(to: Entry<Point>, stance: Stance): Link {
  const on = stance === 'undercuts' ? parentOf(to.value) : undefined;
  return { to: to.ref, stance, ...(on ? { on } : {}) };
}

// crypto.randomUUID is missing on plain http away from this machine; these are 96 random bits in hex.
export function newRecordId(): RecordId {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function nowIso(): string {
  return new Date().toISOString();
}
