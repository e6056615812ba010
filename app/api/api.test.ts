import { beforeEach, describe, expect, test } from 'vitest';
import { goodPassword, makeMember, makeRoomIn, openFreshData, sayIn } from '#lib/data/fixture.ts';
import { identify, identifyToken, sessionCookieName } from '#lib/data/people/identity.ts';
import { makeToken } from '#lib/data/people/tokens.ts';
import { enterRoom } from '#lib/data/spaces/access.ts';
import { makeInvite } from '#lib/data/spaces/invites.ts';
import { database } from '#lib/data/store/database.ts';
import * as elsewhere from './[...path]/route.ts';
import * as account from './account/route.ts';
import * as accounts from './accounts/route.ts';
import * as demo from './demo/route.ts';
import { origin, sender } from './fixture.ts';
import * as invite from './invites/[code]/route.ts';
import * as joinCode from './join/[code]/route.ts';
import * as join from './join/route.ts';
import * as reading from './readings/[id]/route.ts';
import * as preview from './readings/preview/route.ts';
import * as readings from './readings/route.ts';
import * as resets from './resets/route.ts';
import * as annotations from './rooms/[id]/annotations/route.ts';
import * as roomExport from './rooms/[id]/export/route.ts';
import * as roomInvites from './rooms/[id]/invites/route.ts';
import * as participants from './rooms/[id]/participants/route.ts';
import * as records from './rooms/[id]/records/route.ts';
import * as room from './rooms/[id]/route.ts';
import * as rooms from './rooms/route.ts';
import * as current from './sessions/current/route.ts';
import * as sessions from './sessions/route.ts';
import * as member from './spaces/[id]/members/[accountId]/route.ts';
import * as members from './spaces/[id]/members/route.ts';
import * as space from './spaces/[id]/route.ts';
import * as spaces from './spaces/route.ts';
import * as tokens from './tokens/route.ts';

beforeEach(() => {
  openFreshData();
});

const nobody = sender({});
const program = sender({ from: 'program' });
const ann = { name: 'Ann', email: 'ann@example.org', password: goodPassword };

const codeOf = ({ body }: { body: unknown }) => (body as { error?: { code: string } }).error?.code;

async function pageOf(name: string) {
  return sender({ sessionId: (await makeMember(name)).via.id });
}

test('an address that is no route answers in JSON, for every method', async () => {
  for (const [method, route] of Object.entries(elsewhere)) {
    const answer = await nobody(route, method, { path: ['no', 'such', 'thing'] });
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({ error: { code: 'no-such-route' } });
  }
});

