// What instructors decide about someone's work besides marking it: to take late work, to override a grade with a
// reason, to release a review and to withdraw it. Overrides are only ever added; the last one counts.

import { type ParticipantId, partsOf, type Ref } from '#lib/model/record.ts';
import type { Override } from '#lib/model/review/grade.ts';
import { isRoundLocked } from '#lib/model/round/rule.ts';
import type { RoomAccess } from '../spaces/access.ts';
import { announce } from '../spaces/access-changes.ts';
import { all, database, first, type Transaction } from '../store/database.ts';
import type { ReviewAccess } from './reviewing.ts';

/** The refs of late work that counts as in time. */
export async function acceptedIn({ room, outside }: RoomAccess): Promise<Ref[]> {
  const rows = await database()
    .read.selectFrom('late_acceptance')
    .select('ref')
    .where('room_id', '=', room.id)
    .orderBy('ref')
    .execute();
  return rows.map(({ ref }) => ref as Ref).filter((ref) => !outside.has(partsOf(ref).participant));
}

/** Takes late work as in time, or no longer: of who is in the room and whom the reviewer reviews. */
export async function acceptLate(
  access: ReviewAccess,
  ref: Ref,
  isAccepted: boolean,
): Promise<{ ok: true } | { ok: false; reason: 'no-such-participant' }> {
  const roomId = access.room.id;
  const { build, write } = database();
  return write(function* () {
    if (!(yield* isReviewed(access, partsOf(ref).participant)))
      return { ok: false, reason: 'no-such-participant' } as const;
    if (!isAccepted) {
      const rows = build.deleteFrom('late_acceptance').where('room_id', '=', roomId);
      yield* all(rows.where('ref', '=', ref));
      return { ok: true } as const;
    }
    const values = {
      room_id: roomId,
      ref,
      accepted_by: access.participant,
      accepted_at: new Date().toISOString(),
    };
    yield* all(
      build
        .insertInto('late_acceptance')
        .values(values)
        .onConflict((oc) => oc.columns(['room_id', 'ref']).doNothing()),
    );
    return { ok: true } as const;
  });
}

/** Is this someone in the room whose work the reviewer reviews? */
function* isReviewed({ room, outside }: ReviewAccess, participant: ParticipantId): Transaction<boolean> {
  const person = yield* first(
    database()
      .build.selectFrom('participant')
      .select('id')
      .where('room_id', '=', room.id)
      .where('id', '=', participant),
  );
  return person !== undefined && !outside.has(participant);
}

/** An override with the number by which the next one says that it has seen it. */
export type KeptOverride = Override & { id: number; participant: ParticipantId };

/** The override that counts, for each participant who has one. */
export async function overridesIn({ room, outside }: RoomAccess): Promise<KeptOverride[]> {
  const rows = await database()
    .read.selectFrom('grade_override')
    .selectAll()
    .where('room_id', '=', room.id)
    .orderBy('id')
    .execute();
  const last = new Map(rows.map((row) => [row.participant_id, row]));
  return [...last.values()].flatMap((row) =>
    row.decision === 'none' || outside.has(row.participant_id)
      ? []
      : {
          id: Number(row.id),
          participant: row.participant_id,
          points: row.points,
          reason: row.reason,
          by: row.decided_by,
          at: row.decided_at,
        },
  );
}

export type OverrideForm = {
  participant: ParticipantId;
  /** 'none' gives the grade back to the rubric. */
  decision: 'points' | 'excused' | 'none';
  points?: number | undefined;
  reason: string;
  /** The override that the reviewer saw; null for none. */
  seen: number | null;
};

/** Overrides a grade. Refused where a colleague did so meanwhile: nothing is overwritten that was not seen. */
export async function overrideGrade(
  access: ReviewAccess,
  form: OverrideForm,
): Promise<{ ok: true } | { ok: false; reason: 'no-such-participant' | 'changed-meanwhile' }> {
  const roomId = access.room.id;
  const { build, write } = database();
  return write(function* () {
    if (!(yield* isReviewed(access, form.participant)))
      return { ok: false, reason: 'no-such-participant' } as const;
    const last = yield* first(
      build
        .selectFrom('grade_override')
        .select(['id', 'decision'])
        .where('room_id', '=', roomId)
        .where('participant_id', '=', form.participant)
        .orderBy('id', 'desc')
        .limit(1),
    );
    const standing = last && last.decision !== 'none' ? Number(last.id) : null;
    if (standing !== form.seen) return { ok: false, reason: 'changed-meanwhile' } as const;
    yield* all(
      build.insertInto('grade_override').values({
        room_id: roomId,
        participant_id: form.participant,
        decision: form.decision,
        points: form.decision === 'points' ? (form.points ?? 0) : null,
        reason: form.reason,
        decided_by: access.participant,
        decided_at: new Date().toISOString(),
      }),
    );
    return { ok: true } as const;
  });
}

/** Whose review is released, and since when. */
export async function releasedIn({ room, outside }: ReviewAccess): Promise<Map<ParticipantId, string>> {
  const rows = await database()
    .read.selectFrom('participant')
    .select(['id', 'released_at'])
    .where('room_id', '=', room.id)
    .where('released_at', 'is not', null)
    .execute();
  return new Map(
    rows.flatMap(({ id, released_at }) =>
      released_at === null || outside.has(id) ? [] : [[id, released_at]],
    ),
  );
}

/**
 * Opens the reviews of these participants to them, or closes them again; null is everyone in the room whom they review.
 * Not while a round is on: what a review says would reach who debates.
 */
export async function releaseReviews(
  access: ReviewAccess,
  participants: readonly ParticipantId[] | null,
  isReleased: boolean,
): Promise<{ ok: true } | { ok: false; reason: 'round-on' }> {
  if (isRoundLocked(access, access.room.settings.round?.stage)) return { ok: false, reason: 'round-on' };
  const roomId = access.room.id;
  const releasedAt = isReleased ? new Date().toISOString() : null;
  await database().write(function* () {
    const update = database()
      .build.updateTable('participant')
      .set({ released_at: releasedAt })
      .where('room_id', '=', roomId)
      .where('released_at', isReleased ? 'is' : 'is not', null);
    const mine = access.outside.size === 0 ? update : update.where('id', 'not in', [...access.outside]);
    yield* all(participants === null ? mine : mine.where('id', 'in', participants));
    // Their review documents open or close: every socket in this room is judged again (AUTH2).
    yield* announce({ kind: 'access', roomId });
  });
  return { ok: true };
}
