// One live document: it takes the frames of who is in it, has them judged when the committer says so, and shows nothing to
// anyone before the committer has it on disk (DUR1).

import * as Y from 'yjs';
import type { Limits } from '#lib/data/settings.ts';
import type { RecordTimes, StoredDocument } from '#lib/data/store/loading.ts';
import type { Batch } from '#lib/data/store/log.ts';
import type { DocumentAddress } from '#lib/model/document.ts';
import type { Role } from '#lib/model/permission.ts';
import type { ParticipantId, Ref } from '#lib/model/record.ts';
import { close, type HeldReason, syncMessage } from '#lib/sync/wire/protocol.ts';
import { reach } from '../failpoints.ts';
import { Audience } from './audience.ts';
import { ClientIds } from './client-ids.ts';
import { Content, fingerprintOf } from './content.ts';
import { Inbox, isQuestion, type Pending } from './inbox.ts';
import { Judging, saysSomething } from './judging.ts';
import type { Listener } from './listener.ts';
import { Ruled, rulingsAmong } from './rulings.ts';
import { Sight } from './sight.ts';
import { keepTimes } from './times.ts';

/** What the room asks of its surroundings. */
export type RoomSurroundings = {
  limits: Limits;
  /** Something waits for a commit. */
  markDirty(room: Room): void;
  /** Something was erased by a ruling and still has its words. */
  erase(room: Room): void;
  /** These are on disk; every group of an assignment may be to see them. */
  share(values: Batch['values']): void;
  /** The committed state as the disk has it, for readers who come while commits fail (DUR5). */
  reload(room: Room): Promise<Content | null>;
  /** Why this document is only to be read, where its log is damaged (DUR7). */
  outOfService?: HeldReason;
};

export class Room {
  readonly name: string;
  readonly address: DocumentAddress;
  readonly lineage: string;
  readonly audience: Audience;
  readonly inbox: Inbox;
  private readonly content: Content;
  private readonly times: Map<Ref, RecordTimes>;
  private readonly ruled: Ruled;
  private readonly sight: Sight;
  private readonly judging: Judging;
  private readonly around: RoomSurroundings;
  /** Why commits are failing, while they do (DUR5). */
  private heldReason: HeldReason | undefined;
  isShut = false;
  /** Log rows since the newest snapshot, for the compactor. */
  logRows: number;

  /** Builds the document from its stored updates; throws when they do not make a whole document (DUR7). */
  constructor(
    address: DocumentAddress,
    stored: StoredDocument,
    roles: Map<ParticipantId, Role>,
    around: RoomSurroundings,
  ) {
    this.address = address;
    this.name = stored.name;
    this.lineage = stored.lineage;
    this.logRows = stored.logRows;
    this.times = stored.times;
    this.around = around;
    this.heldReason = around.outOfService;
    const { times } = stored;
    const content = new Content(stored.updates);
    const clientIds = new ClientIds();
    for (const { client, participant, claimedAt } of stored.owners) {
      // Layers are independent of each other: a missing one would leave no gap to notice.
      if (content.clockOf(client) === 0) throw new Error(`client ${client} wrote, and its words are missing`);
      clientIds.own(client, participant, claimedAt);
    }
    const ruled = new Ruled(content, times);
    if (!content.isFreeOf('act', 'erase')) ruled.heed();
    const sight = new Sight({ kind: address.kind, content, owners: clientIds.owners, times }, roles);
    this.judging = new Judging(
      {
        ...{ name: this.name, address, content, clientIds, limits: around.limits },
        locks: () => ruled.locks,
        isEarnedBy: (listener) => sight.isEarnedBy(listener),
      },
      stored,
    );
    this.inbox = new Inbox(this.judging);
    this.audience = new Audience(sight, clientIds, () => this.inbox.isPending);
    this.content = content;
    this.ruled = ruled;
    this.sight = sight;
  }

  /** The seq of what is on disk. */
  get version(): number {
    return this.judging.version;
  }

  /** Is nobody here, and nothing waiting? */
  get isIdle(): boolean {
    return this.audience.listeners.size === 0 && this.inbox.isEmpty;
  }

  /** Is it only to be read, and takes no words (DUR7)? */
  get isOutOfService(): boolean {
    return this.around.outOfService !== undefined;
  }

  /** Are commits failing? */
  get isHeld(): boolean {
    return this.heldReason !== undefined;
  }

  /** Does it still hold words that a ruling erased? */
  get owesErasure(): boolean {
    return this.ruled.owesErasure;
  }

  /** The whole document as one update, for a snapshot, and what proves that a copy of it is whole. */
  encode(): { bytes: Uint8Array; fingerprint: string } {
    const { doc } = this.content;
    return { bytes: Y.encodeStateAsUpdate(doc), fingerprint: fingerprintOf(doc) };
  }

