// The review documents that are open on this page: the student's who is looked at, and those left a moment ago, until
// everything written in them is on the server. Reviewers go from student to student faster than a connection opens.

import type { CounterpointRecord, Entry, ParticipantId, RecordId, Ref } from '#lib/model/record.ts';
import type { DocumentClient } from '#lib/sync/document-client.ts';

/** How many documents stay open besides the one that is looked at. */
const kept = 3;

export type PoolSave =
  | { kind: 'saved' }
  | { kind: 'saving' }
  /** Nothing can be sent just now; what was written is only on this page. */
  | { kind: 'waiting' }
  | { kind: 'refused'; count: number };

type Opened = { promise: Promise<DocumentClient>; client: DocumentClient | null };

export class ReviewPool {
  readonly #connect: (student: ParticipantId) => Promise<DocumentClient>;
  readonly #listeners = new Set<() => void>();
  /** In the order in which they were last looked at. */
  readonly #opened = new Map<ParticipantId, Opened>();
  /** What documents held when they were closed, or when the page was rendered. */
  readonly #known: Map<ParticipantId, ReadonlyMap<Ref, Entry>>;
  #failed = false;
  #version = 0;
  #waiting = 0;

  constructor(
    connect: (student: ParticipantId) => Promise<DocumentClient>,
    rendered: Iterable<readonly [ParticipantId, readonly Entry[]]>,
  ) {
    this.#connect = connect;
    this.#known = new Map(
      [...rendered].map(([student, entries]) => [student, new Map(entries.map((one) => [one.ref, one]))]),
    );
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Grows with every change (for useSyncExternalStore). */
  readonly version = (): number => this.#version;

  /** Opens a student's review, or keeps it open; the ones longest ago are closed. */
  look(student: ParticipantId): void {
    const opened = this.#opened.get(student) ?? this.#open(student);
    this.#opened.delete(student);
    this.#opened.set(student, opened);
    this.#tidy();
  }

  entriesOf(student: ParticipantId): ReadonlyMap<Ref, Entry> {
    const state = this.#opened.get(student)?.client?.state();
    return state?.isReady ? state.entries : (this.#known.get(student) ?? nothing);
  }

  /** Writes on one's own layer of a student's review; resolves once it is on this screen. */
  async put(student: ParticipantId, id: RecordId, value: CounterpointRecord): Promise<void> {
    this.look(student);
    this.#waiting++;
    try {
      const client = await this.#opened.get(student)?.promise;
      await client?.put(id, value);
    } finally {
      this.#waiting--;
      this.#changed();
    }
  }

  save(): PoolSave {
    const states = this.#clients().map((client) => client.state());
    const refused = states.reduce((sum, state) => sum + state.refused.length, 0);
    if (refused > 0) return { kind: 'refused', count: refused };
    if (this.unsettled() === 0 && !this.#failed) return { kind: 'saved' };
    const isStuck = states.some(({ save }) => save.kind === 'offline' || save.kind === 'waiting');
    return { kind: this.#failed || isStuck ? 'waiting' : 'saving' };
  }

  unsettled(): number {
    return this.#clients().reduce((sum, client) => sum + client.unsettled(), this.#waiting);
  }

  close(): void {
    this.#listeners.clear();
    for (const client of this.#clients()) client.close();
    this.#opened.clear();
  }

  #open(student: ParticipantId): Opened {
    const opened: Opened = { promise: this.#connect(student), client: null };
    opened.promise.then(
      (client) => {
        if (this.#opened.get(student) !== opened) return client.close();
        opened.client = client;
        this.#failed = false;
        client.subscribe(() => this.#changed());
        this.#changed();
      },
      () => {
        // Looking again, or writing, tries again.
        if (this.#opened.get(student) === opened) this.#opened.delete(student);
        this.#failed = true;
        this.#changed();
      },
    );
    return opened;
  }

  #tidy(): void {
    const closable = [...this.#opened].slice(0, -1 - kept);
    for (const [student, { client }] of closable) {
      if (!client || client.unsettled() > 0 || client.state().refused.length > 0) continue;
      if (client.state().isReady) this.#known.set(student, client.state().entries);
      this.#opened.delete(student);
      client.close();
    }
  }

  #clients(): DocumentClient[] {
    return [...this.#opened.values()].flatMap(({ client }) => client ?? []);
  }

  #changed(): void {
    this.#version++;
    for (const listener of [...this.#listeners]) listener();
  }
}

const nothing: ReadonlyMap<Ref, Entry> = new Map();
