import { beforeEach, describe, expect, test } from 'vitest';
import type { RosterRow } from '#lib/model/classes/roster.ts';
import { goodPassword, identityFor, makeCourse, makeMember, openFreshData, stranger } from '../fixture.ts';
import { openMailbox } from '../mailbox-fixture.ts';
import { addUser, changeAccount, signUp } from '../people/accounts.ts';
import { confirmAddress, mailConfirmation } from '../people/confirming.ts';
import { enterSpace, type SpaceAccess } from '../spaces/access.ts';
import { makeInvite } from '../spaces/invites.ts';
import { join } from '../spaces/joining.ts';
import { changeRole, removeMember } from '../spaces/members.ts';
import { admitAsker, askersOf } from './asking.ts';
import { dealGroups, limitAssistant } from './groups.ts';
import { changeSeat, enrol, seatBehind, seatsOf, strikeSeat, takeSeatBy } from './seats.ts';

beforeEach(() => {
  openFreshData();
});

const row = (name: string, more: Partial<RosterRow> = {}): RosterRow => ({
  name,
  email: `${name.toLowerCase()}@example.org`,
  section: null,
  group: null,
  canvas: null,
  ...more,
});

async function rosterOf(space: SpaceAccess) {
  const found = await seatsOf(space);
  if (!found.ok) throw new Error(found.reason);
  return found.seats;
}

async function course() {
  const kim = await makeMember('Kim');
  return { kim, space: await makeCourse(kim) };
}

describe('a roster', () => {
  test('expects who has no account, and takes in who has one at once', async () => {
    const { space } = await course();
    const ann = await makeMember('Ann');
    expect(await enrol(space, [row('Ann'), row('Bea')])).toEqual({
      ok: true,
      added: 2,
      changed: 0,
      joined: 1,
    });
    const seats = await rosterOf(space);
    expect(seats.map(({ name, accountId }) => [name, accountId])).toEqual([
      ['Ann', ann.accountId],
      ['Bea', null],
    ]);
    expect(await enterSpace(ann, space.space.id)).not.toBeNull();
  });

  const form = { name: 'Bea K.', email: 'bea@example.org', password: goodPassword };

  test('who signs up with the expected address asks for its seat, until an instructor admits them', async () => {
    const { space } = await course();
    await enrol(space, [row('Bea')]);
    const signed = await signUp(form, stranger());
    const accountId = signed.ok ? signed.accountId : '';
    const [seat] = await rosterOf(space);
    expect(seat?.accountId).toBeNull();
    expect(await enterSpace(await identityFor(accountId), space.space.id)).toBeNull();
    expect(await askersOf(space)).toEqual([
      { seatId: seat?.id, seatName: 'Bea', name: 'Bea K.', email: 'bea@example.org' },
    ]);
    expect(await admitAsker(space, seat?.id ?? '')).toEqual({ ok: true });
    expect((await rosterOf(space))[0]?.accountId).toBe(accountId);
    expect(await askersOf(space)).toEqual([]);
  });

  test('who asks for a seat stands where the reader’s language has the name that is expected', async () => {
    const { space } = await course();
    const expected = ['Zoe', 'Äda', 'bea'];
    await enrol(
      space,
      expected.map((name, i) => row(name, { email: `asks${i}@example.org` })),
    );
    for (const i of expected.keys()) await signUp({ ...form, email: `asks${i}@example.org` }, stranger());
    expect((await askersOf(space, 'de')).map(({ seatName }) => seatName)).toEqual(['Äda', 'bea', 'Zoe']);
  });

  test('an account that only typed an address gets no seat by it, when enrolled or by a link to the course either', async () => {
    const { space } = await course();
    const signed = await signUp(form, stranger());
    const bea = await identityFor(signed.ok ? signed.accountId : '');
    expect(await enrol(space, [row('Bea', { group: 'Red' })])).toMatchObject({ added: 1, joined: 0 });
    const made = await makeInvite(space, { role: 'member' });
    await join({ code: made.ok ? made.code : '' }, { ...stranger(), identity: bea });
    expect((await rosterOf(space)).map(({ name, group, accountId }) => [name, group, accountId])).toEqual([
      ['Bea', 'Red', null],
      ['Bea K.', null, bea.accountId],
    ]);
    const [asker] = await askersOf(space);
    await admitAsker(space, asker?.seatId ?? '');
    expect((await rosterOf(space)).map(({ name, accountId }) => [name, accountId])).toEqual([
      ['Bea', bea.accountId],
    ]);
  });

  test('a link that was mailed to the address takes its seat, once and in time', async () => {
    const mailbox = await openMailbox();
    openFreshData({ SMTP_URL: `smtp://127.0.0.1:${mailbox.port}`, PUBLIC_URL: 'https://notes.example.org' });
    const { space } = await course();
    await enrol(space, [row('Bea')]);
    const signed = await signUp(form, stranger());
    const accountId = signed.ok ? signed.accountId : '';
    await mailConfirmation({ accountId });
    expect(mailbox.messages).toHaveLength(1);
    expect(mailbox.messages[0]).toContain('To: bea@example.org');
    const mail = mailbox.messages[0]?.replaceAll('=\r\n', '') ?? '';
    const token = /\/confirm\/([\w-]{32})/.exec(mail)?.[1] ?? '';
    const over = { ok: false, reason: 'confirmation-over' };
    expect(await confirmAddress('x'.repeat(32), '192.0.2.1')).toEqual(over);
    expect(await confirmAddress(token, '192.0.2.1')).toEqual({ ok: true });
    expect(await confirmAddress(token, '192.0.2.1')).toEqual(over);
    expect((await rosterOf(space))[0]?.accountId).toBe(accountId);
    await mailConfirmation({ accountId });
    expect(mailbox.messages).toHaveLength(1);
    await mailbox.close();
  });

  test('a link to an address that one has given up since proves nothing', async () => {
    const mailbox = await openMailbox();
    openFreshData({ SMTP_URL: `smtp://127.0.0.1:${mailbox.port}` });
    const { space } = await course();
    await enrol(space, [row('Ann')]);
    const signed = await signUp(form, stranger());
    const bea = await identityFor(signed.ok ? signed.accountId : '');
    await mailConfirmation(bea);
    const mail = mailbox.messages[0]?.replaceAll('=\r\n', '') ?? '';
    await changeAccount(bea, { email: 'ann@example.org', currentPassword: goodPassword });
    const token = /\/confirm\/([\w-]{32})/.exec(mail)?.[1] ?? '';
    expect(await confirmAddress(token, '192.0.2.1')).toMatchObject({ ok: false });
    expect((await rosterOf(space))[0]?.accountId).toBeNull();
    await mailbox.close();
  });

  test('a personal link seats whoever opens it with an account, once', async () => {
    const { space } = await course();
    await enrol(space, [row('Bea', { email: null })]);
    const code = (await rosterOf(space))[0]?.code ?? '';
    expect(await seatBehind(code)).toMatchObject({ name: 'Bea', spaceName: 'Rhetoric' });
    const other = await makeMember('Other');
    expect(await takeSeatBy(other, code)).toEqual({ ok: true, spaceId: space.space.id });
    expect(await seatBehind(code)).toBeNull();
    expect(await takeSeatBy(await makeMember('Third'), code)).toEqual({ ok: false, reason: 'no-such-seat' });
  });

  test('the same person twice is brought up to date, and what a row leaves open stays', async () => {
    const { space } = await course();
    const canvas = { id: '101', sisUserId: 'S-1', sisLoginId: 'bea' };
    await enrol(space, [row('Bea', { group: 'Red', canvas })]);
    const again = await enrol(space, [row('Bea Kim', { email: null, canvas, section: 'Mon' })]);
    expect(again).toMatchObject({ added: 0, changed: 1 });
    expect(await rosterOf(space)).toMatchObject([
      { name: 'Bea Kim', email: 'bea@example.org', group: 'Red', section: 'Mon', canvas },
    ]);
  });

  test('who came by a link to the course has a seat; who was put out gets none', async () => {
    const { space } = await course();
    const made = await makeInvite(space, { role: 'member' });
    const ann = await makeMember('Ann');
    await join({ code: made.ok ? made.code : '' }, { ...stranger(), identity: ann });
    expect((await rosterOf(space)).map(({ name }) => name)).toEqual(['Ann']);
    await removeMember(space, ann.accountId);
    await enrol(space, [row('Ann')]);
    expect(await enterSpace(ann, space.space.id)).toBeNull();
  });

  test('is kept by instructors alone', async () => {
    const { space } = await course();
    const ann = await makeMember('Ann');
    await enrol(space, [row('Ann')]);
    const access = await enterSpace(ann, space.space.id);
    if (!access) throw new Error('not in');
    expect(await enrol(access, [row('Bea')])).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await seatsOf(access)).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await dealGroups(access, { size: 3, locale: 'en' })).toEqual({ ok: false, reason: 'not-allowed' });
  });

  test('is mended by hand: another group, an address nobody else has, off the list while they are expected', async () => {
    const { space } = await course();
    await enrol(space, [row('Ann'), row('Bea')]);
    const [ann, bea] = await rosterOf(space);
    expect(await changeSeat(space, ann?.id ?? '', { group: 'Red' })).toEqual({ ok: true });
    expect(await changeSeat(space, ann?.id ?? '', { email: 'bea@example.org' })).toEqual({
      ok: false,
      reason: 'email-taken',
    });
    expect(await strikeSeat(space, bea?.id ?? '')).toEqual({ ok: true });
    expect(await rosterOf(space)).toMatchObject([{ name: 'Ann', group: 'Red', email: 'ann@example.org' }]);
  });
});

