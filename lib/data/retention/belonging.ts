// Who belongs to which course, for what holds its words back: those of the whole course, and those who came to single rooms
// by a link. Whoever was removed still belongs: their words stand there.

import { database } from '../store/database.ts';

/** A query of all pairs of course and account, each once. */
export function belonging() {
  const { build } = database();
  return build
    .selectFrom('membership')
    .select(['membership.space_id', 'membership.account_id'])
    .union(
      build
        .selectFrom('participant')
        .innerJoin('room', 'room.id', 'participant.room_id')
        .select(['room.space_id', 'participant.account_id']),
    );
}
