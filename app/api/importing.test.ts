// Files in and out over HTTP: how far they are, a book's chapters, and every refusal with its code, after which nothing
// was kept.

import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeMember, makeRoomIn, openFreshData, sayIn } from '#lib/data/fixture.ts';
import { type Identity, sessionCookieName, sessionToken } from '#lib/data/people/identity.ts';
import { replaceRecordWriter, type WriteOutcome } from '#lib/data/readings/writing.ts';
import { enterRoom, type RoomAccess } from '#lib/data/spaces/access.ts';
import { makeParticipant } from '#lib/data/spaces/participants.ts';
import { database } from '#lib/data/store/database.ts';
import { privateDocument } from '#lib/model/document.ts';
import { origin, sender } from './fixture.ts';
import * as preview from './readings/preview/route.ts';
import * as readings from './readings/route.ts';
import { linesType } from './respond.ts';
import * as roomExport from './rooms/[id]/export/route.ts';
import * as roomImport from './rooms/[id]/import/route.ts';
import * as archiveImport from './rooms/import/route.ts';

const inLines = { accept: linesType };
const office = (name: string) => readFileSync(`lib/exchange/fixtures/office/${name}`);

function formOf(bytes: BlobPart, fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  form.set('file', new File([bytes], 'a-file'));
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

async function countOf(table: 'reading' | 'room' | 'record' | 'participant'): Promise<number> {
  return (await database().read.selectFrom(table).selectAll().execute()).length;
}

async function cookieOf({ via }: Identity): Promise<Record<string, string>> {
  return { host: 'localhost:3000', cookie: `${sessionCookieName()}=${await sessionToken(via.id)}` };
}

const messageOf = (body: unknown) => (body as { error?: { message: string } }).error?.message;
const codeOf = (body: unknown) => (body as { error?: { code: string } }).error?.code;

let kim: Identity;
let page: ReturnType<typeof sender>;

async function start(env: Record<string, string> = {}): Promise<void> {
  openFreshData(env);
  kim = await makeMember('Kim');
  page = sender({ sessionId: kim.via.id });
}

beforeEach(() => start());

describe('a text', () => {
  test('tells how far it is, page by page, and last what it would be', async () => {
    const { status, body } = await page(
      preview.POST,
      'POST',
      {},
      formOf(office('chromium-two.pdf')),
      inLines,
    );
    expect(status).toBe(200);
    const told = body as { progress?: { done: number; of: number } }[];
    expect(told.slice(0, -1).map(({ progress }) => [progress?.done, progress?.of])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    expect(told.at(-1)).toMatchObject({ preview: { title: 'Nobody Parks on a Cabbage' } });
  });

  test('is told of in the language of the request', async () => {
    const inGerman = { 'accept-language': 'de' };
    const taken = await page(preview.POST, 'POST', {}, formOf('<h1>Ferries</h1><p>Slow.<nav>Home'), inGerman);
    expect(taken.body).toMatchObject({ report: ['Weggelassen: Navigation und Randspalten.'] });
    const refused = await page(preview.POST, 'POST', {}, formOf(''), inGerman);
    expect(messageOf(refused.body)).toMatch(/^Diese Datei ist leer: Sie enthält kein einziges Byte\./);
  });

  test('that is refused says so in its last line, with the code', async () => {
    const { body } = await page(
      preview.POST,
      'POST',
      {},
      formOf(office('chromium-two.pdf').subarray(0, 900)),
      inLines,
    );
    expect((body as unknown[]).at(-1)).toMatchObject({
      error: { code: 'broken', message: expect.any(String) },
    });
    const asked = { ...inLines, 'accept-language': 'de' };
    const german = await page(preview.POST, 'POST', {}, new FormData(), asked);
    const message = 'Das Formular hat kein Feld „file“ mit einer Datei. Nichts wurde gespeichert.';
    expect(german.body).toEqual([{ error: { code: 'invalid', message } }]);
  });

  const book = zipSync({
    mimetype: strToU8('application/epub+zip'),
    'META-INF/container.xml': strToU8(
      '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>',
    ),
    'a.opf': strToU8(
      '<package><metadata><dc:title>Two Harbours</dc:title></metadata><manifest><item id="c1" href="one.xhtml"/><item id="c2" href="two.xhtml"/></manifest><spine><itemref idref="c1"/><itemref idref="c2"/></spine></package>',
    ),
    'one.xhtml': strToU8(`<html><body><h1>Low</h1><p>${'low tide '.repeat(40)}</p></body></html>`),
    'two.xhtml': strToU8(`<html><body><h1>High</h1><p>${'high tide '.repeat(40)}</p></body></html>`),
  });

  test('out of a book: its chapters first, then the one that was chosen, and no book as a whole', async () => {
    const listed = await page(preview.POST, 'POST', {}, formOf(book));
    expect(listed.body).toMatchObject({
      title: 'Two Harbours',
      chapters: [
        { id: '1', title: 'Low' },
        { id: '2', title: 'High' },
      ],
    });
    const whole = await page(readings.POST, 'POST', {}, formOf(book));
    expect([whole.status, codeOf(whole.body)]).toEqual([422, 'chapter-needed']);
    const none = await page(preview.POST, 'POST', {}, formOf(book, { chapter: '7' }));
    expect([none.status, codeOf(none.body)]).toEqual([422, 'chapter-needed']);
    expect(await countOf('reading')).toBe(0);
    const chosen = await page(readings.POST, 'POST', {}, formOf(book, { chapter: '2' }));
    expect(chosen).toMatchObject({ status: 201, body: { title: 'High' } });
    expect(await countOf('reading')).toBe(1);
  });

  // As a scanner leaves it: a page, and no letter on it.
  const pictures = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>> endobj
trailer <</Size 4/Root 1 0 R>>
%%EOF`;
  const locked = Buffer.concat([
    Buffer.from('D0CF11E0A1B11AE1', 'hex'),
    Buffer.alloc(512),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);
  const crowd = Object.fromEntries(
    Array.from({ length: 6000 }, (_, i) => [i === 0 ? 'word/document.xml' : `e${i}`, strToU8('')]),
  );
  test.each<[string, number, BlobPart, Record<string, string>?, Record<string, string>?]>([
    ['empty', 422, ''],
    ['binary', 422, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0])],
    ['too-many-paragraphs', 422, 'A ferry is slow.\n\n'.repeat(20), {}, { LIMIT_IMPORT_PARAGRAPHS: '10' }],
    ['too-large', 413, 'A ferry is slow. '.repeat(100), {}, { LIMIT_IMPORT_BYTES: '1024' }],
    ['encrypted', 422, locked],
    ['broken', 422, office('libreoffice.docx').subarray(0, 600)],
    ['hostile', 422, zipSync(crowd)],
    ['too-many-pages', 422, office('chromium-two.pdf'), {}, { LIMIT_IMPORT_PAGES: '2' }],
    ['encoding', 422, Buffer.from('FFFE000041000000', 'hex')],
    ['too-complex', 422, Array.from({ length: 20_000 }, (_, i) => `<p>x<b id=${i}>`).join('')],
    ['title-too-long', 422, 'A ferry is slow.', { title: 'x'.repeat(400) }],
    ['scanned', 422, pictures],
    ['too-slow', 422, office('chromium-two.pdf'), {}, { LIMIT_IMPORT_MS: '1' }],
    ['invalid', 422, 'A ferry is slow.', { chapter: 'x'.repeat(400) }],
  ])('is refused as %s with %i in words, and nothing is kept', async (code, status, bytes, fields, env) => {
    await start(env);
    for (const route of [preview.POST, readings.POST]) {
      const answer = await page(route, 'POST', {}, formOf(bytes, fields));
      expect([answer.status, codeOf(answer.body)]).toEqual([status, code]);
      expect(messageOf(answer.body)).toMatch(/^[A-Z].*\. (.*\. )?Nothing was kept\.$/s);
    }
    expect(await countOf('reading')).toBe(0);
  });

  test('is refused as busy with 503 while many others are read, and nothing is kept', async () => {
    const headers = { ...(await cookieOf(kim)), origin };
    const leaving = new AbortController();
    const ask = () =>
      preview.POST(
        new Request(`${origin}/api`, {
          method: 'POST',
          headers,
          body: formOf(office('chromium-two.pdf')),
          signal: leaving.signal,
        }),
        { params: Promise.resolve({}) },
      );
    // Two are read at a time, and thirty wait their turn.
    const asked = Array.from({ length: 40 }, ask);
    const busy = await Promise.race(
      asked.map(async (answer) => {
        const response = await answer;
        return response.status === 503 ? response : new Promise<never>(() => {});
      }),
    );
    leaving.abort();
    const body = await busy.json();
    expect([codeOf(body), messageOf(body)]).toEqual([
      'busy',
      'Many files are being read just now. Try again in a minute. Nothing was kept.',
    ]);
    const others = await Promise.all(asked);
    // Whoever left while waiting or being read got nothing; one may have been done by then.
    expect(others.map(({ status }) => status).filter((status) => ![200, 499, 503].includes(status))).toEqual(
      [],
    );
    expect(others.filter(({ status }) => status === 499).length).toBeGreaterThan(20);
    expect(await countOf('reading')).toBe(0);
  });
});

describe('notes', () => {
  let roomId: string;
  let access: RoomAccess;
  const note = (value: string) =>
    JSON.stringify([
      {
        type: 'Annotation',
        creator: { name: 'Jo' },
        body: { type: 'TextualBody', value },
        target: 'https://a.example/',
      },
    ]);

  beforeEach(async () => {
    ({ roomId } = await makeRoomIn(kim));
    const entered = await enterRoom(kim, roomId);
    if (!entered.ok) throw new Error(entered.reason);
    access = entered.access;
    writes({ ok: true, written: 1 });
  });

  /** The writer is the server's; here only what its answers become. */
  function writes(outcome: WriteOutcome, first = outcome.ok ? outcome.written : 0): void {
    replaceRecordWriter({
      write: async (_identity, _room, _own, _writings, { onWritten }) => {
        if (first > 0) onWritten?.(first);
        return outcome;
      },
      readAgain: async () => {},
      withClosed: (_rooms, work) => work(),
    });
  }

  test('tell how many are on the disk, and last what came of it', async () => {
    const { body } = await page(roomImport.POST, 'POST', { id: roomId }, formOf(note('Hm.')), inLines);
    expect(body).toMatchObject([
      { progress: { done: 0, of: 1 } },
      { progress: { done: 1, of: 1 } },
      { brought: { notes: 1, authors: ['Jo, imported from Web Annotation'] } },
    ]);
  });

  test('keep their place among those on their way in until they are written, answered in lines or not', async () => {
    const written = Promise.withResolvers<WriteOutcome>();
    replaceRecordWriter({
      write: () => written.promise,
      readAgain: async () => {},
      withClosed: (_rooms, work) => work(),
    });
    const send = async () => {
      const request = new Request(`${origin}/api`, {
        method: 'POST',
        headers: { ...(await cookieOf(kim)), origin, ...inLines },
        body: formOf(note('Hm.')),
      });
      return roomImport.POST(request, { params: Promise.resolve({ id: roomId }) });
    };
    const two = [await send(), await send()];
    expect(two.map(({ status }) => status)).toEqual([200, 200]);
    expect((await send()).status).toBe(503);
    written.resolve({ ok: true, written: 1 });
    for (const answer of two) expect(await answer.text()).toContain('brought');
    const after = await send();
    expect(after.status).toBe(200);
    await after.text();
  });

  test.each<[string, number, WriteOutcome]>([
    ['write-held', 503, { ok: false, reason: 'held' }],
    ['write-interrupted', 503, { ok: false, reason: 'interrupted' }],
    ['locked', 403, { ok: false, reason: 'refused', refused: [{ code: 'locked', detail: '' }] }],
    ['not-allowed', 403, { ok: false, reason: 'not-allowed' }],
  ])('that the discussion does not take answer %s', async (code, status, outcome) => {
    writes(outcome);
    const once = await page(roomImport.POST, 'POST', { id: roomId }, formOf(note('Hm.')));
    expect([once.status, codeOf(once.body)]).toEqual([status, code]);
    const { body } = await page(roomImport.POST, 'POST', { id: roomId }, formOf(note('Hm.')), inLines);
    expect(codeOf((body as unknown[]).at(-1))).toBe(code);
  });

  test('and their formats are told of in the language of the request', async () => {
    const inGerman = { 'accept-language': 'de' };
    const send = (text: string) => page(roomImport.POST, 'POST', { id: roomId }, formOf(text), inGerman);
    expect((await send(note('Hm.'))).body).toMatchObject({
      report: ['1 Anmerkung hat keine lesbare Zeitangabe und bekommt die des Imports.'],
    });
    expect(messageOf((await send('{"a": 1}')).body)).toMatch(
      /^Das sind keine Web-Anmerkungen .*übernommen\.$/,
    );
    const formats = await page(roomExport.GET, 'GET', { id: roomId }, undefined, inGerman);
    expect(formats.body).toMatchObject({
      formats: expect.arrayContaining([expect.objectContaining({ id: 'html', label: 'Webseite' })]),
    });
  });

  test('that came in before the discussion took no more are told', async () => {
    writes({ ok: false, reason: 'refused', refused: [{ code: 'locked', detail: '' }] }, 1);
    const { body } = await page(roomImport.POST, 'POST', { id: roomId }, formOf(note('Hm.')));
    expect([codeOf(body), messageOf(body)]).toEqual([
      'locked',
      expect.stringContaining('The discussion took 1 of 1 note and then no more. What is written stays;'),
    ]);
  });

  test.each<[string, unknown, number, string, Record<string, string>?]>([
    ['half a file', formOf('{"items": ['), 422, 'invalid'],
    ['JSON of something else', formOf('{"a": 1}'), 422, 'invalid'],
    ['a format that nobody reads', formOf('x', { format: 'word' }), 422, 'invalid'],
    ['a form without a file', new FormData(), 422, 'invalid'],
    ['no form at all', { notes: [] }, 415, 'not-a-form'],
    [
      'a file that is too large',
      formOf('x'.repeat(12_000)),
      413,
      'too-large',
      { LIMIT_IMPORT_BYTES: '1024' },
    ],
  ])('of %s are refused, and nobody gets a place for them', async (_, sent, status, code, env) => {
    if (env) {
      await start(env);
      ({ roomId } = await makeRoomIn(kim));
    }
    const answer = await page(roomImport.POST, 'POST', { id: roomId }, sent);
    expect([answer.status, codeOf(answer.body)]).toEqual([status, code]);
    expect(await countOf('participant')).toBe(1);
  });

  test('are brought in by instructors alone, by no stranger, and into rooms that there are', async () => {
    const lee = await makeMember('Lee');
    await database().write(() => makeParticipant(lee.accountId, roomId, 'member'));
    const send = async (who: ReturnType<typeof sender>, id = roomId) => {
      const { status, body } = await who(roomImport.POST, 'POST', { id }, formOf(note('Hm.')));
      return [status, codeOf(body)];
    };
    expect(await send(sender({ sessionId: lee.via.id }))).toEqual([403, 'not-allowed']);
    expect(await send(sender({}))).toEqual([401, 'not-signed-in']);
    expect(await send(page, 'no-such-room')).toEqual([404, 'no-such-room']);
  });

  test('leave in lines as the same file, with how many are in it', async () => {
    for (let i = 0; i < 120; i++)
      await sayIn(access, `n${i}`, {
        type: 'point',
        kind: 'comment',
        at: '2030-01-01T00:00:00.000Z',
        body: `Note ${i} 🕊`,
      });
    for (const format of ['csv', 'w3c', 'word', 'archive', 'aif', 'html']) {
      const url = `http://localhost:3000/api/rooms/${roomId}/export?format=${format}`;
      const cookie = await cookieOf(kim);
      const get = (headers: Record<string, string>) =>
        roomExport.GET(new Request(url, { headers: { ...cookie, ...headers } }), {
          params: Promise.resolve({ id: roomId }),
        });
      const whole = Buffer.from(await (await get({})).arrayBuffer());
      const lines = (await (await get(inLines)).text())
        .trim()
        .split('\n')
        .map((one) => JSON.parse(one));
      const parts = lines.flatMap(({ part }) => (part === undefined ? [] : [Buffer.from(part, 'base64')]));
      const progress = lines.flatMap((one) => (one.progress ? [one.progress.done] : []));
      // A Word file has the time in it at which it was packed.
      if (format === 'word') expect(Buffer.concat(parts).subarray(0, 2).toString()).toBe('PK');
      else expect(Buffer.concat(parts).equals(whole)).toBe(true);
      expect(progress).toEqual([...progress].sort((a, b) => a - b));
      expect([progress[0], progress.at(-1)]).toEqual([0, 120]);
      expect(lines.at(-1)).toMatchObject({ written: { name: expect.stringMatching(/^On ferries\./) } });
    }
  });

  test('[U44] leave as a filter shows them, with what is unread known; an archive leaves whole', async () => {
    const lee = await makeMember('Lee');
    await database().write(() => makeParticipant(lee.accountId, roomId, 'member'));
    const entered = await enterRoom(lee, roomId);
    if (!entered.ok) throw new Error(entered.reason);
    const leeIn = entered.access;
    const said = { type: 'point', kind: 'comment', at: '2030-01-01T00:00:00.000Z' } as const;
    const read = await sayIn(leeIn, 'read', { ...said, body: 'Seen before.' });
    await sayIn(leeIn, 'new', { ...said, body: 'Not seen yet.' });
    const links = [
      { to: 'reading', stance: 'supports' },
      { to: read, stance: 'supports' },
    ] as const;
    await sayIn(access, 'own', { ...said, body: 'Of one’s own.', links: [...links] });
    await sayIn(
      access,
      'mark',
      { type: 'seen', of: read, upTo: 1000 },
      privateDocument(roomId, access.participant),
    );
    type Told = { threads: unknown; formats: { isWhole: boolean; report: string[] }[] };
    const get = async (query: string) => {
      const request = new Request(`${origin}/api/rooms/${roomId}/export?${query}`, {
        headers: await cookieOf(kim),
      });
      return roomExport.GET(request, { params: Promise.resolve({ id: roomId }) });
    };
    const bodiesIn = async (query: string) => {
      const csv = await (await get(`format=csv&${query}`)).text();
      return ['Seen before.', 'Not seen yet.', 'Of one’s own.'].filter((body) => csv.includes(body));
    };
    expect(await bodiesIn('')).toEqual(['Seen before.', 'Not seen yet.', 'Of one’s own.']);
    expect(await bodiesIn('is=unread')).toEqual(['Not seen yet.']);
    expect(await bodiesIn('is=mine')).toEqual(['Of one’s own.']);
    expect(await bodiesIn('q=seen')).toEqual(['Seen before.', 'Not seen yet.']);
    const sizeOf = async (query: string) => (await (await get(query)).arrayBuffer()).byteLength;
    expect(await sizeOf('format=archive&is=mine')).toBe(await sizeOf('format=archive'));
    const told = (await (await get('is=mine')).json()) as Told;
    expect(told.threads).toEqual({ shown: 1, all: 3 });
    const cut = '1 link to a note that the filter leaves out is not carried.';
    const telling = told.formats.filter(({ report }) => report.includes(cut));
    expect(telling).toHaveLength(told.formats.filter(({ isWhole }) => !isWhole).length);
    expect(await (await get('format=csv&is=mine')).text()).not.toContain(read);
  });

  test('leave in no format that there is not', async () => {
    const url = `http://localhost:3000/api/rooms/${roomId}/export?format=papyrus`;
    const answer = await roomExport.GET(new Request(url, { headers: await cookieOf(kim) }), {
      params: Promise.resolve({ id: roomId }),
    });
    expect([answer.status, codeOf(await answer.json())]).toEqual([422, 'invalid']);
  });
});

describe('an archive', () => {
  test.each<[string, unknown, number, string]>([
    ['that is no zip', formOf('hello'), 422, 'invalid'],
    ['of something else', formOf(zipSync({ 'a.txt': strToU8('x') })), 422, 'invalid'],
    ['that is no file', new FormData(), 422, 'invalid'],
    ['that is no form', { archive: 1 }, 415, 'not-a-form'],
  ])('%s is refused, and no room is made', async (_, sent, status, code) => {
    const answer = await page(archiveImport.POST, 'POST', {}, sent);
    expect([answer.status, codeOf(answer.body)]).toEqual([status, code]);
    expect(await countOf('room')).toBe(0);
  });
});
