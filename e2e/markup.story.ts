// Whatever people type anywhere, others are shown letters: no field of any form, file or record becomes markup.

import type { APIRequestContext, Page } from '@playwright/test';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { flagPoint } from '#lib/model/flag.ts';
import type { CounterpointRecord } from '#lib/model/record.ts';
import type { Format } from '#lib/model/round/format.ts';
import { expect, isSaved, newPage, storyText, test } from './story.ts';

const markup = `"'><img src=x onerror=xss()>`;
/** What someone types into a field: its name, so that it can be found again, and then what must stay letters. */
const typed = (field: string) => `${field}${markup}`;
const address = 'javascript:xss()';

const format: Format = {
  name: typed('Format'),
  sides: [
    { id: 'for', name: typed('One side'), bench: 'for' },
    { id: 'against', name: typed('Other side'), bench: 'against' },
  ],
  prepSeconds: 60,
  slots: [
    { id: 's1', name: typed('Speech'), kind: 'speech', side: 'for', seconds: 60 },
    { id: 's2', name: typed('Answer'), kind: 'speech', side: 'against', seconds: 60, answers: ['s1'] },
  ],
  sheets: [{ name: typed('Sheet'), of: 'speech' }],
};

const level = (id: string) => ({
  id,
  name: typed(`Level ${id}`),
  descriptor: typed('Descriptor'),
  points: 1,
});
const rubric = {
  name: typed('Rubric'),
  scale: 'points',
  criteria: [{ id: 'c', name: typed('Criterion'), counting: 'best', levels: [level('a'), level('b')] }],
};

type Api = (path: string, data: unknown, method?: 'post' | 'patch') => Promise<Record<string, string>>;

function apiOf(request: APIRequestContext, origin: string): Api {
  return async (path, data, method = 'post') => {
    const answer = await request[method](`${origin}/api${path}`, { data, headers: { origin } });
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return (await answer.text()) ? answer.json() : {};
  };
}

