// How the work in a room is reviewed: by which rubric, until when it is due, and how much of it is laid out.

import type { AnalyticsLevel } from '#lib/model/review/analytics.ts';
import type { Rubric } from '#lib/model/review/rubric.ts';
import { type Due, nothingDue } from '#lib/model/review/timing.ts';
import type { RoomAccess } from '../spaces/access.ts';
import { all, database } from '../store/database.ts';
import type { ReviewAccess } from './reviewing.ts';
import { rubricWithId } from './rubrics.ts';

export type ReviewSettings = { rubric: Rubric | null; analytics: AnalyticsLevel; due: Due };

export async function reviewSettingsOf({ room }: RoomAccess): Promise<ReviewSettings> {
  const row = await database()
    .read.selectFrom('review')
    .selectAll()
    .where('room_id', '=', room.id)
    .executeTakeFirst();
  if (!row) return { rubric: null, analytics: 'full', due: nothingDue };
  return {
    rubric: row.rubric_id === null ? null : await rubricWithId(row.rubric_id),
    analytics: row.analytics,
    due: { notes: row.notes_due_at, replies: row.replies_due_at },
  };
}

export type ReviewChange = {
  rubricId?: string | null | undefined;
  analytics?: AnalyticsLevel | undefined;
  notesDueAt?: string | null | undefined;
  repliesDueAt?: string | null | undefined;
};

/** Changes what is given. Marks by another rubric stay where they are, and count again with it. */
export async function changeReview(
  access: ReviewAccess,
  change: ReviewChange,
): Promise<{ ok: true } | { ok: false; reason: 'no-such-rubric' }> {
  const roomId = access.room.id;
  if (change.rubricId && !(await isOfSpace(access, change.rubricId)))
    return { ok: false, reason: 'no-such-rubric' };
  const values = {
    ...(change.rubricId !== undefined && { rubric_id: change.rubricId }),
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

async function isOfSpace({ room }: ReviewAccess, rubricId: string): Promise<boolean> {
  const row = await database()
    .read.selectFrom('rubric')
    .select('id')
    .where('id', '=', rubricId)
    .where('space_id', '=', room.spaceId)
    .executeTakeFirst();
  return row !== undefined;
}
