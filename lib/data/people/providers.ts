// Signing in by an OpenID provider: which account a proven subject is, and when a new one is made for it.

import { cleanLine } from '#lib/model/text/text.ts';
import type { AccountId } from '../ids.ts';
import { all, database, first, type Transaction } from '../store/database.ts';
import { accountWithEmail, type Caller, makeAccount, openSession } from './accounts.ts';
import { hasMember, isPrivateMachine } from './owner-code.ts';

/** What a provider has proven about someone; `email` only counts where the provider says it is verified. */
export type Proven = {
  provider: string;
  subject: string;
  name: string | undefined;
  email: string | undefined;
  isEmailVerified: boolean;
};

export type SignedInByProvider =
  | { ok: true; accountId: AccountId; sessionId: string }
  | { ok: false; reason: 'email-taken' | 'email-unverified' | 'owner-first' };

/**
 * Signs in whoever the provider has proven. The first time makes an account; a guest's row becomes it (AUTH5).
 * An e-mail address that has an account already is refused, since whoever made that account never proved the address:
 * its owner signs in with the password first and then by the provider, which joins the two. Where the first account
 * needs the owner code, nobody comes first by a provider.
 */
export async function signInByProvider(proven: Proven, caller: Caller): Promise<SignedInByProvider> {
  return database().write(function* () {
    const known = yield* accountBehind(proven);
    if (known) {
      if (known.closed_at) throw new Error('a closed account keeps no sign-ins');
      return { ok: true, accountId: known.id, sessionId: yield* openSession(known.id, caller) };
    }
    const found = yield* accountFor(proven, caller);
    if (!found.ok) return found;
    yield* all(
      database().build.insertInto('identity').values({
        provider: proven.provider,
        subject: proven.subject,
        account_id: found.accountId,
      }),
    );
    return {
      ok: true,
      accountId: found.accountId,
      sessionId: yield* openSession(found.accountId, caller),
    };
  });
}

function* accountBehind({ provider, subject }: Proven) {
  return yield* first(
    database()
      .build.selectFrom('identity')
      .innerJoin('account', 'account.id', 'identity.account_id')
      .select(['account.id', 'account.closed_at'])
      .where('identity.provider', '=', provider)
      .where('identity.subject', '=', subject),
  );
}

function* accountFor(
  proven: Proven,
  caller: Caller,
): Transaction<{ ok: true; accountId: AccountId } | Exclude<SignedInByProvider, { ok: true }>> {
  if (!isPrivateMachine() && !(yield* hasMember())) return { ok: false, reason: 'owner-first' };
  const email = proven.email?.trim().toLowerCase();
  if (!email || !proven.isEmailVerified) return { ok: false, reason: 'email-unverified' };
  const holder = yield* accountWithEmail(email);
  if (holder) {
    return holder.id === caller.identity?.accountId
      ? { ok: true, accountId: holder.id }
      : { ok: false, reason: 'email-taken' };
  }
  const guest = caller.identity?.kind === 'guest' ? caller.identity : null;
  const name = cleanLine(proven.name ?? '').slice(0, 80) || (email.split('@')[0] ?? email);
  return yield* makeAccount({
    name,
    email,
    passwordHash: null,
    guest,
    isEmailProven: true,
    asked: caller.asked,
  });
}
