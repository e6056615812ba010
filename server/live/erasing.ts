// Erasing: words that must not be kept go from a document, its log, its snapshots and its history at once. The document
// begins a new lineage, so that every device drops its copy (DUR8); what was not erased stays as it is, times included.

import * as Y from 'yjs';
import { replaceDocument } from '#lib/data/store/erasing.ts';
import { loadDocument } from '#lib/data/store/loading.ts';
import { scrubOwed } from '#lib/data/store/scrubbing.ts';
import { type CounterpointRecord, type ParticipantId, partsOf, type Ref } from '#lib/model/record.ts';
import { entriesOf, putRecord } from '#lib/sync/layers.ts';
import { logger } from '../logger.ts';
import { applyStored } from '../room/content.ts';
import { emptied, rulingsIn, unerasedIn } from '../room/rulings.ts';

/** Erases what the document's own rulings say, from the files as well; false where the disk fails, and it is still there. */
export async function carryOutErasures(name: string): Promise<boolean> {
  try {
    const count = (await eraseFrom(name, (doc, times) => unerasedIn(doc, rulingsIn(doc, times)))) ?? 0;
    if (count > 0) await scrubOwed();
    logger.info({ document: name, count }, 'records were erased');
    return true;
  } catch (error) {
    logger.error({ document: name, err: error }, 'what was to be erased is still there');
    return false;
  }
}

/**
 * Erases everything that a participant ever said in a document, what they took back themselves included. Gives how many
 * records it emptied; null where the document is out of service and keeps them (DUR7). Owes a scrub of the files.
 */
export async function eraseLayers(name: string, participant: ParticipantId): Promise<number | null> {
  // A record that is gone from the document has its versions still, and the log its bytes: the times know of every one.
  return eraseFrom(name, (doc, times) =>
    [...entriesOf(doc).keys(), ...times.keys()].filter((ref) => partsOf(ref).participant === participant),
  );
}

type Times = Extract<Awaited<ReturnType<typeof loadDocument>>, { ok: true }>['document']['times'];

async function eraseFrom(name: string, choose: (doc: Y.Doc, times: Times) => Ref[]): Promise<number | null> {
  const stored = await loadDocument(name);
  if (!stored.ok) return null;
  const doc = new Y.Doc();
  applyStored(doc, stored.document.updates);
  const refs = new Set(choose(doc, stored.document.times));
  if (refs.size === 0) return 0;
  const standing = new Map<Ref, CounterpointRecord | null>();
  for (const { ref, value } of entriesOf(doc).values())
    standing.set(ref, refs.has(ref) ? emptied(value) : value);
  const { bytes, owners } = writtenAnew(standing);
  const changes = [...refs].map((ref) => ({ ref, value: standing.get(ref) ?? null }));
  await replaceDocument({ name, seq: stored.document.seq, bytes, owners, changes });
  doc.destroy();
  return refs.size;
}

/** The records as a document that never held anything else: one fresh client id for each layer. */
function writtenAnew(standing: ReadonlyMap<Ref, CounterpointRecord | null>) {
  const whole = new Y.Doc();
  const owners: { client: number; participant: ParticipantId }[] = [];
  const layers = Map.groupBy(standing, ([ref]) => partsOf(ref).participant);
  for (const [participant, records] of layers) {
    const layer = new Y.Doc();
    for (const [ref, value] of records) if (value) putRecord(layer, participant, partsOf(ref).id, value);
    if (Y.getState(layer.store, layer.clientID) > 0) owners.push({ client: layer.clientID, participant });
    Y.applyUpdate(whole, Y.encodeStateAsUpdate(layer));
    layer.destroy();
  }
  const bytes = Y.encodeStateAsUpdate(whole);
  whole.destroy();
  return { bytes, owners };
}
