// The wire in one file: frames and close codes; what follows `/sync/` is a name of lib/model/document.ts. docs/spec.md says what each means.

import type { Role } from '#lib/model/permission.ts';
import type { ParticipantId, Ref } from '#lib/model/record.ts';

/** y-websocket's own message types. */
export const message = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3 } as const;
/** y-protocols' sync message types, inside `message.sync`. */
export const syncMessage = { step1: 0, step2: 1, update: 2 } as const;
/** Ours, server to client. */
export const frame = { hello: 100, durable: 101, refused: 102, times: 103, held: 104, roster: 105 } as const;

/** 100, first on every connection. */
export type Hello = {
  lineage: string;
  participant: ParticipantId;
  role: Role;
  /** One's team in a round, which names the document of its preparation. */
  side: string | null;
  /** ISO UTC, the server's. */
  now: string;
  limits: { updateBytes: number; step2Bytes: number; bodyBytes: number; awarenessBytes: number };
};

/** 102: why a frame was refused. `ref` is absent where no record can be named. */
export type RefusedRecord = { ref?: Ref; code: string; detail: string };

/** 103: ref, the server's order, when the value now standing was accepted, when the record was first accepted (ISO UTC). */
export type TimesRow = [ref: Ref, seq: number, acceptedAt: string, createdAt: string];

/** 104: commits fail, or the document's log is damaged. */
export type HeldReason = 'storage' | 'damaged';
export type Held = { reason: HeldReason };

/** Close codes. 4400-4499 are final: y-websocket 3.1 does not reconnect on its own after them. */
export const close = {
  /** Not signed in, signed out, expired, or removed. */
  notSignedIn: 4401,
  refused: 4403,
  noSuchDocument: 4404,
  /** Your copy is of another lineage, or you may now see less: drop the cache and come back. */
  otherLineage: 4409,
  tooLarge: 4413,
  tooSlow: 4508,
  tooMany: 4529,
  internal: 1011,
  restarting: 1012,
  tryLater: 1013,
} as const;
