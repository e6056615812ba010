// Who is asking: a session cookie or an API token, turned into an Identity and checked against its table every time,
// so that either can be revoked. Routes and the socket upgrade both ask here.

import { decode, encode } from 'next-auth/jwt';
import { type AccountId, hashOf, newId } from '../ids.ts';
import { settings } from '../settings.ts';
import { all, database, first, type Transaction } from '../store/database.ts';

declare const proven: unique symbol;

/** Proof that someone is who they say; only `identify` makes one, and functions that need it take it as an argument. */
export type Identity = {
  accountId: AccountId;
  name: string;
  kind: 'member' | 'guest';
  email: string | null;
  via: { kind: 'session' | 'token'; id: string };
  /** ISO UTC; undefined for tokens, which end only by being revoked. */
  expiresAt: string | undefined;
  readonly [proven]: true;
};

export const sessionDays = 30;

/** Is the app reached by TLS? Then cookies are `__Host-` and Secure. */
export function isSecure(): boolean {
  return settings().publicUrl?.startsWith('https://') ?? false;
}

export function sessionCookieName(): string {
  return isSecure() ? '__Host-counterpoint.session' : 'counterpoint.session';
}

/** What a request says about who sends it. */
export type Credentials = { cookie?: string | null | undefined; authorization?: string | null | undefined };

/** Does this `Authorization` header bring an API token, be it a good one or not? */
export function isBearer(authorization: string | null | undefined): boolean {
  return /^Bearer\b/i.test(authorization ?? '');
}

/**
 * Reads a request's `Authorization: Bearer` or else its session cookie; null when what it brings is not good. Whoever
 * means to come by a token never comes by a cookie instead.
 */
export async function identify({ cookie: cookies, authorization }: Credentials): Promise<Identity | null> {
  if (isBearer(authorization)) {
    const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
    return token === undefined ? null : identifyToken(token);
  }
  const cookie = cookieNamed(cookies ?? '', sessionCookieName());
  if (!cookie) return null;
  const jwt = await decode({ token: cookie, secret: settings().authSecret }).catch(() => null);
  return typeof jwt?.sid === 'string' ? identifySession(jwt.sid) : null;
}

/** The identity behind a session id, if it is neither revoked nor expired nor its account closed. */
export async function identifySession(id: string): Promise<Identity | null> {
  const row = await database()
    .read.selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .select(['account.id', 'account.name', 'account.kind', 'account.email', 'session.expires_at'])
    .where('session.id', '=', id)
    .where('session.revoked_at', 'is', null)
    .where('session.expires_at', '>', new Date().toISOString())
    .where('account.closed_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  return {
    accountId: row.id,
    name: row.name,
    kind: row.kind,
    email: row.email,
    via: { kind: 'session', id },
    expiresAt: row.expires_at,
  } as Identity;
}

/** The identity behind an API token. */
export async function identifyToken(token: string): Promise<Identity | null> {
  const row = await database()
    .read.selectFrom('token')
    .innerJoin('account', 'account.id', 'token.account_id')
    .select([
      'account.id',
      'account.name',
      'account.kind',
      'account.email',
      'token.id as tokenId',
      'token.used_at',
    ])
    .where('token.hash', '=', hashOf(token))
    .where('token.revoked_at', 'is', null)
    .where('account.closed_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  await noteUse(row.tokenId, row.used_at);
  return {
    accountId: row.id,
    name: row.name,
    kind: row.kind,
    email: row.email,
    via: { kind: 'token', id: row.tokenId },
    expiresAt: undefined,
  } as Identity;
}

/** Keeps when a token was last used, to the hour: a write at each request would cost more than it tells. */
async function noteUse(tokenId: string, usedAt: string | null): Promise<void> {
  const now = new Date();
  if (usedAt && now.getTime() - Date.parse(usedAt) < 3_600_000) return;
  const { build, write } = database();
  await write(() =>
    all(build.updateTable('token').set({ used_at: now.toISOString() }).where('id', '=', tokenId)),
  ).catch(() => {
    // Whoever comes while nothing can be written may still read (DUR5); the next use is noted instead.
  });
}

/** Starts a session inside a transaction; gives its id, for `sessionToken`. */
export function* startSession(accountId: AccountId, userAgent: string | null): Transaction<string> {
  const id = newId();
  const now = Date.now();
  yield* all(
    database()
      .build.insertInto('session')
      .values({
        id,
        account_id: accountId,
        user_agent: userAgent?.slice(0, 300) ?? null,
        created_at: new Date(now).toISOString(),
        expires_at: new Date(now + sessionDays * 86_400_000).toISOString(),
        revoked_at: null,
      }),
  );
  return id;
}

/** The signed cookie value for a session id, as next-auth writes and reads it. */
export function sessionToken(sessionId: string): Promise<string> {
  return encode({ token: { sid: sessionId }, secret: settings().authSecret, maxAge: sessionDays * 86_400 });
}

/** Is what an identity stands on still good, by the tables as a transaction sees them now (AUTH2)? */
export function* isStillGood(via: Identity['via'], nowIso: string): Transaction<boolean> {
  const { build } = database();
  const row =
    via.kind === 'session'
      ? yield* first(
          build
            .selectFrom('session')
            .innerJoin('account', 'account.id', 'session.account_id')
            .select('session.id')
            .where('session.id', '=', via.id)
            .where('session.revoked_at', 'is', null)
            .where('session.expires_at', '>', nowIso)
            .where('account.closed_at', 'is', null),
        )
      : yield* first(
          build
            .selectFrom('token')
            .innerJoin('account', 'account.id', 'token.account_id')
            .select('token.id')
            .where('token.id', '=', via.id)
            .where('token.revoked_at', 'is', null)
            .where('account.closed_at', 'is', null),
        );
  return row !== undefined;
}

function cookieNamed(header: string, name: string): string | undefined {
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=');
    if (equals > 0 && pair.slice(0, equals).trim() === name) return decoded(pair.slice(equals + 1).trim());
  }
  return undefined;
}

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    // Not ours: we write no such cookie.
    return undefined;
  }
}
