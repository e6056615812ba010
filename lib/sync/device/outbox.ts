// The outbox (GATE10): every change is kept on this device before it is written to the document, and cleared only when
// the server says that the frame which carried it is on disk. Knows frames and keys; knows no Yjs.

import type { DocumentName } from '#lib/model/document.ts';
import type { CounterpointRecord, ParticipantId, RecordId } from '#lib/model/record.ts';
import type { FrameAt } from '../wire/counting-socket.ts';
import { type OutboxRow, ownPrefix, type Shelf } from './device-store.ts';
import type { Tab } from './tab.ts';

/** What a record shall be; null where it shall go. */
export type RecordChange = readonly [id: RecordId, value: CounterpointRecord | null];

/** A change and how far it has come. */
export type Change = OutboxRow & {
  key: string;
  /** Whether this device has it, so that it may be written. */
  isKept: boolean;
  /** Whether it stands in the document that is open now. */
  isWritten: boolean;
  /** The frame that carries it; null until one has gone out on the present socket. */
  sentAt: FrameAt | null;
};

export class Outbox {
  readonly #shelf: Shelf<OutboxRow>;
  readonly #document: DocumentName;
  readonly #participant: ParticipantId;
  readonly #tab: Tab;
  readonly #prefix: string;
  #changes: Change[] = [];
  #lastStampMs = 0;
  #count = 0;
  #adopting: Promise<void> = Promise.resolve();

  constructor(shelf: Shelf<OutboxRow>, document: DocumentName, participant: ParticipantId, tab: Tab) {
    this.#shelf = shelf;
    this.#document = document;
    this.#participant = participant;
    this.#tab = tab;
    this.#prefix = ownPrefix(document, participant);
  }

  /** Unsettled changes of this tab, oldest first. */
  get changes(): readonly Change[] {
    return this.#changes;
  }

  /** How many records have a change that is only on this device. */
  get unsettled(): number {
    return new Set(this.#changes.map((change) => change.id)).size;
  }

  /** Counts changes at once, and persists them together; only afterwards may they be written to the document. */
  async add(records: readonly RecordChange[]): Promise<readonly Change[]> {
    const at = new Date().toISOString();
    const of = { document: this.#document, participant: this.#participant, at, tab: this.#tab.id };
    const rows = records.map(([id, value]) => [this.#nextKey(), { ...of, id, value }] as const);
    const added = rows.map(
      ([key, row]): Change => ({ ...row, key, isKept: false, isWritten: false, sentAt: null }),
    );
    this.#changes.push(...added);
    await this.#shelf.put(rows);
    for (const change of added) change.isKept = true;
    return added;
  }

  /** Takes over what tabs that are gone have left. */
  adopt(): Promise<void> {
    this.#adopting = this.#adopting.then(() => this.#adopt());
    return this.#adopting;
  }

  /** A step 2 carries all that the document holds and the server lacks. */
  coverWritten(at: FrameAt): void {
    for (const change of this.#changes) {
      if (change.isWritten && change.sentAt?.socket !== at.socket) change.sentAt = at;
    }
  }

  /** Clears what the first `upTo.frame` frames of a socket carried; tells whether that was anything. */
  settle(upTo: FrameAt): boolean {
    const settled = this.#changes.filter(
      ({ sentAt }) => sentAt?.socket === upTo.socket && sentAt.frame <= upTo.frame,
    );
    void this.remove(settled);
    return settled.length > 0;
  }

  /**
   * Changes not in the document now, each the last of its record. Those that a later change of the same record has
   * overtaken, in whatever tab it was made, are given up.
   */
  lastUnwritten(): readonly Change[] {
    const last = new Map(this.#changes.map((change) => [change.id, change]));
    const unwritten = this.#changes.filter((change) => change.isKept && !change.isWritten);
    void this.remove(unwritten.filter((change) => last.get(change.id) !== change));
    return unwritten.filter((change) => last.get(change.id) === change);
  }

  /** After the document was dropped: nothing stands anywhere but here. */
  startOver(): void {
    for (const change of this.#changes) {
      change.isWritten = false;
      change.sentAt = null;
    }
  }

  async remove(gone: readonly Change[]): Promise<void> {
    if (gone.length === 0) return;
    const keys = new Set(gone.map((change) => change.key));
    this.#changes = this.#changes.filter((change) => !keys.has(change.key));
    await this.#shelf.delete([...keys]);
  }

  async #adopt(): Promise<void> {
    const alive = new Map([[this.#tab.id, true]]);
    const left: Array<[key: string, row: OutboxRow]> = [];
    for (const [key, row] of await this.#shelf.all(this.#prefix)) {
      if (!alive.has(row.tab)) alive.set(row.tab, await this.#tab.isAlive(row.tab));
      if (!alive.get(row.tab)) left.push([key, { ...row, tab: this.#tab.id }]);
    }
    const known = new Set(this.#changes.map((change) => change.key));
    const adopted = left
      .filter(([key]) => !known.has(key))
      .map(([key, row]): Change => ({ ...row, key, isKept: true, isWritten: false, sentAt: null }));
    this.#changes = [...this.#changes, ...adopted].sort((a, b) => (a.key < b.key ? -1 : 1));
    if (left.length > 0) await this.#shelf.put(left);
  }

  /** Sorts by time, then by count, also across tabs and when the clock is set back. */
  #nextKey(): string {
    this.#lastStampMs = Math.max(this.#lastStampMs, Date.now());
    const stamp = this.#lastStampMs.toString(36).padStart(10, '0');
    const count = (this.#count++).toString(36).padStart(6, '0');
    return `${this.#prefix}${stamp}-${count}-${this.#tab.id}`;
  }
}
