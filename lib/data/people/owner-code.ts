// The code that the first sign-up needs where strangers could reach the server first: printed at start, gone after use.

import { randomInt, timingSafeEqual } from 'node:crypto';
import { hashOf } from '../ids.ts';
import { isLoopback, settings } from '../settings.ts';
import { all, database, first, type Transaction } from '../store/database.ts';

const key = 'owner_code';
// Without letters and digits that look alike: someone reads it from a terminal and types it.
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Can nobody but this machine's own people reach the server? A proxy in front of loopback shows in PUBLIC_URL. */
export function isPrivateMachine(): boolean {
  const { host, publicUrl } = settings();
  return isLoopback(host) && (!publicUrl || isLoopback(new URL(publicUrl).hostname));
}

/**
 * The code that makes the first account: made when first asked for, the same until used. Null where none is needed: on
 * a machine of one's own, and once somebody has an account.
 */
export function ownerCode(): Promise<string | null> {
  return database().write(function* () {
    if (isPrivateMachine() || (yield* hasMember())) return null;
    const { build } = database();
    const code = Array.from({ length: 12 }, (_, i) => {
      const letter = alphabet[randomInt(alphabet.length)] ?? '';
      return i > 0 && i % 4 === 0 ? `-${letter}` : letter;
    }).join('');
    yield* all(
      build
        .insertInto('meta')
        .values({ key, value: code })
        .onConflict((oc) => oc.column('key').doNothing()),
    );
    return (yield* first(build.selectFrom('meta').select('value').where('key', '=', key)))?.value ?? null;
  });
}

/** Does the next sign-up need the code? Only reads, since anyone may ask. */
export async function isOwnerCodeNeeded(): Promise<boolean> {
  return !isPrivateMachine() && (await memberQuery(database().read).executeTakeFirst()) === undefined;
}

/** Has anyone ever made an account here? Guests do not count. */
export function* hasMember(): Transaction<boolean> {
  return (yield* first(memberQuery(database().build))) !== undefined;
}

function memberQuery(db: ReturnType<typeof database>['read']) {
  return db.selectFrom('account').select('id').where('kind', '=', 'member').limit(1);
}

/** May the first account be made with this code? Where the code is right it is used up. */
export function* mayBeFirst(given: string | undefined): Transaction<boolean> {
  if (isPrivateMachine()) return true;
  const { build } = database();
  const kept = yield* first(build.selectFrom('meta').select('value').where('key', '=', key));
  if (!kept || !given || !isSameCode(given, kept.value)) return false;
  yield* all(build.deleteFrom('meta').where('key', '=', key));
  return true;
}

function isSameCode(a: string, b: string): boolean {
  const plain = (code: string) => Buffer.from(hashOf(code.toUpperCase().replace(/[^0-9A-Z]/g, '')));
  return timingSafeEqual(plain(a), plain(b));
}
