// How the work in a room is reviewed: by which rubric, until when it is due, and how much of it is laid out.

import type { AnalyticsLevel } from '#lib/model/review/analytics.ts';
import type { Rubric } from '#lib/model/review/rubric.ts';
import { type Due, nothingDue } from '#lib/model/review/timing.ts';
import type { RoomAccess } from '../spaces/access.ts';
import { all, database } from '../store/database.ts';
import { assignedTo } from './assigned.ts';
import { mayAssign, type ReviewAccess } from './reviewing.ts';
import { rubricWithId } from './rubrics.ts';

export type ReviewSettings = {
  rubric: Rubric | null;
  analytics: AnalyticsLevel;
  due: Due;
  /** The assignment says when work is due, and every room of it has one rubric. */
  isAssigned: boolean;
};

/**
 * Rubric, analytics level and dates of a room; what its assignment says goes before what was set in the room.
 */
export async function reviewSettingsOf(access: RoomAccess): Promise<ReviewSettings> {
  const query = database().read.selectFrom('review').selectAll().where('room_id', '=', access.room.id);
  const [row, assigned] = await Promise.all([query.executeTakeFirst(), assignedTo(access)]);
  const rubricId = assigned ? assigned.rubricId : (row?.rubric_id ?? null);
  const own = row ? { notes: row.notes_due_at, replies: row.replies_due_at } : nothingDue;
  return {
    rubric: rubricId === null ? null : await rubricWithId(rubricId),
    analytics: row?.analytics ?? 'full',
    due: assigned?.due ?? own,
    isAssigned: assigned !== null,
  };
}

export type ReviewChange = {
  rubricId?: string | null | undefined;
  analytics?: AnalyticsLevel | undefined;
  notesDueAt?: string | null | undefined;
  repliesDueAt?: string | null | undefined;
};

/**
 * Changes what is given; an assignment's rubric in all of its rooms, its dates not here. Marks by another rubric stay
 * where they are, and count again with it.
 */
export async function changeReview(
  access: ReviewAccess,
  change: ReviewChange,
): Promise<{ ok: true } | { ok: false; reason: 'not-allowed' | 'no-such-rubric' | 'dates-are-assigned' }> {
  const { id: roomId, assignmentId } = access.room;
  if (assignmentId !== null && (change.notesDueAt !== undefined || change.repliesDueAt !== undefined))
    return { ok: false, reason: 'dates-are-assigned' };
  if (change.rubricId && !(await isOfSpace(access, change.rubricId)))
    return { ok: false, reason: 'no-such-rubric' };
  const assigned = await assignedTo(access);
  // A form sends what stands along with what it changes: that asks for nothing.
  if (assigned && change.rubricId !== undefined && change.rubricId !== assigned.rubricId) {
    if (!(await mayAssign(access))) return { ok: false, reason: 'not-allowed' };
    await assignRubric(assigned.id, change.rubricId);
  }
  const values = {
    ...(assignmentId === null && change.rubricId !== undefined && { rubric_id: change.rubricId }),
    ...(change.analytics !== undefined && { analytics: change.analytics }),
    ...(change.notesDueAt !== undefined && { notes_due_at: change.notesDueAt }),
    ...(change.repliesDueAt !== undefined && { replies_due_at: change.repliesDueAt }),
  };
  if (Object.keys(values).length === 0) return { ok: true };
  const unset = { rubric_id: null, analytics: 'full', notes_due_at: null, replies_due_at: null } as const;
  await database().write(() =>
    all(
      database()
        .build.insertInto('review')
        .values({ room_id: roomId, ...unset, ...values })
        .onConflict((oc) => oc.column('room_id').doUpdateSet(values)),
    ),
  );
  return { ok: true };
}

async function assignRubric(assignmentId: string, rubricId: string | null): Promise<void> {
  const { build, write } = database();
  await write(() =>
    all(build.updateTable('assignment').set({ rubric_id: rubricId }).where('id', '=', assignmentId)),
  );
}

async function isOfSpace({ room }: ReviewAccess, rubricId: string): Promise<boolean> {
  const row = await database()
    .read.selectFrom('rubric')
    .select('id')
    .where('id', '=', rubricId)
    .where('space_id', '=', room.spaceId)
    .executeTakeFirst();
  return row !== undefined;
}
