// How commits are kept: an append-only log of the server's own bytes, the owners of client ids, and the record tables that
// are written in the same transaction. Bytes in: it knows nothing of Yjs.

import { crc32 } from 'node:zlib';
import type { Insertable } from 'kysely';
import type { ParticipantId, Ref } from '#lib/model/record.ts';
import { all, database, type Transaction, template } from './database.ts';
import { type Packed, pack } from './packing.ts';
import type { Schema } from './schema.ts';

/** A value the gate accepted, as JSON text; null is a deletion. `seq` is its place in the document's order. */
export type KeptValue = {
  ref: Ref;
  participant: ParticipantId;
  id: string;
  json: string | null;
  seq: number;
};

/** One commit of one document. */
export type Batch = {
  document: string;
  /** The document's seq before this commit: nothing else may have been appended since. */
  before: number;
  after: number;
  /** The server's own update bytes (GATE8). */
  bytes: Uint8Array;
  acceptedAt: string;
  /** Every accepted value, losing ones included (DUR10). */
  values: KeptValue[];
  /** What stands after this commit for every record it touched. */
  standing: { ref: Ref; participant: ParticipantId; id: string; json: string | null; seq: number }[];
  claims: { client: number; participant: ParticipantId }[];
  /** Participants who earned sight of their peers by this commit (AUTH3). */
  earned: ParticipantId[];
};

const moveDocument = template((build, slot: { name: string; before: number; after: number; size: number }) =>
  build
    .updateTable('document')
    .set((eb) => ({ seq: slot.after, size_bytes: eb('size_bytes', '+', slot.size) }))
    .where('name', '=', slot.name)
    .where('seq', '=', slot.before)
    .where('quarantined_at', 'is', null)
    .returning('seq'),
);

const appendLog = template((build, slot: Insertable<Schema['log']>) =>
  build.insertInto('log').values({
    document: slot.document,
    seq: slot.seq,
    bytes: slot.bytes,
    packing: slot.packing,
    checksum: slot.checksum,
    follows: slot.follows,
    accepted_at: slot.accepted_at,
  }),
);

const keepVersion = template((build, slot: Schema['record_version']) =>
  build.insertInto('record_version').values({
    document: slot.document,
    ref: slot.ref,
    seq: slot.seq,
    value: slot.value,
    accepted_at: slot.accepted_at,
  }),
);

type StandingRow = Omit<Schema['record'], 'created_seq' | 'created_at'>;

const keepRecord = template((build, slot: StandingRow) =>
  build
    .insertInto('record')
    .values({
      document: slot.document,
      ref: slot.ref,
      participant_id: slot.participant_id,
      record_id: slot.record_id,
      value: slot.value,
      seq: slot.seq,
      created_seq: slot.seq,
      created_at: slot.accepted_at,
      accepted_at: slot.accepted_at,
    })
    .onConflict((oc) =>
      oc
        .columns(['document', 'ref'])
        .doUpdateSet({ value: slot.value, seq: slot.seq, accepted_at: slot.accepted_at }),
    ),
);

/** Appends one commit. Throws `StaleSequence` when someone else appended first: judge again. */
export function* appendBatch(batch: Batch): Transaction<void> {
  const { document, acceptedAt: accepted_at, bytes } = batch;
  const [moved] = yield* moveDocument({
    name: document,
    before: batch.before,
    after: batch.after,
    size: bytes.length,
  });
  if (!moved) throw new StaleSequence(document);
  yield* appendLog({
    document,
    seq: batch.after,
    follows: batch.before,
    ...logBytes(bytes),
    accepted_at,
  });
  yield* keepClaims(batch);
  for (const { ref, seq, json } of batch.values) {
    yield* keepVersion({ document, ref, seq, value: json, accepted_at });
  }
  for (const { ref, participant, id, json, seq } of batch.standing) {
    yield* keepRecord({
      document,
      ref,
      participant_id: participant,
      record_id: id,
      value: json,
      seq,
      accepted_at,
    });
  }
}

/** An update as a row of the log keeps it. */
export function logBytes(update: Uint8Array): Packed & { checksum: number } {
  const packed = pack(update);
  return { ...packed, checksum: crc32(packed.bytes) };
}

/** New client ids and newly earned sight: rare beside the values. */
function* keepClaims({ document, claims, earned, acceptedAt }: Batch): Transaction<void> {
  const { build } = database();
  for (const { client, participant } of claims) {
    yield* all(
      build
        .insertInto('client_owner')
        .values({ document, client, participant_id: participant, claimed_at: acceptedAt }),
    );
  }
  for (const participant of earned) {
    yield* all(
      build
        .updateTable('participant')
        .set({ sighted_at: acceptedAt })
        .where('id', '=', participant)
        .where('sighted_at', 'is', null),
    );
  }
}

/** The document's row moved on, or it was quarantined, since the judge looked. */
export class StaleSequence extends Error {
  constructor(document: string) {
    super(`${document} was written by someone else, or is quarantined`);
  }
}

const newestChange = template((build) =>
  build.selectFrom('access_change').select((eb) => eb.fn.max('id').as('id')),
);

/** The newest change of access, for noticing others' (AUTH2): 0 when there was none. */
export function* newestAccessChange(): Transaction<number> {
  const [row] = yield* newestChange({});
  return Number(row?.id ?? 0);
}
