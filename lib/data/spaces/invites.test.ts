import { beforeEach, describe, expect, test } from 'vitest';
import { makeCourse, makeMember, makeRoomIn, openFreshData, stranger } from '../fixture.ts';
import { identifySession } from '../people/identity.ts';
import { database } from '../store/database.ts';
import { currentAccess, enterRoom, enterSpace } from './access.ts';
import { inviteBehind, inviteDays, invitesOf, makeInvite, revokeInvite } from './invites.ts';
import { join } from './joining.ts';
import { rolesIn } from './participants.ts';

beforeEach(() => {
  openFreshData();
});

async function codeOf(made: ReturnType<typeof makeInvite>): Promise<string> {
  const invite = await made;
  if (!invite.ok) throw new Error(invite.reason);
  return invite.code;
}

describe('an invite', () => {
  test('says where it leads and who gave it, and ends in thirty days unless told otherwise', async () => {
    const { space, roomId } = await makeRoomIn(await makeMember('Kim'));
    const made = await makeInvite(space, { role: 'member', roomId });
    if (!made.ok) throw new Error(made.reason);
    const days = (Date.parse(made.expiresAt ?? '') - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(inviteDays);
    expect(await inviteBehind(made.code)).toMatchObject({
      ok: true,
      invite: {
        space: { name: 'Rhetoric', kind: 'course' },
        room: { id: roomId, title: 'On ferries' },
        role: 'member',
        inviter: 'Kim',
      },
    });
    expect(await makeInvite(space, { role: 'member', expiresAt: null })).toMatchObject({ expiresAt: null });
  });

  test('that expired, was revoked or never was is refused, each in its own words', async () => {
    const space = await makeCourse(await makeMember('Kim'));
    const expired = await codeOf(makeInvite(space, { role: 'member' }));
    const past = new Date(Date.now() - 1000).toISOString();
    await database().write(function* () {
      yield database()
        .build.updateTable('invite')
        .set({ expires_at: past })
        .where('code', '=', expired)
        .compile();
    });
    const revoked = await codeOf(makeInvite(space, { role: 'member' }));
    expect(await revokeInvite(space, revoked)).toEqual({ ok: true });
    for (const [code, reason] of [
      [expired, 'invite-expired'],
      [revoked, 'invite-revoked'],
      ['never-was', 'no-such-invite'],
    ] as const) {
      expect(await inviteBehind(code)).toEqual({ ok: false, reason });
      expect(await join({ code, name: 'Ann' }, stranger())).toEqual({ ok: false, reason });
    }
    expect(await invitesOf(space)).toEqual({ ok: true, invites: [] });
  });

  test.each([
    ['owner', 'owner', true],
    ['owner', 'member', true],
    ['assistant', 'assistant', false],
    ['assistant', 'member', true],
    ['member', 'member', false],
    ['observer', 'observer', false],
  ] as const)('%s invites %s: %s', async (role, invited, allowed) => {
    const space = await makeCourse(await makeMember('Kim'));
    const code = await codeOf(makeInvite(space, { role }));
    const identity = await makeMember('Actor');
    await join({ code }, { ...stranger(), identity });
    const actor = await enterSpace(identity, space.space.id);
    if (!actor) throw new Error('not joined');
    expect((await makeInvite(actor, { role: invited })).ok).toBe(allowed);
  });

  test('is listed for those who could have made it, since its code opens the door to who reads it', async () => {
    const space = await makeCourse(await makeMember('Kim'));
    for (const role of ['owner', 'assistant', 'member', 'observer'] as const)
      await codeOf(makeInvite(space, { role }));
    const identity = await makeMember('Tom');
    await join({ code: await codeOf(makeInvite(space, { role: 'assistant' })) }, { ...stranger(), identity });
    const assistant = await enterSpace(identity, space.space.id);
    const seen = assistant && (await invitesOf(assistant));
    if (!seen?.ok) throw new Error('an assistant sees no links');
    expect(seen.invites.map(({ role }) => role).sort()).toEqual(['member', 'observer']);
    const all = await invitesOf(space);
    expect(all.ok && all.invites).toHaveLength(5);
  });

  test('into a room of another space is refused', async () => {
    const kim = await makeMember('Kim');
    const space = await makeCourse(kim);
    const elsewhere = await makeRoomIn(kim);
    expect(await makeInvite(space, { role: 'member', roomId: elsewhere.roomId })).toEqual({
      ok: false,
      reason: 'no-such-room',
    });
  });
});

describe('joining', () => {
  test('a guest needs only a name, and gets a session and a place in that room alone', async () => {
    const { space, roomId } = await makeRoomIn(await makeMember('Kim'));
    const other = await makeRoomIn(await makeMember('Lee'), space);
    const code = await codeOf(makeInvite(space, { role: 'member', roomId }));
    expect(await join({ code }, stranger())).toEqual({ ok: false, reason: 'name-needed' });
    const joined = await join({ code, name: 'Ann' }, stranger());
    if (!joined.ok) throw new Error(joined.reason);
    const identity = await identifySession(joined.sessionId ?? '');
    expect(identity).toMatchObject({ name: 'Ann', kind: 'guest' });
    if (!identity) return;
    expect(await enterRoom(identity, roomId)).toMatchObject({
      access: { participant: joined.participantId, role: 'member' },
    });
    expect(await enterRoom(identity, other.roomId)).toEqual({ ok: false, reason: 'no-such-room' });
    expect(await enterSpace(identity, space.space.id)).toBeNull();
  });

  test('[AUTH5] joining again gives the same participant and no second account', async () => {
    const { space, roomId } = await makeRoomIn(await makeMember('Kim'));
    const ann = { ...stranger(), identity: await makeMember('Ann') };
    const code = await codeOf(makeInvite(space, { role: 'member', roomId }));
    const first = await join({ code }, ann);
    const again = await join({ code, name: 'Someone else' }, ann);
    expect(again).toEqual(first);
    expect(first).toMatchObject({ ok: true, sessionId: null, accountId: ann.identity.accountId });
  });

  test('a link raises a role and never lowers one', async () => {
    const { space, roomId } = await makeRoomIn(await makeMember('Kim'));
    const ann = await makeMember('Ann');
    const caller = { ...stranger(), identity: ann };
    const by = async (role: 'observer' | 'member' | 'assistant', room?: string) =>
      join({ code: await codeOf(makeInvite(space, { role, ...(room && { roomId: room }) })) }, caller);
    await by('member');
    await by('observer');
    expect(await enterSpace(ann, space.space.id)).toMatchObject({ role: 'member' });
    await by('observer', roomId);
    expect(await enterRoom(ann, roomId)).toMatchObject({ access: { role: 'member' } });
    await by('assistant', roomId);
    expect(await enterRoom(ann, roomId)).toMatchObject({ access: { role: 'assistant' } });
    expect(await enterSpace(ann, space.space.id)).toMatchObject({ role: 'member' });
  });

  test('who came to a room by its link is there what they later become in the space', async () => {
    const { space, roomId } = await makeRoomIn(await makeMember('Kim'));
    const ann = await makeMember('Ann');
    const caller = { ...stranger(), identity: ann };
    await join({ code: await codeOf(makeInvite(space, { role: 'observer', roomId })) }, caller);
    expect(await enterRoom(ann, roomId)).toMatchObject({ access: { role: 'observer' } });
    for (const role of ['member', 'owner'] as const) {
      await join({ code: await codeOf(makeInvite(space, { role })) }, caller);
      expect(await enterRoom(ann, roomId)).toMatchObject({ access: { role } });
      const entered = await enterRoom(ann, roomId);
      if (!entered.ok) throw new Error(entered.reason);
      expect(await rolesIn(roomId)).toContainEqual([entered.access.participant, role]);
      const now = await database().write(() => currentAccess(ann.accountId, roomId));
      expect(now).toMatchObject({ role });
    }
  });

  test('a link takes as many as its limit a minute, whoever and from wherever they come', async () => {
    openFreshData({ LIMIT_JOINS_PER_MINUTE: '3' });
    const { space, roomId } = await makeRoomIn(await makeMember('Kim'));
    const code = await codeOf(makeInvite(space, { role: 'member', roomId }));
    const from = (n: number) => ({ ...stranger(), address: `192.0.2.${n}` });
    for (const n of [1, 2, 3]) expect((await join({ code, name: 'N' }, from(n))).ok).toBe(true);
    expect(await join({ code, name: 'N' }, from(4))).toMatchObject({ ok: false, reason: 'too-many' });
    const other = await codeOf(makeInvite(space, { role: 'member', roomId }));
    expect((await join({ code: other, name: 'N' }, from(4))).ok).toBe(true);
  });
});
