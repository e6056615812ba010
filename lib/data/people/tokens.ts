// API tokens: for programs that act as someone. The token is shown once; only its hash is kept.

import { type AccountId, hashOf, newId, newSecret } from '../ids.ts';
import { announce } from '../spaces/access-changes.ts';
import { all, database, type Transaction } from '../store/database.ts';
import type { Identity } from './identity.ts';

/** Makes a token for an account; `token` is not to be had again. The prefix lets secret scanners know it. */
export async function makeToken(accountId: AccountId, name: string): Promise<{ id: string; token: string }> {
  return database().write(() => insertToken(accountId, name));
}

/** The same inside a transaction. */
export function* insertToken(accountId: AccountId, name: string): Transaction<{ id: string; token: string }> {
  const id = newId();
  const token = `cpt_${newSecret()}`;
  yield* all(
    database()
      .build.insertInto('token')
      .values({
        id,
        account_id: accountId,
        name,
        hash: hashOf(token),
        created_at: new Date().toISOString(),
        used_at: null,
        revoked_at: null,
      }),
  );
  return { id, token };
}

/** One's own tokens that still work, the newest first. `usedAt` is exact to the hour. */
export function tokensOf(identity: Identity) {
  return database()
    .read.selectFrom('token')
    .select(['id', 'name', 'created_at as createdAt', 'used_at as usedAt'])
    .where('account_id', '=', identity.accountId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .execute();
}

/** Ends one of one's own tokens; its sockets close with it (AUTH2). */
export async function revokeToken(
  identity: Identity,
  tokenId: string,
): Promise<{ ok: true } | { ok: false; reason: 'no-such-token' }> {
  return database().write(function* () {
    const ended = yield* all(
      database()
        .build.updateTable('token')
        .set({ revoked_at: new Date().toISOString() })
        .where('id', '=', tokenId)
        .where('account_id', '=', identity.accountId)
        .where('revoked_at', 'is', null)
        .returning('id'),
    );
    if (ended.length === 0) return { ok: false as const, reason: 'no-such-token' as const };
    yield* announce({ kind: 'access', accountId: identity.accountId });
    return { ok: true as const };
  });
}
