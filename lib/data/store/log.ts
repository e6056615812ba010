// How documents are kept: an append-only log of the server's own bytes, verified snapshots, the owners of client ids,
// and the record tables that are written in the same transaction. Bytes in, bytes out: it knows nothing of Yjs.

import { crc32 } from 'node:zlib';
import type { Insertable, Selectable } from 'kysely';
import type { ParticipantId, Ref } from '#lib/model/record.ts';
import { hashOf, newId } from '../ids.ts';
import { all, database, first, type Transaction, template } from './database.ts';
import { type Packed, pack, unpack } from './packing.ts';
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

export type StoredDocument = {
  name: string;
  lineage: string;
  seq: number;
  sizeBytes: number;
  /** A verified snapshot first, where there is one, then the log after it, in order. */
  updates: Uint8Array[];
  logRows: number;
  owners: { client: number; participant: ParticipantId; claimedAt: string }[];
  times: Map<Ref, RecordTimes>;
  /** When the newest row was accepted; times never run backwards. */
  acceptedAt: string;
};

/** Server times of one record, as TIMES carries them. */
export type RecordTimes = { seq: number; acceptedAt: string; createdAt: string };

export type LoadResult =
  | { ok: true; document: StoredDocument }
  | { ok: false; reason: 'quarantined'; detail: string };

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

/** Loads a document, making its row at the first visit. A damaged one is quarantined, never served empty (DUR7). */
export async function loadDocument(name: string): Promise<LoadResult> {
  const { readTogether, write } = database();
  let rows = await readTogether(() => rowsOf(name));
  if (!rows) {
    await write(() => makeDocument(name));
    rows = await readTogether(() => rowsOf(name));
  }
  if (!rows) throw new Error(`${name} was just made and is not there`);
  const { document, snapshot, log, owners, times } = rows;
  if (document.quarantined_at) {
    return { ok: false, reason: 'quarantined', detail: document.quarantine_reason ?? 'damaged' };
  }
  const last = Number(log.at(-1)?.seq ?? snapshot?.seq ?? 0);
  if (last !== Number(document.seq)) {
    return quarantine(name, `the log ends at ${last}, the document is at ${document.seq}`);
  }
  const damage = damageOf(log, Number(snapshot?.seq ?? 0));
  if (damage) return quarantine(name, damage);
  const updates = log.map(unpack);
  if (snapshot) updates.unshift(unpack(snapshot));
  return {
    ok: true,
    document: {
      name,
      lineage: document.lineage,
      seq: Number(document.seq),
      sizeBytes: Number(document.size_bytes),
      updates,
      logRows: log.length,
      owners,
      times,
      acceptedAt: log.at(-1)?.accepted_at ?? snapshot?.createdAt ?? '',
    },
  };
}

/** What is wrong with the rows of a log that go on from `start`; undefined for nothing. */
export function damageOf(log: readonly LogRow[], start: number): string | undefined {
  let before = start;
  for (const row of log) {
    if (crc32(row.bytes) !== Number(row.checksum)) return `the log row ${row.seq} is damaged`;
    // Words that are missing leave a gap that Yjs finds; deletions alone would leave none.
    if (row.follows !== null && Number(row.follows) !== before)
      return `the log row ${row.seq} follows ${row.follows}, which is missing`;
    before = Number(row.seq);
  }
  return undefined;
}

type LogRow = Pick<Selectable<Schema['log']>, 'seq' | 'bytes' | 'checksum' | 'follows'>;

/** The records of a document as they stand, for when its log is damaged (DUR7). */
export function standingRecords(name: string): Promise<{
  seq: number;
  acceptedAt: string;
  records: { participant: ParticipantId; id: string; json: string }[];
  times: Map<Ref, RecordTimes>;
}> {
  const { build, readTogether } = database();
  return readTogether(function* () {
    const document = yield* first(build.selectFrom('document').select('seq').where('name', '=', name));
    const rows = yield* all(
      build
        .selectFrom('record')
        .select(['participant_id', 'record_id', 'value', 'accepted_at'])
        .where('document', '=', name)
        .orderBy('created_seq'),
    );
    const records = rows.flatMap(({ participant_id: participant, record_id: id, value: json }) =>
      json === null ? [] : [{ participant, id, json }],
    );
    const acceptedAt = rows.reduce(
      (latest, row) => (row.accepted_at > latest ? row.accepted_at : latest),
      '',
    );
    return { seq: Number(document?.seq ?? 0), acceptedAt, records, times: yield* timesOf(name) };
  });
}

/** What the tables hold of a document. Read at one moment: a commit or a compaction in between would look like damage. */
function* rowsOf(name: string) {
  const { build } = database();
  const document = yield* first(build.selectFrom('document').selectAll().where('name', '=', name));
  if (!document) return undefined;
  const snapshot = yield* newestSnapshot(name);
  const log = yield* all(
    build
      .selectFrom('log')
      .select(['seq', 'bytes', 'packing', 'checksum', 'follows', 'accepted_at'])
      .where('document', '=', name)
      .where('seq', '>', snapshot?.seq ?? 0)
      .orderBy('seq'),
  );
  return { document, snapshot, log, owners: yield* ownersOf(name), times: yield* timesOf(name) };
}

