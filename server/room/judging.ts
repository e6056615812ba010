// What came in for one commit, judged in the order in which it came, by the gate and by what the limits leave to one
// person (LIM). It changes the document in memory and makes the batch to write; who is told what, and when, is room.ts's.

import * as Y from 'yjs';
import type { Limits } from '#lib/data/settings.ts';
import type { StoredDocument } from '#lib/data/store/loading.ts';
import type { Batch } from '#lib/data/store/log.ts';
import { isClosed } from '#lib/model/classes/assignment.ts';
import type { DocumentAddress } from '#lib/model/document.ts';
import type { Locks } from '#lib/model/lock.ts';
import type { DocumentState } from '#lib/model/permission.ts';
import type { ParticipantId } from '#lib/model/record.ts';
import { showsCards } from '#lib/model/room-shows.ts';
import { judge } from '../gate/gate.ts';
import type { AcceptedValue } from '../gate/judgement.ts';
import { isEmptyUpdate } from '../gate/update.ts';
import { numbered, standingAmong } from './accepted.ts';
import type { ClientIds } from './client-ids.ts';
import type { Content } from './content.ts';
import type { Listener } from './listener.ts';

/** A frame that has come in and waits for the next commit. */
export type Inbound = { from: Listener; kind: 'step1' | 'step2' | 'update'; n: number; bytes: Uint8Array };

/** What one round of judging has taken so far. */
type Round = {
  now: Date;
  accepted: { from: Listener; values: AcceptedValue[] }[];
  claims: Batch['claims'];
  gaps: Set<Listener>;
  sizeBytes: number;
};

/** The document that is judged for. */
export type Place = {
  name: string;
  address: DocumentAddress;
  content: Content;
  clientIds: ClientIds;
  limits: Limits;
  /** What instructors have locked. */
  locks(): Locks | undefined;
  /** Has this person earned sight of their peers (AUTH3)? */
  isEarnedBy(listener: Listener): boolean;
};

export type Judged = {
  /** What is to be written. */
  batch: Batch | null;
  /** Whose frames left a gap: they are asked by step 1 (GATE3). */
  gaps: Set<Listener>;
  /** Each client's clock before this; undefined where nothing was changed. */
  before: ReadonlyMap<number, number> | undefined;
};

export class Judging {
  private readonly place: Place;
  private seq: number;
  private sizeBytes: number;
  private acceptedAt: string;

  constructor(place: Place, { seq, sizeBytes, acceptedAt }: StoredDocument) {
    this.place = place;
    this.seq = seq;
    this.sizeBytes = sizeBytes;
    this.acceptedAt = acceptedAt;
  }

  /** The seq of what is on disk. */
  get version(): number {
    return this.seq;
  }

  /** Judges frames and applies the good ones to the document. */
  judge(frames: readonly Inbound[], now: Date): Judged {
    const round: Round = { now, accepted: [], claims: [], gaps: new Set(), sizeBytes: 0 };
    const judgeAll = () => {
      for (const frame of frames) this.hearFrame(frame, round);
    };
    const change = frames.some(saysSomething) ? changeBy(judgeAll, this.place.content.doc) : void judgeAll();
    const batch = change?.bytes ? this.makeBatch(change.bytes, round) : null;
    return { batch, gaps: round.gaps, before: change?.before };
  }

  /** A batch of its making is on disk. */
  written(batch: Batch): void {
    this.seq = batch.after;
    this.sizeBytes += batch.bytes.length;
  }

  private hearFrame(frame: Inbound, round: Round): void {
    const { from } = frame;
    from.waitingBytes -= frame.bytes.length;
    if (frame.kind === 'step1' || from.isBarred || from.closeExpired(round.now.toISOString())) return;
    if (saysSomething(frame)) this.judgeFrame(frame, round);
    else from.count(frame.n, 'accepted', frame.kind === 'step2');
  }

