// What an assignment says about the review of its rooms: dates with their extensions, the rubric, the gradebook's
// column, and how Canvas knows its students. A room of no assignment has none of it.

import { extended } from '#lib/model/classes/assignment.ts';
import type { CanvasIds } from '#lib/model/classes/roster.ts';
import type { ParticipantId } from '#lib/model/record.ts';
import type { Due } from '#lib/model/review/timing.ts';
import type { RoomAccess } from '../spaces/access.ts';
import { database } from '../store/database.ts';
import type { ReviewAccess } from './reviewing.ts';

export type Assigned = { id: string; rubricId: string | null; due: Due; columnTitle: string };

/**
 * What the room's assignment says of reviewing it: dates, rubric and gradebook column. Null where a room
 * belongs to none.
 */
export async function assignedTo({ room }: RoomAccess): Promise<Assigned | null> {
  if (room.assignmentId === null) return null;
  const row = await database()
    .read.selectFrom('assignment')
    .select(['id', 'rubric_id', 'notes_due_at', 'replies_due_at', 'column_title'])
    .where('id', '=', room.assignmentId)
    .executeTakeFirstOrThrow();
  return {
    id: row.id,
    rubricId: row.rubric_id,
    due: { notes: row.notes_due_at, replies: row.replies_due_at },
    columnTitle: row.column_title,
  };
}

/** The later dates that single students of a room have. */
export async function extensionsIn({ room, outside }: RoomAccess): Promise<Map<ParticipantId, Due>> {
  if (room.assignmentId === null) return new Map();
  const rows = await database()
    .read.selectFrom('extension')
    .innerJoin('seat', 'seat.id', 'extension.seat_id')
    .innerJoin('assignment', 'assignment.id', 'extension.assignment_id')
    .innerJoin('participant', 'participant.account_id', 'seat.account_id')
    .select([
      'participant.id',
      'extension.notes_due_at as ownNotes',
      'extension.replies_due_at as ownReplies',
      'assignment.notes_due_at as notes',
      'assignment.replies_due_at as replies',
    ])
    .where('extension.assignment_id', '=', room.assignmentId)
    .where('participant.room_id', '=', room.id)
    .execute();
  return new Map(
    rows
      .filter((row) => !outside.has(row.id))
      .map((row) => {
        const { notesDueAt, repliesDueAt } = extended(
          { notesDueAt: row.notes, repliesDueAt: row.replies, closesAt: null },
          { notesDueAt: row.ownNotes, repliesDueAt: row.ownReplies, closesAt: null },
        );
        return [row.id, { notes: notesDueAt, replies: repliesDueAt }];
      }),
  );
}

/** A student as Canvas knows them. */
export type KnownInCanvas = {
  student: string;
  id: string | null;
  sisUserId: string | null;
  sisLoginId: string | null;
  section: string | null;
};

/** Students as Canvas knows them; who did not come with a Canvas roster is not among them. */
export async function canvasPeopleIn({
  room,
  outside,
}: ReviewAccess): Promise<Map<ParticipantId, KnownInCanvas>> {
  const rows = await database()
    .read.selectFrom('seat')
    .innerJoin('participant', 'participant.account_id', 'seat.account_id')
    .select(['participant.id', 'seat.name', 'seat.section', 'seat.canvas'])
    .where('seat.space_id', '=', room.spaceId)
    .where('participant.room_id', '=', room.id)
    .where('seat.canvas', 'is not', null)
    .execute();
  return new Map(
    rows
      .filter(({ id }) => !outside.has(id))
      .map(({ id, name, section, canvas }) => {
        const ids = JSON.parse(canvas ?? 'null') as CanvasIds;
        const known = {
          student: name,
          id: ids.id || null,
          sisUserId: ids.sisUserId || null,
          sisLoginId: ids.sisLoginId || null,
          section,
        };
        return [id, known];
      }),
  );
}