describe('groups and sections', () => {
  test('are dealt within sections, nobody left over', async () => {
    const { space } = await course();
    const names = Array.from({ length: 11 }, (_, i) => `S${i}`);
    await enrol(
      space,
      names.map((name, i) => row(name, { section: i < 6 ? 'Mon' : 'Tue' })),
    );
    expect(await dealGroups(space, { size: 3, locale: 'en' })).toEqual({ ok: true, groups: 4 });
    const groups = Map.groupBy(await rosterOf(space), ({ group }) => group);
    for (const members of groups.values())
      expect(new Set(members.map(({ section }) => section)).size).toBe(1);
    expect([...groups.values()].map((members) => members.length).sort()).toEqual([2, 3, 3, 3]);
  });

  test('an assistant with sections sees their part of the roster', async () => {
    const { space } = await course();
    const tom = await addUser({ name: 'Tom', email: 'tom@example.org', password: goodPassword });
    if (!tom.ok) throw new Error(tom.reason);
    await enrol(space, [row('Tom'), row('Ann', { section: 'Mon' }), row('Bea', { section: 'Tue' })]);
    expect(await limitAssistant(space, tom.accountId, ['Mon'])).toEqual({
      ok: false,
      reason: 'no-such-member',
    });
    await changeRole(space, tom.accountId, 'assistant');
    expect(await limitAssistant(space, tom.accountId, ['Mon'])).toEqual({ ok: true });
    const access = await enterSpace(await identityFor(tom.accountId), space.space.id);
    if (!access) throw new Error('not in');
    expect((await rosterOf(access)).map(({ name }) => name)).toEqual(['Ann']);
  });
});
