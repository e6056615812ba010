// Someone who is in a room by one socket: what they may do and see there, which of their frames are settled, and what they
// are told. Everyone in a room listens; who also writes is a listener whose frames are judged. What carries the bytes is
// asked for as a socket: the door has real ones.

import type { Identity } from '#lib/data/people/identity.ts';
import type { Limits } from '#lib/data/settings.ts';
import type { Standing } from '#lib/data/spaces/access.ts';
import type { Writer } from '#lib/model/permission.ts';
import { maxBodyBytes, type ParticipantId } from '#lib/model/record.ts';
import {
  close,
  frame,
  type HeldReason,
  type Hello,
  type RefusedRecord,
  syncMessage,
} from '#lib/sync/wire/protocol.ts';
import { refusals } from '../metrics.ts';
import { type Framed, jsonFrame, refusedFrame, varUints } from './framing.ts';

/** What a listener is reached by. Once it is closed nothing more goes out on it. */
export type Socket = {
  /** How much waits to be sent. */
  readonly bufferedBytes: number;
  send(message: Uint8Array): void;
  sendSync(kind: number, content: Uint8Array): void;
  /** Sends what was framed once for many. */
  sendFramed(framed: Framed): void;
  /** From here to `uncork` what is sent goes out in one write. */
  cork(): void;
  uncork(): void;
  close(code: number, reason: string): void;
};

/** Past this much waiting to be sent, a reader gets no more updates until it drains, then a resync (LIM). */
const lagBytes = 1 << 20;
/** Past this much, or this long without draining, it is closed 4508. */
const floodBytes = 8 << 20;
const lagTimeoutMs = 10_000;

export class Listener {
  readonly socket: Socket;
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

  constructor(socket: Socket, identity: Identity, participant: ParticipantId, standing: Standing) {
    this.socket = socket;
    this.identity = identity;
    this.participant = participant;
    this.standing = standing;
  }

  get writer(): Writer {
    const { role, side, part } = this.standing;
    return { participant: this.participant, role, side, part };
  }

  /** Closes and hears nothing more. */
  close(code: number, reason: string): void {
    this.isBarred = true;
    if (!this.isOpen) return;
    this.isOpen = false;
    this.socket.close(code, reason);
  }

  /** Closes a socket whose session has run out. */
  closeExpired(nowIso: string): boolean {
    const { expiresAt } = this.identity;
    if (expiresAt === undefined || expiresAt > nowIso) return false;
    this.close(close.notSignedIn, 'the session has expired');
    return true;
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

  /** Tells how many frames are settled; now and then also as a sign of life. */
  sendDurable(): void {
    this.send(varUints([frame.durable, this.settled]));
  }

  /** Says which frame was refused and why, and closes: what follows from this client id could only leave a gap. */
  refuse(n: number, refused: RefusedRecord[]): void {
    this.send(refusedFrame(n, refused));
    const code = refused[0]?.code ?? 'refused';
    refusals.inc({ code });
    this.close(close.refused, code);
  }

  sendHello(lineage: string, limits: Limits): void {
    const { updateBytes, step2Bytes, awarenessBytes } = limits;
    const hello: Hello = {
      lineage,
      participant: this.participant,
      role: this.standing.role,
      side: this.standing.side,
      now: new Date().toISOString(),
      limits: { updateBytes, step2Bytes, bodyBytes: maxBodyBytes, awarenessBytes },
    };
    this.send(jsonFrame(frame.hello, hello));
  }

  sendHeld(reason: HeldReason): void {
    this.send(jsonFrame(frame.held, { reason }));
  }

  sendRoster(): void {
    this.send(varUints([frame.roster]));
  }

  sendStep1(stateVector: Uint8Array): void {
    this.sendSync(syncMessage.step1, stateVector);
  }

  sendSync(kind: number, content: Uint8Array): void {
    if (this.isOpen) this.socket.sendSync(kind, content);
  }

  send(message: Uint8Array): void {
    if (this.isOpen) this.socket.send(message);
  }

  sendFramed(framed: Framed): void {
    if (this.isOpen) this.socket.sendFramed(framed);
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
    if (this.laggingSince === undefined && this.socket.bufferedBytes > lagBytes) {
      this.laggingSince = nowMs;
      this.caughtUpFrom = stateBefore();
    }
    return this.laggingSince === undefined;
  }

  /** For the sweep: closes a reader that does not drain, gives the state to catch one up from that has. */
  drained(nowMs: number): Uint8Array | undefined {
    const { bufferedBytes } = this.socket;
    if (bufferedBytes > floodBytes) this.close(close.tooSlow, 'too slow');
    if (this.laggingSince === undefined) return undefined;
    if (bufferedBytes === 0) {
      const from = this.caughtUpFrom;
      this.laggingSince = undefined;
      this.caughtUpFrom = undefined;
      return from;
    }
    if (nowMs - this.laggingSince > lagTimeoutMs) this.close(close.tooSlow, 'too slow');
    return undefined;
  }
}
