// Cards to Word by HTTP: what is sent is what is written, for people of the room alone.

import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, expect, test } from 'vitest';
import { makeMember, makeRoomIn, openFreshData } from '#lib/data/fixture.ts';
import { type Identity, sessionCookieName, sessionToken } from '#lib/data/people/identity.ts';
import { origin } from './fixture.ts';
import * as word from './rooms/[id]/cards/word/route.ts';

const card = { tag: 'Ferries carry more', cite: { author: 'Ann Lee' }, marks: [], words: 'They carry more.' };
let id: string;
let cookie: string;

const cookieOf = async ({ via }: Identity) => `${sessionCookieName()}=${await sessionToken(via.id)}`;

beforeEach(async () => {
  openFreshData();
  const kim = await makeMember('Kim');
  id = (await makeRoomIn(kim)).roomId;
  cookie = await cookieOf(kim);
});

const write = (body: unknown) =>
  word.POST(
    new Request(`${origin}/api/rooms/${id}/cards/word`, {
      method: 'POST',
      headers: { cookie, origin, host: 'localhost:3000', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
    { params: Promise.resolve({ id }) },
  );

test('gives the cards as a Word file by the name of the room', async () => {
  const response = await write({ title: 'Ferries cards', shape: 'full', cards: [card] });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toContain('Ferries%20cards.docx');
  const parts = unzipSync(new Uint8Array(await response.arrayBuffer()));
  expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('They carry more.');
});

test.each([
  ['a shape there is not', { title: 'x', shape: 'short', cards: [card] }],
  ['a field that cards have not', { title: 'x', shape: 'full', cards: [{ ...card, html: '<b>' }] }],
  ['more cards than one file takes', { title: 'x', shape: 'full', cards: Array(2001).fill(card) }],
])('refuses %s', async (_, body) => {
  expect((await write(body)).status).toBe(422);
});

test('is for people of the room alone', async () => {
  cookie = await cookieOf(await makeMember('Omar'));
  expect((await write({ title: 'x', shape: 'full', cards: [card] })).status).toBe(404);
});
