// How a document comes from the tables: a verified snapshot and the log after it, or, where those are damaged, nothing but
// the records as they stand. Bytes out: it knows nothing of Yjs, and damage it finds is quarantined, never passed on.

import { crc32 } from 'node:zlib';
import type { Selectable } from 'kysely';
import type { ParticipantId, Ref } from '#lib/model/record.ts';
import { newId } from '../ids.ts';
import { all, database, first, type Transaction } from './database.ts';
import { unpack } from './packing.ts';
import type { Schema } from './schema.ts';
import { newestSnapshot } from './snapshots.ts';

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
