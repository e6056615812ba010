// What one can do in a room, as records put on one's own layer. Each act asks nothing and shows nothing: the parts that
// offer it have asked permission.ts, and the room client keeps it safe.

import {
  type Anchor,
  type Entry,
  type Link,
  type Point,
  type PointKind,
  parentOf,
  type ReactionKind,
  type RecordId,
  type Ref,
  type RulingAct,
  reactionId,
  refOf,
  type Stance,
} from '#lib/model/record.ts';
import type { Place, RoomClient } from '#lib/sync/room-state.ts';

export type NewPoint = { kind: PointKind; body?: string; anchor?: Anchor; link?: Link };

export type RoomActs = {
  /** Writes a new point; gives its name once it is in this device's outbox. */
  say(place: Place, point: NewPoint): Promise<Ref>;
  revise(place: Place, entry: Entry<Point>, body: string): Promise<void>;
  /** Takes a point back: it keeps its place but no words (GATE11). */
  withdraw(place: Place, entry: Entry<Point>): Promise<void>;
  /** Writes a withdrawn point again, as it was. */
  restore(place: Place, entry: Entry<Point>): Promise<void>;
  rule(act: RulingAct, of: Ref, reason?: string): Promise<void>;
  react(place: Place, kind: ReactionKind, of: Ref, on: boolean): Promise<void>;
};

/** `connected` gives the client once the room can be written to: acts that come before wait for it, and fail with it. */
export function actsOf(connected: () => Promise<RoomClient>, participant: string): RoomActs {
  const put: RoomClient['put'] = async (...args) => (await connected()).put(...args);
  return {
    async say(place, { kind, body, anchor, link }) {
      const id = newRecordId();
      await put(place, id, {
        type: 'point',
        kind,
        at: nowIso(),
        ...(anchor ? { anchor } : {}),
        ...(link ? { links: [link] } : {}),
        ...(body ? { body } : {}),
      });
      return refOf(participant, id);
    },
    revise: (place, { id, value }, body) => put(place, id, { ...value, body }),
    withdraw(place, { id, value: { body: _, ...rest } }) {
      return put(place, id, { ...rest, withdrawn: true });
    },
    restore: (place, { id, value }) => put(place, id, value),
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
  };
}

/** The link of an answer. An undercut attacks the step from the answered point to what that one answers. */
export function answerLink(to: Entry<Point>, stance: Stance): Link {
  const on = stance === 'undercuts' ? parentOf(to.value) : undefined;
  return { to: to.ref, stance, ...(on ? { on } : {}) };
}

// crypto.randomUUID is missing on plain http away from this machine; these are 96 random bits in hex.
function newRecordId(): RecordId {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function nowIso(): string {
  return new Date().toISOString();
}