describe('from sign-up to a discussion', () => {
  test('an instructor signs up, publishes a text, opens a room, and a guest joins it by its link', async () => {
    const made = await nobody(accounts.POST, 'POST', {}, ann);
    expect(made).toMatchObject({ status: 201, body: { first: true, accountId: expect.any(String) } });
    const cookie = made.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(made.headers.get('set-cookie')).toMatch(/Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax$/);
    const me = await identify({ cookie });
    const page = sender({ sessionId: me?.via.id ?? '' });

    const published = await page(
      readings.POST,
      'POST',
      {},
      {
        text: 'On ferries\n\nBy a Passenger\n\nA ferry is slower than a bridge.\n\nIt is kinder to a harbour.',
        title: 'On ferries',
      },
    );
    expect(published).toMatchObject({ status: 201, body: { title: 'On ferries', standfirst: null } });
    const { id: readingId } = published.body as { id: string };
    expect(await page(reading.GET, 'GET', { id: readingId })).toMatchObject({ body: { id: readingId } });

    const opened = await page(rooms.POST, 'POST', {}, { readingId });
    const { id, url } = opened.body as { id: string; url: string };
    expect(opened.status).toBe(201);
    expect(url).toBe(`${origin}/rooms/${id}`);

    const link = await page(roomInvites.POST, 'POST', { id }, {});
    expect(link).toMatchObject({ status: 201, body: { role: 'member', expiresAt: expect.any(String) } });
    const { code } = link.body as { code: string };
    expect(await nobody(joinCode.GET, 'GET', { code })).toMatchObject({
      status: 200,
      body: { space: { name: 'Ann’s course' }, room: { id, title: 'On ferries' }, inviter: 'Ann' },
    });
    const joined = await nobody(join.POST, 'POST', {}, { code, name: 'Ben' });
    expect(joined).toMatchObject({ status: 201, body: { roomId: id, url } });
    expect(joined.body).not.toHaveProperty('token');
    const guest = await identify({ cookie: joined.headers.get('set-cookie')?.split(';')[0] });
    const guestPage = sender({ sessionId: guest?.via.id ?? '' });
    const { participantId } = joined.body as { participantId: string };
    expect(await guestPage(room.GET, 'GET', { id })).toMatchObject({
      status: 200,
      body: { room: { id }, reading: { id: readingId }, me: { participantId, role: 'member', name: 'Ben' } },
    });
    expect(await guestPage(participants.GET, 'GET', { id })).toMatchObject({
      body: {
        participants: [{ name: 'Ann' }, { id: participantId, name: 'Ben', kind: 'guest' }],
        room: { closed: false, closedAt: null, closesAt: null, visibility: { kind: 'open' }, settings: {} },
      },
    });
    expect(await guestPage(records.GET, 'GET', { id })).toMatchObject({ body: { records: [] } });
    expect(await guestPage(roomInvites.POST, 'POST', { id }, {})).toMatchObject({ status: 403 });
  });

  test('a program joins without cookies and goes on with the token it is given', async () => {
    const { space: access, roomId } = await makeRoomIn(await makeMember('Kim'));
    const made = await makeInvite(access, { role: 'member', roomId });
    if (!made.ok) throw new Error(made.reason);
    const joined = await program(join.POST, 'POST', {}, { code: made.code, name: 'Robot' });
    const { token } = joined.body as { token: string };
    const robot = sender({ token, from: 'program' });
    expect(await robot(room.GET, 'GET', { id: roomId })).toMatchObject({ body: { me: { name: 'Robot' } } });
  });
});

describe('a discussion as web annotations', () => {
  test('[AUTH3] holds what the caller may see, with who said it', async () => {
    const kim = await makeMember('Kim');
    const { roomId } = await makeRoomIn(kim);
    const entered = await enterRoom(kim, roomId);
    if (!entered.ok) throw new Error(entered.reason);
    await sayIn(entered.access, 'n', {
      type: 'point',
      kind: 'claim',
      at: '2030-01-01T00:00:00.000Z',
      anchor: { reading: 'r', edition: 'e', start: 2, end: 7, quote: 'ferry', prefix: 'A ', suffix: ' is' },
      body: 'Ferries are kind.',
    });
    const answer = await sender({ sessionId: kim.via.id })(annotations.GET, 'GET', { id: roomId });
    expect(answer.headers.get('content-type')).toContain('application/ld+json');
    expect(answer.body).toMatchObject({
      type: ['BasicContainer', 'AnnotationCollection'],
      id: `${origin}/api/rooms/${roomId}/annotations/`,
      total: 1,
      first: { items: [{ creator: { name: 'Kim' }, body: [{ value: 'Ferries are kind.' }] }] },
    });
  });
});

describe('a discussion as a file', () => {
  test('[AUTH3] holds what the caller may see; the list of formats says what each cannot carry', async () => {
    const kim = await makeMember('Kim');
    const { roomId } = await makeRoomIn(kim, undefined, {
      visibility: { kind: 'when-opened', opened: false },
    });
    const { code } = (await sender({ sessionId: kim.via.id })(roomInvites.POST, 'POST', { id: roomId }, {}))
      .body as { code: string };
    const guests = await Promise.all(
      ['Lee', 'Mo'].map(async (name) => (await program(join.POST, 'POST', {}, { code, name })).body),
    );
    const [lee, mo] = guests.map((guest) => (guest as { token: string }).token);
    const identity = await identifyToken(lee ?? '');
    const entered = identity && (await enterRoom(identity, roomId));
    if (!entered?.ok) throw new Error('Lee may not enter');
    await sayIn(entered.access, 'n', {
      type: 'point',
      kind: 'claim',
      at: '2030-01-01T00:00:00.000Z',
      body: 'Said by Lee.',
    });
    const take = async (token: string | undefined, format: string) => {
      const headers = { authorization: `Bearer ${token}`, host: 'localhost:3000' };
      const request = new Request(`${origin}/api?format=${format}`, { headers });
      return (await roomExport.GET(request, { params: Promise.resolve({ id: roomId }) })).text();
    };
    expect(await take(lee, 'markdown')).toContain('Said by Lee.');
    for (const format of ['markdown', 'csv', 'archive']) expect(await take(mo, format)).not.toContain('Lee');
    const robot = sender({ token: lee ?? '', from: 'program' });
    expect((await robot(roomExport.GET, 'GET', { id: roomId })).body).toMatchObject({
      formats: expect.arrayContaining([
        expect.objectContaining({ id: 'kialo', report: expect.arrayContaining(['1 time is not carried.']) }),
      ]),
    });
    expect(await take(lee, 'nonsense')).toContain('The format is one of word,');
  });
});

