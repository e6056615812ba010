// What a document holds. After loading it is the stored bytes, joined to one update, which is enough for who only reads;
// the Y.Doc is built the first time that someone writes, or asks what the bytes alone do not tell.

import * as Y from 'yjs';
import { hashOf } from '#lib/data/ids.ts';
import { entriesOf } from '#lib/sync/layers.ts';
import { JoinedUpdate } from '../gate/joined.ts';

export class Content {
  private stored: JoinedUpdate | undefined;
  private built: Y.Doc | undefined;

  /** Takes stored updates in their order; throws when they do not make a whole document (DUR7). */
  constructor(updates: readonly Uint8Array[]) {
    this.stored = JoinedUpdate.of(updates);
    if (!this.stored) this.built = builtFrom(updates);
  }

  /** The document itself, to be judged against and changed. Building a large one takes long. */
  get doc(): Y.Doc {
    if (!this.built) {
      this.built = builtFrom(this.stored ? [this.stored.bytes] : []);
      this.stored = undefined;
    }
    return this.built;
  }

  /** How far a client has written: 0 for one that has not. */
  clockOf(client: number): number {
    return this.stored ? this.stored.endOf(client) : Y.getState(this.doc.store, client);
  }

  /** How far everyone has written: by these clocks, or where none are given, by now. */
  stateVector(clocks?: ReadonlyMap<number, number>): Uint8Array {
    if (clocks) return Y.encodeStateVector(new Map(clocks));
    return this.stored ? Y.encodeStateVector(this.stored.clocks()) : Y.encodeStateVector(this.doc);
  }

  /** All of it, as one update. */
  encode(): Uint8Array {
    return this.stored?.bytes ?? Y.encodeStateAsUpdate(this.doc);
  }

  /** What someone with this state vector lacks. Throws when it is none. */
  differenceFrom(stateVector: Uint8Array): Uint8Array {
    const fromBytes = this.stored?.since(Y.decodeStateVector(stateVector));
    return fromBytes ?? Y.encodeStateAsUpdate(this.doc, stateVector);
  }

  /** Can it be told without building it that no value has this text in this field? A value that was deleted may have had. */
  isFreeOf(field: string, text: string): boolean {
    return this.stored !== undefined && !this.stored.holds(fieldBytes(field, text));
  }

  destroy(): void {
    this.built?.destroy();
  }
}

/** A field of a record as lib0 writes it within a value: its name, the tag of a text, the text. Both are short. */
function fieldBytes(field: string, text: string): Buffer {
  return Buffer.from(
    [String.fromCharCode(field.length), field, String.fromCharCode(119, text.length), text].join(''),
    'latin1',
  );
}

function builtFrom(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc({ gc: true });
  applyStored(doc, updates);
  return doc;
}

/** Applies stored updates; throws when they leave anything pending, for then a part of the document is missing. */
export function applyStored(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update, 'disk');
  });
  if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error('the stored document has gaps');
}

/** Two documents with the same fingerprint hold the same structs, deletions and records, however Yjs has merged them. */
export function fingerprintOf(doc: Y.Doc): string {
  const records = [...entriesOf(doc)].sort(([a], [b]) => (a < b ? -1 : 1));
  return hashOf(Y.encodeSnapshot(Y.snapshot(doc))) + hashOf(JSON.stringify(records));
}