  /** Judges one frame and applies it when it is good. */
  private judgeFrame(frame: Inbound, round: Round): void {
    const { from } = frame;
    const { doc } = this.place.content;
    const isStep2 = frame.kind === 'step2';
    const verdict = judge(frame.bytes, from.writer, {
      doc,
      owners: this.place.clientIds.owners,
      state: { ...stateFor(this.place.address, from, round.now), locks: this.place.locks() },
      deleteRanges: this.place.limits.deleteRanges,
      contestSteps: this.place.limits.contestSteps,
    });
    if (verdict.kind === 'resync') {
      from.count(frame.n, 'resync', isStep2);
      round.gaps.add(from);
      return;
    }
    const refused = verdict.kind === 'refuse' ? verdict.refused : this.refusedByLimits(verdict, from, round);
    if (verdict.kind === 'refuse' || refused) {
      from.refuse(frame.n, refused ?? []);
      return;
    }
    for (const client of verdict.claims) {
      this.place.clientIds.own(client, from.participant, round.now.toISOString());
      round.claims.push({ client, participant: from.participant });
      from.client ??= client;
    }
    from.contestSteps += verdict.steps;
    if (verdict.bytes) {
      Y.applyUpdate(doc, verdict.bytes, 'gate');
      round.sizeBytes += verdict.bytes.length;
    }
    from.count(frame.n, 'accepted', isStep2);
    round.accepted.push({ from, values: verdict.values });
  }

  private refusedByLimits(
    { claims, bytes }: { claims: number[]; bytes: Uint8Array | null },
    from: Listener,
    { now, sizeBytes }: Round,
  ): { code: string; detail: string }[] | undefined {
    const { limits, clientIds } = this.place;
    if (bytes && this.sizeBytes + sizeBytes + bytes.length > limits.roomBytes) {
      return [{ code: 'room-full', detail: `a document holds at most ${limits.roomBytes} bytes` }];
    }
    for (const client of claims) {
      if (!clientIds.mayDeclare(client, from.participant)) {
        return [{ code: 'not-yours', detail: `client ${client} was declared by another participant` }];
      }
    }
    const allowed =
      this.place.address.kind === 'review' ? limits.reviewClientIdsPerDay : limits.clientIdsPerDay;
    if (claims.length > 0 && clientIds.claimsToday(from.participant, now) + claims.length > allowed) {
      return [{ code: 'too-many-clients', detail: `more than ${allowed} client ids a day` }];
    }
    return undefined;
  }

  private makeBatch(bytes: Uint8Array, { now, accepted, claims }: Round): Batch {
    const iso = now.toISOString();
    // The server's times never run backwards.
    this.acceptedAt = iso > this.acceptedAt ? iso : this.acceptedAt;
    const values = numbered(accepted, this.seq);
    return {
      document: this.place.name,
      before: this.seq,
      after: this.seq + Math.max(values.length, 1),
      bytes,
      acceptedAt: this.acceptedAt,
      values,
      standing: standingAmong(values, this.place.content.doc),
      claims,
      earned: this.earnedBy(accepted),
    };
  }

  /** Who of this batch's authors has now said enough to see the others (AUTH3). */
  private earnedBy(accepted: { from: Listener; values: AcceptedValue[] }[]): ParticipantId[] {
    const earned = new Set<ParticipantId>();
    for (const { from, values } of accepted) {
      if (values.length > 0 && !from.hasSight && this.place.isEarnedBy(from)) earned.add(from.participant);
    }
    return [...earned];
  }
}

/** A stock client answers step 1 with nothing when it has nothing: not worth building the document for. */
export function saysSomething({ kind, bytes }: Inbound): boolean {
  return kind !== 'step1' && !isEmptyUpdate(bytes);
}

type Change = { bytes: Uint8Array | undefined; before: ReadonlyMap<number, number> };

/** The update that all of this makes together: in one transaction Yjs emits one, and later frames see the earlier ones. */
function changeBy(act: () => void, doc: Y.Doc): Change {
  let bytes: Uint8Array | undefined;
  const capture = (update: Uint8Array) => {
    bytes = update;
  };
  doc.on('update', capture);
  let before: ReadonlyMap<number, number>;
  try {
    before = doc.transact((transaction) => {
      act();
      return transaction.beforeState;
    }, 'gate');
  } finally {
    doc.off('update', capture);
  }
  if (doc.store.pendingStructs || doc.store.pendingDs) {
    throw new Error('an accepted frame left something pending');
  }
  return { bytes, before };
}

/** What the rule of permission.ts must know of a document when someone writes in it. */
function stateFor(address: DocumentAddress, { standing }: Listener, now: Date): DocumentState {
  const owner = 'participant' in address ? { owner: address.participant } : {};
  const stage = standing.settings.round?.stage;
  const closed = isClosed(standing, now.toISOString());
  return {
    kind: address.kind,
    closed,
    stage,
    readings: standing.readings,
    takesCards: showsCards(standing.kind, standing.settings),
    isOfAssignment: standing.assignmentId !== null,
    ...owner,
  };
}
