// One live document: who is connected, and the frames on their way in. It has them judged when the committer says so, and
// shows nothing to anyone before the committer has it on disk (DUR1).

import * as Y from 'yjs';
import type { Limits } from '#lib/data/settings.ts';
import type { RecordTimes, StoredDocument } from '#lib/data/store/loading.ts';
import type { Batch } from '#lib/data/store/log.ts';
import type { DocumentAddress } from '#lib/model/document.ts';
import type { Locks } from '#lib/model/lock.ts';
import type { Role } from '#lib/model/permission.ts';
import { maxBodyBytes, type ParticipantId, type Ref } from '#lib/model/record.ts';
import { isRoundLocked } from '#lib/model/round/rule.ts';
import { close, type HeldReason, type Hello, syncMessage } from '#lib/sync/wire/protocol.ts';
import { reach } from '../failpoints.ts';
import { framesIn } from '../metrics.ts';
import { ClientIds } from './client-ids.ts';
import { Content, fingerprintOf } from './content.ts';
import { type Inbound, Judging, saysSomething } from './judging.ts';
import type { Listener } from './listener.ts';
import { Presence } from './presence.ts';
import { locksIn, rulingsAmong, rulingsIn, unerasedIn } from './rulings.ts';
import { Sight } from './sight.ts';
import { isOtherStanding, type Standing } from './standing.ts';

/** A judged batch with what is to be sent once it is on disk. */
type Pending = {
  batch: Batch | null;
  taken: Inbound[];
  /** Each client's clock before this; undefined where nothing was changed. */
  before: ReadonlyMap<number, number> | undefined;
  changed: Ref[];
  /** Whose frames left a gap: they are asked by step 1 (GATE3). */
  gaps: Set<Listener>;
};

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

const lessSight = 'you may now see less';