  /** Lets a socket in: HELLO first, then what y-websocket expects. False when it was closed instead. */
  enter(listener: Listener, declared: { client: number | undefined; lineage: string | undefined }): boolean {
    listener.sendHello(this.lineage, this.around.limits);
    if (declared.lineage !== undefined && declared.lineage !== this.lineage) {
      listener.close(close.otherLineage, 'another lineage');
      return false;
    }
    if (!this.audience.admit(listener, declared.client)) {
      listener.close(close.otherLineage, 'this client id is taken');
      return false;
    }
    if (this.heldReason) listener.sendHeld(this.heldReason);
    this.sight.sendStep1(listener, this.stateOnDisk);
    this.audience.tellPresence(listener);
    return true;
  }

  /** Takes a sync frame; it is judged or answered with the next commit, in the order it came. */
  take(from: Listener, step: number, bytes: Uint8Array): void {
    if (!from.isOpen) return;
    if (step === syncMessage.step1) this.inbox.add({ from, kind: 'step1', n: 0, bytes });
    else {
      from.received++;
      // Never settled, so it stays on its author's device.
      if (this.isOutOfService) return;
      const kind = step === syncMessage.step2 ? 'step2' : 'update';
      this.inbox.add({ from, kind, n: from.received, bytes });
    }
    this.around.markDirty(this);
  }

  /** The batch is on disk: now, and not before, everyone hears of it. */
  committed(nowMs: number): void {
    const pending = this.inbox.release();
    if (!pending) return;
    this.heldReason = this.around.outOfService;
    // Who only listens gets one write anyway.
    const writers = new Set(pending.taken.filter(saysSomething).map(({ from }) => from));
    for (const { socket } of writers) socket.cork();
    try {
      if (pending.batch) this.tell(pending.batch, pending, nowMs);
      reach('before-acknowledgement');
      this.answer(pending);
    } finally {
      for (const { socket } of writers) socket.uncork();
    }
    if (this.inbox.hasUnjudged) this.around.markDirty(this);
  }

  /** Tells everyone what a batch brought, and heeds it. */
  private tell(batch: Batch, { taken, before }: Pending, nowMs: number): void {
    this.judging.written(batch);
    this.logRows++;
    keepTimes(this.times, batch);
    const { bytes, values } = batch;
    const changed = values.map(({ ref }) => ref);
    const stateBefore = () => this.content.stateVector(before);
    this.sight.broadcast(
      this.audience.listeners,
      { bytes, changed, stateBefore, authors: authorsOf(taken) },
      nowMs,
    );
    for (const participant of batch.earned) this.audience.revealTo(participant, batch.acceptedAt);
    if (rulingsAmong(values).length > 0) {
      this.ruled.heed();
      if (this.owesErasure) this.around.erase(this);
    }
    this.around.share(values);
  }

  /** Settles frames and answers step 1, in the order they came. */
  private answer({ taken, gaps }: Pending): void {
    const questions = taken.filter(isQuestion);
    if (questions.length > 0) this.sight.answerStep1(questions);
    for (const listener of authorsOf(taken)) listener.settle();
    for (const listener of gaps) this.sight.sendStep1(listener, this.stateOnDisk);
  }

  /** The state vector of what is on disk: while a batch waits for that, the memory is ahead of it (DUR1). */
  private get stateOnDisk(): Uint8Array {
    return this.content.stateVector(this.inbox.clocksOnDisk);
  }

  /** The batch could not be written: tell the writers, keep everything, let readers read (DUR5). */
  hold(reason: HeldReason): void {
    if (this.heldReason !== reason) {
      this.heldReason = reason;
      for (const listener of this.audience.listeners) listener.sendHeld(reason);
    }
    void this.answerFromDisk();
  }

  /** While commits fail the memory is ahead of the disk, so readers are answered from the disk (DUR1, DUR5). */
  private async answerFromDisk(): Promise<void> {
    const questions = this.inbox.takeQuestions();
    if (questions.length === 0) return;
    const content = await this.around.reload(this);
    if (!content) {
      // The disk cannot be read either.
      this.inbox.putBack(questions);
      // It may have come and gone while the disk was asked.
      if (!this.heldReason) this.around.markDirty(this);
      return;
    }
    this.sight.answerStep1(questions, content);
    content.destroy();
  }

  /** Called twice a second: sight that comes with time, readers that have drained, signs of life. */
  sweep(nowMs: number, isHeartbeat: boolean): void {
    const nowIso = new Date(nowMs).toISOString();
    for (const listener of this.audience.listeners) {
      if (listener.closeExpired(nowIso)) continue;
      this.audience.showMore(listener, nowIso);
      const from = this.heldReason || this.inbox.isPending ? undefined : listener.drained(nowMs);
      if (from) this.sight.catchUp(listener, from);
      if (isHeartbeat) listener.sendDurable();
    }
  }

  /** Closes every socket and forgets the document; whoever wants it loads it from disk again. */
  shut(code: number, reason: string): void {
    this.isShut = true;
    this.audience.dismiss(code, reason);
    this.content.destroy();
  }
}

/** Whose frames are to be settled. */
function authorsOf(taken: Pending['taken']): Set<Listener> {
  return new Set(taken.filter((frame) => !isQuestion(frame)).map(({ from }) => from));
}
