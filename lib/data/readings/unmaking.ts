// Unmaking a space: for one whose making was cut short, and for a course whose retention is over. Nothing else that people
// made is ever deleted whole.

import type { SpaceId } from '../ids.ts';
import { all, database, type Transaction } from '../store/database.ts';

/** Deletes a space with all that stands in it, and the guests and imported people who have a place nowhere else. */
export function* unmakeSpace(spaceId: SpaceId): Transaction<void> {
  const { build } = database();
  const rooms = yield* all(build.selectFrom('room').select('id').where('space_id', '=', spaceId));
  const passing = yield* passingIn(spaceId);
  const assignments = build.selectFrom('assignment').select('id').where('space_id', '=', spaceId);
  for (const table of ['place', 'extension', 'note_for_all'] as const)
    yield* all(build.deleteFrom(table).where('assignment_id', 'in', assignments));
  for (const { id } of rooms) {
    yield* unmakeDocuments(id);
    for (const table of [
      'review',
      'late_acceptance',
      'grade_override',
      'participant',
      'room_reading',
    ] as const)
      yield* all(build.deleteFrom(table).where('room_id', '=', id));
  }
  const readings = build.selectFrom('reading').select('id').where('space_id', '=', spaceId);
  for (const table of ['invite', 'room', 'assignment', 'seat', 'assistant_section', 'hold'] as const)
    yield* all(build.deleteFrom(table).where('space_id', '=', spaceId));
  yield* all(build.deleteFrom('edition').where('reading_id', 'in', readings));
  for (const table of ['reading', 'rubric', 'stock_comment', 'membership'] as const)
    yield* all(build.deleteFrom(table).where('space_id', '=', spaceId));
  yield* all(build.deleteFrom('space').where('id', '=', spaceId));
  // Only now does the database let go of it.
  yield* all(build.deleteFrom('audit').where('space_id', '=', spaceId));
  for (const { id } of passing) yield* unmakeAccount(id);
}

/** Every document of a room, whatever its kind: its own, and those that are named after it and someone in it. */
function* unmakeDocuments(roomId: string): Transaction<void> {
  const { build } = database();
  const names = yield* all(
    build
      .selectFrom('document')
      .select('name')
      .where((eb) => eb.or([eb('name', '=', `room/${roomId}`), eb('name', 'like', `%/${roomId}/%`)])),
  );
  for (const { name } of names) yield* unmakeDocument(name);
}

/** Deletes one document with its log, its snapshots and its history. */
export function* unmakeDocument(name: string): Transaction<void> {
  const { build } = database();
  for (const table of ['log', 'snapshot', 'client_owner', 'record', 'record_version'] as const)
    yield* all(build.deleteFrom(table).where('document', '=', name));
  yield* all(build.deleteFrom('document').where('name', '=', name));
}

function* unmakeAccount(id: string): Transaction<void> {
  const { build } = database();
  const [membership, place] = [
    yield* all(build.selectFrom('membership').select('space_id').where('account_id', '=', id).limit(1)),
    yield* all(build.selectFrom('participant').select('id').where('account_id', '=', id).limit(1)),
  ];
  if (membership.length + place.length > 0) return;
  for (const table of ['session', 'token', 'deletion_request'] as const)
    yield* all(build.deleteFrom(table).where('account_id', '=', id));
  yield* all(build.deleteFrom('account').where('id', '=', id));
}

/** Who has an account for the sake of a place alone. */
function* passingIn(spaceId: SpaceId): Transaction<{ id: string }[]> {
  const { build } = database();
  return yield* all(
    build
      .selectFrom('account')
      .select('account.id')
      .where('account.kind', 'in', ['guest', 'imported'])
      .where((eb) =>
        eb.or([
          eb(
            'account.id',
            'in',
            eb
              .selectFrom('membership')
              .select('membership.account_id')
              .where('membership.space_id', '=', spaceId),
          ),
          eb(
            'account.id',
            'in',
            eb
              .selectFrom('participant')
              .innerJoin('room', 'room.id', 'participant.room_id')
              .select('participant.account_id')
              .where('room.space_id', '=', spaceId),
          ),
        ]),
      ),
  );
}
