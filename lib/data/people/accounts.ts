// Accounts: signing up and in, and changing one's own. Closing one is closing.ts.

import type { Locale } from '#lib/model/manners.ts';
import { claimSeats } from '../classes/seats.ts';
import { type AccountId, newId } from '../ids.ts';
import { forgive, type Knock, knock, type TooMany } from '../rate-limits.ts';
import { announceRosters } from '../spaces/access-changes.ts';
import { admit, type InviteRefusal, openInvite } from '../spaces/invites.ts';
import { insertSpace, ownCourse } from '../spaces/spaces.ts';
import { all, database, first, type Transaction } from '../store/database.ts';
import { moveGuest } from './guests.ts';
import { type Identity, startSession } from './identity.ts';
import { hasMember, mayBeFirst } from './owner-code.ts';
import { hashPassword, isPassword } from './passwords.ts';
import { endResets } from './resets.ts';
import { closeSession, revokeCredentials } from './sessions.ts';

/** Who knocks: what the request says about its sender, besides what it asks for. */
export type Caller = {
  identity: Identity | null;
  address: string;
  userAgent: string | null;
  /** The language of the request. */
  asked?: Locale;
};

export type SignUpForm = {
  name: string;
  email: string;
  password: string;
  ownerCode?: string | undefined;
  invite?: string | undefined;
};
export type SignedUp =
  | { ok: true; accountId: AccountId; first: boolean; sessionId: string }
  | { ok: false; reason: 'email-taken' | 'owner-code-needed' | InviteRefusal | 'removed' }
  | TooMany;

/**
 * Makes a member account and signs it in. A guest who signs up keeps the account row, and so every place and word
 * (AUTH5), and nothing that let the guest in: who had that cookie or token does not become the member. The first account of all owns a first space; where strangers could come first it needs the owner code. With
 * an invite, everything or nothing: a dead link makes no account.
 */
export async function signUp(form: SignUpForm, caller: Caller): Promise<SignedUp> {
  const counted = await knock(['sign-up-address', caller.address]);
  if (!counted.ok) return counted;
  const passwordHash = await hashPassword(form.password);
  const guest = caller.identity?.kind === 'guest' ? caller.identity : null;
  return inOneTransaction<SignedUp>(function* () {
    if (!(yield* hasMember()) && !(yield* mayBeFirst(form.ownerCode)))
      return { ok: false, reason: 'owner-code-needed' };
    const made = yield* makeAccount({
      ...form,
      passwordHash,
      guest,
      isEmailProven: false,
      asked: caller.asked,
    });
    if (!made.ok) return made;
    if (form.invite) {
      const invite = yield* openInvite(form.invite);
      if (!invite.ok) return invite;
      const admitted = yield* admit(made.accountId, invite.invite);
      if (!admitted.ok) return admitted;
    }
    return { ...made, sessionId: yield* openSession(made.accountId, caller) };
  });
}

/** Makes a member account for someone, as the operator, who vouches for the address: no code, no session. `email` and `name` as the fields clean them. */
export async function addUser(form: { name: string; email: string; password: string }): Promise<MadeAccount> {
  const passwordHash = await hashPassword(form.password);
  return database().write(() => makeAccount({ ...form, passwordHash, guest: null, isEmailProven: true }));
}

/** Rolls a transaction back when it ends in a refusal, so that a refusal never leaves half of its work behind. */
async function inOneTransaction<T extends { ok: boolean }>(body: () => Transaction<T>): Promise<T> {
  let refusal: T | undefined;
  try {
    return await database().write(function* () {
      const result = yield* body();
      if (result.ok) return result;
      refusal = result;
      throw new Error('rolled back');
    });
  } catch (error) {
    if (refusal) return refusal;
    throw error;
  }
}

type NewAccount = {
  name: string;
  email: string;
  passwordHash: string | null;
  guest: Identity | null;
  /** Anybody can type an address: only a proven one takes the seats that expect it. */
  isEmailProven: boolean;
  /** The language of the request. */
  asked?: Locale | undefined;
};

export type MadeAccount =
  | { ok: true; accountId: AccountId; first: boolean }
  | { ok: false; reason: 'email-taken' };

/** Makes an account row, or turns a guest's into a member's; the first member gets a space of their own. */
export function* makeAccount(form: NewAccount): Transaction<MadeAccount> {
  const isFirst = !(yield* hasMember());
  if (yield* accountWithEmail(form.email)) return { ok: false, reason: 'email-taken' };
  const accountId = form.guest
    ? yield* promoteGuest(form.guest.accountId, form)
    : yield* insertAccount({ ...form, kind: 'member' });
  if (form.isEmailProven) {
    const confirmed = { confirmed_at: new Date().toISOString() };
    yield* all(database().build.updateTable('account').set(confirmed).where('id', '=', accountId));
    yield* claimSeats(accountId, form.email);
  }
  if (isFirst) yield* insertSpace(accountId, { name: ownCourse(form.name, form.asked), kind: 'course' });
  return { ok: true, accountId, first: isFirst };
}

/** The guest's sessions and token end here: they were had for a name, and what they stand for now is worth more. */
function* promoteGuest(accountId: AccountId, form: NewAccount): Transaction<AccountId> {
  yield* all(
    database()
      .build.updateTable('account')
      .set({ kind: 'member', name: form.name, email: form.email, password_hash: form.passwordHash })
      .where('id', '=', accountId),
  );
  yield* revokeCredentials(accountId);
  yield* announceRosters(accountId);
  return accountId;
}

