// Personal links by e-mail, over a real connection to a mail server that may refuse an address.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { goodPassword, identityFor, makeCourse, makeMember, openFreshData, stranger } from '../fixture.ts';
import { openMailbox } from '../mailbox-fixture.ts';
import { signUp } from '../people/accounts.ts';
import type { Identity } from '../people/identity.ts';
import { changeManners } from '../people/manners.ts';
import { enterSpace, type SpaceAccess } from '../spaces/access.ts';
import { makeInvite } from '../spaces/invites.ts';
import { join } from '../spaces/joining.ts';
import { database } from '../store/database.ts';
import { limitAssistant } from './groups.ts';
import { type Addressee, type Mailed, mailLinks } from './mailing.ts';
import { changeSeat, enrol, type Seat, seatsOf, takeSeatBy } from './seats.ts';

let mailbox: Awaited<ReturnType<typeof openMailbox>>;
let kim: Identity;
let space: SpaceAccess;

beforeEach(async () => {
  mailbox = await openMailbox();
  const SMTP_URL = `smtp://127.0.0.1:${mailbox.port}`;
  openFreshData({ SMTP_URL, PUBLIC_URL: 'https://notes.example.org', LIMIT_MAILED_LINKS_PER_DAY: '6' });
  kim = await makeMember('Kim');
  await confirm(kim);
  space = await makeCourse(kim);
  const row = (
    name: string,
    section: string,
    email: string | null = `${name.toLowerCase()}@example.org`,
  ) => ({
    name,
    email,
    section,
    group: null,
    canvas: null,
  });
  await enrol(space, [row('Ada', 'Mon'), row('Ben', 'Tue'), row('Nemo', 'Mon', null)]);
});

afterEach(() => mailbox.close());

async function confirm({ accountId }: Identity) {
  const { build, write } = database();
  const values = { confirmed_at: '2030-01-01T00:00:00.000Z' };
  await write(function* () {
    yield build.updateTable('account').set(values).where('id', '=', accountId).compile();
  });
}

async function roster(): Promise<Seat[]> {
  const found = await seatsOf(space);
  return found.ok ? found.seats : [];
}

const asShown = (seats: readonly Seat[]): Addressee[] =>
  seats.map(({ id, mailed }) => ({ seatId: id, seen: mailed?.at ?? null }));
const to = () => mailbox.messages.map((mail) => /^To: (\S+)/m.exec(mail)?.[1]);
const words = (mail = '') => mail.replaceAll('=\r\n', '').replaceAll('=3D', '=');

test('each is written to in the language they have chosen, else in that of whoever sends', async () => {
  // Ben has an account already, whose address is not proven yet.
  const ben = { name: 'Ben', email: 'ben@example.org', password: goodPassword };
  const made = await signUp(ben, stranger());
  if (!made.ok) throw new Error(made.reason);
  await changeManners(await identityFor(made.accountId), { locale: 'en' });
  const seats = await roster();
  expect(await mailLinks(kim, space, asShown(seats), { asked: 'de' })).toMatchObject({ sent: 2 });
  const subjects = mailbox.messages.map((mail) => /^Subject: (.*)$/m.exec(mail)?.[1]?.trim());
  expect(subjects).toEqual([`Ihr Platz in ${space.space.name}`, `Your place in ${space.space.name}`]);
});

test('each gets their own link, and who sent it is whom they answer', async () => {
  const seats = await roster();
  expect(await mailLinks(kim, space, asShown(seats))).toEqual({
    ok: true,
    sent: 2,
    failed: 0,
    passedOver: 1,
  });
  expect(to()).toEqual(['ada@example.org', 'ben@example.org']);
  const [ada] = seats;
  expect(words(mailbox.messages[0])).toContain(`https://notes.example.org/join/${ada?.code}`);
  expect(words(mailbox.messages[1])).not.toContain(ada?.code);
  expect(mailbox.messages[0]).toContain('Reply-To: kim@example.org');
  expect((await roster()).map(({ mailed }) => mailed?.problem)).toEqual([null, null, undefined]);
  expect((await roster()).map(({ mailed }) => mailed !== null)).toEqual([true, true, false]);
});