test('whatever is typed into any field, no page has markup of it', async ({ browser, server, problems }) => {
  test.setTimeout(300_000);
  await server.restartWith({ LOG_LEVEL: 'trace' });
  const ines = await newPage(browser, problems);
  // What a handler that came through would call.
  await ines.addInitScript(() =>
    Object.assign(window, { xss: () => document.body.setAttribute('data-xss', '') }),
  );
  const api = apiOf(ines.context().request, server.url);
  await api('/accounts', {
    name: typed('Owner'),
    email: 'ines@example.org',
    password: 'a long enough password',
  });
  await api('/tokens', { name: typed('Token') });
  const { token = '' } = await api('/tokens', { name: 'mine' });
  const { id: spaceId } = await api('/spaces', { name: typed('Course'), kind: 'course' });
  const { id: squadId } = await api('/spaces', { name: typed('Squad'), kind: 'squad' });

  // Texts: pasted with all that stands around one, and by the name of a file.
  const heading = {
    standfirst: typed('Standfirst'),
    byline: typed('Byline'),
    credit: typed('Credit'),
    source: address,
  };
  const text = `${typed('A paragraph')} <script>xss()</script>\n\n${storyText}`;
  const { id: readingId } = await api('/readings', { spaceId, text, title: typed('Reading'), ...heading });
  const { id: squadReading } = await api('/readings', { spaceId: squadId, text, title: typed('Topic') });
  const filed = await ines.context().request.post(`${server.url}/api/readings`, {
    headers: { origin: server.url },
    multipart: {
      spaceId: spaceId ?? '',
      file: { name: `${typed('File')}.txt`, mimeType: 'text/plain', buffer: Buffer.from(storyText) },
    },
  });
  expect(filed.ok(), await filed.text()).toBe(true);

  // A class, an assignment, a discussion, a round.
  const people = [{ name: typed('Student'), section: typed('Section'), group: typed('Group') }];
  await api(`/spaces/${spaceId}/seats`, { people });
  const { id: assignmentId } = await api(`/spaces/${spaceId}/assignments`, {
    ...{ readingId, rooms: 'one', title: typed('Assignment'), prompt: typed('Prompt'), timeZone: 'UTC' },
    ...{ notesDueAt: null, repliesDueAt: null, closesAt: null, requiredNotes: 1, requiredReplies: 0 },
    ...{ visibility: { kind: 'open' }, names: 'named', columnTitle: typed('Column') },
  });
  const { id: roomId = '' } = await api('/rooms', { readingId, title: typed('Discussion') });
  const { id: roundId = '' } = await api('/rooms', {
    ...{ readingId: squadReading, title: typed('Round'), kind: 'debate', format: { own: format } },
  });
  await api(`/rooms/${roomId}/review/rubrics`, { rubric });
  await api(`/rooms/${roomId}/review/comments`, { body: typed('Comment') });

  // A guest, by a link, who answers in the discussion and the round.
  const invite = await api(`/rooms/${roomId}/invites`, { role: 'member' });
  const guest = await newPage(browser, problems);
  const guestApi = apiOf(guest.context().request, server.url);
  await guestApi('/join', { code: invite.code, name: typed('Guest') });
  const { token: guestToken = '' } = await guestApi('/tokens', { name: 'mine' });
  const point = await say(server.url, `room/${roomId}`, guestToken, 'n1', pointWith());
  await say(server.url, `room/${roomId}`, guestToken, 'q1', {
    ...{ type: 'point', kind: 'comment', at, body: typed('Quoting'), anchor: anchorIn(readingId ?? '') },
  });
  const reply = await say(server.url, `room/${roomId}`, token, 'r1', {
    ...{ type: 'point', kind: 'comment', at, body: typed('Reply'), links: [{ to: point, stance: 'rebuts' }] },
  });
  const [guestId] = point.split('/');
  const flag = flagPoint(reply, typed('Flag'), at);
  await say(server.url, `flags/${roomId}/${guestId}`, guestToken, flag.id, flag.value);
  await say(server.url, `room/${roundId}`, token, 'n1', pointWith({ speech: 's1', sheet: typed('Sheet') }));
  await say(server.url, `room/${roundId}`, token, 'c1', cardWith());

  const pages: [path: string, shows: string[]][] = [
    ['/library', ['Course', 'Squad', 'Reading', 'Discussion']],
    ['/settings', ['Token']],
    ['/inbox', []],
    [`/spaces/${spaceId}`, ['Course', 'Discussion', 'Owner']],
    [`/spaces/${spaceId}/roster`, ['Student', 'Section', 'Group']],
    [`/readings/${readingId}`, ['Reading', 'Standfirst', 'Byline', 'Credit', 'A paragraph']],
    [`/readings/${readingId}/correct`, ['A paragraph']],
    [`/assignments/${assignmentId}`, ['Assignment', 'Prompt']],
    [`/assignments/${assignmentId}/review`, ['Assignment']],
    [`/join/${invite.code}`, ['Discussion', 'Owner']],
    [`/rooms/${roomId}`, ['Discussion', 'A paragraph']],
    [`/rooms/${roomId}/map`, ['Body']],
    [`/rooms/${roomId}/review`, ['Guest']],
    [`/rooms/${roomId}/moderate`, ['Flag']],
    [`/print/${roomId}`, ['Discussion', 'Body']],
    [`/rooms/${roundId}`, ['Round', 'One side']],
    [`/rooms/${roundId}/flow`, ['Speech', 'Sheet', 'Body']],
    [`/rooms/${roundId}/cards`, ['Card']],
  ];
  for (const [path, shows] of pages) {
    await test.step(path, async () => {
      await ines.goto(server.url + path);
      for (const field of shows)
        await expect
          .poll(() => hasLetters(ines, typed(field)), { message: `${path} shows ${field}` })
          .toBe(true);
      await expectNoMarkup(ines, path);
    });
  }

  // Opened up: a thread with its names, tags and the links in its words.
  await ines.goto(`${server.url}/rooms/${roomId}`);
  await isSaved(ines);
  await ines
    .getByRole('button', { name: /Open the thread of/ })
    .first()
    .click();
  await expect.poll(() => hasLetters(ines, typed('Reply'))).toBe(true);
  await expectNoMarkup(ines, 'a thread');

  // Nor has the log any of it, at its most talkative, with a request that fails and a frame that is refused in it.
  await expect(api('/rooms', { readingId, title: 7 })).rejects.toThrow('422');
  const refused = say(server.url, `room/${roomId}`, guestToken, 'n2', {
    ...pointWith(),
    kind: typed('Kind'),
  } as never);
  await expect(refused).rejects.toThrow('closed 4403');
  // The passage was quoted from an edition that never was, and the page asked for it.
  for (const line of problems.splice(0)) expect(line).toContain('status of 404');
  await guest.context().close();
  await ines.context().close();
  await server.stop();
  expect(server.log).toContain('"msg":"stopping"');
  for (const personal of ['onerror', 'ines@example.org', 'a long enough password', token, guestToken])
    expect(server.log).not.toContain(personal);
});

