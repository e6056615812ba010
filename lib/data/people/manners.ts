// How someone likes to read, kept with their account so that it follows them from device to device. A guest's choices stay
// on their device: the account of a guest is that device's.

import { type Locale, mannersOf, type SomeManners, withManners } from '#lib/model/manners.ts';
import { parseManners } from '#lib/model/manners-form.ts';
import { fallbackLocale } from '#lib/words/locales.ts';
import { all, database, first } from '../store/database.ts';
import type { Identity } from './identity.ts';

/** What this person chose; null for a guest, and for who never chose anything. */
export async function keptManners({ accountId, kind }: Identity): Promise<SomeManners | null> {
  if (kind === 'guest') return null;
  const row = await database()
    .read.selectFrom('account')
    .select('manners')
    .where('id', '=', accountId)
    .executeTakeFirst();
  return row?.manners ? parseManners(row.manners) : null;
}

/** The language to write to someone in: what they chose, else that of the request that has it written. */
export function letterLocale(manners: string | null | undefined, asked = fallbackLocale): Locale {
  const { locale } = mannersOf(parseManners(manners));
  return locale === 'browser' ? asked : locale;
}

/** Changes some of it; two devices may change different things at once. Gives all that holds now. */
export async function changeManners(identity: Identity, change: SomeManners) {
  const { accountId } = identity;
  const { build } = database();
  const chosen = await database().write(function* () {
    const row = yield* first(build.selectFrom('account').select('manners').where('id', '=', accountId));
    const next = withManners(parseManners(row?.manners), change);
    yield* all(
      build
        .updateTable('account')
        .set({ manners: JSON.stringify(next) })
        .where('id', '=', accountId),
    );
    return next;
  });
  return mannersOf(chosen);
}
