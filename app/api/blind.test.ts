// Blind until earned at every address that can be read: the routes are found in the file system, so that a new one cannot
// be forgotten. What goes by socket is server/access.test.ts's, what a browser hears e2e/classes.story.ts's.

import { globSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeEach, expect, test } from 'vitest';
import { enrol } from '#lib/data/classes/seats.ts';
import { assign, aText, makeCourse, makeMember, openFreshData, sayIn } from '#lib/data/fixture.ts';
import { type Identity, sessionCookieName, sessionToken } from '#lib/data/people/identity.ts';
import { addressHeader } from '#lib/data/sender.ts';
import { enterRoom, type RoomAccess } from '#lib/data/spaces/access.ts';
import { formats } from '#lib/exchange/discussions/formats.ts';
import type { Point } from '#lib/model/record.ts';
import { origin } from './fixture.ts';

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string | string[]>> },
) => Promise<Response>;

/**
 * Who signs in with a provider is sent elsewhere. Who belongs to a course is no secret among its members: who is who in a
 * discussion is.
 */
const leftOut = /^(auth\/|spaces\/\[id\]\/members\/route)/;
const readable = globSync('**/route.ts', { cwd: import.meta.dirname })
  .filter((file) => !leftOut.test(file))
  .sort();
const routes: { address: string; run: Handler }[] = [];
for (const file of readable) {
  const { GET } = (await import(join(import.meta.dirname, file))) as { GET?: Handler };
  if (GET) routes.push({ address: file.replace(/\/?route\.ts$/, ''), run: GET });
}

const words = 'Harbours are kept by those who wait in them, and a bridge waits for nobody at all.';
const queries = ['', '?file=notes', ...formats.map(({ id }) => `?format=${id}`)];

let space: string;
let assignment: string;
let kim: RoomAccess;
let ada: RoomAccess;
let bea: { identity: Identity; access: RoomAccess };
let identities: Record<'kim' | 'ada' | 'bea', Identity>;

const noted = (body: string): Point => {
  const [block] = aText.blocks;
  const quote = block?.text.slice(0, 7) ?? '';
  const anchor = { reading: 'r', edition: 'e', start: 0, end: 7, quote, prefix: '', suffix: '' };
  return { type: 'point', kind: 'comment', at: '2030-01-01T00:00:00.000Z', body, anchor };
};

beforeEach(async () => {
  openFreshData();
  identities = {
    kim: await makeMember('Kim'),
    ada: await makeMember('Adamina'),
    bea: await makeMember('Bea'),
  };
  const course = await makeCourse(identities.kim);
  const row = (name: string) => ({
    ...{ name, email: `${name.toLowerCase()}@example.org`, section: null, group: 'Red', canvas: null },
  });
  await enrol(course, [row('Adamina'), row('Bea')]);
  const made = await assign(course, {
    visibility: { kind: 'after-own-notes', notes: 1, words: 15 },
    names: 'pseudonymous',
  });
  [space, assignment] = [course.space.id, made.id];
  const room = made.rooms[0]?.id ?? '';
  kim = await enter(identities.kim, room);
  ada = await enter(identities.ada, room);
  bea = { identity: identities.bea, access: await enter(identities.bea, room) };
  await sayIn(ada, 'n1', noted(words));
});

async function enter(identity: Identity, room: string): Promise<RoomAccess> {
  const entered = await enterRoom(identity, room);
  if (!entered.ok) throw new Error(entered.reason);
  return entered.access;
}

/** Everything that a sender is answered at every address about this course, archives unpacked. */
async function everythingTold(identity: Identity): Promise<{ address: string; text: string }[]> {
  const told = [];
  const cookie = `${sessionCookieName()}=${await sessionToken(identity.via.id)}`;
  for (const { address, run } of routes) {
    const params = {
      id: address.startsWith('spaces/')
        ? space
        : address.startsWith('assignments/')
          ? assignment
          : kim.room.id,
      ref: [ada.participant, 'n1'],
    };
    for (const query of address.startsWith('rooms/[id]') ? queries : ['']) {
      const request = new Request(`${origin}/api/${address}${query}`, {
        headers: { cookie, host: 'localhost:3000', [addressHeader]: '192.0.2.1', accept: '*/*' },
      });
      const response = await run(request, { params: Promise.resolve(params) });
      told.push({ address: address + query, text: textIn(new Uint8Array(await response.arrayBuffer())) });
    }
  }
  return told;
}

function textIn(bytes: Uint8Array): string {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const parts = isZip ? Object.values(unzipSync(bytes)) : [bytes];
  return parts.map((part) => Buffer.from(part).toString('utf8')).join('\n');
}

const naming = (told: { address: string; text: string }[], secret: string) =>
  told.filter(({ text }) => text.includes(secret)).map(({ address }) => address);

test('[AUTH3] before sight is earned, no address tells a peer’s words, name, pseudonym’s id or account', async () => {
  const told = await everythingTold(bea.identity);
  expect(routes.length).toBeGreaterThan(20);
  for (const secret of [words, 'Harbours', 'Adamina', 'adamina@', ada.participant, ada.accountId])
    expect(naming(told, secret), secret).toEqual([]);
  // An instructor is told the words at the same addresses: there was something to hold back.
  expect(naming(await everythingTold(identities.kim), words).length).toBeGreaterThan(formats.length);
});

test('[AUTH3] under pseudonyms no address tells a peer a name, an e-mail address or an account', async () => {
  await sayIn(
    bea.access,
    'n1',
    noted('A note of my own, long enough to earn the sight of what the others have said so far here.'),
  );
  const told = await everythingTold(bea.identity);
  expect(naming(told, words).length).toBeGreaterThan(formats.length);
  for (const secret of ['Adamina', 'adamina@', ada.accountId])
    expect(naming(told, secret), secret).toEqual([]);
});
