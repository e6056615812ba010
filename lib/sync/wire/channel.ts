// One document of a room as its writer has it: the outbox in front of it, what is shown of it, and what happens when
// the server refuses (GATE10). Replicas come and go beneath it; the words stay.

import type { Awareness } from 'y-protocols/awareness';
import type { DocumentKind, DocumentName } from '#lib/model/document.ts';
import {
  type CounterpointRecord,
  type Entry,
  type ParticipantId,
  parseRecord,
  type Ref,
} from '#lib/model/record.ts';
import { ownPrefix } from '../device/device-store.ts';
import { cacheName } from '../device/document-cache.ts';
import { type Change, Outbox, type RecordChange } from '../device/outbox.ts';
import { LayerView } from '../layer-view.ts';
import { putRecord, recordAt, removeRecord } from '../layers.ts';
import { Replica, type ReplicaEvents } from '../replica.ts';
import type { RoomEnvironment } from '../room-environment.ts';
import type { FirstSync, Gone, RefusedDraft, Trouble, Unsaved } from '../room-state.ts';
import type { ChannelStatus } from '../save-state.ts';
import type { FrameAt, SyncFrameKind } from './counting-socket.ts';
import { inFrames } from './frames.ts';
import { close, type HeldReason, type Hello, type RefusedRecord, type TimesRow } from './protocol.ts';
import { draftOf, hopelessRecord, largestOf, type Refusal, refusalsOf } from './refusal.ts';
import { RefusedDrafts } from './refused-drafts.ts';

export type ChannelOptions = {
  place: DocumentKind;
  document: DocumentName;
  participant: ParticipantId;
  syncUrl: string;
  /** Whether others see here that one is present. */
  isPresent: boolean;
};

export type ChannelEvents = {
  changed(): void;
  hello(hello: Hello): void;
  /** The server has just said that it took something at this time, ISO UTC. */
  taken(at: string): void;
  roster(): void;
  gone(reason: Gone): void;
  /** A document was opened; its client id, and so one's presence, is new. */
  opened(awareness: Awareness): void;
};

/** How often a document is opened anew without anything gained by it, before giving up. */
const maxFruitless = 3;
/** A replica that lived this long counts as something gained. */
const longLifeMs = 10_000;

export class Channel {
  readonly #options: ChannelOptions;
  readonly #environment: RoomEnvironment;
  readonly #events: ChannelEvents;
  readonly #outbox: Outbox;
  readonly #view: LayerView;
  readonly #refused: RefusedDrafts;
  readonly #prefix: string;
  readonly #cacheName: string;
  #replica: Replica | null = null;
  #link: ChannelStatus['link'] = 'connecting';
  #held: HeldReason | null = null;
  #stopped: Unsaved | null = null;
  /** The document at hand continues the server's, so that writing on it conflicts with nothing one wrote before. */
  #isWritable = false;
  #isReady = false;
  #firstSync: FirstSync = 'pending';
  #isEnded = false;
  #isGone = false;
  #isRestarting = false;
  #writing: readonly Change[] = [];
  #puts: Promise<void> = Promise.resolve();
  #settledUpTo: FrameAt | null = null;
  #fruitless = 0;
  #openedAtMs = 0;

  /** Reads what this device holds of the document, shows it, and begins to connect. */
  static async open(
    options: ChannelOptions,
    environment: RoomEnvironment,
    events: ChannelEvents,
  ): Promise<Channel> {
    const channel = new Channel(options, environment, events);
    await channel.#start();
    return channel;
  }

  private constructor(options: ChannelOptions, environment: RoomEnvironment, events: ChannelEvents) {
    const { document, participant } = options;
    this.#options = options;
    this.#environment = environment;
    this.#events = events;
    this.#prefix = ownPrefix(document, participant);
    this.#cacheName = cacheName(document, participant);
    this.#outbox = new Outbox(environment.store.outbox, document, participant, environment.tab);
    this.#view = new LayerView(() => events.changed());
    this.#refused = new RefusedDrafts(environment.store.drafts, options.place);
  }

  /** Whether the copy on this device or the server has given the document. */
  get isReady(): boolean {
    return this.#isReady;
  }

  get firstSync(): FirstSync {
    return this.#firstSync;
  }

  get entries(): ReadonlyMap<Ref, Entry> {
    return this.#view.entries();
  }

  get unsettled(): number {
    return this.#outbox.unsettled;
  }

