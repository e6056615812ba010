// What an assignment asks of one person: its dates, or their own later ones. An extension is between the instructors and
// the student.

import { type Dates, extended, type Terms } from '#lib/model/classes/assignment.ts';
import type { Locale } from '#lib/model/manners.ts';
import { nameOrder } from '#lib/model/name-order.ts';
import { isWithin } from '#lib/model/space-permission.ts';
import { fallbackLocale } from '#lib/words/locales.ts';
import type { RoomAccess } from '../spaces/access.ts';
import { announce } from '../spaces/access-changes.ts';
import { all, database, first } from '../store/database.ts';
import { assignmentIn } from './assignment.ts';
import type { AssignmentAccess } from './assignments.ts';
import type { SeatId } from './seats.ts';

/** The terms of a room's assignment for who is in it; null in a room of none. */
export async function termsFor(access: RoomAccess): Promise<(Terms & { title: string }) | null> {
  const { assignmentId } = access.room;
  if (assignmentId === null) return null;
  const { read } = database();
  const [row, extension] = await Promise.all([
    read.selectFrom('assignment').selectAll().where('id', '=', assignmentId).executeTakeFirstOrThrow(),
    read
      .selectFrom('extension')
      .innerJoin('seat', 'seat.id', 'extension.seat_id')
      .select(['extension.notes_due_at', 'extension.replies_due_at', 'extension.closes_at'])
      .where('extension.assignment_id', '=', assignmentId)
      .where('seat.account_id', '=', access.accountId)
      .executeTakeFirst(),
  ]);
  const assignment = assignmentIn(row);
  const dates = extended(assignment, extension ? datesIn(extension) : null);
  return {
    ...dates,
    title: assignment.title,
    prompt: assignment.prompt,
    timeZone: assignment.timeZone,
    required: { notes: assignment.requiredNotes, replies: assignment.requiredReplies },
    isExtended: (Object.keys(dates) as (keyof Dates)[]).some((key) => dates[key] !== assignment[key]),
  };
}

type DatesRow = { notes_due_at: string | null; replies_due_at: string | null; closes_at: string | null };

function datesIn(row: DatesRow): Dates {
  return { notesDueAt: row.notes_due_at, repliesDueAt: row.replies_due_at, closesAt: row.closes_at };
}

/** Someone's place in an assignment, with what else is known of it. */
export type PlacedStudent = {
  seatId: SeatId;
  name: string;
  hasJoined: boolean;
  roomId: string;
  extension: Dates | null;
};

/** Everyone who has a place in an assignment, by name; an assistant with sections sees theirs. */
export async function studentsIn(
  access: AssignmentAccess,
  locale: Locale = fallbackLocale,
): Promise<PlacedStudent[]> {
  const inOrder = nameOrder(locale);
  const { sections } = access.space;
  const rows = await database()
    .read.selectFrom('place')
    .innerJoin('seat', 'seat.id', 'place.seat_id')
    .leftJoin('extension', (join) =>
      join
        .onRef('extension.seat_id', '=', 'place.seat_id')
        .onRef('extension.assignment_id', '=', 'place.assignment_id'),
    )
    .select([
      'seat.id',
      'seat.name',
      'seat.account_id',
      'place.room_id',
      'extension.created_at as extendedAt',
      'extension.notes_due_at',
      'extension.replies_due_at',
      'extension.closes_at',
    ])
    .where('place.assignment_id', '=', access.assignment.id)
    .$if(sections.length > 0, (query) => query.where('seat.section', 'in', sections))
    .orderBy('seat.id')
    .execute();
  const students = rows.map((row) => ({
    seatId: row.id,
    name: row.name,
    hasJoined: row.account_id !== null,
    roomId: row.room_id,
    extension: row.extendedAt === null ? null : datesIn(row),
  }));
  return students.sort((a, b) => inOrder(a.name, b.name));
}

/** Gives one student later dates; null takes them back. Their sockets are judged again, for closing (AUTH2). */
export async function extend(
  access: AssignmentAccess,
  seatId: SeatId,
  dates: Dates | null,
): Promise<{ ok: true } | { ok: false; reason: 'no-such-seat' }> {
  const assignmentId = access.assignment.id;
  const { sections } = access.space;
  return database().write(function* () {
    const { build } = database();
    const seat = yield* first(
      build
        .selectFrom('place')
        .innerJoin('seat', 'seat.id', 'place.seat_id')
        .select(['seat.account_id', 'place.room_id', 'seat.section'])
        .where('place.assignment_id', '=', assignmentId)
        .where('place.seat_id', '=', seatId),
    );
    if (!seat || !isWithin(sections, seat.section))
      return { ok: false as const, reason: 'no-such-seat' as const };
    yield* all(
      build.deleteFrom('extension').where('assignment_id', '=', assignmentId).where('seat_id', '=', seatId),
    );
    if (dates) {
      yield* all(
        build.insertInto('extension').values({
          assignment_id: assignmentId,
          seat_id: seatId,
          notes_due_at: dates.notesDueAt,
          replies_due_at: dates.repliesDueAt,
          closes_at: dates.closesAt,
          created_by: access.space.accountId,
          created_at: new Date().toISOString(),
        }),
      );
    }
    if (seat.account_id !== null) {
      yield* announce({ kind: 'access', roomId: seat.room_id });
      // An open page asks anew when it closes.
      yield* announce({ kind: 'roster', roomId: seat.room_id });
    }
    return { ok: true as const };
  });
}
