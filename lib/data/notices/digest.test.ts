// The digest over a real connection to a mail server, at hours that the test chooses.

import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Point, Ref } from '#lib/model/record.ts';
import { mentionOf } from '#lib/model/threads/mention.ts';
import { enrol } from '../classes/seats.ts';
import { assign, makeCourse, makeMember, openFreshData, sayIn } from '../fixture.ts';
import type { RoomId } from '../ids.ts';
import { openMailbox } from '../mailbox-fixture.ts';
import type { Identity } from '../people/identity.ts';
import { changeManners } from '../people/manners.ts';
import { settings } from '../settings.ts';
import { enterRoom, type RoomAccess } from '../spaces/access.ts';
import { all, database } from '../store/database.ts';
import { chooseDigest, endDigest, sendDigests } from './digest.ts';
import { muteRoom } from './inbox.ts';

let mailbox: Awaited<ReturnType<typeof openMailbox>>;
let kim: Identity;
let ann: Identity;
let bea: Identity;
let roomId: RoomId;

/** The fixture's records are said in the first seconds of 2030. */
const eve = new Date('2029-12-31T20:00:00.000Z');
const morning = new Date('2030-01-01T06:20:00.000Z');
const hourLater = new Date('2030-01-01T07:20:00.000Z');
const nextMorning = new Date('2030-01-02T06:20:00.000Z');

const env = () => ({ SMTP_URL: `smtp://127.0.0.1:${mailbox.port}`, PUBLIC_URL: 'https://notes.example.org' });
/** As a mail program has them: soft line breaks and folded heads joined. */
const mails = () => mailbox.messages.map((mail) => mail.replaceAll('=\r\n', '').replace(/\r\n[ \t]+/g, ' '));

async function enter(identity: Identity): Promise<RoomAccess> {
  const entered = await enterRoom(identity, roomId);
  if (!entered.ok) throw new Error(entered.reason);
  return entered.access;
}

const note: Point = {
  type: 'point',
  kind: 'comment',
  at: '2030-01-01T00:00:00.000Z',
  body: 'A ferry is kind.',
};
const reply = (to: Ref, body: string): Point => ({ ...note, body, links: [{ to, stance: 'asks' }] });

/** Kim's course with Ann and Bea in one pseudonymous room, blind until three notes; Ann has chosen a digest. */
beforeEach(async () => {
  mailbox = await openMailbox();
  openFreshData(env());
  [kim, ann, bea] = [await makeMember('Kim'), await makeMember('Annabel'), await makeMember('Benedikta')];
  const space = await makeCourse(kim);
  const row = (name: string) => ({
    name,
    email: `${name.toLowerCase()}@example.org`,
    section: null,
    group: null,
    canvas: null,
  });
  await enrol(space, [row('Annabel'), row('Benedikta')]);
  const made = await assign(space, {
    timeZone: 'Europe/Zurich',
    notesDueAt: '2030-01-02T05:00:00.000Z',
    repliesDueAt: '2030-01-03T05:00:00.000Z',
    visibility: { kind: 'after-own-notes', notes: 1, words: 3 },
    names: 'pseudonymous',
    rooms: 'one',
  });
  roomId = made.rooms[0]?.id ?? '';
  expect(await chooseDigest(ann, 'daily', eve)).toEqual({ ok: true });
});

afterEach(() => mailbox.close());

const anchored: Point = {
  ...note,
  body: 'A ferry is kind to all.',
  anchor: { reading: 'r', edition: 'e', start: 0, end: 4, quote: 'text', prefix: '', suffix: '' },
};

/** Ann's note, answered by Kim and by Bea, who mentions her besides. */
async function answered(hers: Point) {
  const [mine, teacher, peer] = [await enter(ann), await enter(kim), await enter(bea)];
  const ref = await sayIn(mine, 'n1', hers);
  await sayIn(peer, 'n0', anchored);
  await sayIn(teacher, 'n1', reply(ref, 'Is it? Say more.'));
  await sayIn(peer, 'n1', reply(ref, 'Kinder than a bridge.'));
  await sayIn(peer, 'n2', { ...note, body: `Ask ${mentionOf(mine.participant)} about tides.` });
}

