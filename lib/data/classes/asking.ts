// Who asks for a seat: accounts with the e-mail address that a roster expects, which nobody has proven to be theirs. They
// are shown to those who keep the roster, who may know better and admit them.

import type { Kysely } from 'kysely';
import type { Locale } from '#lib/model/manners.ts';
import { nameOrder } from '#lib/model/name-order.ts';
import { isWithin, mayInSpace } from '#lib/model/space-permission.ts';
import { fallbackLocale } from '#lib/words/locales.ts';
import type { SpaceAccess } from '../spaces/access.ts';
import { database, first } from '../store/database.ts';
import type { Schema } from '../store/schema.ts';
import { giveSeat, type SeatId, type SeatRefusal } from './seats.ts';

/** `name` is what the account calls itself, `seatName` whom the roster expects. */
export type Asker = { seatId: SeatId; seatName: string; name: string; email: string };

/** Everyone who asks for a seat of this course, by whom the roster expects; an assistant with sections sees theirs. */
export async function askersOf(access: SpaceAccess, locale: Locale = fallbackLocale): Promise<Asker[]> {
  if (!mayInSpace(access, 'keep-roster')) return [];
  const { sections } = access;
  const inOrder = nameOrder(locale);
  const rows = await askers(database().read, access).execute();
  return rows
    .filter(({ section }) => isWithin(sections, section))
    .map(({ seatId, seatName, name, email }) => ({ seatId, seatName, name, email: email ?? '' }))
    .sort((a, b) => inOrder(a.seatName, b.seatName));
}

/** Gives a seat to the account that asks for it, by the word of who keeps the roster. */
export async function admitAsker(access: SpaceAccess, seatId: SeatId): Promise<{ ok: true } | SeatRefusal> {
  if (!mayInSpace(access, 'keep-roster')) return { ok: false, reason: 'not-allowed' };
  const { sections } = access;
  return database().write(function* () {
    const asker = yield* first(askers(database().build, access).where('seat.id', '=', seatId));
    const isGiven =
      asker !== undefined &&
      isWithin(sections, asker.section) &&
      (yield* giveSeat(access.space.id, seatId, asker.accountId));
    return isGiven ? { ok: true as const } : { ok: false as const, reason: 'no-such-seat' as const };
  });
}

function askers(db: Kysely<Schema>, access: SpaceAccess) {
  return db
    .selectFrom('seat')
    .innerJoin('account', 'account.email', 'seat.email')
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.account_id', '=', 'account.id')
        .onRef('membership.space_id', '=', 'seat.space_id'),
    )
    .select([
      'seat.id as seatId',
      'seat.name as seatName',
      'seat.section',
      'account.id as accountId',
      'account.name',
      'account.email',
    ])
    .where('seat.space_id', '=', access.space.id)
    .where('seat.account_id', 'is', null)
    .where('account.kind', '=', 'member')
    .where('account.closed_at', 'is', null)
    .where('membership.removed_at', 'is', null);
}
