import { beforeEach, describe, expect, test } from 'vitest';
import { roles } from '#lib/model/permission.ts';
import { makeCourse, makeMember, makeRoomIn, openFreshData, stranger } from '../fixture.ts';
import type { RoomId } from '../ids.ts';
import type { Identity } from '../people/identity.ts';
import { participantsOf } from '../readings/rooms.ts';
import { all, database } from '../store/database.ts';
import { enterRoom, enterSpace, type SpaceAccess } from './access.ts';
import { type InviteForm, inviteBehind, makeInvite } from './invites.ts';
import { join } from './joining.ts';
import { changeRole, membersOf, readmitMember, removeMember } from './members.ts';

beforeEach(() => {
  openFreshData();
});

async function link(space: SpaceAccess, form: InviteForm): Promise<string> {
  const invite = await makeInvite(space, form);
  if (!invite.ok) throw new Error(invite.reason);
  return invite.code;
}

async function enrol(space: SpaceAccess, identity: Identity, role: InviteForm['role'] = 'member') {
  const joined = await join({ code: await link(space, { role }) }, { ...stranger(), identity });
  if (!joined.ok) throw new Error(joined.reason);
  const access = await enterSpace(identity, space.space.id);
  if (!access) throw new Error('not enrolled');
  return access;
}

async function newChanges(act: () => Promise<unknown>) {
  const read = () => database().read.selectFrom('access_change').selectAll().orderBy('id').execute();
  const before = await read();
  await act();
  return (await read()).slice(before.length).map(({ kind, account_id, space_id, room_id }) => ({
    kind,
    account_id,
    space_id,
    room_id,
  }));
}

describe('the list of members', () => {
  test('tells members names and roles, and instructors also addresses, guests of single rooms and who was removed', async () => {
    const kim = await makeMember('Kim');
    const { roomId, space } = await makeRoomIn(kim);
    const ann = await makeMember('Ann');
    const ben = await makeMember('Ben');
    const annsView = await enrol(space, ann);
    await enrol(space, ben);
    await join({ code: await link(space, { role: 'member', roomId }), name: 'Visitor' }, stranger());
    await removeMember(space, ben.accountId);
    expect((await membersOf(annsView)).map(({ name, email }) => [name, email])).toEqual([
      ['Ann', null],
      ['Kim', null],
    ]);
    expect(
      (await membersOf(space)).map(({ name, email, scope, removed }) => [name, email, scope, removed]),
    ).toEqual([
      ['Ann', 'ann@example.org', 'space', false],
      ['Ben', 'ben@example.org', 'space', true],
      ['Kim', 'kim@example.org', 'space', false],
      ['Visitor', null, 'rooms', false],
    ]);
  });
});

test('namesakes who came in the same moment stand in one order, by whichever way they came', async () => {
  const { roomId, space } = await makeRoomIn(await makeMember('Kim'));
  const code = await link(space, { role: 'member', roomId });
  for (const name of ['Ann', 'Ben', 'Cem']) {
    await enrol(space, await makeMember(name));
    await join({ code, name }, stranger());
  }
  await database().write(function* () {
    const { build } = database();
    const at = { created_at: '2030-01-01T00:00:00.000Z' };
    for (const table of ['membership', 'participant'] as const) yield* all(build.updateTable(table).set(at));
    yield* all(build.updateTable('account').set({ name: 'Ann' }));
  });
  const ids = (await membersOf(space)).map(({ accountId }) => accountId);
  expect(ids).toHaveLength(7);
  expect(ids).toEqual(ids.toSorted());
});

