// Forgotten passwords: a link that lets its holder choose a new one, once, within two hours.

import type { Locale } from '#lib/model/manners.ts';
import { translatorOf } from '#lib/words/translate.ts';
import { baseUrl, resetPath } from '../addresses.ts';
import { type AccountId, hashOf, newSecret } from '../ids.ts';
import { canMail, sendMail } from '../mail.ts';
import { knock, type TooMany } from '../rate-limits.ts';
import { all, database, first, type Transaction } from '../store/database.ts';
import { letterLocale } from './manners.ts';
import { hashPassword } from './passwords.ts';
import { revokeCredentials } from './sessions.ts';

export const resetHours = 2;

type Reset = { ok: true; url: string; expiresAt: string; manners: string | null };

/** Makes a reset link for the account with this e-mail address. Earlier links of the account stop working. */
export async function makeReset(email: string): Promise<Reset | { ok: false; reason: 'no-such-account' }> {
  const token = newSecret();
  const expiresAt = new Date(Date.now() + resetHours * 3_600_000).toISOString();
  return database().write(function* () {
    const { build } = database();
    const account = yield* first(
      build.selectFrom('account').select(['id', 'manners']).where('email', '=', email.trim().toLowerCase()),
    );
    if (!account) return { ok: false as const, reason: 'no-such-account' as const };
    yield* endResets(account.id);
    yield* all(
      build.insertInto('password_reset').values({
        hash: hashOf(token),
        account_id: account.id,
        expires_at: expiresAt,
        used_at: null,
      }),
    );
    return { ok: true as const, url: `${baseUrl()}${resetPath(token)}`, expiresAt, manners: account.manners };
  });
}

/** Ends the reset links of an account: with another one, a new password, a new address, or the account itself. */
export function* endResets(accountId: AccountId): Transaction<void> {
  yield* all(database().build.deleteFrom('password_reset').where('account_id', '=', accountId));
}

/**
 * Mails a reset link to the address, if it has an account and this server can mail. Gives nothing back: neither the
 * answer nor its time may tell who has an account, so do not wait for it. Rejects when the mail server refuses. `asked` is
 * the language of the request, for who has chosen none.
 */
export async function mailReset(email: string, address: string, asked?: Locale): Promise<void> {
  const counted = await knock(['reset-address', address], ['reset-email', email]);
  if (!counted.ok || !canMail()) return;
  const reset = await makeReset(email);
  if (!reset.ok) return;
  const t = translatorOf(letterLocale(reset.manners, asked), 'mail.reset');
  const text = [t('why'), t('link', { hours: resetHours }), reset.url, t('notYou')].join('\n\n');
  await sendMail({ to: email, subject: t('subject'), text });
}

/**
 * Sets a new password by a reset link. Whoever may have got into the account before is put out: every session and
 * every API token ends. Links are looked up before anything is hashed, and tries counted per address: hashing is made
 * to be slow, and who holds no link must not make the server do it.
 */
export async function redeemReset(
  token: string,
  password: string,
  address: string,
): Promise<{ ok: true } | { ok: false; reason: 'reset-over' } | TooMany> {
  const counted = await knock(['redeem-address', address]);
  if (!counted.ok) return counted;
  if (!(await isOpenReset(token))) return { ok: false, reason: 'reset-over' };
  const passwordHash = await hashPassword(password);
  return database().write(function* () {
    const { build } = database();
    const now = new Date().toISOString();
    const [used] = yield* all(
      build
        .updateTable('password_reset')
        .set({ used_at: now })
        .where('hash', '=', hashOf(token))
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .returning('account_id'),
    );
    if (!used) return { ok: false as const, reason: 'reset-over' as const };
    yield* all(
      build.updateTable('account').set({ password_hash: passwordHash }).where('id', '=', used.account_id),
    );
    yield* revokeCredentials(used.account_id);
    return { ok: true as const };
  });
}

async function isOpenReset(token: string): Promise<boolean> {
  const row = await database()
    .read.selectFrom('password_reset')
    .select('hash')
    .where('hash', '=', hashOf(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', new Date().toISOString())
    .executeTakeFirst();
  return row !== undefined;
}
