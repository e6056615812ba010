// What is large is not read before its sender is known, counted and let in: nobody fills our memory by what they send.

import { beforeEach, expect, test } from 'vitest';
import { makeMember, makeRoomIn, openFreshData, stranger } from '#lib/data/fixture.ts';
import {
  type Identity,
  identifySession,
  sessionCookieName,
  sessionToken,
} from '#lib/data/people/identity.ts';
import { enterRoom } from '#lib/data/spaces/access.ts';
import { makeInvite } from '#lib/data/spaces/invites.ts';
import { join } from '#lib/data/spaces/joining.ts';
import { makeSpace } from '#lib/data/spaces/spaces.ts';
import { origin } from './fixture.ts';
import * as word from './rooms/[id]/cards/word/route.ts';
import * as notesImport from './rooms/[id]/import/route.ts';
import * as archiveImport from './rooms/import/route.ts';

let kim: Identity;
let roomId: string;
let space: Awaited<ReturnType<typeof makeRoomIn>>['space'];

beforeEach(async () => {
  openFreshData();
  kim = await makeMember('Kim');
  ({ roomId, space } = await makeRoomIn(kim));
});

type Route = (request: Request) => Promise<Response>;
const archive: Route = (request) => archiveImport.POST(request, { params: Promise.resolve({}) });
const notes: Route = (request) => notesImport.POST(request, { params: Promise.resolve({ id: roomId }) });
const cards: Route = (request) => word.POST(request, { params: Promise.resolve({ id: roomId }) });
const ways: [name: string, route: Route][] = [
  ['an archive', archive],
  ['notes', notes],
  ['cards to Word', cards],
];

/** Sends a body whose bytes come when they are let; says whether anyone has asked for them. */
async function send(route: Route, { via }: Identity) {
  const read = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  let isRead = false;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        isRead = true;
        read.resolve();
        await gate.promise;
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const headers = {
    host: 'localhost:3000',
    origin,
    cookie: `${sessionCookieName()}=${await sessionToken(via.id)}`,
    'content-type': 'application/json',
  };
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body, duplex: 'half' };
  const answer = route(new Request(`${origin}/api`, init));
  return { answer, read: read.promise, end: gate.resolve, isRead: () => isRead };
}

const codeOf = async (answer: Response) => ((await answer.json()) as { error: { code: string } }).error.code;

/** The code of the answer to what is ended at once. */
async function tell(route: Route, who: Identity): Promise<string> {
  const sent = await send(route, who);
  sent.end();
  return codeOf(await sent.answer);
}

test.each(ways)('%s: sixty in ten minutes from one account', async (_, route) => {
  const codes: string[] = [];
  for (let i = 0; i < 61; i++) codes.push(await tell(route, kim));
  expect(codes[59]).not.toBe('too-many');
  expect(codes[60]).toBe('too-many');
  const over = await send(route, kim);
  expect((await over.answer).status).toBe(429);
  expect(over.isRead()).toBe(false);
});

test.each(ways)('%s: two at a time from one account, and the next after them', async (_, route) => {
  const two = await Promise.all([send(route, kim), send(route, kim)]);
  await Promise.all(two.map(({ read }) => read));
  const third = await send(route, kim);
  expect([(await third.answer).status, third.isRead()]).toEqual([503, false]);
  for (const { end } of two) end();
  for (const { answer } of two) expect((await answer).status).toBeLessThan(500);
  expect(await tell(route, kim)).not.toBe('busy');
});

test('six at a time for everyone together', async () => {
  const people = await Promise.all(['Ann', 'Ben', 'Cem'].map(makeMember));
  const sent = await Promise.all(people.flatMap((who) => [send(archive, who), send(archive, who)]));
  await Promise.all(sent.map(({ read }) => read));
  expect(await tell(archive, kim)).toBe('busy');
  for (const { end } of sent) end();
  await Promise.all(sent.map(({ answer }) => answer));
  expect(await tell(archive, kim)).not.toBe('busy');
});

test('who fills the places of cards to Word leaves those of archives and notes free', async () => {
  const people = await Promise.all(['Ann', 'Ben', 'Cem'].map(makeMember));
  for (const who of people) await letIn(who);
  const sent = await Promise.all(people.flatMap((who) => [send(cards, who), send(cards, who)]));
  await Promise.all(sent.map(({ read }) => read));
  expect(await tell(cards, kim)).toBe('busy');
  for (const route of [archive, notes]) expect(await tell(route, kim)).not.toBe('busy');
  for (const { end } of sent) end();
  await Promise.all(sent.map(({ answer }) => answer));
});

async function letIn(identity: Identity): Promise<void> {
  const invite = await makeInvite(space, { role: 'member' });
  await join({ code: invite.ok ? invite.code : '' }, { ...stranger(), identity });
}

async function makeGuest(): Promise<Identity> {
  const invite = await makeInvite(space, { role: 'member', roomId });
  const joined = invite.ok ? await join({ code: invite.code, name: 'Guest' }, stranger()) : invite;
  const guest = joined.ok && joined.sessionId ? await identifySession(joined.sessionId) : null;
  if (!guest) throw new Error('the guest did not get in');
  return guest;
}

test('of a guest who may bring nothing in, nothing is read', async () => {
  const guest = await makeGuest();
  for (const route of [archive, notes]) {
    const sent = await send(route, guest);
    expect([(await sent.answer).status, sent.isRead()]).toEqual([403, false]);
  }
  expect((await enterRoom(guest, roomId)).ok).toBe(true);
});

test('an archive for a space of others’ is not opened, not even to be looked at', async () => {
  const ann = await makeMember('Ann');
  await makeSpace(ann, { name: 'Hers', kind: 'course' });
  const form = new FormData();
  form.set('file', new File(['no archive at all'], 'a-file'));
  form.set('spaceId', space.space.id);
  const cookie = `${sessionCookieName()}=${await sessionToken(ann.via.id)}`;
  const request = new Request(`${origin}/api?preview`, {
    method: 'POST',
    headers: { host: 'localhost:3000', origin, cookie },
    body: form,
  });
  const answer = await archiveImport.POST(request, { params: Promise.resolve({}) });
  expect(await codeOf(answer)).toBe('no-such-space');
});
