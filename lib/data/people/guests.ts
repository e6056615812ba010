// What becomes of a guest who turns out to have an account already (AUTH5).

import type { AccountId } from '../ids.ts';
import { announce, announceRosters } from '../spaces/access-changes.ts';
import { spacesThatRemoved } from '../spaces/members.ts';
import { all, database, type Transaction } from '../store/database.ts';
import { revokeCredentials } from './sessions.ts';

/**
 * Moves a guest's memberships and places to an account, each where the account has none in that space or room, and
 * closes the guest. A removal moves too: signing in is no way around it. Where the account has its own place already,
 * the guest's stays with the guest's name.
 */
export function* moveGuest(guest: AccountId, account: AccountId): Transaction<void> {
  const { build } = database();
  const now = new Date().toISOString();
  yield* announceRosters(guest);
  yield* all(
    build
      .updateTable('membership')
      .set({ account_id: account })
      .where('account_id', '=', guest)
      .where('space_id', 'not in', (eb) =>
        eb.selectFrom('membership as own').select('own.space_id').where('own.account_id', '=', account),
      )
      .where('space_id', 'not in', spacesThatRemoved(account)),
  );
  yield* all(
    build
      .updateTable('participant')
      .set({ account_id: account })
      .where('account_id', '=', guest)
      .where('room_id', 'not in', (eb) =>
        eb.selectFrom('participant as own').select('own.room_id').where('own.account_id', '=', account),
      )
      .where('room_id', 'not in', (eb) =>
        eb.selectFrom('room').select('room.id').where('room.space_id', 'in', spacesThatRemoved(account)),
      ),
  );
  yield* all(build.updateTable('account').set({ closed_at: now }).where('id', '=', guest));
  yield* revokeCredentials(guest);
  yield* announce({ kind: 'access', accountId: account });
}
