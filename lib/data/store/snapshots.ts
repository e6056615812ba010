// Verified snapshots of documents, and what they let go of the log (DUR6). Bytes in, bytes out: it knows nothing of Yjs.

import { hashOf } from '../ids.ts';
import { all, database, first, type Transaction } from './database.ts';
import { type Packed, pack, unpack } from './packing.ts';

/** The newest snapshot whose bytes have their hash; damaged ones are passed over while the log still reaches back. */
export function* newestSnapshot(
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

/** In the place of a snapshot's hash until it is verified: no bytes have it, so none such is ever loaded. */
const unverified = '';

/** A snapshot as the database holds it now, unpacked, and the hash by which it is to count. */
export type KeptSnapshot = { update: Uint8Array; hash: string };

/** The document as it was when someone read it: what is put in its place has another lineage (DUR8). */
type Origin = { name: string; lineage: string };

/** Words that were erased, or deleted with their document, must not come back with a snapshot of before. */
function* isStillThere({ name, lineage }: Origin, seq: number): Transaction<boolean> {
  const row = yield* first(
    database()
      .build.selectFrom('document')
      .select('seq')
      .where('name', '=', name)
      .where('lineage', '=', lineage)
      .where('seq', '>=', seq),
  );
  return row !== undefined;
}

/**
 * Keeps a snapshot of a document as it stands at `seq` and reads it back; null, with nothing kept, where that document is
 * no more. It counts only once `dropCompacted` says that it was verified (DUR6).
 */
export async function keepSnapshot(
  origin: Origin,
  seq: number,
  update: Uint8Array,
): Promise<KeptSnapshot | null> {
  const { write, build, read } = database();
  const { name } = origin;
  const packed = pack(update);
  const isThere = await write(function* () {
    if (!(yield* isStillThere(origin, seq))) return false;
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
    return true;
  });
  if (!isThere) return null;
  const kept = await read
    .selectFrom('snapshot')
    .select(['bytes', 'packing'])
    .where('document', '=', name)
    .where('seq', '=', seq)
    .executeTakeFirst();
  return kept ? { update: unpack(kept), hash: hashOf(kept.bytes) } : null;
}

/**
 * After the snapshot at `verifiedSeq` was verified: lets it count, drops the log rows that the snapshot before it already
 * holds, and snapshots older than that one. So a damaged newest snapshot still leaves the one before it and the log
 * from there (DUR6). False, with nothing changed, where that document is no more.
 */
export async function dropCompacted(origin: Origin, verifiedSeq: number, hash: string): Promise<boolean> {
  const { write, build } = database();
  const { name } = origin;
  return write(function* () {
    if (!(yield* isStillThere(origin, verifiedSeq))) return false;
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
    if (!previous) return true;
    yield* all(build.deleteFrom('log').where('document', '=', name).where('seq', '<=', previous.seq));
    yield* all(build.deleteFrom('snapshot').where('document', '=', name).where('seq', '<', previous.seq));
    return true;
  });
}
