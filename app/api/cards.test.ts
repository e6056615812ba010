// Cards to Word and from it by HTTP: what is sent is what is written, what was written is what is read, and nothing is kept;
// for people of the room alone.

import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, expect, test } from 'vitest';
import { makeMember, makeRoomIn, openFreshData } from '#lib/data/fixture.ts';
import { type Identity, sessionCookieName, sessionToken } from '#lib/data/people/identity.ts';
import { database } from '#lib/data/store/database.ts';
import { origin } from './fixture.ts';
import * as preview from './rooms/[id]/cards/preview/route.ts';
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

const read = (file: Blob | string) => {
  const form = new FormData();
  form.set('file', file);
  return preview.POST(
    new Request(`${origin}/api/rooms/${id}/cards/preview`, {
      method: 'POST',
      headers: { cookie, origin, host: 'localhost:3000' },
      body: form,
    }),
    { params: Promise.resolve({ id }) },
  );
};

test('reads what it wrote, without loss and without keeping it', async () => {
  const cards = [
    {
      ...{ pocket: 'Aff', hat: 'Harbours', block: '2AC' },
      ...card,
      marks: [{ kind: 'highlight', start: 0, end: 4 }],
      note: 'First.',
    },
    { pocket: 'Aff', tag: 'They drop it' },
    { tag: 'An argument', note: 'On its own' },
  ];
  const written = await write({ title: 'Ferries cards', shape: 'full', cards });
  const response = await read(await written.blob());
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ cards, report: [] });
  expect(await database().read.selectFrom('record').selectAll().execute()).toEqual([]);
});

test.each([
  ['a text', new Blob(['They carry more.']), 422, 'binary'],
  ['half a Word file', new Blob([new Uint8Array([0x50, 0x4b, 3, 4, 0])]), 422, 'broken'],
  ['no file at all', 'words', 422, 'invalid'],
  ['a file that is too large', new Blob([new Uint8Array(70_000)]), 413, 'too-large'],
])('says why it takes nothing from %s', async (_, file, status, code) => {
  if (status === 413) {
    openFreshData({ LIMIT_IMPORT_FILE_BYTES: '1024' });
    const kim = await makeMember('Kim');
    [id, cookie] = [(await makeRoomIn(kim)).roomId, await cookieOf(kim)];
  }
  const response = await read(file);
  expect([response.status, await response.json()]).toMatchObject([status, { error: { code } }]);
});

test('reads for people of the room alone', async () => {
  cookie = await cookieOf(await makeMember('Omar'));
  expect((await read(new Blob(['x']))).status).toBe(404);
});