  get status(): ChannelStatus {
    return { link: this.#link, unsettled: this.unsettled, held: this.#held, stopped: this.#stopped };
  }

  /** Refused words; once the room is gone, the unsettled ones too. */
  get drafts(): readonly RefusedDraft[] {
    if (!this.#isGone) return this.#refused.all;
    const unsettled = this.#outbox.changes.map((change) =>
      draftOf(this.#options.place, { change, ...trouble('unsettled') }),
    );
    return [...this.#refused.all, ...unsettled];
  }

  /** Why the latest refused draft still kept was refused. */
  get refusal(): Unsaved | null {
    return this.#refused.latest;
  }

  /** Writes records, or deletes them: outbox first, then the document, in as few frames as they fit in. In the order of the calls. */
  put(records: readonly RecordChange[]): Promise<void> {
    const kept = this.#outbox.add(records);
    this.#events.changed();
    const written = this.#puts.then(async () => {
      for (const frame of inFrames(await kept)) this.#write(frame);
    });
    // One write that throws must not hold up the next.
    this.#puts = written.catch(() => {});
    return written;
  }

  async dropDraft(key: string): Promise<void> {
    const dropped = this.#refused.drop(key);
    if (this.#isGone) await this.#outbox.remove(this.#outbox.changes.filter((change) => change.key === key));
    await dropped;
    this.#events.changed();
  }

  /** The device lost its network: a socket would notice only after half a minute. */
  pause(): void {
    this.#replica?.disconnect();
  }

  resume(): void {
    if (!this.#isEnded && this.#stopped === null) this.#replica?.connect();
  }

  /** The room is not to be had any more: what was shown stays, unsettled words become drafts in the outbox. */
  leave(): void {
    this.#isGone = true;
    this.close();
    this.#events.changed();
  }

  close(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#isWritable = false;
    this.#view.hold();
    void this.#replica?.close();
  }

  async #start(): Promise<void> {
    const { times, caches } = this.#environment.store;
    const [known] = await Promise.all([
      times.all(this.#prefix),
      this.#refused.read(this.#prefix),
      caches.put([[this.#cacheName, this.#cacheName]]),
      this.#outbox.adopt(),
    ]);
    this.#view.takeTimes(known.map(([, row]) => row));
    await this.#open();
  }

  async #open(): Promise<void> {
    const { document, syncUrl, isPresent } = this.#options;
    const { openCache, WebSocket } = this.#environment;
    const options = { document, syncUrl, isPresent, openCache, WebSocket, cacheName: this.#cacheName };
    const replica = await Replica.open(options, this.#replicaEvents());
    if (this.#isEnded) return replica.close();
    this.#replica = replica;
    this.#openedAtMs = Date.now();
    this.#isRestarting = false;
    if (replica.hasCopy) this.#beginWriting(replica, false);
    else for (const change of this.#outbox.changes) this.#showAhead(change);
    this.#events.opened(replica.awareness);
    replica.connect();
  }

  #replicaEvents(): ReplicaEvents {
    return {
      sent: (kind, at) => this.#onSent(kind, at),
      connected: () => this.#setLink('connected'),
      synced: () => this.#onSynced(),
      lost: () => this.#onLost(),
      closed: (code, reason) => this.#onClosed(code, reason),
      hello: (hello) => this.#onHello(hello),
      durable: (upTo) => this.#onDurable(upTo),
      refused: (at, records) => this.#onRefused(at, records),
      times: (rows) => this.#onTimes(rows),
      held: (reason) => this.#setHeld(reason),
      roster: () => this.#events.roster(),
    };
  }

  /**
   * Shows the replica and writes on it what waits in the outbox. What already stands there as the server gave it is
   * settled; what stands there from the copy goes out with step 2.
   */
  #beginWriting(replica: Replica, isFromServer: boolean): void {
    this.#view.follow(replica.doc);
    this.#isWritable = true;
    this.#isReady = true;
    for (const change of this.#outbox.lastUnwritten()) {
      if (!this.#stands(replica, change)) this.#write([change]);
      else if (isFromServer) void this.#outbox.remove([change]);
      else change.isWritten = true;
    }
  }

  #write(changes: readonly Change[]): void {
    // Written or given up meanwhile, when a document was opened or synced.
    const open = changes.filter((change) => !change.isWritten && this.#outbox.changes.includes(change));
    if (!this.#isWritable || !this.#replica) {
      for (const change of open) this.#showAhead(change);
      return;
    }
    const { doc } = this.#replica;
    const isNothing = ({ participant, id, value }: Change) => !value && !recordAt(doc, participant, id);
    // Nothing to delete, so no frame would ever carry it.
    const [empty, real] = [open.filter(isNothing), open.filter((change) => !isNothing(change))];
    void this.#outbox.remove(empty);
    this.#writing = real;
    for (const change of real) change.isWritten = true;
    try {
      // One transaction is one update, and so one frame.
      doc.transact(() => {
        for (const { participant, id, value } of real) {
          if (value) putRecord(doc, participant, id, value);
          else removeRecord(doc, participant, id);
        }
      });
    } finally {
      this.#writing = [];
    }
  }

  #showAhead({ participant, id, value }: Change): void {
    this.#view.showAhead(participant, id, value);
  }

  #stands({ doc }: Replica, { participant, id, value }: Change): boolean {
    return canonical(recordAt(doc, participant, id) ?? null) === canonical(value);
  }

  /** y-websocket sends an update while it is being written, and step 2 whenever the server asks. */
  #onSent(kind: SyncFrameKind, at: FrameAt): void {
    if (kind === 'step2') this.#outbox.coverWritten(at);
    else for (const change of this.#writing) change.sentAt = at;
  }

  #onHello(hello: Hello): void {
    // Another account signed in beside this tab: these words are not theirs to send.
    if (hello.participant !== this.#options.participant) this.#events.gone('signed-out');
    else this.#events.hello(hello);
  }

  #onSynced(): void {
    if (!this.#isWritable && this.#replica) this.#beginWriting(this.#replica, true);
    this.#firstSync = 'synced';
    this.#setLink('synced');
    void this.#sendForOthers();
  }

  /** Takes over from tabs that were closed since, and writes it even where it stands, so that a frame carries it. */
  async #sendForOthers(): Promise<void> {
    await this.#outbox.adopt();
    for (const change of this.#outbox.lastUnwritten()) this.#write([change]);
    this.#events.changed();
  }

  #onLost(): void {
    this.#held = null;
    this.#missFirstSync();
    this.#setLink('lost');
  }

  #onDurable(upTo: FrameAt): void {
    const last = this.#settledUpTo;
    const isNews = last?.socket !== upTo.socket || upTo.frame > last.frame;
    this.#settledUpTo = upTo;
    if (this.#outbox.settle(upTo)) this.#fruitless = 0;
    // The server repeats the last count as a sign of life; that alone ends no holding of one's own frames.
    if (isNews || this.unsettled === 0) this.#held = null;
    this.#events.changed();
  }

  #onTimes(rows: readonly TimesRow[]): void {
    this.#view.takeTimes(rows);
    const newest = rows.reduce((last, [, , acceptedAt]) => (acceptedAt > last ? acceptedAt : last), '');
    if (newest) this.#events.taken(newest);
    void this.#environment.store.times.put(rows.map((row) => [this.#prefix + row[0], row]));
  }

  #onRefused(at: FrameAt, records: readonly RefusedRecord[]): void {
    const hopeless = hopelessRecord(records);
    const refusals = refusalsOf(this.#outbox.changes, at, records, this.#fruitless > 0);
    const [first] = records;
    if (hopeless) this.#stop(hopeless);
    else void this.#restart(refusals, first ?? trouble('unnamed'));
  }

  #onClosed(code: number, reason: string): void {
    if (code === close.notSignedIn) this.#events.gone('signed-out');
    else if (code === close.noSuchDocument) this.#events.gone('no-such-room');
    else if (code === close.tooLarge) this.#onTooLarge();
    else if (code === close.refused || code === close.otherLineage) {
      void this.#restart([], trouble('closed', reason || `${code}`));
    } else this.#stop(trouble('closed', reason || `${code}`));
  }

  /** The close code does not say which change was too large; the largest is the likeliest. */
  #onTooLarge(): void {
    const largest = largestOf(this.#outbox.changes);
    const why = trouble('too-large');
    if (largest) void this.#restart([{ change: largest, ...why }], why);
    else this.#events.gone('too-large');
  }

  /** GATE10: drops document and copy, turns the refused into drafts, and writes the rest again under a new client id. */
  async #restart(refusals: readonly Refusal[], why: Unsaved): Promise<void> {
    if (this.#isEnded || this.#isRestarting) return;
    this.#isRestarting = true;
    this.#isWritable = false;
    this.#held = null;
    this.#view.hold();
    this.#setLink('connecting');
    await Promise.all([this.#replica?.drop(), this.#keepAsDrafts(refusals)]);
    this.#outbox.startOver();
    if (this.#isEnded) return;
    if (this.#isGettingNowhere(refusals)) this.#stop(why);
    else await this.#open();
  }

  #isGettingNowhere(refusals: readonly Refusal[]): boolean {
    const isFruitful = refusals.length > 0 || Date.now() - this.#openedAtMs > longLifeMs;
    this.#fruitless = isFruitful ? 0 : this.#fruitless + 1;
    return this.#fruitless >= maxFruitless;
  }

  async #keepAsDrafts(refusals: readonly Refusal[]): Promise<void> {
    if (refusals.length === 0) return;
    await this.#refused.keep(refusals);
    await this.#outbox.remove(refusals.map(({ change }) => change));
  }

  #stop({ code, detail }: Unsaved): void {
    this.#stopped = { code, detail };
    this.#missFirstSync();
    this.#replica?.disconnect();
    this.#events.changed();
  }

  #missFirstSync(): void {
    if (this.#firstSync === 'pending') this.#firstSync = 'unreached';
  }

  #setLink(link: ChannelStatus['link']): void {
    this.#link = link;
    this.#events.changed();
  }

  #setHeld(reason: HeldReason): void {
    this.#held = reason;
    this.#events.changed();
  }
}

function trouble(code: Trouble, detail = ''): Unsaved {
  return { code, detail };
}

/** Parsing gives the fields of a record one order. */
function canonical(value: CounterpointRecord | null): string {
  const parsed = parseRecord(value);
  return JSON.stringify(parsed.ok ? parsed.value : value);
}
