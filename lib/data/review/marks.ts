// What instructors wrote in the review documents of a room, read from the record table. It is written by sync alone.

import { reviewDocument } from '#lib/model/document.ts';
import { type Entry, keptRecord, type ParticipantId, type Ref } from '#lib/model/record.ts';
import type { RoomAccess } from '../spaces/access.ts';
import { database } from '../store/database.ts';
import type { ReviewAccess } from './reviewing.ts';

/** The records of every review document of a room, by the student whose it is. */
export async function reviewRecordsIn({ room, outside }: ReviewAccess): Promise<Map<ParticipantId, Entry[]>> {
  const prefix = reviewDocument(room.id, '');
  const rows = await database()
    .read.selectFrom('record')
    .selectAll()
    .where('document', '>', prefix)
    // A slash is followed by a zero: every name that begins with the prefix lies between.
    .where('document', '<', `${prefix.slice(0, -1)}0`)
    .where('value', 'is not', null)
    .orderBy('created_seq')
    .execute();
  const found = new Map<ParticipantId, Entry[]>();
  for (const row of rows) {
    const student = row.document.slice(prefix.length);
    if (outside.has(student)) continue;
    const entries = found.get(student);
    if (entries) entries.push(entryIn(row));
    else found.set(student, [entryIn(row)]);
  }
  return found;
}

/** One's own review, once it is released; null before. */
export async function ownReviewOf({ room, participant, releasedAt }: RoomAccess): Promise<Entry[] | null> {
  if (releasedAt === null) return null;
  const rows = await database()
    .read.selectFrom('record')
    .selectAll()
    .where('document', '=', reviewDocument(room.id, participant))
    .where('value', 'is not', null)
    .orderBy('created_seq')
    .execute();
  return rows.map(entryIn);
}

function entryIn(row: {
  ref: string;
  participant_id: string;
  record_id: string;
  value: string | null;
  created_seq: number;
  created_at: string;
  accepted_at: string;
}): Entry {
  return {
    ref: row.ref as Ref,
    participant: row.participant_id,
    id: row.record_id,
    value: keptRecord(row.value ?? 'null'),
    seq: Number(row.created_seq),
    createdAt: row.created_at,
    acceptedAt: row.accepted_at,
  };
}