export class Room {
  readonly name: string;
  readonly address: DocumentAddress;
  readonly lineage: string;
  readonly listeners = new Set<Listener>();
  private readonly content: Content;
  private readonly clientIds = new ClientIds();
  private readonly times: Map<Ref, RecordTimes>;
  private readonly presence: Presence;
  private readonly sight: Sight;
  private readonly judging: Judging;
  private readonly around: RoomSurroundings;
  /** What the rulings lock; not known before someone writes. */
  private ruled: { locks: Locks | undefined } | undefined;
  /** Does it still hold words that a ruling erased? */
  owesErasure = false;
  private inbox: Inbound[] = [];
  private pending: Pending | undefined;
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
    this.content = new Content(stored.updates);
    const { content, times } = this;
    this.sight = new Sight({ kind: address.kind, content, owners: this.clientIds.owners, times }, roles);
    this.judging = new Judging(
      {
        ...{ name: this.name, address, content, clientIds: this.clientIds, limits: around.limits },
        locks: () => this.locks,
        isEarnedBy: (listener) => this.sight.isEarnedBy(listener),
      },
      stored,
    );
    for (const { client, participant, claimedAt } of stored.owners) {
      // Layers are independent of each other: a missing one would leave no gap to notice.
      if (content.clockOf(client) === 0) throw new Error(`client ${client} wrote, and its words are missing`);
      this.clientIds.own(client, participant, claimedAt);
    }
    if (!content.isFreeOf('act', 'erase')) this.heedRulings();
    this.presence = new Presence(
      () => this.listeners,
      (listener, participant) => this.sight.isVisible(listener, participant),
    );
  }

  get version(): number {
    return this.judging.version;
  }

  get isIdle(): boolean {
    return this.listeners.size === 0 && this.inbox.length === 0 && !this.pending;
  }

  /** The whole document as one update, for a snapshot, and what proves that a copy of it is whole. */
  encode(): { bytes: Uint8Array; fingerprint: string } {
    const { doc } = this.content;
    return { bytes: Y.encodeStateAsUpdate(doc), fingerprint: fingerprintOf(doc) };
  }

  /** Lets a socket in: HELLO first, then what y-websocket expects. False when it was closed instead. */
  enter(listener: Listener, declared: { client: number | undefined; lineage: string | undefined }): boolean {
    listener.sendHello(this.hello(listener));
    if (declared.lineage !== undefined && declared.lineage !== this.lineage) {
      listener.close(close.otherLineage, 'another lineage');
      return false;
    }
    if (declared.client !== undefined && !this.clientIds.mayDeclare(declared.client, listener.participant)) {
      listener.close(close.otherLineage, 'this client id is taken');
      return false;
    }
    listener.client = declared.client;
    this.noteClientId(listener);
    this.listeners.add(listener);
    this.sight.admit(listener);
    if (this.heldReason) listener.sendHeld(this.heldReason);
    this.sight.sendStep1(listener, this.committedState);
    this.presence.tell(listener);
    return true;
  }

  leave(listener: Listener): void {
    listener.isOpen = false;
    this.listeners.delete(listener);
    this.presence.leave(listener);
    if (listener.client !== undefined) this.clientIds.release(listener.client, listener);
  }

  private noteClientId(listener: Listener): void {
    const { client, participant } = listener;
    if (client !== undefined) this.clientIds.note(client, participant, listener);
  }

  /** Takes a sync frame; it is judged or answered with the next commit, in the order it came. */
  take(from: Listener, kind: number, bytes: Uint8Array): void {
    if (!from.isOpen) return;
    const isQuestion = kind === syncMessage.step1;
    if (!isQuestion) from.received++;
    // Never settled, so it stays on its author's device.
    if (this.isOutOfService && !isQuestion) return;
    const name = isQuestion ? 'step1' : kind === syncMessage.step2 ? 'step2' : 'update';
    this.inbox.push({ from, kind: name, n: isQuestion ? 0 : from.received, bytes });
    framesIn.inc({ kind: name });
    from.waitingBytes += bytes.length;
    this.around.markDirty(this);
  }

  hearPresence(from: Listener, bytes: Uint8Array): void {
    if (!from.isOpen) return;
    framesIn.inc({ kind: 'presence' });
    // Being seen, and at which words, would tell the debaters something too.
    if (isRoundLocked(from.standing, from.standing.settings.round?.stage)) return;
    if (!this.presence.hear(from, bytes, (client) => this.clientIds.mayDeclare(client, from.participant))) {
      from.close(close.refused, 'malformed presence');
    }
    // Else someone else could write under an id that so far was only seen.
    this.noteClientId(from);
  }

  tellPresence(to: Listener): void {
    this.presence.tell(to);
  }

  /** Everyone with a frame waiting: whose access the committer reads again in its transaction. */
  writers(): Set<Listener> {
    return new Set([...this.inbox, ...(this.pending?.taken ?? [])].map((frame) => frame.from));
  }

  /**
   * Judges what has come in and applies it to the document in memory; gives the batch to write, or null when nothing of
   * it is new. While a batch waits for a failing disk the same one is given again (DUR5).
   */
  prepare(now: Date): Batch | null {
    if (!this.pending) this.pending = this.judgeInbox(now);
    return this.pending.batch;
  }

  /** Is a judged batch waiting for the disk? */
  get isPending(): boolean {
    return this.pending !== undefined;
  }

  /** Is it only to be read, and takes no words (DUR7)? */
  get isOutOfService(): boolean {
    return this.around.outOfService !== undefined;
  }

  /** Are commits failing? */
  get isHeld(): boolean {
    return this.heldReason !== undefined;
  }

  /** How many frames are judged and wait for the disk. */
  get judgedFrames(): number {
    return this.pending?.taken.length ?? 0;
  }

  /** How many frames wait to be judged or for the disk. */
  get waitingFrames(): number {
    return this.inbox.length + this.judgedFrames;
  }

  /** The batch is on disk: now, and not before, everyone hears of it. */
  committed(nowMs: number): void {
    const { pending } = this;
    if (!pending) return;
    this.pending = undefined;
    this.heldReason = this.around.outOfService;
    // Who only listens gets one write anyway.
    const writers = new Set(pending.taken.filter(saysSomething).map(({ from }) => from));
    for (const listener of writers) listener.socket.cork();
    try {
      this.speak(pending, nowMs);
    } finally {
      for (const listener of writers) listener.socket.uncork();
    }
    if (this.inbox.length > 0) this.around.markDirty(this);
  }

  /** Broadcast, times and acknowledgements of a batch that is on disk. */
  private speak(pending: Pending, nowMs: number): void {
    const { batch, taken, changed } = pending;
    if (batch) {
      this.judging.written(batch);
      this.logRows++;
      this.keepTimes(batch);
      const authors = new Set(taken.filter(({ kind }) => kind !== 'step1').map(({ from }) => from));
      const { bytes } = batch;
      this.sight.broadcast(
        this.listeners,
        { bytes, changed, stateBefore: () => this.stateBefore(pending), authors },
        nowMs,
      );
      for (const participant of batch.earned) this.revealTo(participant, batch.acceptedAt);
      if (rulingsAmong(batch.values).length > 0) {
        this.heedRulings();
        if (this.owesErasure) this.around.erase(this);
      }
      this.around.share(batch.values);
    }
    reach('before-acknowledgement');
    this.answer(pending);
  }

  /** Locks are read again; what was erased goes once this commit is through. */
  private heedRulings(): void {
    const { doc } = this.content;
    const rulings = rulingsIn(doc, this.times);
    this.ruled = { locks: locksIn(doc, rulings) };
    this.owesErasure = unerasedIn(doc, rulings).length > 0;
  }

  private get locks(): Locks | undefined {
    if (!this.ruled) this.heedRulings();
    return this.ruled?.locks;
  }

  /** The batch could not be written: tell the writers, keep everything, let readers read (DUR5). */
  hold(reason: HeldReason): void {
    if (this.heldReason !== reason) {
      this.heldReason = reason;
      for (const listener of this.listeners) listener.sendHeld(reason);
    }
    void this.answerReadersFromDisk();
  }

  /**
   * Someone's access was read again: close, change or reveal accordingly (AUTH2, AUTH3). False when what they sent
   * under the access they had must not be written.
   */
  review(listener: Listener, standing: Standing | null, nowIso: string): boolean {
    if (!standing) {
      listener.close(close.notSignedIn, 'no longer allowed');
      return false;
    }
    if (isOtherStanding(listener.standing, standing)) {
      // Access is decided in one place, at the door: the client comes back and is judged anew.
      listener.close(close.restarting, 'access changed');
      return false;
    }
    listener.standing = standing;
    // What is seen already cannot be taken back but by closing.
    if (listener.hasSight && !this.sight.isEarnedBy(listener, nowIso)) {
      listener.close(close.otherLineage, lessSight);
    } else this.showMore(listener, nowIso);
    return true;
  }

  /** Names or roles changed. */
  updateRoster(roles: Map<ParticipantId, Role>): void {
    this.sight.setRoles(roles);
    const nowIso = new Date().toISOString();
    for (const listener of this.listeners) {
      listener.sendRoster();
      if (this.sight.seesTooMuch(listener)) listener.close(close.otherLineage, lessSight);
      else this.showMore(listener, nowIso);
    }
  }

  /** Called twice a second: sight that comes with time, readers that have drained, signs of life. */
  sweep(nowMs: number, isHeartbeat: boolean): void {
    const nowIso = new Date(nowMs).toISOString();
    for (const listener of this.listeners) {
      if (listener.closeExpired(nowIso)) continue;
      this.showMore(listener, nowIso);
      const from = this.heldReason || this.pending ? undefined : listener.drained(nowMs);
      if (from) this.sight.catchUp(listener, from);
      if (isHeartbeat) listener.sendDurable();
    }
  }

  /** Closes every socket and forgets the document; whoever wants it loads it from disk again. */
  shut(code: number, reason: string): void {
    this.isShut = true;
    for (const listener of [...this.listeners]) listener.close(code, reason);
    this.presence.stop();
    this.content.destroy();
  }

  private hello(listener: Listener): Hello {
    const { limits } = this.around;
    return {
      lineage: this.lineage,
      participant: listener.participant,
      role: listener.standing.role,
      side: listener.standing.side,
      now: new Date().toISOString(),
      limits: {
        updateBytes: limits.updateBytes,
        step2Bytes: limits.step2Bytes,
        bodyBytes: maxBodyBytes,
        awarenessBytes: limits.awarenessBytes,
      },
    };
  }

  /** The state vector of what is on disk: while a batch waits for that, the memory is ahead of it (DUR1). */
  private get committedState(): Uint8Array {
    return this.pending ? this.stateBefore(this.pending) : this.content.stateVector();
  }

  private stateBefore({ before }: Pending): Uint8Array {
    return before ? Y.encodeStateVector(new Map(before)) : this.content.stateVector();
  }

  private judgeInbox(now: Date): Pending {
    const taken = this.inbox;
    this.inbox = [];
    const judged = this.judging.judge(taken, now);
    return { ...judged, taken, changed: judged.batch?.values.map((value) => value.ref) ?? [] };
  }

  /** What TIMES tells of a commit, from when it is on disk. */
  private keepTimes({ standing, acceptedAt }: Batch): void {
    for (const { ref, seq } of standing) {
      const known = this.times.get(ref);
      this.times.set(ref, {
        seq: known?.seq ?? seq,
        acceptedAt,
        createdAt: known?.createdAt ?? acceptedAt,
      });
    }
  }

  /** Settles frames and answers step 1, in the order they came. */
  private answer({ taken, gaps }: Pending): void {
    const isQuestion = ({ kind }: Inbound) => kind === 'step1';
    const questions = taken.filter(isQuestion);
    if (questions.length > 0) this.sight.answerStep1(questions);
    const authors = new Set(taken.filter((frame) => !isQuestion(frame)).map(({ from }) => from));
    for (const listener of authors) listener.settle();
    for (const listener of gaps) this.sight.sendStep1(listener, this.committedState);
  }

  /** While commits fail the memory is ahead of the disk, so readers are answered from the disk (DUR1, DUR5). */
  private async answerReadersFromDisk(): Promise<void> {
    const isReader = (frame: Inbound) => frame.kind === 'step1';
    const readers = [...(this.pending?.taken ?? []), ...this.inbox].filter(isReader);
    if (readers.length === 0) return;
    this.inbox = this.inbox.filter((frame) => !isReader(frame));
    if (this.pending) this.pending.taken = this.pending.taken.filter((frame) => !isReader(frame));
    const doc = await this.around.reload(this);
    if (!doc) {
      // The disk cannot be read either: they wait for the next commit like everyone else.
      this.inbox.push(...readers);
      // It may have come and gone while the disk was asked.
      if (!this.heldReason) this.around.markDirty(this);
      return;
    }
    this.sight.answerStep1(readers, doc);
    doc.destroy();
  }

  private revealTo(participant: ParticipantId, at: string): void {
    for (const listener of this.listeners) {
      if (listener.participant !== participant || listener.hasSight) continue;
      listener.standing = { ...listener.standing, sightedAt: at };
      this.reveal(listener, true);
    }
  }

  /** Shows a socket what came into view, by sight that was earned or someone's becoming an instructor. */
  private showMore(listener: Listener, nowIso: string): void {
    if (listener.hasSight) return;
    const isEarned = this.sight.isEarnedBy(listener, nowIso);
    if (isEarned || this.sight.isOwedMore(listener)) this.reveal(listener, isEarned);
  }

  private reveal(listener: Listener, hasSight: boolean): void {
    // While a batch waits for the disk the memory is ahead of it (DUR1): the next sweep comes back to this.
    if (this.pending) return;
    this.sight.reveal(listener, hasSight);
    this.presence.tell(listener);
  }
}
