// Who is asking: a session cookie or an API token, turned into an Identity and checked against its table every time,
// so that either can be revoked. Routes and the socket upgrade both ask here.

import { decode, encode } from 'next-auth/jwt';
import { type AccountId, hashOf, newId } from '../ids.ts';
import { settings } from '../settings.ts';
import { all, database, type Transaction, template } from '../store/database.ts';

declare const proven: unique symbol;

/** Proof that someone is who they say; only `identify` makes one, and functions that need it take it as an argument. */
export type Identity = {
  accountId: AccountId;
  name: string;
  kind: 'member' | 'guest';
  email: string | null;
  /** `inside`: the process itself carries on what an account wrote; `id` is the account's. */
  via: { kind: 'session' | 'token' | 'inside'; id: string };
  /** ISO UTC; undefined for tokens, which end only by being revoked. */
  expiresAt: string | undefined;
  readonly [proven]: true;
};

export const sessionDays = 30;

/** Is the app reached by TLS? Then cookies are `__Host-` and Secure. */
export function isSecure(): boolean {
  return settings().publicUrl?.startsWith('https://') ?? false;
}

/**
 * What the session cookie is called here: `__Host-` binds it to this host and to TLS, so only where there is
 * TLS.
 */
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

const sessionRow = template((build, slot: { id: string; now: string }) =>
  build
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .select(['account.id', 'account.name', 'account.kind', 'account.email', 'session.expires_at'])
    .where('session.id', '=', slot.id)
    .where('session.revoked_at', 'is', null)
    .where('session.expires_at', '>', slot.now)
    .where('account.closed_at', 'is', null)
    .where('account.kind', '!=', 'imported'),
);

/** The identity behind a session id, if it is neither revoked nor expired nor its account closed. */
export async function identifySession(id: string): Promise<Identity | null> {
  const [row] = await sessionRow.read({ id, now: new Date().toISOString() });
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

const openAccount = template((build, slot: { id: AccountId }) =>
  build
    .selectFrom('account')
    .select(['id', 'name', 'kind', 'email'])
    .where('id', '=', slot.id)
    .where('closed_at', 'is', null)
    .where('kind', '!=', 'imported'),
);

/**
 * An account as the process itself goes on in its name: for words that its owner wrote and that have further to go, and for
 * what is mailed to them, never for a request. Null once the account is closed.
 */
export async function identifyInside(accountId: AccountId): Promise<Identity | null> {
  const [row] = await openAccount.read({ id: accountId });
  if (!row) return null;
  const { id, name, kind, email } = row;
  return {
    accountId: id,
    name,
    kind,
    email,
    via: { kind: 'inside', id },
    expiresAt: undefined,
  } as Identity;
}

const tokenRow = template((build, slot: { hash: string }) =>
  build
    .selectFrom('token')
    .innerJoin('account', 'account.id', 'token.account_id')
    .select([
      'account.id',
      'account.name',
      'account.kind',
      'account.email',
      'token.id as tokenId',
      'token.used_at',
    ])
    .where('token.hash', '=', slot.hash)
    .where('token.revoked_at', 'is', null)
    .where('account.closed_at', 'is', null)
    .where('account.kind', '!=', 'imported'),
);

/** The identity behind an API token. */
export async function identifyToken(token: string): Promise<Identity | null> {
  const [row] = await tokenRow.read({ hash: hashOf(token) });
  if (!row) return null;
  noteUse(row.tokenId, row.used_at);
  return {
    accountId: row.id,
    name: row.name,
    kind: row.kind,
    email: row.email,
    via: { kind: 'token', id: row.tokenId },
    expiresAt: undefined,
  } as Identity;
}

/** Tokens whose use is yet to be kept. */
const usedTokens = new Set<string>();

/** Keeps when a token was last used, to the hour: a write at each request would cost more than it tells. */
function noteUse(tokenId: string, usedAt: string | null): void {
  const now = new Date();
  if (usedAt && now.getTime() - Date.parse(usedAt) < 3_600_000) return;
  usedTokens.add(tokenId);
  // A class comes in at once: one transaction for all of them, and nobody waits for it.
  if (usedTokens.size === 1) setTimeout(() => void keepUses(now.toISOString()), 1000).unref();
}

async function keepUses(at: string): Promise<void> {
  const ids = [...usedTokens];
  usedTokens.clear();
  try {
    await database().write(function* () {
      for (const id of ids) yield* markToken({ id, at });
    });
  } catch {
    // The disk may be full, or the process about to stop: the next use is noted instead.
  }
}

const markToken = template((build, slot: { id: string; at: string }) =>
  build.updateTable('token').set({ used_at: slot.at }).where('id', '=', slot.id),
);

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

const goodSession = template((build, slot: { id: string; now: string }) =>
  build
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .select('session.id')
    .where('session.id', '=', slot.id)
    .where('session.revoked_at', 'is', null)
    .where('session.expires_at', '>', slot.now)
    .where('account.closed_at', 'is', null),
);

const goodToken = template((build, slot: { id: string }) =>
  build
    .selectFrom('token')
    .innerJoin('account', 'account.id', 'token.account_id')
    .select('token.id')
    .where('token.id', '=', slot.id)
    .where('token.revoked_at', 'is', null)
    .where('account.closed_at', 'is', null),
);

/** Is what an identity stands on still good, by the tables as a transaction sees them now (AUTH2)? */
export function* isStillGood(via: Identity['via'], nowIso: string): Transaction<boolean> {
  switch (via.kind) {
    case 'session':
      return (yield* goodSession({ id: via.id, now: nowIso })).length > 0;
    case 'token':
      return (yield* goodToken({ id: via.id })).length > 0;
    case 'inside':
      return (yield* openAccount({ id: via.id })).length > 0;
  }
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