function* makeDocument(name: string): Transaction<void> {
  yield* all(
    database()
      .build.insertInto('document')
      .values({
        name,
        lineage: newId(),
        seq: 0,
        size_bytes: 0,
        quarantined_at: null,
        quarantine_reason: null,
      })
      .onConflict((oc) => oc.column('name').doNothing()),
  );
}

function* ownersOf(name: string): Transaction<StoredDocument['owners']> {
  const rows = yield* all(
    database()
      .build.selectFrom('client_owner')
      .select(['client', 'participant_id', 'claimed_at'])
      .where('document', '=', name),
  );
  return rows.map((row) => ({
    client: Number(row.client),
    participant: row.participant_id,
    claimedAt: row.claimed_at,
  }));
}

/** Server times of every record of a document. */
function* timesOf(name: string): Transaction<Map<Ref, RecordTimes>> {
  const rows = yield* all(
    database()
      .build.selectFrom('record')
      .select(['ref', 'created_seq', 'accepted_at', 'created_at'])
      .where('document', '=', name),
  );
  const times = new Map<Ref, RecordTimes>();
  for (const { ref, created_seq, accepted_at: acceptedAt, created_at } of rows) {
    // Most were never changed: one text for both halves what the texts take.
    const createdAt = created_at === acceptedAt ? acceptedAt : created_at;
    times.set(ref as Ref, { seq: Number(created_seq), acceptedAt, createdAt });
  }
  return times;
}

/** The newest snapshot whose bytes have their hash; damaged ones are passed over while the log still reaches back. */
function* newestSnapshot(
  name: string,
): Transaction<(Packed & { seq: number; createdAt: string }) | undefined> {
  const rows = yield* all(
    database().build.selectFrom('snapshot').selectAll().where('document', '=', name).orderBy('seq', 'desc'),
  );
  for (const row of rows) {
    const { bytes, packing } = row;
    if (hashOf(bytes) === row.hash)
      return { seq: Number(row.seq), bytes, packing, createdAt: row.created_at };
  }
  return undefined;
}

/** Takes a document out of service, with the reason, until someone has looked (DUR7). */
export async function quarantine(
  name: string,
  detail: string,
): Promise<{ ok: false; reason: 'quarantined'; detail: string }> {
  const { write, build } = database();
  await write(function* () {
    yield* all(
      build
        .updateTable('document')
        .set({ quarantined_at: new Date().toISOString(), quarantine_reason: detail })
        .where('name', '=', name)
        .where('quarantined_at', 'is', null),
    );
  });
  return { ok: false, reason: 'quarantined', detail };
}

/** In the place of a snapshot's hash until it is verified: no bytes have it, so none such is ever loaded. */
const unverified = '';

/** A snapshot as the database holds it now, unpacked, and the hash by which it is to count. */
export type KeptSnapshot = { update: Uint8Array; hash: string };

/**
 * Keeps a snapshot of a document as it stands at `seq` and reads it back. It counts only once `dropCompacted` says that it
 * was verified (DUR6).
 */
export async function keepSnapshot(name: string, seq: number, update: Uint8Array): Promise<KeptSnapshot> {
  const { write, build, read } = database();
  const packed = pack(update);
  await write(function* () {
    yield* all(
      build
        .insertInto('snapshot')
        .values({
          document: name,
          seq,
          ...packed,
          hash: unverified,
          created_at: new Date().toISOString(),
        })
        .onConflict((oc) => oc.columns(['document', 'seq']).doUpdateSet({ ...packed, hash: unverified })),
    );
  });
  const kept = await read
    .selectFrom('snapshot')
    .select(['bytes', 'packing'])
    .where('document', '=', name)
    .where('seq', '=', seq)
    .executeTakeFirstOrThrow();
  return { update: unpack(kept), hash: hashOf(kept.bytes) };
}

/**
 * After the snapshot at `verifiedSeq` was verified: lets it count, drops the log rows that the snapshot before it already
 * holds, and snapshots older than that one. So a damaged newest snapshot still leaves the one before it and the log
 * from there (DUR6).
 */
export async function dropCompacted(name: string, verifiedSeq: number, hash: string): Promise<void> {
  const { write, build } = database();
  await write(function* () {
    yield* all(
      build.updateTable('snapshot').set({ hash }).where('document', '=', name).where('seq', '=', verifiedSeq),
    );
    yield* all(
      build
        .deleteFrom('snapshot')
        .where('document', '=', name)
        .where('hash', '=', unverified)
        .where('seq', '<', verifiedSeq),
    );
    const previous = yield* first(
      build
        .selectFrom('snapshot')
        .select('seq')
        .where('document', '=', name)
        .where('seq', '<', verifiedSeq)
        .orderBy('seq', 'desc'),
    );
    if (!previous) return;
    yield* all(build.deleteFrom('log').where('document', '=', name).where('seq', '<=', previous.seq));
    yield* all(build.deleteFrom('snapshot').where('document', '=', name).where('seq', '<', previous.seq));
  });
}
