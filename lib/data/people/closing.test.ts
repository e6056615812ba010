import { beforeEach, describe, expect, test } from 'vitest';
import { goodPassword, identityFor, makeMember, makeRoomIn, openFreshData, stranger } from '../fixture.ts';
import { participantsOf } from '../readings/rooms.ts';
import { enterRoom, enterSpace } from '../spaces/access.ts';
import { makeInvite } from '../spaces/invites.ts';
import { join } from '../spaces/joining.ts';
import { membersOf } from '../spaces/members.ts';
import { database } from '../store/database.ts';
import { signIn, signUp } from './accounts.ts';
import { closeAccount, formerName } from './closing.ts';
import { identifySession, identifyToken } from './identity.ts';
import { makeToken } from './tokens.ts';

const ann = { name: 'Ann', email: 'ann@example.org', password: goodPassword };

beforeEach(() => {
  openFreshData();
});

/** A room of an instructor's, and a link to it. */
async function roomWithLink() {
  const kim = await makeMember('Kim');
  const { roomId, space } = await makeRoomIn(kim);
  const invite = await makeInvite(space, { role: 'member', roomId });
  if (!invite.ok) throw new Error(invite.reason);
  return { kim, roomId, space, code: invite.code };
}

async function changesSince(count: number) {
  const rows = await database().read.selectFrom('access_change').selectAll().orderBy('id').execute();
  return rows.slice(count);
}

describe('closing an account', () => {
  test('drops name, address, sessions and tokens, keeps the words’ place, and is announced', async () => {
    const { code, roomId, kim, space } = await roomWithLink();
    const made = await signUp({ ...ann, invite: code }, stranger());
    if (!made.ok) throw new Error(made.reason);
    const identity = await identityFor(made.accountId);
    const { token } = await makeToken(made.accountId, 'script');
    const before = await changesSince(0);
    expect(await closeAccount(identity, 'wrong one')).toEqual({ ok: false, reason: 'wrong-password' });
    expect(await closeAccount(identity, goodPassword)).toEqual({ ok: true });
    expect(await identifySession(identity.via.id)).toBeNull();
    expect(await identifyToken(token)).toBeNull();
    expect(await signIn(ann, stranger())).toEqual({ ok: false, reason: 'wrong-credentials' });
    const entered = await enterRoom(kim, roomId);
    if (!entered.ok) throw new Error(entered.reason);
    expect((await participantsOf(entered.access)).map(({ name, removed }) => [name, removed])).toEqual([
      ['Kim', false],
      [formerName, true],
    ]);
    expect((await membersOf(space)).map((member) => member.name)).toEqual(['Kim']);
    const announced = (await changesSince(before.length)).map(({ kind, account_id }) => [kind, account_id]);
    expect(announced).toContainEqual(['access', made.accountId]);
    expect(announced).toContainEqual(['roster', null]);
    expect(await signUp(ann, stranger())).toMatchObject({ ok: true });
  });

  test('the last owner of a space with members stays until someone else owns it; alone they may go', async () => {
    const { kim, space } = await roomWithLink();
    const all = await makeInvite(space, { role: 'member' });
    if (!all.ok) throw new Error(all.reason);
    await join({ code: all.code, name: 'Guest' }, stranger());
    expect(await closeAccount(kim, goodPassword)).toEqual({ ok: false, reason: 'last-owner' });
    expect(await enterSpace(kim, space.space.id)).not.toBeNull();
    const alone = await makeMember('Alone');
    expect(await closeAccount(alone, goodPassword)).toEqual({ ok: true });
  });
});