describe('changing a role', () => {
  test('is the owners’ to do, and is announced', async () => {
    const space = await makeCourse(await makeMember('Kim'));
    const ann = await makeMember('Ann');
    const assistant = await enrol(space, await makeMember('Tom'), 'assistant');
    await enrol(space, ann);
    expect(await changeRole(assistant, ann.accountId, 'observer')).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
    const changes = await newChanges(() => changeRole(space, ann.accountId, 'observer'));
    expect(await enterSpace(ann, space.space.id)).toMatchObject({ role: 'observer' });
    expect(changes).toContainEqual({
      kind: 'access',
      account_id: ann.accountId,
      space_id: space.space.id,
      room_id: null,
    });
  });

  test('leaves every space an owner', async () => {
    const kim = await makeMember('Kim');
    const space = await makeCourse(kim);
    expect(await changeRole(space, kim.accountId, 'member')).toEqual({ ok: false, reason: 'last-owner' });
    const second = await enrol(space, await makeMember('Second'), 'owner');
    expect(await changeRole(second, kim.accountId, 'member')).toEqual({ ok: true });
  });

  test.each([
    ['owner', ['assistant', 'member', 'observer', 'owner']],
    ['assistant', ['member', 'observer']],
    ['member', []],
    ['observer', []],
  ] as const)('to %s ends those links of theirs that they could not make any more', async (role, left) => {
    const space = await makeCourse(await makeMember('Kim'));
    const kims = await link(space, { role: 'owner' });
    const tom = await makeMember('Tom');
    const toms = await enrol(space, tom, 'owner');
    const codes = new Map<string, string>();
    for (const given of roles) codes.set(given, await link(toms, { role: given }));
    await changeRole(space, tom.accountId, role);
    const works = async (code: string) => (await inviteBehind(code)).ok;
    const working: string[] = [];
    for (const [given, code] of codes) if (await works(code)) working.push(given);
    expect(working.sort()).toEqual(left);
    expect(await works(kims)).toBe(true);
  });
});

describe('what a link once gave in one room', () => {
  const roleIn = async (identity: Identity, roomId: RoomId) => {
    const entered = await enterRoom(identity, roomId);
    return entered.ok ? entered.access.role : entered.reason;
  };

  test.each([
    ['owner', 'assistant', 'assistant'],
    ['owner', 'member', 'member'],
    ['assistant', 'member', 'member'],
    ['assistant', 'observer', 'observer'],
    ['member', 'observer', 'observer'],
    ['member', 'assistant', 'assistant'],
    ['assistant', 'owner', 'owner'],
  ] as const)('%s there ends with the role %s in the space', async (given, role, left) => {
    const kim = await makeMember('Kim');
    const { roomId, space } = await makeRoomIn(kim);
    const tom = await makeMember('Tom');
    await enrol(space, tom, 'observer');
    await join({ code: await link(space, { role: given, roomId }) }, { ...stranger(), identity: tom });
    expect(await roleIn(tom, roomId)).toBe(given);
    expect(await changeRole(space, tom.accountId, role)).toEqual({ ok: true });
    expect(await roleIn(tom, roomId)).toBe(left);
  });

  test('stays in the rooms of another space, and a later link gives it again', async () => {
    const kim = await makeMember('Kim');
    const { roomId, space } = await makeRoomIn(kim);
    const elsewhere = await makeRoomIn(kim);
    const tom = await makeMember('Tom');
    const caller = { ...stranger(), identity: tom };
    await enrol(space, tom, 'assistant');
    await join({ code: await link(elsewhere.space, { role: 'owner', roomId: elsewhere.roomId }) }, caller);
    await changeRole(space, tom.accountId, 'member');
    expect(await roleIn(tom, elsewhere.roomId)).toBe('owner');
    expect(await roleIn(tom, roomId)).toBe('member');
    await join({ code: await link(space, { role: 'assistant', roomId }) }, caller);
    expect(await roleIn(tom, roomId)).toBe('assistant');
  });
});

