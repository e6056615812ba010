// Closing an account: the person goes, the row stays, since words hang on it (docs/decisions/011).

import type { AccountId } from '../ids.ts';
import type { TooMany } from '../rate-limits.ts';
import { announce, announceRosters } from '../spaces/access-changes.ts';
import { all, database, first, type Transaction } from '../store/database.ts';
import { accountOf, provePassword } from './accounts.ts';
import type { Identity } from './identity.ts';
import { endResets } from './resets.ts';
import { revokeCredentials } from './sessions.ts';

/** What an account is called once it is closed: the words stay in their discussions, the name goes. */
export const formerName = 'Former member';

/**
 * Closes one's account for good: e-mail, password, name and provider sign-ins are dropped, sessions, tokens and the
 * links one gave out are revoked, places in spaces and rooms are left. What one said stays in its discussions, under
 * `formerName`, since others have answered it. An account without a password (guests, provider sign-ins) needs none.
 */
export async function closeAccount(
  identity: Identity,
  password: string | undefined,
): Promise<{ ok: true } | { ok: false; reason: 'wrong-password' | 'last-owner' } | TooMany> {
  const { accountId } = identity;
  const { hasPassword } = await accountOf(identity);
  if (hasPassword) {
    const proven = await provePassword(accountId, password ?? '');
    if (!proven.ok) return proven;
  }
  return database().write(function* () {
    if (yield* isLastOwnerOfOthers(accountId)) return { ok: false as const, reason: 'last-owner' as const };
    yield* announceRosters(accountId);
    yield* leaveEverything(accountId);
    yield* revokeCredentials(accountId);
    return { ok: true as const };
  });
}

/** Would some space be left with members and without an owner if this account went? */
function* isLastOwnerOfOthers(accountId: AccountId): Transaction<boolean> {
  const orphaned = yield* first(
    database()
      .build.selectFrom('membership as mine')
      .innerJoin('membership as other', 'other.space_id', 'mine.space_id')
      .select('mine.space_id')
      .where('mine.account_id', '=', accountId)
      .where('mine.role', '=', 'owner')
      .where('mine.removed_at', 'is', null)
      .where('other.account_id', '!=', accountId)
      .where('other.removed_at', 'is', null)
      .groupBy('mine.space_id')
      .having((eb) => eb.fn.count(eb.case().when('other.role', '=', 'owner').then(1).end()), '=', 0),
  );
  return orphaned !== undefined;
}

/** Drops an account's name, address and ways in, and leaves every space and room. */
export function* leaveEverything(accountId: AccountId): Transaction<void> {
  const { build } = database();
  const now = new Date().toISOString();
  for (const table of ['membership', 'participant'] as const) {
    yield* all(
      build
        .updateTable(table)
        .set({ removed_at: now })
        .where('account_id', '=', accountId)
        .where('removed_at', 'is', null),
    );
  }
  yield* all(
    build
      .updateTable('invite')
      .set({ revoked_at: now })
      .where('created_by', '=', accountId)
      .where('revoked_at', 'is', null),
  );
  yield* all(build.deleteFrom('identity').where('account_id', '=', accountId));
  yield* endResets(accountId);
  yield* all(build.deleteFrom('email_proof').where('account_id', '=', accountId));
  yield* all(
    build
      .updateTable('account')
      .set({ name: formerName, email: null, password_hash: null, manners: null, closed_at: now })
      .where('id', '=', accountId),
  );
  yield* announce({ kind: 'access', accountId });
}
