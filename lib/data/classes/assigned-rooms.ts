// The rooms of an assignment as they are made: one a group, or one for everyone. Who belongs where is places.ts'.

import { nameOrder } from '#lib/model/name-order.ts';
import type { AnalyticsLevel } from '#lib/model/review/analytics.ts';
import type { VisibilityRule } from '#lib/model/visibility.ts';
import { fallbackLocale } from '#lib/words/locales.ts';
import { type AccountId, newId, type ReadingId, type RoomId, type SpaceId } from '../ids.ts';
import { holdReading } from '../readings/room-readings.ts';
import { makeParticipant } from '../spaces/participants.ts';
import { all, database, type Transaction } from '../store/database.ts';

/** A group of the roster, or everyone where it has no name. */
export type Group = { name: string | null; section: string | null };

/** Whoever makes an assignment, and in which course: proven by those who call. */
export type Maker = { accountId: AccountId; spaceId: SpaceId };

export type NewRoom = Group & {
  assignmentId: string;
  form: { visibility: VisibilityRule; names: 'named' | 'pseudonymous'; readingId: ReadingId };
  title: string;
  /** JSON of RoomSettings; absent: nothing was switched. */
  settings?: string;
  /** The level that instructors chose for its review; absent: the usual one. */
  analytics?: AnalyticsLevel | null;
};

/** Makes a room of an assignment, in which whoever makes it has a place. */
export function* insertAssignedRoom(
  maker: Maker,
  { assignmentId, form, title, settings, analytics, ...group }: NewRoom,
): Transaction<RoomId> {
  const id = newId();
  yield* all(
    database()
      .build.insertInto('room')
      .values({
        id,
        space_id: maker.spaceId,
        title,
        kind: 'seminar',
        entry: group.name === null ? 'members' : 'invited',
        visibility: JSON.stringify(form.visibility),
        ...(settings !== undefined && { settings }),
        created_by: maker.accountId,
        created_at: new Date().toISOString(),
        closed_at: null,
        assignment_id: assignmentId,
        group_name: group.name,
        section: group.section,
        names: form.names,
      }),
  );
  yield* holdReading(id, form.readingId, maker.accountId);
  yield* makeParticipant(maker.accountId, id, null);
  if (analytics) yield* keepAnalytics(id, analytics);
  return id;
}

/** The groups of the roster by name, each with its section where all of it share one. */
export function* groupsOf(spaceId: SpaceId): Transaction<(Group & { name: string })[]> {
  const rows = yield* all(
    database()
      .build.selectFrom('seat')
      .select(['group_name', 'section'])
      .distinct()
      .where('space_id', '=', spaceId)
      .where('group_name', 'is not', null),
  );
  // They are made in this order for everyone, whoever reads them.
  const inOrder = nameOrder(fallbackLocale);
  const groups = Map.groupBy(rows, (row) => row.group_name ?? '');
  return [...groups]
    .map(([name, some]) => ({ name, section: some.length === 1 ? (some[0]?.section ?? null) : null }))
    .sort((a, b) => inOrder(a.name, b.name));
}

function* keepAnalytics(roomId: RoomId, analytics: AnalyticsLevel): Transaction<void> {
  yield* all(
    database()
      .build.insertInto('review')
      .values({ room_id: roomId, rubric_id: null, analytics, notes_due_at: null, replies_due_at: null }),
  );
}
