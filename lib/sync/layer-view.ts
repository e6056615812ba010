// The records of one document as plain values: what the document says, with the server's times, and one's own words
// in front of both while the document cannot be written. Patches only what changed.

import type * as Y from 'yjs';
import {
  type CounterpointRecord,
  type Entry,
  type ParticipantId,
  partsOf,
  type RecordId,
  type Ref,
  refOf,
} from '#lib/model/record.ts';
import { entriesOf, observeLayers, recordAt } from './layers.ts';
import type { TimesRow } from './wire/protocol.ts';

export class LayerView {
  readonly #onChange: () => void;
  readonly #times = new Map<Ref, TimesRow>();
  /** One's own words that the document does not hold yet; null for a deletion. */
  readonly #ahead = new Map<Ref, CounterpointRecord | null>();
  readonly #stale = new Set<Ref>();
  #entries: ReadonlyMap<Ref, Entry> = new Map();
  #doc: Y.Doc | null = null;
  #stopObserving = () => {};

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Shows this document from now on. */
  follow(doc: Y.Doc): void {
    this.hold();
    this.#doc = doc;
    this.#ahead.clear();
    this.#stale.clear();
    this.#entries = new Map([...entriesOf(doc)].map(([ref, entry]) => [ref, this.#dated(entry)]));
    this.#stopObserving = observeLayers(doc, (refs) => this.#touch(refs));
    this.#onChange();
  }

  /** Goes on showing what was last shown, while there is no document to follow. */
  hold(): void {
    this.entries();
    this.#stopObserving();
    this.#stopObserving = () => {};
    this.#doc = null;
  }

  /** Shows a change that is not in the document; the next `follow` forgets it. */
  showAhead(participant: ParticipantId, id: RecordId, value: CounterpointRecord | null): void {
    const ref = refOf(participant, id);
    this.#ahead.set(ref, value);
    this.#touch([ref]);
  }

  takeTimes(rows: readonly TimesRow[]): void {
    for (const row of rows) this.#times.set(row[0], row);
    this.#touch(rows.map(([ref]) => ref));
  }

  /** A new Map whenever a record changed, else the same. */
  entries(): ReadonlyMap<Ref, Entry> {
    if (this.#stale.size === 0) return this.#entries;
    const patched = new Map(this.#entries);
    for (const ref of this.#stale) {
      const entry = this.#read(ref);
      if (entry) patched.set(ref, entry);
      else patched.delete(ref);
    }
    this.#stale.clear();
    this.#entries = patched;
    return patched;
  }

  #touch(refs: readonly Ref[]): void {
    if (refs.length === 0) return;
    for (const ref of refs) this.#stale.add(ref);
    this.#onChange();
  }

  #read(ref: Ref): Entry | undefined {
    const { participant, id } = partsOf(ref);
    const value = this.#valueOf(ref, participant, id);
    return value ? this.#dated({ ref, participant, id, value }) : undefined;
  }

  #valueOf(ref: Ref, participant: ParticipantId, id: RecordId): CounterpointRecord | null | undefined {
    const ahead = this.#ahead.get(ref);
    if (ahead !== undefined) return ahead;
    return this.#doc ? recordAt(this.#doc, participant, id) : this.#entries.get(ref)?.value;
  }

  #dated(entry: Entry): Entry {
    const times = this.#times.get(entry.ref);
    if (!times) return entry;
    const [, seq, acceptedAt, createdAt] = times;
    return { ...entry, seq, acceptedAt, createdAt };
  }
}
