// The notes of a room in parts, for files that leave without ever standing whole in memory.

import { roomDocument } from '#lib/model/document.ts';
import { type Entry, keptRecord, type ParticipantId, type Point, type Ref } from '#lib/model/record.ts';
import { type Placings, placingsOf } from '#lib/model/threads/thread.ts';
import { database } from '../store/database.ts';
import type { ReviewAccess } from './reviewing.ts';

const rowsAPart = 500;

/** How many records there are, for saying how far an export is. An upper bound of the notes among them. */
export async function recordCount({ room }: ReviewAccess): Promise<number> {
  const row = await database()
    .read.selectFrom('record')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('document', '=', roomDocument(room.id))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Where instructors say that notes stand now. */
export async function placingsIn({ room }: ReviewAccess): Promise<Placings> {
  const rows = await database()
    .read.selectFrom('record')
    .selectAll()
    .where('document', '=', roomDocument(room.id))
    .where('value', 'like', '%"type":"placing"%')
    .execute();
  return placingsOf(
    rows.map((row) => ({
      ref: row.ref as Ref,
      participant: row.participant_id,
      id: row.record_id,
      value: keptRecord(row.value ?? 'null'),
      seq: Number(row.created_seq),
      createdAt: row.created_at,
    })),
  );
}

/** The standing points of a room, of those whom this reviewer reviews, author by author; of one author where `only` is given. */
export async function* noteParts(access: ReviewAccess, only?: ParticipantId): AsyncGenerator<Entry<Point>[]> {
  let after = '';
  for (;;) {
    const query = database()
      .read.selectFrom('record')
      .selectAll()
      .where('document', '=', roomDocument(access.room.id))
      .where('ref', '>', after)
      .where('value', 'is not', null)
      .orderBy('ref')
      .limit(rowsAPart);
    const rows = await (only === undefined ? query : query.where('participant_id', '=', only)).execute();
    const entries = rows.flatMap((row): Entry<Point>[] => {
      if (access.outside.has(row.participant_id)) return [];
      const value = keptRecord(row.value ?? 'null');
      if (value.type !== 'point' || value.withdrawn) return [];
      return [
        {
          ref: row.ref as Ref,
          participant: row.participant_id,
          id: row.record_id,
          value,
          seq: Number(row.created_seq),
          createdAt: row.created_at,
          acceptedAt: row.accepted_at,
        },
      ];
    });
    yield entries;
    const last = rows.at(-1);
    if (!last || rows.length < rowsAPart) return;
    after = last.ref;
  }
}
