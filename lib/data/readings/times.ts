// When what an archive brought in was said: the server's times of the room that it was taken of. Clocks, the order of a
// flow and whose filing counts are read from them. Only in a room that was just made, on the layers of the imported.

import { type DocumentName, roomDocument, sideDocument } from '#lib/model/document.ts';
import { type ParticipantId, type RecordId, type Ref, refOf } from '#lib/model/record.ts';
import type { RoomAccess } from '../spaces/access.ts';
import { all, database, type Transaction } from '../store/database.ts';
import { recordWriter } from './writing.ts';

export type ArchivedTimes = {
  /** Every value in the order in which it was written here. */
  accepted: readonly Accepted[];
  /** When what stands was first said. */
  saidFirst: readonly { ref: Ref; side: string | null; createdAt: string }[];
};
type Accepted = { participant: ParticipantId; id: RecordId; side: string | null; acceptedAt?: string };

/** So many rows a transaction: others write meanwhile. */
const rowsAPart = 500;

/** Gives records and their history the times that they have in the archive; none of them is later than now. */
export async function restoreTimes({ room }: RoomAccess, times: ArchivedTimes): Promise<void> {
  for (const side of new Set(times.accepted.map((one) => one.side))) {
    const document = side === null ? roomDocument(room.id) : sideDocument(room.id, side);
    const versions = await versionsIn(document);
    const accepted = times.accepted.filter((one) => one.side === side);
    await inParts(acceptedIn(versions, accepted), (one) => acceptedThen(document, one));
    const firsts = times.saidFirst.filter((one) => one.side === side);
    await inParts(firstsIn(versions, firsts), (one) => saidFirstThen(document, one));
  }
  await recordWriter().readAgain(room.id);
}

type VersionRow = { ref: string; seq: number };
type Then = { ref: Ref; seq: number; at: string };

async function versionsIn(document: DocumentName): Promise<VersionRow[]> {
  return database()
    .read.selectFrom('record_version')
    .select(['ref', 'seq'])
    .where('document', '=', document)
    .orderBy('seq')
    .execute();
}

/**
 * The time of each version. One is told from the others of its record by its place among them: where the archive has not
 * as many as stand here, the record keeps the times of here.
 */
function acceptedIn(versions: readonly VersionRow[], accepted: readonly Accepted[]): Then[] {
  const rows = Map.groupBy(versions, ({ ref }) => ref);
  const said = Map.groupBy(accepted, ({ participant, id }) => refOf(participant, id));
  return [...said].flatMap(([ref, values]) => {
    const here = rows.get(ref) ?? [];
    if (here.length !== values.length) return [];
    return values.flatMap(({ acceptedAt }, i) => {
      const row = here[i];
      return row && acceptedAt !== undefined ? [{ ref, seq: Number(row.seq), at: notLater(acceptedAt) }] : [];
    });
  });
}

/** The newest version comes last, so that its time is the record's. */
function* acceptedThen(document: DocumentName, { ref, seq, at }: Then): Transaction<void> {
  const { build } = database();
  yield* all(
    build
      .updateTable('record_version')
      .set({ accepted_at: at })
      .where('document', '=', document)
      .where('ref', '=', ref)
      .where('seq', '=', seq),
  );
  yield* all(
    build
      .updateTable('record')
      .set({ accepted_at: at })
      .where('document', '=', document)
      .where('ref', '=', ref),
  );
}

/** With the place of a record's first version: of what one commit writes twice, the log tells the last. */
function firstsIn(versions: readonly VersionRow[], firsts: ArchivedTimes['saidFirst']): Then[] {
  const seqs = new Map(versions.toReversed().map(({ ref, seq }) => [ref, Number(seq)]));
  return firsts.flatMap(({ ref, createdAt }) => {
    const seq = seqs.get(ref);
    return seq === undefined ? [] : [{ ref, seq, at: notLater(createdAt) }];
  });
}

function* saidFirstThen(document: DocumentName, { ref, seq, at }: Then): Transaction<void> {
  yield* all(
    database()
      .build.updateTable('record')
      .set({ created_seq: seq, created_at: at })
      .where('document', '=', document)
      .where('ref', '=', ref),
  );
}

function notLater(at: string): string {
  const now = new Date().toISOString();
  return at < now ? at : now;
}

async function inParts<T>(values: readonly T[], write: (value: T) => Transaction<void>): Promise<void> {
  for (let at = 0; at < values.length; at += rowsAPart)
    await database().write(function* () {
      for (const value of values.slice(at, at + rowsAPart)) yield* write(value);
    });
}
