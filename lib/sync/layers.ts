// The only file that knows the Yjs layout: one root Y.Map a participant, `layer:<participantId>`, whose keys are record
// ids and whose values are records as flat JSON. No nested types and no shared roots, so that no struct ever refers to
// another author's, and a layer can be sent, withheld or judged alone.

import type * as Y from 'yjs';
import {
  type CounterpointRecord,
  type Entry,
  type ParticipantId,
  parseRecord,
  type RecordId,
  type Ref,
  refOf,
} from '#lib/model/record.ts';

const layerPrefix = 'layer:';

/** The root under which a participant's records stand. */
export function layerName(participant: ParticipantId): string {
  return layerPrefix + participant;
}

/** Whose layer a root is; undefined for a root that is none. */
export function ownerOfRoot(root: string): ParticipantId | undefined {
  return root.startsWith(layerPrefix) ? root.slice(layerPrefix.length) : undefined;
}

/** Writes one record on one's own layer, in one transaction. Absent fields stay out: `undefined` is no JSON. */
export function putRecord(
  doc: Y.Doc,
  participant: ParticipantId,
  id: RecordId,
  value: CounterpointRecord,
): void {
  const json = Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));
  doc.getMap(layerName(participant)).set(id, json);
}

/** Takes a record off one's own layer. Only reactions may go so: the gate refuses it for all others. */
export function removeRecord(doc: Y.Doc, participant: ParticipantId, id: RecordId): void {
  doc.getMap(layerName(participant)).delete(id);
}

/** The record standing under a key now; undefined for none and for what is no record. */
export function recordAt(
  doc: Y.Doc,
  participant: ParticipantId,
  id: RecordId,
): CounterpointRecord | undefined {
  const parsed = parseRecord(valueAt(doc, participant, id));
  return parsed.ok ? parsed.value : undefined;
}

/** What stands under a key now, whatever it is. */
export function valueAt(doc: Y.Doc, participant: ParticipantId, id: RecordId): unknown {
  const root = layerName(participant);
  return doc.share.has(root) ? doc.getMap(root).get(id) : undefined;
}

/** The records of one layer, with their ids; all, or those of one type, which spares the parsing of the others. */
export function* recordsOfLayer(
  doc: Y.Doc,
  participant: ParticipantId,
  type?: CounterpointRecord['type'],
): Iterable<[id: RecordId, record: CounterpointRecord]> {
  if (!doc.share.has(layerName(participant))) return;
  for (const [id, value] of doc.getMap(layerName(participant))) {
    if (type !== undefined && !isOfType(value, type)) continue;
    const parsed = parseRecord(value);
    if (parsed.ok) yield [id, parsed.value];
  }
}

function isOfType(value: unknown, type: string): boolean {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === type;
}

/** Every record of every layer, or those of one type. What does not parse is left out: the screen never sees it. */
export function entriesOf(doc: Y.Doc, type?: CounterpointRecord['type']): Map<Ref, Entry> {
  const entries = new Map<Ref, Entry>();
  for (const root of [...doc.share.keys()]) {
    const participant = ownerOfRoot(root);
    if (participant === undefined) continue;
    for (const [id, value] of recordsOfLayer(doc, participant, type)) {
      const ref = refOf(participant, id);
      entries.set(ref, { ref, participant, id, value });
    }
  }
  return entries;
}

/** Calls back after each transaction that touched a layer, with the names of the records it touched; gives the way to stop. */
export function observeLayers(doc: Y.Doc, onChange: (refs: Ref[]) => void): () => void {
  const listener = (transaction: Y.Transaction) => {
    const refs = changedRefs(doc, transaction);
    if (refs.length > 0) onChange(refs);
  };
  doc.on('afterTransaction', listener);
  return () => doc.off('afterTransaction', listener);
}

/** The records whose keys a transaction set or deleted. */
export function changedRefs(doc: Y.Doc, transaction: Y.Transaction): Ref[] {
  if (transaction.changed.size === 0) return [];
  const refs: Ref[] = [];
  for (const [root, type] of doc.share) {
    const keys = transaction.changed.get(type as never);
    const participant = keys && ownerOfRoot(root);
    if (participant === undefined) continue;
    for (const key of keys ?? []) if (key !== null) refs.push(refOf(participant, key));
  }
  return refs;
}
