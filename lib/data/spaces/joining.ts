// Coming in by a link: with the account one is signed in to, else as a guest with only a name.

import type { ParticipantId } from '#lib/model/record.ts';
import type { AccountId, RoomId, SpaceId } from '../ids.ts';
import { type Caller, insertAccount } from '../people/accounts.ts';
import { startSession } from '../people/identity.ts';
import { knock, type TooMany } from '../rate-limits.ts';
import { database } from '../store/database.ts';
import { admit, type Invite, type InviteRefusal, inviteBehind, openInvite } from './invites.ts';

export type Joined = {
  ok: true;
  accountId: AccountId;
  spaceId: SpaceId;
  /** Null for a link to a whole space. */
  roomId: RoomId | null;
  participantId: ParticipantId | null;
  /** A guest's new session; null for who was signed in before. */
  sessionId: string | null;
};

/**
 * Joins by a link (AUTH5: the same account always finds its first place again). Joins are counted per link, an
 * address only by links that do not work.
 */
export async function join(
  form: { code: string; name?: string | undefined },
  caller: Caller,
): Promise<Joined | { ok: false; reason: InviteRefusal | 'removed' | 'name-needed' } | TooMany> {
  const found = await inviteBehind(form.code);
  const counted = await knock(found.ok ? ['join-invite', form.code] : ['join-address', caller.address]);
  if (!counted.ok) return counted;
  if (!found.ok) return found;
  const { identity } = caller;
  const { name } = form;
  if (identity) {
    return database().write(function* () {
      const invite = yield* openInvite(form.code);
      if (!invite.ok) return invite;
      const admitted = yield* admit(identity.accountId, invite.invite);
      return admitted.ok ? joined(identity.accountId, invite.invite, admitted.participant, null) : admitted;
    });
  }
  if (name === undefined) return { ok: false, reason: 'name-needed' };
  return database().write(function* () {
    const invite = yield* openInvite(form.code);
    if (!invite.ok) return invite;
    const accountId = yield* insertAccount({ name, kind: 'guest' });
    const admitted = yield* admit(accountId, invite.invite);
    if (!admitted.ok) throw new Error('a guest who was just made has been removed');
    return joined(
      accountId,
      invite.invite,
      admitted.participant,
      yield* startSession(accountId, caller.userAgent),
    );
  });
}

function joined(
  accountId: AccountId,
  invite: Invite,
  participantId: ParticipantId | null,
  sessionId: string | null,
): Joined {
  return {
    ok: true,
    accountId,
    spaceId: invite.space.id,
    roomId: invite.room?.id ?? null,
    participantId,
    sessionId,
  };
}
