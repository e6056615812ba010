// Every change of access or of names is written to `access_change` in its own transaction, and every process watches that
// table: sockets are closed, and lists of people fetched again, without asking the database each time (AUTH2).

import type { AccountId, RoomId, SpaceId } from '../ids.ts';
import { all, database, type Transaction } from '../store/database.ts';

/** Tells every process that access or names changed; part of the transaction that changes them (AUTH2). */
export function* announce(change: {
  kind: 'access' | 'roster';
  accountId?: AccountId;
  spaceId?: SpaceId;
  roomId?: RoomId;
}): Transaction<void> {
  yield* all(
    database()
      .build.insertInto('access_change')
      .values({
        at: new Date().toISOString(),
        account_id: change.accountId ?? null,
        space_id: change.spaceId ?? null,
        room_id: change.roomId ?? null,
        kind: change.kind,
      }),
  );
}

/** Tells every room in which someone has a place (or those of one space) to fetch names and roles again. */
export function* announceRosters(accountId: AccountId, spaceId?: SpaceId): Transaction<void> {
  const { build } = database();
  const at = new Date().toISOString();
  yield* all(
    build
      .insertInto('access_change')
      .columns(['at', 'room_id', 'kind'])
      .expression(
        build
          .selectFrom('participant')
          .innerJoin('room', 'room.id', 'participant.room_id')
          .select((eb) => [
            eb.val(at).as('at'),
            'participant.room_id',
            eb.val<'access' | 'roster'>('roster').as('kind'),
          ])
          .where('participant.account_id', '=', accountId)
          .$if(spaceId !== undefined, (query) => query.where('room.space_id', '=', spaceId ?? '')),
      ),
  );
}
