import { beforeEach, describe, expect, test } from 'vitest';
import { goodPassword, identityFor, makeMember, makeRoomIn, openFreshData, stranger } from '../fixture.ts';
import { enterRoom } from '../spaces/access.ts';
import { makeInvite } from '../spaces/invites.ts';
import { join } from '../spaces/joining.ts';
import { removeMember } from '../spaces/members.ts';
import { spacesOf } from '../spaces/spaces.ts';
import { database } from '../store/database.ts';
import { accountOf, addUser, type Caller, changeAccount, insertAccount, signIn, signUp } from './accounts.ts';
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

async function joinAsGuest(code: string, name: string) {
  const joined = await join({ code, name }, stranger());
  if (!joined.ok || !joined.sessionId) throw new Error('the guest did not get in');
  const identity = await identifySession(joined.sessionId);
  if (!identity) throw new Error('the guest is not signed in');
  return { ...joined, identity };
}

describe('signing up', () => {
  test('the first account owns the first space, the second does not', async () => {
    const first = await signUp(ann, stranger());
    expect(first).toMatchObject({ ok: true, first: true });
    const second = await signUp({ ...ann, name: 'Ben', email: 'ben@example.org' }, stranger());
    expect(second).toMatchObject({ ok: true, first: false });
    if (!first.ok || !second.ok) return;
    expect(await spacesOf(await identityFor(first.accountId))).toMatchObject([{ role: 'owner' }]);
    expect(await spacesOf(await identityFor(second.accountId))).toEqual([]);
  });

  test('an address that has an account is refused, and nothing is made', async () => {
    await signUp(ann, stranger());
    expect(await signUp({ ...ann, name: 'Other' }, stranger())).toEqual({ ok: false, reason: 'email-taken' });
    const accounts = await database().read.selectFrom('account').select('id').execute();
    expect(accounts).toHaveLength(1);
  });

  test('with a dead invite no account is made', async () => {
    expect(await signUp({ ...ann, invite: 'gone' }, stranger())).toEqual({
      ok: false,
      reason: 'no-such-invite',
    });
    expect(await database().read.selectFrom('account').select('id').execute()).toEqual([]);
  });

  test('with an invite the new account has its place at once', async () => {
    const { code, roomId } = await roomWithLink();
    const made = await signUp({ ...ann, invite: code }, stranger());
    if (!made.ok) throw new Error(made.reason);
    expect(await enterRoom(await identityFor(made.accountId), roomId)).toMatchObject({ ok: true });
  });

  test('[AUTH5] a guest who signs up keeps the account row and the participant, and nothing that let the guest in', async () => {
    const { code, roomId } = await roomWithLink();
    const guest = await joinAsGuest(code, 'Guest Ann');
    const elsewhere = await identityFor(guest.accountId);
    const { token } = await makeToken(guest.accountId, 'joined by a program');
    const made = await signUp(ann, { ...stranger(), identity: guest.identity });
    if (!made.ok) throw new Error(made.reason);
    expect(made.accountId).toBe(guest.accountId);
    for (const old of [guest.identity, elsewhere]) expect(await identifySession(old.via.id)).toBeNull();
    expect(await identifyToken(token)).toBeNull();
    const now = await identifySession(made.sessionId);
    expect(now).toMatchObject({ kind: 'member', name: 'Ann', email: 'ann@example.org' });
    const entered = now && (await enterRoom(now, roomId));
    expect(entered).toMatchObject({ ok: true, access: { participant: guest.participantId } });
  });
});

