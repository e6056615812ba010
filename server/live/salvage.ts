// What can still be read of a document whose log is damaged (DUR7): the records as they stand, which are kept beside the
// log in the same transactions. It has a lineage of its own, so that no copy of the true document mixes with it, and
// nothing of it is ever written.

import * as Y from 'yjs';
import { newId } from '#lib/data/ids.ts';
import { type StoredDocument, standingRecords } from '#lib/data/store/loading.ts';
import { type ParticipantId, parseRecord } from '#lib/model/record.ts';
import { putRecord } from '#lib/sync/layers.ts';

/** A document made of the records that stand; throws when they cannot be read either. */
export async function salvage(name: string): Promise<StoredDocument> {
  const { seq, acceptedAt, records, times } = await standingRecords(name);
  const doc = new Y.Doc();
  const clients = new Map<ParticipantId, number>();
  doc.transact(() => {
    for (const { participant, id, json } of records) {
      const parsed = parseRecord(JSON.parse(json));
      if (!parsed.ok) continue;
      // One client id for each layer, so that everyone is shown their own part only (AUTH3).
      doc.clientID = clients.get(participant) ?? clients.size + 1;
      clients.set(participant, doc.clientID);
      putRecord(doc, participant, id, parsed.value);
    }
  });
  const bytes = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return {
    name,
    lineage: `salvaged-${newId()}`,
    seq,
    sizeBytes: bytes.length,
    updates: [bytes],
    logRows: 0,
    owners: [...clients].map(([participant, client]) => ({ client, participant, claimedAt: acceptedAt })),
    times,
    acceptedAt,
  };
}
