// Mailing people on a roster their personal links, one after the other. Each mail is claimed before it is sent, by the time
// of the last one as the sender saw it: a second press, a second instructor or a restart mails nobody twice.

import type { MailProblem } from '#lib/model/classes/mail-problem.ts';
import type { Locale } from '#lib/model/manners.ts';
import { isWithin, mayInSpace } from '#lib/model/space-permission.ts';
import { translatorOf } from '#lib/words/translate.ts';
import { baseUrl, joinPath } from '../addresses.ts';
import { canMail, type Mailer, openMailer } from '../mail.ts';
import type { Identity } from '../people/identity.ts';
import { letterLocale } from '../people/manners.ts';
import { forgive, knock, type TooMany } from '../rate-limits.ts';
import type { SpaceAccess } from '../spaces/access.ts';
import { all, database, first, type Transaction } from '../store/database.ts';
import type { SeatId } from './seats.ts';

/** Whom to mail; `seen` is the time of the last mail to them that whoever asks was shown, null for none. */
export type Addressee = { seatId: SeatId; seen: string | null };

/** What became of one of them: mailed, not taken, or passed over because they were mailed or came in meanwhile. */
export type Mailed =
  | { seatId: SeatId; outcome: 'sent' | 'passed-over' }
  | { seatId: SeatId; outcome: 'failed'; problem: string };

export type MailProgress = {
  onMailed?: (mailed: Mailed) => void;
  /** Stops before the next one. */
  signal?: AbortSignal;
  /** The language of whoever sends, for people who have chosen none here. */
  asked?: Locale;
};

type Refused = { ok: false; reason: 'not-allowed' | 'no-mail' | 'not-confirmed' };

/** Mails these people their links. Who is not on the roster, or of none of an assistant's sections, is passed over. */
export async function mailLinks(
  identity: Identity,
  access: SpaceAccess,
  people: readonly Addressee[],
  { onMailed, signal, asked }: MailProgress = {},
): Promise<({ ok: true } & Record<'sent' | 'failed' | 'passedOver', number>) | Refused | TooMany> {
  if (!mayInSpace(access, 'keep-roster')) return { ok: false, reason: 'not-allowed' };
  if (!canMail()) return { ok: false, reason: 'no-mail' };
  const sender = await confirmedSender(identity);
  if (!sender) return { ok: false, reason: 'not-confirmed' };
  const { sections } = access;
  const counts = { sent: 0, failed: 0, passedOver: 0 };
  const mailer = openMailer();
  try {
    for (const one of people) {
      if (signal?.aborted) break;
      const counted = await knock(['mail-links-account', identity.accountId]);
      if (!counted.ok) return counted;
      const mailed = await mailOne({ access, sections, sender, mailer, asked }, one);
      if (mailed.outcome === 'passed-over') await forgive(['mail-links-account', identity.accountId]);
      counts[mailed.outcome === 'passed-over' ? 'passedOver' : mailed.outcome]++;
      onMailed?.(mailed);
    }
  } finally {
    mailer.close();
  }
  return { ok: true, ...counts };
}

type Sender = { name: string; email: string };

/** Whoever mails others is known by an address of their own. */
async function confirmedSender({ accountId }: Identity): Promise<Sender | null> {
  const row = await database()
    .read.selectFrom('account')
    .select(['name', 'email'])
    .where('id', '=', accountId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst();
  return row?.email ? { name: row.name, email: row.email } : null;
}

type Round = {
  access: SpaceAccess;
  sections: readonly string[];
  sender: Sender;
  mailer: Mailer;
  asked: Locale | undefined;
};

/** What a claim says until the mail server has answered: all that is known should the process end meanwhile. */
const unsure: MailProblem = 'unsure';

async function mailOne(round: Round, { seatId, seen }: Addressee): Promise<Mailed> {
  const at = new Date().toISOString();
  const seat = await database().write(() => claim(round, { seatId, seen }, at));
  if (!seat) return { seatId, outcome: 'passed-over' };
  const problem = await problemOf(round, seat);
  await database().write(() => settle(seatId, at, problem));
  return problem === null ? { seatId, outcome: 'sent' } : { seatId, outcome: 'failed', problem };
}

type Claimed = { name: string; email: string; code: string };

function* claim(
  { access, sections }: Round,
  { seatId, seen }: Addressee,
  at: string,
): Transaction<Claimed | null> {
  const { build } = database();
  const seat = yield* first(
    build
      .selectFrom('seat')
      .select(['name', 'email', 'code', 'section', 'mailed_at', 'mailed_to'])
      .where('space_id', '=', access.space.id)
      .where('id', '=', seatId)
      .where('account_id', 'is', null),
  );
  if (!seat?.email || !isWithin(sections, seat.section)) return null;
  const { name, email, code } = seat;
  const last = seat.mailed_to === email ? seat.mailed_at : null;
  if (last !== seen) return null;
  const values = { mailed_at: at, mailed_to: email, mail_problem: unsure };
  yield* all(build.updateTable('seat').set(values).where('id', '=', seatId));
  return { name, email, code };
}

function* settle(seatId: SeatId, at: string, problem: string | null): Transaction<void> {
  yield* all(
    database()
      .build.updateTable('seat')
      .set({ mail_problem: problem })
      .where('id', '=', seatId)
      .where('mailed_at', '=', at),
  );
}

/** Null once the mail server has taken it; else why it did not: one of ours, or the mail server's own words. */
async function problemOf({ access, sender, mailer, asked }: Round, seat: Claimed): Promise<string | null> {
  const counted = await knock(['mail-links-address', seat.email]);
  if (!counted.ok) return 'too-often' satisfies MailProblem;
  const t = translatorOf(await localeAt(seat.email, asked), 'mail.seat');
  const space = access.space.name;
  try {
    await mailer.send({
      to: seat.email,
      replyTo: sender.email,
      subject: t('subject', { space }),
      text: [
        t('why', { sender: sender.name, name: seat.name, space }),
        t('link'),
        baseUrl() + joinPath(seat.code),
        t('unknown'),
      ].join('\n\n'),
    });
    return null;
  } catch (error) {
    return wordsOf(error);
  }
}

/** Whoever is expected may have an account here already, and a language. */
async function localeAt(email: string, asked: Locale | undefined): Promise<Locale> {
  const row = await database()
    .read.selectFrom('account')
    .select('manners')
    .where('email', '=', email)
    .executeTakeFirst();
  return letterLocale(row?.manners, asked);
}

function wordsOf(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  return said.replace(/\s+/g, ' ').slice(0, 300).toWellFormed();
}
