// Which notes are for all groups of an assignment, and which groups do not have one yet as it stands. It writes no record:
// the copies are written by server/live/for-all.ts, through the gate.

import { holdsForAll } from '#lib/model/classes/for-all.ts';
import { roomDocument } from '#lib/model/document.ts';
import { keptRecord, type ParticipantId, type RecordId, type Ruling, refOf } from '#lib/model/record.ts';
import { type AccountId, newId, type RoomId } from '../ids.ts';
import { all, database, first, type Transaction } from '../store/database.ts';
import type { AssignmentId } from './assignment.ts';

/** A note by its author and the id that it has in every room. `owed` is another one after each change. */
export type NoteForAll = {
  assignmentId: AssignmentId;
  accountId: AccountId;
  recordId: RecordId;
  owed: string;
};

/** Keeps that all groups are owed what was just written on this layer; part of the transaction that writes it. */
export function* oweNote(roomId: RoomId, participant: ParticipantId, recordId: RecordId): Transaction<void> {
  const author = yield* authorOf(roomId, participant);
  if (!author?.assignment_id) return;
  const owed = newId();
  const { account_id, assignment_id } = author;
  yield* all(
    database()
      .build.insertInto('note_for_all')
      .values({ assignment_id, account_id, record_id: recordId, owed })
      .onConflict((oc) => oc.columns(['assignment_id', 'account_id', 'record_id']).doUpdateSet({ owed })),
  );
}

/** The same for a ruling on what may be such a note. */
export function* oweRuling(
  roomId: RoomId,
  participant: ParticipantId,
  recordId: RecordId,
): Transaction<void> {
  const author = yield* authorOf(roomId, participant);
  if (!author?.assignment_id) return;
  yield* all(
    database()
      .build.updateTable('note_for_all')
      .set({ owed: newId() })
      .where('assignment_id', '=', author.assignment_id)
      .where('account_id', '=', author.account_id)
      .where('record_id', '=', recordId),
  );
}

function authorOf(roomId: RoomId, participant: ParticipantId) {
  return first(
    database()
      .build.selectFrom('participant')
      .innerJoin('room', 'room.id', 'participant.room_id')
      .select(['participant.account_id', 'room.assignment_id'])
      .where('participant.id', '=', participant)
      .where('room.id', '=', roomId),
  );
}

/** The notes that some group may not have as they stand. */
export async function notesOwed(): Promise<NoteForAll[]> {
  const rows = await database()
    .read.selectFrom('note_for_all')
    .selectAll()
    .where('owed', 'is not', null)
    .execute();
  return rows.map((row) => ({
    assignmentId: row.assignment_id,
    accountId: row.account_id,
    recordId: row.record_id,
    owed: row.owed ?? '',
  }));
}

/** Every group has it, unless it was changed meanwhile. */
export async function settleNote({ assignmentId, accountId, recordId, owed }: NoteForAll): Promise<void> {
  await database().write(() =>
    all(
      database()
        .build.updateTable('note_for_all')
        .set({ owed: null })
        .where('assignment_id', '=', assignmentId)
        .where('account_id', '=', accountId)
        .where('record_id', '=', recordId)
        .where('owed', '=', owed),
    ),
  );
}

/** The note as one room has it: its author's place there, and its JSON; null where it has none yet. */
export type Copy = {
  roomId: RoomId;
  participant: ParticipantId | null;
  json: string | null;
  acceptedAt: string;
};

/** The note in every room of its assignment. */
export async function copiesOf({ assignmentId, accountId, recordId }: NoteForAll): Promise<Copy[]> {
  const { read } = database();
  const places = await read
    .selectFrom('room')
    .leftJoin('participant', (join) =>
      join.onRef('participant.room_id', '=', 'room.id').on('participant.account_id', '=', accountId),
    )
    .select(['room.id as roomId', 'participant.id as participant'])
    .where('room.assignment_id', '=', assignmentId)
    .orderBy('room.id')
    .execute();
  return Promise.all(
    places.map(async ({ roomId, participant }) => {
      const row =
        participant === null
          ? undefined
          : await read
              .selectFrom('record')
              .select(['value', 'accepted_at'])
              .where('document', '=', roomDocument(roomId))
              .where('ref', '=', refOf(participant, recordId))
              .executeTakeFirst();
      return { roomId, participant, json: row?.value ?? null, acceptedAt: row?.accepted_at ?? '' };
    }),
  );
}

/** A ruling on one copy that holds for all of them, by whom and under which id, and when that room took it. */
export type RulingOnCopy = {
  roomId: RoomId;
  accountId: AccountId;
  recordId: RecordId;
  value: Ruling;
  seq: number;
  acceptedAt: string;
};

/** What instructors ruled on these copies, in the order in which the server took it. */
export async function rulingsOn({ recordId }: NoteForAll, copies: readonly Copy[]): Promise<RulingOnCopy[]> {
  const found = await Promise.all(
    copies.map(({ roomId, participant }) =>
      participant === null ? [] : rulingsIn(roomId, refOf(participant, recordId)),
    ),
  );
  // Within a room the order is that of `seq`, also of what shared a commit.
  return found
    .flat()
    .sort((a, b) => (a.acceptedAt === b.acceptedAt ? a.seq - b.seq : a.acceptedAt < b.acceptedAt ? -1 : 1));
}

async function rulingsIn(roomId: RoomId, of: string): Promise<RulingOnCopy[]> {
  const rows = await database()
    .read.selectFrom('record')
    .innerJoin('participant', 'participant.id', 'record.participant_id')
    .select([
      'participant.account_id',
      'record.record_id',
      'record.value',
      'record.created_seq',
      'record.accepted_at',
    ])
    .where('record.document', '=', roomDocument(roomId))
    .where('record.value', 'like', '%"type":"ruling"%')
    .execute();
  return rows.flatMap((row) => {
    const value = keptRecord(row.value ?? 'null');
    if (value.type !== 'ruling' || value.of !== of || !holdsForAll(value)) return [];
    const { account_id: accountId, record_id: recordId, accepted_at: acceptedAt } = row;
    return [{ roomId, accountId, recordId, value, seq: Number(row.created_seq), acceptedAt }];
  });
}
