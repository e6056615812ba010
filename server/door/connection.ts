// One socket of one person in one document: what it may do, what it has sent, and what goes out on it.
// It sends frames and keeps their count; what the frames mean to the document is room.ts's concern.

import type { Duplex } from 'node:stream';
import * as encoding from 'lib0/encoding';
import type { WebSocket } from 'ws';
import type { Identity } from '#lib/data/people/identity.ts';
import type { RoomAccess } from '#lib/data/spaces/access.ts';
import type { Writer } from '#lib/model/permission.ts';
import type { ParticipantId } from '#lib/model/record.ts';
import type { RoomKind, RoomSettings } from '#lib/model/room-settings.ts';
import type { RoundPart } from '#lib/model/round/rule.ts';
import type { VisibilityRule } from '#lib/model/visibility.ts';
import { close, frame, type HeldReason, type RefusedRecord, syncMessage } from '#lib/sync/wire/protocol.ts';
import { refusals } from '../metrics.ts';
import { type Framed, headOf, jsonFrame, syncFrame, syncHead, varUints } from './framing.ts';

/** What someone may do in a document just now; judged again whenever access changes (AUTH2). */
export type Standing = {
  role: Writer['role'];
  closedAt: string | null;
  /** When the room closes to this person; the gate looks at the clock. */
  closesAt: string | null;
  visibility: VisibilityRule;
  sightedAt: string | null;
  side: string | null;
  part: RoundPart | null;
  settings: RoomSettings;
  kind: RoomKind;
  /** Those that the room holds. */
  readings: readonly string[];
  releasedAt: string | null;
  /** The assignment whose room it is, where it is one's. */
  assignmentId: string | null;
};

/** What someone may do, by the proof with which they came in. */
export function standingOf({ role, room, sightedAt, side, part, releasedAt }: RoomAccess): Standing {
  const { closedAt, closesAt, visibility, settings, kind, readings, assignmentId } = room;
  return {
    role,
    closedAt,
    closesAt,
    visibility,
    settings,
    kind,
    readings,
    assignmentId,
    sightedAt,
    side,
    part,
    releasedAt,
  };
}

/** Past this much waiting to be sent, a reader gets no more updates until it drains, then a resync (LIM). */
const lagBytes = 1 << 20;
/** Past this much, or this long without draining, it is closed 4508. */
const floodBytes = 8 << 20;
const lagTimeoutMs = 10_000;
/** From this size on a sync message goes out behind its head without a copy: that would cost more than a second write. */
export const largeBytes = 16 << 10;

export class Connection {
  readonly ws: WebSocket;
  private readonly wire: Duplex | undefined;
  readonly identity: Identity;
  readonly participant: ParticipantId;
  standing: Standing;
  /** Does this person see their peers' layers (AUTH3)? */
  hasSight = false;
  /** Whose layers it has been shown as those of instructors, which needs no sight. */
  instructors: ReadonlySet<ParticipantId> = new Set();
  /** The Yjs client id this socket declared, or wrote with first; presence is for this id alone (GATE9). */
  client: number | undefined;
  isOpen = true;
  /** Put out by the server: nothing it has sent is judged any more. Who merely left is still heard to the end. */
  isBarred = false;
  /** Bytes of its frames that wait to be judged. */
  waitingBytes = 0;
  /** How far its frames had places looked for, since its budget was last charged for that. */
  contestSteps = 0;
  /** Sync frames received; the number of a frame is its place in this count. */
  received = 0;
  /** The first frame that waits for a step 2 (GATE3); frames from it on are not settled. */
  private gapAt: number | undefined;
  /** How many frames are judged, and will be settled once the batch is on disk. */
  private judged = 0;
  /** How many frames are settled; told by DURABLE. */
  private settled = 0;
  /** Since when, by the server's clock in ms, this reader has not kept up; and from which state it is to be caught up. */
  private laggingSince: number | undefined;
  private caughtUpFrom: Uint8Array | undefined;

  /** `wire` is the stream under the socket, where there is one. */
  constructor(
    ws: WebSocket,
    identity: Identity,
    participant: ParticipantId,
    standing: Standing,
    wire?: Duplex,
  ) {
    this.ws = ws;
    this.wire = wire;
    this.identity = identity;
    this.participant = participant;
    this.standing = standing;
  }

  /** Closes a socket whose session has run out. */
  closeExpired(nowIso: string): boolean {
    const { expiresAt } = this.identity;
    if (expiresAt === undefined || expiresAt > nowIso) return false;
    this.close(close.notSignedIn, 'the session has expired');
    return true;
  }

  get writer(): Writer {
    const { role, side, part } = this.standing;
    return { participant: this.participant, role, side, part };
  }

