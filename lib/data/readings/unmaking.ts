// Unmaking a space: only for a sample whose making was cut short, before anybody could come to it. What people made is
// never deleted.

import { roomDocument } from '#lib/model/document.ts';
import type { SpaceId } from '../ids.ts';
import { all, database, type Transaction } from '../store/database.ts';

/** Deletes a space with all that stands in it, and the guests who have a place in it. */
export function* unmakeSpace(spaceId: SpaceId): Transaction<void> {
  const { build } = database();
  const rooms = yield* all(build.selectFrom('room').select('id').where('space_id', '=', spaceId));
  const guests = yield* guestsIn(spaceId);
  for (const { id } of rooms) {
    for (const table of ['log', 'snapshot', 'client_owner', 'record', 'record_version'] as const)
      yield* all(build.deleteFrom(table).where('document', '=', roomDocument(id)));
    yield* all(build.deleteFrom('document').where('name', '=', roomDocument(id)));
    yield* all(build.deleteFrom('participant').where('room_id', '=', id));
  }
  yield* all(build.deleteFrom('invite').where('space_id', '=', spaceId));
  yield* all(build.deleteFrom('room').where('space_id', '=', spaceId));
  yield* all(
    build
      .deleteFrom('edition')
      .where('reading_id', 'in', (eb) =>
        eb.selectFrom('reading').select('reading.id').where('reading.space_id', '=', spaceId),
      ),
  );
  yield* all(build.deleteFrom('reading').where('space_id', '=', spaceId));
  yield* all(build.deleteFrom('membership').where('space_id', '=', spaceId));
  yield* all(build.deleteFrom('space').where('id', '=', spaceId));
  for (const { id } of guests) {
    yield* all(build.deleteFrom('session').where('account_id', '=', id));
    yield* all(build.deleteFrom('account').where('id', '=', id));
  }
}

function* guestsIn(spaceId: SpaceId): Transaction<{ id: string }[]> {
  const { build } = database();
  return yield* all(
    build
      .selectFrom('account')
      .select('account.id')
      .where('account.kind', '=', 'guest')
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