describe('signing in and out', () => {
  test('sets the cookie, and clears it when the session ends', async () => {
    await makeMember('Ann');
    const wrong = await nobody(sessions.POST, 'POST', {}, { ...ann, password: 'not this one' });
    expect([wrong.status, codeOf(wrong), wrong.headers.get('set-cookie')]).toEqual([
      401,
      'wrong-credentials',
      null,
    ]);
    const right = await nobody(sessions.POST, 'POST', {}, ann);
    const cookie = right.headers.get('set-cookie')?.split(';')[0] ?? '';
    const me = await identify({ cookie });
    const out = await sender({ sessionId: me?.via.id ?? '' })(current.DELETE, 'DELETE', {});
    expect(out.status).toBe(204);
    expect(out.headers.get('set-cookie')).toContain(`${sessionCookieName()}=; Path=/; Max-Age=0`);
    expect(await identify({ cookie })).toBeNull();
  });

  test('behind TLS the cookie is __Host- and Secure', async () => {
    openFreshData({ PUBLIC_URL: 'https://notes.example.org' });
    await makeMember('Ann');
    const own = { origin: 'https://notes.example.org' };
    const { headers } = await nobody(sessions.POST, 'POST', {}, ann, own);
    expect(headers.get('set-cookie')).toMatch(/^__Host-counterpoint\.session=.*; SameSite=Lax; Secure$/);
  });

  test('one failure too many says when to come back', async () => {
    openFreshData({ LIMIT_SIGN_IN_FAILURES: '1' });
    await nobody(sessions.POST, 'POST', {}, ann);
    const limited = await nobody(sessions.POST, 'POST', {}, ann);
    expect([limited.status, codeOf(limited)]).toEqual([429, 'too-many']);
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('asking for a reset link answers the same for everyone', async () => {
    await makeMember('Ann');
    const known = await nobody(resets.POST, 'POST', {}, { email: ann.email });
    const unknown = await nobody(resets.POST, 'POST', {}, { email: 'nobody@example.org' });
    expect([known.status, known.body]).toEqual([202, {}]);
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
  });
});

describe('where a request comes from', () => {
  const form = { name: 'Squad', kind: 'squad' };

  test.each([
    ['our own page', { origin }, 201],
    ['another site', { origin: 'https://evil.example' }, 403],
    ['another port of this machine', { origin: 'http://localhost:4000' }, 403],
    ['a sandboxed page', { origin: 'null' }, 403],
    ['our own page that sends no origin', { 'sec-fetch-site': 'same-origin' }, 201],
    ['a sibling site', { 'sec-fetch-site': 'same-site' }, 403],
    ['a program with a stolen cookie', {}, 403],
    [
      'another site, with the password of a proxy that browsers send along',
      { origin: 'https://evil.example', authorization: 'Basic YTpi' },
      403,
    ],
  ])('with a cookie, from %s', async (_, headers, status) => {
    const ours = sender({ sessionId: (await makeMember('Kim')).via.id, from: 'program' });
    const answer = await ours(spaces.POST, 'POST', {}, form, headers as Record<string, string>);
    expect(answer.status).toBe(status);
    if (status === 403) expect(codeOf(answer)).toBe('cross-site');
    const kept = await database().read.selectFrom('space').select('id').where('name', '=', 'Squad').execute();
    expect(kept).toHaveLength(status === 201 ? 1 : 0);
  });

  test('another site cannot sign a browser in', async () => {
    await makeMember('Ann');
    const answer = await nobody(sessions.POST, 'POST', {}, ann, { origin: 'https://evil.example' });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null]);
  });

  test('a token needs no origin', async () => {
    const { token } = await makeToken((await makeMember('Kim')).accountId, 'script');
    const robot = sender({ token, from: 'program' });
    expect((await robot(spaces.POST, 'POST', {}, form)).status).toBe(201);
  });

  test('the demo is closed to a name that only points here', async () => {
    const answer = await nobody(demo.POST, 'POST', {}, undefined, {
      host: 'evil.example:3000',
      origin: 'http://evil.example:3000',
    });
    expect([answer.status, codeOf(answer)]).toEqual([404, 'no-demo']);
  });
});