describe('removing a member', () => {
  test('[AUTH5] closes the space and its rooms to them, keeps their participant, and is announced', async () => {
    const kim = await makeMember('Kim');
    const { roomId, space } = await makeRoomIn(kim);
    const ann = await makeMember('Ann');
    await enrol(space, ann);
    const before = await enterRoom(ann, roomId);
    const changes = await newChanges(() => removeMember(space, ann.accountId));
    expect(await enterSpace(ann, space.space.id)).toBeNull();
    expect(await enterRoom(ann, roomId)).toEqual({ ok: false, reason: 'removed' });
    expect(changes.map(({ kind, account_id, room_id }) => [kind, account_id, room_id])).toEqual([
      ['access', ann.accountId, null],
      ['roster', null, roomId],
    ]);
    const kims = await enterRoom(kim, roomId);
    if (!kims.ok || !before.ok) throw new Error('not entered');
    expect(await participantsOf(kims.access)).toContainEqual(
      expect.objectContaining({
        id: before.access.participant,
        name: 'Ann',
        role: 'member',
        kind: 'member',
        removed: true,
      }),
    );
  });

  test('no link brings them back, an instructor does, as the same participant', async () => {
    const { roomId, space } = await makeRoomIn(await makeMember('Kim'));
    const ann = await makeMember('Ann');
    await enrol(space, ann);
    const before = await enterRoom(ann, roomId);
    await removeMember(space, ann.accountId);
    const caller = { ...stranger(), identity: ann };
    for (const form of [{ role: 'owner' }, { role: 'member', roomId }] as InviteForm[]) {
      expect(await join({ code: await link(space, form) }, caller)).toEqual({ ok: false, reason: 'removed' });
    }
    expect(await readmitMember(space, ann.accountId)).toEqual({ ok: true });
    const after = await enterRoom(ann, roomId);
    expect(after.ok && before.ok && after.access.participant === before.access.participant).toBe(true);
  });

  test('who was removed from one room is not let into the next room of the space by its link', async () => {
    const kim = await makeMember('Kim');
    const { roomId, space } = await makeRoomIn(kim);
    const next = await makeRoomIn(kim, space);
    const ann = await makeMember('Ann');
    const caller = { ...stranger(), identity: ann };
    await join({ code: await link(space, { role: 'member', roomId }) }, caller);
    expect(await removeMember(space, ann.accountId)).toEqual({ ok: true });
    const code = await link(space, { role: 'member', roomId: next.roomId });
    expect(await join({ code }, caller)).toEqual({ ok: false, reason: 'removed' });
  });

  test.each([
    ['an assistant removes a member', 'assistant', 'member', true],
    ['an assistant removes no other assistant', 'assistant', 'assistant', false],
    ['an assistant removes no owner', 'assistant', 'owner', false],
    ['a member removes nobody', 'member', 'member', false],
    ['an observer removes nobody', 'observer', 'member', false],
  ] as const)('%s', async (_, role, other, allowed) => {
    const space = await makeCourse(await makeMember('Kim'));
    const actor = await enrol(space, await makeMember('Actor'), role);
    const target = await makeMember('Target');
    await enrol(space, target, other);
    expect((await removeMember(actor, target.accountId)).ok).toBe(allowed);
  });

  test('anyone may leave, but the last owner', async () => {
    const kim = await makeMember('Kim');
    const space = await makeCourse(kim);
    const ann = await makeMember('Ann');
    const annsAccess = await enrol(space, ann);
    expect(await removeMember(annsAccess, ann.accountId)).toEqual({ ok: true });
    expect(await removeMember(space, kim.accountId)).toEqual({ ok: false, reason: 'last-owner' });
  });

  test('someone of another space is nobody here', async () => {
    const space = await makeCourse(await makeMember('Kim'));
    const ann = await makeMember('Ann');
    expect(await removeMember(space, ann.accountId)).toEqual({ ok: false, reason: 'no-such-member' });
    expect(await changeRole(space, ann.accountId, 'member')).toEqual({ ok: false, reason: 'no-such-member' });
    expect(await readmitMember(space, ann.accountId)).toEqual({ ok: false, reason: 'no-such-member' });
  });
});