  /** Counts a processed frame: accepted, or left to a later step 2. */
  count(n: number, outcome: 'accepted' | 'resync', isStep2: boolean): void {
    if (outcome === 'resync') this.gapAt ??= n;
    // A step 2 sent after the gap was made carries all that the client had then, the missing frame included.
    else if (isStep2) this.gapAt = undefined;
    if (this.gapAt === undefined) this.judged = n;
  }

  /** What was judged is on disk: says so. */
  settle(): void {
    this.settled = this.judged;
    this.sendDurable();
  }

  sendHello(hello: object): void {
    this.sendJson(frame.hello, hello);
  }

  /** Tells how many frames are settled; now and then also as a sign of life. */
  sendDurable(): void {
    this.send(varUints([frame.durable, this.settled]));
  }

  /** Says which frame was refused and why, and closes: what follows from this client id could only leave a gap. */
  refuse(n: number, refused: RefusedRecord[]): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, frame.refused);
    encoding.writeVarUint(encoder, n);
    encoding.writeVarString(encoder, JSON.stringify(refused));
    this.send(encoding.toUint8Array(encoder));
    const code = refused[0]?.code ?? 'refused';
    refusals.inc({ code });
    this.close(close.refused, code);
  }

  sendHeld(reason: HeldReason): void {
    this.sendJson(frame.held, { reason });
  }

  sendRoster(): void {
    this.send(varUints([frame.roster]));
  }

  sendStep1(stateVector: Uint8Array): void {
    this.sendSync(syncMessage.step1, stateVector);
  }

  /**
   * Sends an update unless this reader has fallen behind. `stateBefore` gives the state vector from before the update:
   * the first update left out is where it is caught up from once it drains.
   */
  sendUpdate(update: Framed, stateBefore: () => Uint8Array, nowMs: number): void {
    if (this.keepsUp(stateBefore, nowMs)) this.sendFramed(update);
  }

  /** An update and the times of what it brought, in one write; a reader that has fallen behind gets the times alone. */
  sendCommit(commit: { both: Framed; times: Framed }, stateBefore: () => Uint8Array, nowMs: number): void {
    this.sendFramed(this.keepsUp(stateBefore, nowMs) ? commit.both : commit.times);
  }

  private keepsUp(stateBefore: () => Uint8Array, nowMs: number): boolean {
    if (this.laggingSince === undefined && this.ws.bufferedAmount > lagBytes) {
      this.laggingSince = nowMs;
      this.caughtUpFrom = stateBefore();
    }
    return this.laggingSince === undefined;
  }

  /** For the sweep: closes a reader that does not drain, gives the state to catch one up from that has. */
  drained(nowMs: number): Uint8Array | undefined {
    if (this.ws.bufferedAmount > floodBytes) this.close(close.tooSlow, 'too slow');
    if (this.laggingSince === undefined) return undefined;
    if (this.ws.bufferedAmount === 0) {
      const from = this.caughtUpFrom;
      this.laggingSince = undefined;
      this.caughtUpFrom = undefined;
      return from;
    }
    if (nowMs - this.laggingSince > lagTimeoutMs) this.close(close.tooSlow, 'too slow');
    return undefined;
  }

  /** From here to `uncork` what is sent goes out in one write: a commit has up to three frames for its authors. */
  cork(): void {
    this.wire?.cork();
  }

  uncork(): void {
    this.wire?.uncork();
  }

  /** Sends a sync message. What is large goes out as it is: a copy of it behind its head would be as large again. */
  sendSync(kind: number, content: Uint8Array): void {
    if (!this.wire || content.length < largeBytes) {
      this.send(syncFrame(kind, content));
      return;
    }
    if (!this.isOpen || this.ws.readyState !== this.ws.OPEN) return;
    const head = syncHead(kind, content);
    this.wire.cork();
    this.wire.write(Buffer.concat([headOf(head.length + content.length), head]));
    this.wire.write(content);
    this.wire.uncork();
  }

  send(bytes: Uint8Array): void {
    if (this.isOpen && this.ws.readyState === this.ws.OPEN) this.ws.send(bytes);
  }

  /** Sends what was framed once for many. ws itself writes at once, too, so nothing can come in between. */
  sendFramed({ payloads, bytes }: Framed): void {
    if (!this.isOpen || this.ws.readyState !== this.ws.OPEN || payloads.length === 0) return;
    if (this.wire) this.wire.write(bytes);
    else for (const payload of payloads) this.ws.send(payload);
  }

  /** Closes and hears nothing more; a peer that does not answer the close is cut off. */
  close(code: number, reason: string): void {
    this.isBarred = true;
    if (!this.isOpen) return;
    this.isOpen = false;
    this.ws.close(code, reason);
    const timer = setTimeout(() => this.ws.terminate(), 1000);
    timer.unref();
    this.ws.once('close', () => clearTimeout(timer));
  }

  private sendJson(kind: number, value: unknown): void {
    this.send(jsonFrame(kind, value));
  }
}