describe('what a request brings', () => {
  test.each([
    ['no JSON type', { 'content-type': 'text/plain' }, 415, 'not-json'],
    ['a claimed length past the limit', { 'content-length': '999999999' }, 413, 'too-large'],
  ])('%s', async (_, headers, status, code) => {
    const answer = await nobody(accounts.POST, 'POST', {}, ann, headers as Record<string, string>);
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
  });

  test('a body that never ends is left at the limit', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 16_384;
        controller.enqueue(new Uint8Array(16_384).fill(32));
      },
    });
    const request = new Request(`${origin}/api/accounts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, host: 'localhost:3000' },
      body: endless,
      duplex: 'half',
    } as RequestInit);
    const response = await accounts.POST(request, { params: Promise.resolve({}) });
    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(1 << 20);
  });

  test('a field that is wrong is named', async () => {
    const answer = await nobody(accounts.POST, 'POST', {}, { ...ann, email: 'ann@' });
    expect(answer).toMatchObject({
      status: 422,
      body: {
        error: { code: 'invalid', message: 'email: This is not an e-mail address. Nothing was done.' },
      },
    });
  });

  test.each([
    ['de-CH, en;q=0.5', 'de', 'email: Das ist keine E-Mail-Adresse. Es wurde nichts unternommen.'],
    ['fr', 'en', 'email: This is not an e-mail address. Nothing was done.'],
  ])('a refusal is in the language that is asked for: %s', async (asked, language, message) => {
    const fields = { ...ann, email: 'ann@' };
    const answer = await nobody(accounts.POST, 'POST', {}, fields, { 'accept-language': asked });
    expect(answer.body).toEqual({ error: { code: 'invalid', message } });
    expect(answer.headers.get('content-language')).toBe(language);
    expect(answer.headers.get('vary')).toBe('Accept-Language');
  });

  test('answers are kept by no cache', async () => {
    const page = await pageOf('Kim');
    for (const { headers } of [
      await page(spaces.GET, 'GET', {}),
      await nobody(spaces.GET, 'GET', {}),
      await page(tokens.GET, 'GET', {}),
    ])
      expect(headers.get('cache-control')).toBe('no-store');
  });

  test('without a session every private route answers 401', async () => {
    const id = { id: 'x' };
    const answers = [
      await nobody(account.GET, 'GET', {}),
      await nobody(sessions.GET, 'GET', {}),
      await nobody(tokens.POST, 'POST', {}, { name: 'x' }),
      await nobody(spaces.GET, 'GET', {}),
      await nobody(space.GET, 'GET', id),
      await nobody(members.GET, 'GET', id),
      await nobody(member.DELETE, 'DELETE', { id: 'x', accountId: 'y' }),
      await nobody(invite.DELETE, 'DELETE', { code: 'x' }),
      await nobody(readings.POST, 'POST', {}, { text: 'x' }),
      await nobody(preview.POST, 'POST', {}, { text: 'x' }),
      await nobody(reading.GET, 'GET', id),
      await nobody(rooms.POST, 'POST', {}, { readingId: 'x' }),
      await nobody(room.GET, 'GET', id),
      await nobody(room.PATCH, 'PATCH', id, {}),
      await nobody(participants.GET, 'GET', id),
      await nobody(records.GET, 'GET', id),
    ];
    expect(answers.map((answer) => [answer.status, codeOf(answer)])).toEqual(
      answers.map(() => [401, 'not-signed-in']),
    );
  });

  test('a room, space or reading of others looks like one that is not there', async () => {
    const { roomId, space: access } = await makeRoomIn(await makeMember('Kim'));
    const page = await pageOf('Ann');
    for (const id of [roomId, 'nothing'])
      expect(await page(room.GET, 'GET', { id })).toMatchObject({ status: 404 });
    for (const id of [access.space.id, 'nothing'])
      expect(await page(space.GET, 'GET', { id })).toMatchObject({ status: 404 });
    expect(codeOf(await page(rooms.POST, 'POST', {}, { readingId: 'nothing' }))).toBe('no-such-reading');
  });
});

describe('bringing in a text', () => {
  const file = (bytes: BlobPart, name = 'ferries.txt') => {
    const form = new FormData();
    form.set('file', new File([bytes], name));
    form.set('title', 'On ferries');
    return form;
  };
  const count = async () => (await database().read.selectFrom('reading').select('id').execute()).length;

  test('a file is previewed without a trace, corrected, and published', async () => {
    const page = await pageOf('Kim');
    const seen = await page(preview.POST, 'POST', {}, file('A ferry is slow.\n\nA bridge is not.'));
    expect(seen).toMatchObject({ status: 200, body: { title: 'On ferries', report: expect.any(Array) } });
    expect(await count()).toBe(0);
    expect(seen.body).toHaveProperty('found', [{ text: 'A ferry is slow.\n\nA bridge is not.' }]);
    const { report: _, found: __, ...text } = seen.body as Record<string, unknown>;
    const published = await page(
      readings.POST,
      'POST',
      {},
      {
        reading: { ...text, standfirst: 'A small praise of slowness' },
      },
    );
    expect(published).toMatchObject({
      status: 201,
      body: {
        title: 'On ferries',
        standfirst: 'A small praise of slowness',
        byline: null,
        blocks: [
          { id: 'b1', type: 'paragraph', text: 'A ferry is slow.' },
          { id: 'b2', type: 'paragraph', text: 'A bridge is not.' },
        ],
      },
    });
    expect(await count()).toBe(1);
  });

  test('a file is published at once', async () => {
    const page = await pageOf('Kim');
    const published = await page(readings.POST, 'POST', {}, file('A ferry is slow.\n\nA bridge is not.'));
    expect(published).toMatchObject({ status: 201, body: { title: 'On ferries' } });
  });

  test.each([
    ['an empty text', { text: '' }, 422],
    ['an empty file', file(''), 422],
    ['a binary file', file(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 0, 0]), 'a.png'), 422],
    ['a form without a file', new FormData(), 422],
    ['a file over the limit', file('x'.repeat((5 << 20) + 1)), 413],
    [
      'a reading with markup for a block',
      { reading: { title: 'T', blocks: [{ id: 'b1', type: 'html', text: 'x' }] } },
      422,
    ],
    ['neither', { words: 'x' }, 422],
  ])('%s is refused in words, and nothing is kept', async (_, body, status) => {
    const page = await pageOf('Kim');
    const answer = await page(readings.POST, 'POST', {}, body);
    expect(answer).toMatchObject({ status, body: { error: { message: expect.stringMatching(/\S.*\./) } } });
    expect(await count()).toBe(0);
  });

  test('a member of a course may not, and is told why', async () => {
    const { space: access } = await makeRoomIn(await makeMember('Kim'));
    const made = await makeInvite(access, { role: 'member' });
    if (!made.ok) throw new Error(made.reason);
    const page = await pageOf('Ann');
    await page(join.POST, 'POST', {}, { code: made.code });
    const answer = await page(
      readings.POST,
      'POST',
      {},
      { text: 'A.\n\nB.', title: 'T', spaceId: access.space.id },
    );
    expect([answer.status, codeOf(answer)]).toEqual([403, 'not-allowed']);
  });
});
