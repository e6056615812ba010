// The demo room: the sample reading with its example debate, which one click opens as a guest on one's own machine.

import type { ParticipantId } from '#lib/model/record.ts';
import { fallbackLocale } from '#lib/words/locales.ts';
import { translatorOf } from '#lib/words/translate.ts';
import type { RoomId } from '../ids.ts';
import { type Caller, insertAccount } from '../people/accounts.ts';
import { startSession } from '../people/identity.ts';
import { knock, type TooMany } from '../rate-limits.ts';
import { isLoopback, settings } from '../settings.ts';
import { makeParticipant } from '../spaces/participants.ts';
import { database } from '../store/database.ts';

/** Where `meta` keeps the demo room's id; server/start/sample.ts writes it once the sample is whole. */
export const demoKey = 'demo_room';

/** The demo room, if this data folder holds one. */
export async function demoRoom(): Promise<RoomId | null> {
  const row = await database()
    .read.selectFrom('meta')
    .select('value')
    .where('key', '=', demoKey)
    .executeTakeFirst();
  return row?.value ?? null;
}

/**
 * Is the demo open to a request with this Host header? Only on a machine of one's own: a page elsewhere whose name
 * was made to point here would ask for its own name.
 */
export function isDemoOpen(hostHeader: string): boolean {
  const { host, publicUrl } = settings();
  return publicUrl === undefined && isLoopback(host) && isLoopback(hostHeader.replace(/:\d+$/, ''));
}

/** Opens the demo room: as whoever is signed in, else as a new guest with a session. */
export async function enterDemo(
  caller: Caller,
): Promise<
  | { ok: true; roomId: RoomId; participantId: ParticipantId; sessionId: string | null }
  | { ok: false; reason: 'no-demo' }
  | TooMany
> {
  const roomId = await demoRoom();
  if (roomId === null) return { ok: false, reason: 'no-demo' };
  const counted = await knock(['demo-address', caller.address]);
  if (!counted.ok) return counted;
  const { identity, asked = fallbackLocale } = caller;
  const name = translatorOf(asked, 'terms.given')('guest');
  return database().write(function* () {
    const accountId = identity?.accountId ?? (yield* insertAccount({ name, kind: 'guest' }));
    const participantId = yield* makeParticipant(accountId, roomId, 'member');
    const sessionId = identity ? null : yield* startSession(accountId, caller.userAgent);
    return { ok: true as const, roomId, participantId, sessionId };
  });
}
