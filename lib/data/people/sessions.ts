// Sessions: who is signed in where, and how that ends. Starting and checking one is identity.ts.

import type { AccountId } from '../ids.ts';
import { announce } from '../spaces/access-changes.ts';
import { all, database, type Transaction } from '../store/database.ts';
import type { Identity } from './identity.ts';

/** One's own open sessions, the newest first. */
export async function sessionsOf(identity: Identity) {
  const rows = await database()
    .read.selectFrom('session')
    .select(['id', 'user_agent as userAgent', 'created_at as createdAt', 'expires_at as expiresAt'])
    .where('account_id', '=', identity.accountId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', new Date().toISOString())
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, isCurrent: row.id === identity.via.id }));
}

/** Ends one of one's own sessions; its sockets close with it (AUTH2). */
export async function revokeSession(
  identity: Identity,
  sessionId: string,
): Promise<{ ok: true } | { ok: false; reason: 'no-such-session' }> {
  return database().write(function* () {
    const ended = yield* all(
      database()
        .build.updateTable('session')
        .set({ revoked_at: new Date().toISOString() })
        .where('id', '=', sessionId)
        .where('account_id', '=', identity.accountId)
        .where('revoked_at', 'is', null)
        .returning('id'),
    );
    if (ended.length === 0) return { ok: false as const, reason: 'no-such-session' as const };
    yield* announce({ kind: 'access', accountId: identity.accountId });
    return { ok: true as const };
  });
}

/**
 * Ends every session and every API token of an account, but for the one to be kept (AUTH2): whoever got hold of one
 * is put out by a new password.
 */
export function* revokeCredentials(accountId: AccountId, keptId = ''): Transaction<void> {
  for (const table of ['session', 'token'] as const) {
    yield* all(
      database()
        .build.updateTable(table)
        .set({ revoked_at: new Date().toISOString() })
        .where('account_id', '=', accountId)
        .where('id', '!=', keptId)
        .where('revoked_at', 'is', null),
    );
  }
  yield* announce({ kind: 'access', accountId });
}

/** Ends every session of everyone. Gives how many there were. */
export function* revokeAllSessions(): Transaction<number> {
  const ended = yield* all(
    database()
      .build.updateTable('session')
      .set({ revoked_at: new Date().toISOString() })
      .where('revoked_at', 'is', null)
      .returning('id'),
  );
  return ended.length;
}

/** Ends a session by its id alone, for a sign-out that carries nothing else. Already ended is fine. */
export async function endSession(sessionId: string): Promise<void> {
  await database().write(() => closeSession(sessionId));
}

/** The same inside a transaction. */
export function* closeSession(sessionId: string): Transaction<void> {
  const [ended] = yield* all(
    database()
      .build.updateTable('session')
      .set({ revoked_at: new Date().toISOString() })
      .where('id', '=', sessionId)
      .where('revoked_at', 'is', null)
      .returning('account_id'),
  );
  if (ended) yield* announce({ kind: 'access', accountId: ended.account_id });
}
