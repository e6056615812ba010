// Proof that an e-mail address is its account's: a link that is mailed to it. Only then does the address take a seat that
// a roster keeps for it, for anybody can type an address.

import type { Locale } from '#lib/model/manners.ts';
import { translatorOf } from '#lib/words/translate.ts';
import { baseUrl, confirmPath } from '../addresses.ts';
import { claimSeats } from '../classes/seats.ts';
import { hashOf, newSecret } from '../ids.ts';
import { canMail, sendMail } from '../mail.ts';
import { knock, type TooMany } from '../rate-limits.ts';
import { all, database, first } from '../store/database.ts';
import type { Identity } from './identity.ts';
import { letterLocale } from './manners.ts';

const proofHours = 48;

/**
 * Mails the link, if this server can mail and the address is not confirmed yet. Earlier links of the account end. `asked` is
 * the language of the request, for who has chosen none.
 */
export async function mailConfirmation(
  { accountId }: Pick<Identity, 'accountId'>,
  asked?: Locale,
): Promise<{ ok: true } | TooMany> {
  const account = await database()
    .read.selectFrom('account')
    .select(['email', 'confirmed_at', 'manners'])
    .where('id', '=', accountId)
    .executeTakeFirst();
  if (!account?.email || account.confirmed_at !== null || !canMail()) return { ok: true };
  const counted = await knock(['confirm-account', accountId]);
  if (!counted.ok) return counted;
  const token = newSecret();
  const { email } = account;
  await database().write(function* () {
    const { build } = database();
    yield* all(build.deleteFrom('email_proof').where('account_id', '=', accountId));
    const expiresAt = new Date(Date.now() + proofHours * 3_600_000).toISOString();
    const values = { hash: hashOf(token), account_id: accountId, email, expires_at: expiresAt };
    yield* all(build.insertInto('email_proof').values(values));
  });
  const t = translatorOf(letterLocale(account.manners, asked), 'mail.confirm');
  const link = t('link', { hours: proofHours });
  const text = [t('why'), link, baseUrl() + confirmPath(token), t('notYou')].join('\n\n');
  await sendMail({ to: email, subject: t('subject'), text });
  return { ok: true };
}

/** Confirms the address a link was mailed to, while it is still the account's, and takes the seats that expect it. */
export async function confirmAddress(
  token: string,
  address: string,
): Promise<{ ok: true } | { ok: false; reason: 'confirmation-over' } | TooMany> {
  const counted = await knock(['redeem-address', address]);
  if (!counted.ok) return counted;
  const now = new Date().toISOString();
  return database().write(function* () {
    const { build } = database();
    const proof = yield* first(
      build
        .selectFrom('email_proof')
        .innerJoin('account', 'account.id', 'email_proof.account_id')
        .select(['account.id', 'account.email'])
        .where('email_proof.hash', '=', hashOf(token))
        .where('email_proof.expires_at', '>', now)
        .whereRef('account.email', '=', 'email_proof.email'),
    );
    if (!proof?.email) return { ok: false as const, reason: 'confirmation-over' as const };
    yield* all(build.deleteFrom('email_proof').where('account_id', '=', proof.id));
    yield* all(build.updateTable('account').set({ confirmed_at: now }).where('id', '=', proof.id));
    yield* claimSeats(proof.id, proof.email);
    return { ok: true as const };
  });
}