test('nobody is mailed twice by a second press, and whoever is mailed again was shown that they had been', async () => {
  const shown = asShown(await roster());
  await Promise.all([mailLinks(kim, space, shown), mailLinks(kim, space, shown)]);
  await mailLinks(kim, space, shown);
  expect(to().sort()).toEqual(['ada@example.org', 'ben@example.org']);
  const again = asShown(await roster()).slice(0, 1);
  expect(await mailLinks(kim, space, again)).toMatchObject({ sent: 1 });
  expect(to()).toHaveLength(3);
});

test('what the mail server refuses is said for that address, kept, and tried again when asked', async () => {
  mailbox.refuse.add('ada@example.org');
  const told: Mailed[] = [];
  const seats = asShown(await roster());
  expect(await mailLinks(kim, space, seats, { onMailed: (mailed) => told.push(mailed) })).toMatchObject({
    sent: 1,
    failed: 1,
  });
  expect(told[0]).toMatchObject({ outcome: 'failed', problem: expect.stringContaining('no such mailbox') });
  const [ada] = await roster();
  expect(ada?.mailed?.problem).toContain('no such mailbox');
  mailbox.refuse.clear();
  expect(await mailLinks(kim, space, asShown(await roster()).slice(0, 1))).toMatchObject({ sent: 1 });
  expect((await roster())[0]?.mailed?.problem).toBeNull();
});

test('a corrected address was not mailed yet', async () => {
  await mailLinks(kim, space, asShown(await roster()));
  const [ada] = await roster();
  await changeSeat(space, ada?.id ?? '', { email: 'ada@school.example.org' });
  expect((await roster())[0]?.mailed).toBeNull();
  expect(await mailLinks(kim, space, [{ seatId: ada?.id ?? '', seen: null }])).toMatchObject({ sent: 1 });
  expect(to().at(-1)).toBe('ada@school.example.org');
});

test('who came in meanwhile is passed over', async () => {
  const [ada] = await roster();
  await takeSeatBy(await makeMember('Adele'), ada?.code ?? '');
  expect(await mailLinks(kim, space, [{ seatId: ada?.id ?? '', seen: null }])).toMatchObject({
    passedOver: 1,
  });
  expect(to()).toEqual([]);
});

test('stopping stops before the next one', async () => {
  const stop = new AbortController();
  const mailed = mailLinks(kim, space, asShown(await roster()), {
    onMailed: () => stop.abort(),
    signal: stop.signal,
  });
  expect(await mailed).toMatchObject({ sent: 1 });
  expect(to()).toEqual(['ada@example.org']);
});

test('an address is mailed four times a day at most, and an account mails so many', async () => {
  const [ada, ben] = await roster();
  for (let i = 0; i < 4; i++) {
    const [now] = await roster();
    expect(await mailLinks(kim, space, asShown(now ? [now] : []))).toMatchObject({ sent: 1 });
  }
  const [now] = await roster();
  expect(await mailLinks(kim, space, asShown(now ? [now] : []))).toMatchObject({ failed: 1 });
  expect((await roster())[0]?.mailed?.problem).toBe('too-often');
  expect(await mailLinks(kim, space, asShown(ben ? [ben] : []))).toMatchObject({ sent: 1 });
  expect(await mailLinks(kim, space, [{ seatId: ada?.id ?? '', seen: null }])).toMatchObject({
    ok: false,
    reason: 'too-many',
  });
});

test('only who keeps the roster and has confirmed an address of their own; an assistant within their sections', async () => {
  const sam = await makeMember('Sam');
  const invite = await makeInvite(space, { role: 'assistant' });
  await join({ code: invite.ok ? invite.code : '' }, { ...stranger(), identity: sam });
  await limitAssistant(space, sam.accountId, ['Tue']);
  const access = await enterSpace(sam, space.space.id);
  if (!access) throw new Error('Sam assists');
  await unconfirm(sam);
  const everyone = asShown(await roster());
  expect(await mailLinks(sam, access, everyone)).toEqual({ ok: false, reason: 'not-confirmed' });
  await confirm(sam);
  expect(await mailLinks(sam, access, everyone)).toMatchObject({ sent: 1, passedOver: 2 });
  expect(to()).toEqual(['ben@example.org']);
});

async function unconfirm({ accountId }: Identity) {
  const { build, write } = database();
  await write(function* () {
    yield build.updateTable('account').set({ confirmed_at: null }).where('id', '=', accountId).compile();
  });
}
