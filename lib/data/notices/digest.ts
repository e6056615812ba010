// The daily digest by e-mail: what is new in the inbox since the last one, and what is due before the next. It is read from
// the inbox at the moment of sending, so that it can tell nothing that its reader may not see then (AUTH3).
// Each is claimed before it is sent: after a crash it is rather missed than sent twice, and the inbox has it anyway.

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Locale } from '#lib/model/manners.ts';
import { baseUrl, unsubscribePath } from '../addresses.ts';
import { type AccountId, hashOf } from '../ids.ts';
import { canMail, isRefusedForGood, type Mailer, openMailer } from '../mail.ts';
import { type Identity, identifyInside } from '../people/identity.ts';
import { letterLocale } from '../people/manners.ts';
import { settings } from '../settings.ts';
import { all, database, first } from '../store/database.ts';
import { type Digest, digestSubject, digestText } from './digest-words.ts';
import { inboxOf } from './inbox.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

export type DigestChoice = 'daily' | 'off';

/** Chooses whether one is mailed a digest. The first one comes at the next hour for it, as if this day's had been sent. */
export async function chooseDigest(
  identity: Identity,
  digest: DigestChoice,
  now = new Date(),
): Promise<{ ok: true } | { ok: false; reason: 'members-only' }> {
  if (identity.kind === 'guest') return { ok: false, reason: 'members-only' };
  await keepChoice(identity.accountId, digest, now);
  return { ok: true };
}

async function keepChoice(accountId: AccountId, digest: DigestChoice, now: Date): Promise<void> {
  await database().write(() =>
    all(
      database()
        .build.updateTable('account')
        .set({ digest, ...(digest === 'daily' && { digested_at: lastHour(now).toISOString() }) })
        .where('id', '=', accountId)
        .where('digest', '!=', digest),
    ),
  );
}

export type DigestRound = { sent: number; failed: { accountId: AccountId; error: unknown }[] };

/** Mails every digest that is due: once a day from DIGEST_HOUR on, to confirmed addresses, where there is anything to tell. */
export async function sendDigests(now = new Date()): Promise<DigestRound> {
  const round: DigestRound = { sent: 0, failed: [] };
  if (!canMail()) return round;
  const due = await readersDue(now);
  if (due.length === 0) return round;
  const mailer = openMailer();
  try {
    for (const reader of due) {
      try {
        if (await sendTo(reader, mailer, now)) round.sent++;
      } catch (error) {
        round.failed.push({ accountId: reader.id, error });
      }
    }
  } finally {
    mailer.close();
  }
  return round;
}

type Reader = { id: AccountId; email: string; digestedAt: string; locale: Locale };

async function readersDue(now: Date): Promise<Reader[]> {
  const rows = await database()
    .read.selectFrom('account')
    .select(['id', 'email', 'digested_at', 'manners'])
    .where('digest', '=', 'daily')
    .where('confirmed_at', 'is not', null)
    .where('closed_at', 'is', null)
    .where('digested_at', '<', lastHour(now).toISOString())
    .orderBy('id')
    .execute();
  return rows.flatMap(({ id, email, digested_at, manners }) =>
    email === null || digested_at === null
      ? []
      : [{ id, email, digestedAt: digested_at, locale: letterLocale(manners) }],
  );
}

/** When the digests of this day, or else of the day before, became due. */
function lastHour(now: Date): Date {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  const at = today + settings().digestHour * hourMs;
  return new Date(at <= now.getTime() ? at : at - dayMs);
}

/** True when there was something to tell and it was told. What the mail server may take another time is claimed back. */
async function sendTo(reader: Reader, mailer: Mailer, now: Date): Promise<boolean> {
  const claimedAt = now.toISOString();
  if (!(await claim(reader.id, reader.digestedAt, claimedAt))) return false;
  try {
    const digest = await digestFor(reader, now);
    if (!digest) return false;
    const token = unsubscribeToken(reader.id);
    const base = baseUrl();
    const { locale } = reader;
    await mailer.send({
      to: reader.email,
      subject: digestSubject(digest, locale),
      text: digestText(digest, {
        locale,
        base,
        unsubscribeUrl: base + unsubscribePath(token),
        nowIso: claimedAt,
      }),
      messageId: `<digest.${hashOf(`${reader.id} ${reader.digestedAt}`).slice(0, 32)}@${new URL(base).hostname}>`,
      unsubscribeUrl: `${base}/api${unsubscribePath(token)}`,
    });
    return true;
  } catch (error) {
    if (!isRefusedForGood(error)) await claim(reader.id, claimedAt, reader.digestedAt);
    throw error;
  }
}

/** Moves on when the last digest was, unless another did so meanwhile. */
async function claim(id: AccountId, from: string, to: string): Promise<boolean> {
  const claimed = await database().write(() =>
    first(
      database()
        .build.updateTable('account')
        .set({ digested_at: to })
        .where('id', '=', id)
        .where('digest', '=', 'daily')
        .where('digested_at', '=', from)
        .returning('id'),
    ),
  );
  return claimed !== undefined;
}

/** What is to be told; null for nothing. What the last digest called due is not said again. */
async function digestFor(reader: Reader, now: Date): Promise<Digest | null> {
  const identity = await identifyInside(reader.id);
  if (!identity) return null;
  const inbox = await inboxOf(identity, reader.locale, now);
  const toldUntil = new Date(Date.parse(reader.digestedAt) + dayMs).toISOString();
  const items = inbox.items.filter(({ at, isNew }) => isNew && at > reader.digestedAt);
  const due = inbox.due.filter(({ at }) => at > toldUntil);
  return items.length + due.length > 0 ? { items, due } : null;
}

/** What a mailed link ends the digest by: made from the account and the server's secret, so that nothing has to be kept. */
export function unsubscribeToken(accountId: AccountId): string {
  return `${accountId}.${sealOf(accountId)}`;
}

function sealOf(accountId: AccountId): string {
  return createHmac('sha256', settings().authSecret).update(`digest ${accountId}`).digest('base64url');
}

/** Ends the digest of the account that the link was mailed to. Once more changes nothing. */
export async function endDigest(
  token: string,
): Promise<{ ok: true } | { ok: false; reason: 'no-such-digest' }> {
  const [accountId = '', seal = ''] = token.split('.');
  const [given, wanted] = [Buffer.from(seal), Buffer.from(sealOf(accountId))];
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
    return { ok: false, reason: 'no-such-digest' };
  await keepChoice(accountId, 'off', new Date());
  return { ok: true };
}