describe('what is mailed', () => {
  test('replies, mentions, and what is due in the assignment’s own days, under pseudonyms', async () => {
    await answered(anchored);
    expect(await sendDigests(morning)).toEqual({ sent: 1, failed: [] });
    const [mail = ''] = mails();
    expect(mail).toContain('To: annabel@example.org');
    expect(mail).toContain('Subject: Counterpoint: 2 replies, 1 mention, 1 due by tomorrow');
    const text = decoded(mail);
    expect(text).toContain('Notes for “On ferries”: tomorrow, 06:00 (Europe/Zurich)');
    expect(text).toContain('Kim replied to you, as instructor:\n“Is it? Say more.”');
    expect(text).toMatch(/\w+ replied to you:\n“Kinder than a bridge\.”/);
    expect(text).toMatch(/\w+ mentioned you:\n“Ask @Annabel about tides\.”/);
    expect(text).toContain(`https://notes.example.org/rooms/${roomId}#p=`);
    for (const secret of ['Benedikta', 'benedikta', bea.accountId]) expect(text).not.toContain(secret);
  });

  test('in the language that its reader has chosen', async () => {
    await changeManners(ann, { locale: 'de' });
    await answered(anchored);
    expect(await sendDigests(morning)).toEqual({ sent: 1, failed: [] });
    const [mail = ''] = mails();
    const text = decoded(mail);
    expect(text).toContain('Anmerkungen zu „On ferries“: morgen, 06:00 (Europe/Zurich)');
    expect(text).toContain('Kim hat Ihnen als Lehrperson geantwortet:\n„Is it? Say more.“');
    expect(text).toContain('Höchstens einmal am Tag, und nur wenn es etwas gibt.');
  });

  test('and in it says what somebody is whose name its reader may not read just now', async () => {
    await changeManners(ann, { locale: 'de' });
    await answered(anchored);
    await database().write(function* () {
      const { build } = database();
      const settings = JSON.stringify({ round: { format: { preset: 'public-forum' }, stage: 'on' } });
      yield* all(build.updateTable('room').set({ settings }).where('id', '=', roomId));
      const own = build.updateTable('participant').set({ side: 'pro' }).where('room_id', '=', roomId);
      yield* all(own.where('account_id', '=', ann.accountId));
    });
    await sendDigests(morning);
    expect(mails().map(decoded).join('')).toContain(
      'Jemand im Publikum hat Ihnen als Lehrperson geantwortet',
    );
  });

  test('nothing of peers, neither words nor names, while its reader is locked', async () => {
    await answered({ ...anchored, body: 'Too short.' });
    await sendDigests(morning);
    const text = mails().map(decoded).join('');
    expect(text).toContain('Is it? Say more.');
    const peer = await enter(bea);
    for (const secret of ['Kinder', 'about tides', 'Benedikta', peer.participant])
      expect(text).not.toContain(secret);
  });

  test('of a muted discussion only what is due', async () => {
    await answered(anchored);
    await muteRoom(await enter(ann), true);
    await sendDigests(morning);
    const [mail = ''] = mails();
    expect(mail).toContain('Subject: Counterpoint: 1 due by tomorrow');
    expect(decoded(mail)).not.toContain('Say more');
  });

  test('many notes in one mail, and the rest is counted', async () => {
    const [mine, teacher] = [await enter(ann), await enter(kim)];
    const ref = await sayIn(mine, 'n1', anchored);
    for (let i = 0; i < 25; i++) await sayIn(teacher, `r${i}`, reply(ref, `Word ${i}.`));
    expect(await sendDigests(morning)).toMatchObject({ sent: 1 });
    expect(mails()).toHaveLength(1);
    expect(decoded(mails()[0] ?? '')).toContain('And 5 more in your inbox');
  });
});

describe('when it is mailed', () => {
  test('from the hour on, once a day, and not without news', async () => {
    await answered(anchored);
    expect(await sendDigests(new Date('2030-01-01T05:59:00.000Z'))).toMatchObject({ sent: 0 });
    expect(await sendDigests(morning)).toMatchObject({ sent: 1 });
    expect(await sendDigests(hourLater)).toMatchObject({ sent: 0 });
    // The replies' date alone is new the next day.
    await sendDigests(nextMorning);
    expect(mails()).toHaveLength(2);
    expect(mails()[1]).toContain('Subject: Counterpoint: 1 due by tomorrow');
    expect(decoded(mails()[1] ?? '')).toContain('Replies for “On ferries”');
    await sendDigests(new Date('2030-01-03T06:20:00.000Z'));
    expect(mails()).toHaveLength(2);
  });

  test('not twice by two servers at the same moment, nor after a restart', async () => {
    await answered(anchored);
    const rounds = await Promise.all([sendDigests(morning), sendDigests(morning)]);
    expect(rounds.reduce((sum, { sent }) => sum + sent, 0)).toBe(1);
    await sendDigests(new Date(morning.getTime() + 1000));
    expect(mails()).toHaveLength(1);
  });

  test('again after a mail server that could not be reached', async () => {
    await answered(anchored);
    const { smtpUrl } = settings();
    Object.assign(settings(), { smtpUrl: `smtp://127.0.0.1:${await closedPort()}` });
    expect(await sendDigests(morning)).toMatchObject({ sent: 0, failed: [{ accountId: ann.accountId }] });
    Object.assign(settings(), { smtpUrl });
    expect(await sendDigests(hourLater)).toMatchObject({ sent: 1, failed: [] });
    expect(mails()[0]).toContain('2 replies');
  });

  test('never to an address that nobody has confirmed, and only where someone chose it', async () => {
    await answered(anchored);
    const { build, write } = database();
    await write(function* () {
      yield build
        .updateTable('account')
        .set({ confirmed_at: null })
        .where('id', '=', ann.accountId)
        .compile();
    });
    expect(await sendDigests(morning)).toEqual({ sent: 0, failed: [] });
    expect(mails()).toEqual([]);
  });
});

test('one link ends it without signing in, and a link made up ends nothing', async () => {
  await answered(anchored);
  await sendDigests(morning);
  const [mail = ''] = mails();
  const token = /https:\/\/notes\.example\.org\/unsubscribe\/(\S+)/.exec(decoded(mail))?.[1] ?? '';
  expect(mail).toContain(`List-Unsubscribe: <https://notes.example.org/api/unsubscribe/${token}>`);
  expect(mail).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  expect(await endDigest(token.replace(ann.accountId, bea.accountId))).toEqual({
    ok: false,
    reason: 'no-such-digest',
  });
  expect(await endDigest(token)).toEqual({ ok: true });
  await sendDigests(nextMorning);
  expect(mails()).toHaveLength(1);
});

/** The text of a message: quoted-printable or base64, as the mailer chose. */
function decoded(mail: string): string {
  const end = mail.indexOf('\r\n\r\n');
  const [head, body] = [mail.slice(0, end), mail.slice(end + 4)];
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  const bytes = body
    .replaceAll('\r\n', '\n')
    .replace(/(?:=[0-9A-F]{2})+/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'));
  return bytes;
}

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === 'object' && address ? address.port : 0;
}