describe('signing in', () => {
  test('needs the password of the address', async () => {
    await addUser(ann);
    const right = await signIn(ann, stranger());
    expect(right).toMatchObject({ ok: true });
    expect(right.ok && (await identifySession(right.sessionId))?.name).toBe('Ann');
    for (const wrong of [
      { ...ann, password: 'something else' },
      { ...ann, email: 'nobody@example.org' },
    ]) {
      expect(await signIn(wrong, stranger())).toEqual({ ok: false, reason: 'wrong-credentials' });
    }
  });

  test('ends the session that the browser had, and no other', async () => {
    const old = await makeMember('Ann');
    const phone = await identityFor(old.accountId);
    const back = await signIn(ann, { ...stranger(), identity: old });
    expect(back.ok && (await identifySession(back.sessionId))).toMatchObject({ name: 'Ann' });
    expect(await identifySession(old.via.id)).toBeNull();
    expect(await identifySession(phone.via.id)).not.toBeNull();
  });

  test('[AUTH5] from a guest session moves the places the account does not have, and closes the guest', async () => {
    const { code, roomId, kim, space } = await roomWithLink();
    const other = await makeRoomIn(kim, space);
    const otherInvite = await makeInvite(space, { role: 'member', roomId: other.roomId });
    await addUser(ann);
    const account = await signIn(ann, stranger());
    if (!account.ok || !otherInvite.ok) throw new Error('not set up');
    const own = await join({ code }, { ...stranger(), identity: await identityFor(account.accountId) });
    const guest = await joinAsGuest(code, 'Guest');
    const guestElsewhere = await join(
      { code: otherInvite.code },
      { ...stranger(), identity: guest.identity },
    );
    const back = await signIn(ann, { ...stranger(), identity: guest.identity });
    if (!back.ok || !own.ok || !guestElsewhere.ok) throw new Error('not signed in');
    const identity = await identifySession(back.sessionId);
    if (!identity) throw new Error('not signed in');
    expect(await enterRoom(identity, roomId)).toMatchObject({
      access: { participant: own.participantId },
    });
    expect(await enterRoom(identity, other.roomId)).toMatchObject({
      access: { participant: guestElsewhere.participantId },
    });
    expect(await identifySession(guest.identity.via.id)).toBeNull();
  });

  test('[AUTH5] a place taken as a guest does not bring a removed account back in', async () => {
    const { code, roomId, space } = await roomWithLink();
    await addUser(ann);
    const first = await signIn(ann, stranger());
    if (!first.ok) throw new Error('not signed in');
    const all = await makeInvite(space, { role: 'member' });
    if (!all.ok) throw new Error(all.reason);
    const annIdentity = await identityFor(first.accountId);
    await join({ code: all.code }, { ...stranger(), identity: annIdentity });
    expect(await removeMember(space, first.accountId)).toEqual({ ok: true });
    const guest = await joinAsGuest(code, 'Guest');
    await signIn(ann, { ...stranger(), identity: guest.identity });
    expect(await enterRoom(annIdentity, roomId)).toEqual({ ok: false, reason: 'no-such-room' });
  });

  test('ten wrong passwords from one address close that door for that account, and for nobody else there', async () => {
    await addUser(ann);
    await addUser({ ...ann, email: 'ben@example.org' });
    const wrong = { ...ann, password: 'wrong wrong' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => signIn(wrong, stranger())));
    expect(answers.every((answer) => !answer.ok && answer.reason === 'wrong-credentials')).toBe(true);
    expect(await signIn(ann, stranger())).toMatchObject({ ok: false, reason: 'too-many' });
    expect(await signIn({ ...ann, email: 'ben@example.org' }, stranger())).toMatchObject({ ok: true });
    const elsewhere: Caller = { ...stranger(), address: '198.51.100.7' };
    expect(await signIn(ann, elsewhere)).toMatchObject({ ok: true });
  });

  test('a class of thirty signs in from one address, half of them at the second attempt', async () => {
    await addUser(ann);
    const class30 = Array.from({ length: 30 }, (_, i) => `s${i}@example.org`);
    const hash = await database()
      .read.selectFrom('account')
      .select('password_hash')
      .executeTakeFirstOrThrow();
    for (const email of class30) {
      await database().write(() =>
        insertAccount({ name: email, kind: 'member', email, passwordHash: hash.password_hash }),
      );
    }
    for (const email of class30.slice(0, 15)) await signIn({ email, password: 'mistyped' }, stranger());
    for (const email of class30) {
      expect(await signIn({ email, password: goodPassword }, stranger())).toMatchObject({ ok: true });
    }
  });
});

describe('changing an account', () => {
  test('a new password needs the old one, signs out the other devices and ends API tokens', async () => {
    const here = await makeMember('Ann');
    const there = await identityFor(here.accountId);
    const { token } = await makeToken(here.accountId, 'script');
    const password = 'another good password';
    expect(await changeAccount(here, { password, currentPassword: 'no' })).toEqual({
      ok: false,
      reason: 'wrong-password',
    });
    expect(await changeAccount(here, { password, currentPassword: goodPassword })).toEqual({ ok: true });
    expect(await identifySession(here.via.id)).not.toBeNull();
    expect(await identifySession(there.via.id)).toBeNull();
    expect(await identifyToken(token)).toBeNull();
    expect(await signIn({ email: 'ann@example.org', password }, stranger())).toMatchObject({ ok: true });
  });

  test('a taken e-mail address is refused; one’s own is fine', async () => {
    const identity = await makeMember('Ann');
    await makeMember('Ben');
    const change = { currentPassword: goodPassword };
    expect(await changeAccount(identity, { ...change, email: 'ben@example.org' })).toEqual({
      ok: false,
      reason: 'email-taken',
    });
    expect(await changeAccount(identity, { ...change, email: 'ann@example.org' })).toEqual({ ok: true });
  });

  test('a new name is told to every room one has a place in', async () => {
    const kim = await makeMember('Kim');
    const { roomId } = await makeRoomIn(kim);
    const before = await changesSince(0);
    await changeAccount(kim, { name: 'Dr. Kim' });
    expect((await accountOf(kim)).name).toBe('Dr. Kim');
    expect((await changesSince(before.length)).map(({ kind, room_id }) => [kind, room_id])).toEqual([
      ['roster', roomId],
    ]);
  });
});

async function changesSince(count: number) {
  const rows = await database().read.selectFrom('access_change').selectAll().orderBy('id').execute();
  return rows.slice(count);
}