/** Inserts an account row; guests and the imported have only a name. */
export function* insertAccount(account: {
  name: string;
  kind: 'member' | 'guest' | 'imported';
  email?: string | null;
  passwordHash?: string | null;
}): Transaction<AccountId> {
  const id = newId();
  yield* all(
    database()
      .build.insertInto('account')
      .values({
        id,
        email: account.email ?? null,
        name: account.name,
        kind: account.kind,
        password_hash: account.passwordHash ?? null,
        created_at: new Date().toISOString(),
        closed_at: null,
      }),
  );
  return id;
}

/** The open account with this e-mail address. */
export function* accountWithEmail(email: string): Transaction<{ id: AccountId } | undefined> {
  return yield* first(database().build.selectFrom('account').select('id').where('email', '=', email));
}

export type SignedIn =
  | { ok: true; accountId: AccountId; sessionId: string }
  | { ok: false; reason: 'wrong-credentials' }
  | TooMany;

/**
 * Signs in with e-mail and password. Failures are limited per person and per address. Signing in from a guest's
 * session moves the guest's places to the account where it has none (AUTH5).
 */
export async function signIn(form: { email: string; password: string }, caller: Caller): Promise<SignedIn> {
  const knocks: Knock[] = [
    ['sign-in', `${caller.address} ${form.email}`],
    ['sign-in-email', form.email],
    ['sign-in-address', caller.address],
  ];
  const counted = await knock(...knocks);
  if (!counted.ok) return counted;
  const account = await database()
    .read.selectFrom('account')
    .select(['id', 'password_hash'])
    .where('email', '=', form.email)
    .executeTakeFirst();
  const isRight = await isPassword(form.password, account?.password_hash ?? null);
  if (!account || !isRight) return { ok: false, reason: 'wrong-credentials' };
  await forgive(...knocks);
  const sessionId = await database().write(() => openSession(account.id, caller));
  return { ok: true, accountId: account.id, sessionId };
}

/**
 * Starts a session for an account that has proven itself, and brings along what its owner did as a guest. It takes the
 * place of the session that the browser had: that one ends.
 */
export function* openSession(accountId: AccountId, caller: Caller): Transaction<string> {
  const before = caller.identity;
  if (before?.kind === 'guest' && before.accountId !== accountId)
    yield* moveGuest(before.accountId, accountId);
  if (before?.via.kind === 'session') yield* closeSession(before.via.id);
  return yield* startSession(accountId, caller.userAgent);
}

/** What the settings page shows of one's own account. */
export async function accountOf(identity: Identity) {
  const row = await database()
    .read.selectFrom('account')
    .select([
      'id',
      'name',
      'email',
      'kind',
      'created_at as createdAt',
      'password_hash',
      'confirmed_at as confirmedAt',
      'digest',
    ])
    .where('id', '=', identity.accountId)
    .executeTakeFirstOrThrow();
  const { password_hash, ...account } = row;
  return { ...account, hasPassword: password_hash !== null };
}

export type AccountChange = {
  name?: string | undefined;
  email?: string | undefined;
  password?: string | undefined;
  /** Needed for a new e-mail address or password. */
  currentPassword?: string | undefined;
};

/**
 * Changes one's name, e-mail address or password. A new password ends every other session and every API token, either of the
 * two every open link to reset the password. Guests have neither
 * e-mail nor password: they sign up instead.
 */
export async function changeAccount(
  identity: Identity,
  change: AccountChange,
): Promise<
  { ok: true } | { ok: false; reason: 'wrong-password' | 'email-taken' | 'members-only' } | TooMany
> {
  const { accountId } = identity;
  if (change.email !== undefined || change.password !== undefined) {
    if (identity.kind === 'guest') return { ok: false, reason: 'members-only' };
    const proven = await provePassword(accountId, change.currentPassword ?? '');
    if (!proven.ok) return proven;
  }
  const passwordHash = change.password === undefined ? undefined : await hashPassword(change.password);
  return database().write(function* () {
    const { build } = database();
    const taken = change.email === undefined ? undefined : yield* accountWithEmail(change.email);
    if (taken && taken.id !== accountId) return { ok: false as const, reason: 'email-taken' as const };
    const values = {
      ...(change.name !== undefined && { name: change.name }),
      ...(change.email !== undefined && { email: change.email, confirmed_at: null }),
      ...(passwordHash !== undefined && { password_hash: passwordHash }),
    };
    if (Object.keys(values).length > 0)
      yield* all(build.updateTable('account').set(values).where('id', '=', accountId));
    if (change.name !== undefined) yield* announceRosters(accountId);
    // Who could read the mailbox of before, or learnt of a link to choose a password, is put out with it.
    if (change.email !== undefined || passwordHash !== undefined) yield* endResets(accountId);
    if (passwordHash !== undefined) yield* revokeCredentials(accountId, identity.via.id);
    return { ok: true as const };
  });
}

/** Is this the account's password? Guesses are limited as sign-ins are. */
export async function provePassword(
  accountId: AccountId,
  password: string,
): Promise<{ ok: true } | { ok: false; reason: 'wrong-password' } | TooMany> {
  const guess: Knock = ['sign-in', accountId];
  const counted = await knock(guess);
  if (!counted.ok) return counted;
  const row = await database()
    .read.selectFrom('account')
    .select('password_hash')
    .where('id', '=', accountId)
    .executeTakeFirst();
  if (!(await isPassword(password, row?.password_hash ?? null)))
    return { ok: false, reason: 'wrong-password' };
  await forgive(guess);
  return { ok: true };
}