const at = '2026-01-01T00:00:00.000Z';
/** A passage whose quote was replaced: what stands beside a text that has no such words. */
const anchorIn = (reading: string) => ({
  ...{ reading, edition: 'e', start: 0, end: 5 },
  ...{ quote: typed('Quote'), prefix: typed('Prefix'), suffix: typed('Suffix') },
});

function pointWith(place: { speech?: string; sheet?: string } = {}): CounterpointRecord {
  const body = `${typed('Body')} [here](${address}) <${address}> ![](x)`;
  return { type: 'point', kind: 'claim', at, body, tags: [typed('Tag')], ...place };
}

function cardWith(): CounterpointRecord {
  const cite = { author: typed('Author'), title: typed('Title'), publication: typed('Paper'), link: address };
  const card = { tag: typed('Card'), cite, marks: [], text: typed('Card words') };
  return { type: 'point', kind: 'card', at, card };
}

async function hasLetters(page: Page, letters: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const fields = [...document.querySelectorAll('input, textarea')] as HTMLInputElement[];
    return document.body.innerText.includes(wanted) || fields.some(({ value }) => value.includes(wanted));
  }, letters);
}

async function expectNoMarkup(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'img[src="x"], [onerror], [onload], [href^="javascript:" i], [src^="javascript:" i], [data-xss]',
      ),
    ].map(({ outerHTML }) => outerHTML.slice(0, 200)),
  );
  expect(found, where).toEqual([]);
}

/** Writes a record on one's own layer, with a client of one's own making; resolves to its name once it is on disk. */
function say(
  base: string,
  name: string,
  token: string,
  id: string,
  record: CounterpointRecord,
): Promise<`${string}/${string}`> {
  const socket = new WebSocket(`${base.replace('http', 'ws')}/sync/${name}`, [`bearer.${token}`]);
  let participant = '';
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    let refused = '';
    socket.on('close', (code) => reject(new Error(`${id} of ${name}: closed ${code} ${refused}`)));
    socket.on('message', (data: Buffer) => {
      // HELLO says who one is here; DURABLE, that it is on disk.
      if (data[0] === 100) {
        participant = /"participant":"([^"]+)"/.exec(data.toString())?.[1] ?? '';
        const doc = new Y.Doc();
        doc.getMap(`layer:${participant}`).set(id, record);
        const update = Y.encodeStateAsUpdate(doc);
        socket.send(
          encoding.encode((encoder) => {
            encoding.writeVarUint(encoder, 0);
            encoding.writeVarUint(encoder, 2);
            encoding.writeVarUint8Array(encoder, update);
          }),
        );
      }
      if (data[0] === 102) refused = data.toString('utf8', 2);
      if (data[0] !== 101 || data[1] !== 1) return;
      resolve(`${participant}/${id}`);
      socket.removeAllListeners('close');
      socket.terminate();
    });
  });
}
