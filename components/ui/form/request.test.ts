// What a page is told of a call: never an exception, always words.

import * as v from 'valibot';
import { afterEach, expect, test, vi } from 'vitest';
import { anything, send, textIn } from './request.ts';

const schema = v.object({ id: v.string() });

afterEach(() => vi.unstubAllGlobals());

function serverAnswers(answer: () => Promise<Response>) {
  const fetched = vi.fn((_path: string, _init: RequestInit) => answer());
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

test('an answer of the expected shape is its value', async () => {
  const fetched = serverAnswers(async () => Response.json({ id: 'r1', more: 1 }, { status: 201 }));
  expect(await send('/rooms', schema, { body: { readingId: 't1' } })).toEqual({
    ok: true,
    value: { id: 'r1' },
  });
  const [path, init] = fetched.mock.calls[0] ?? [];
  expect([path, init?.method, init?.body]).toEqual(['/api/rooms', 'POST', '{"readingId":"t1"}']);
});

test('a form is sent as it is, so that the browser writes its boundary', async () => {
  const fetched = serverAnswers(async () => Response.json({ id: 't1' }));
  const form = new FormData();
  await send('/readings', schema, { body: form });
  expect(fetched.mock.calls[0]?.[1]).toEqual({
    method: 'POST',
    body: form,
    headers: { 'accept-language': 'en' },
  });
});

test.each([
  [
    'its own words',
    Response.json({ error: { code: 'last-owner', message: 'Someone must own this.' } }, { status: 409 }),
    'last-owner',
    409,
  ],
  ['a proxy’s page', new Response('<h1>Bad gateway</h1>', { status: 502 }), 'failed', 502],
  ['a proxy’s limit', new Response('', { status: 429 }), 'too-many', 429],
  ['another shape', Response.json({ ident: 'r1' }), 'unreadable', 200],
])('a refusal in %s is a problem with its code', async (_, response, code, status) => {
  serverAnswers(async () => response);
  const outcome = await send('/rooms', schema);
  expect(outcome).toMatchObject({
    ok: false,
    problem: { code, status, message: expect.stringMatching(/\w.*\./) },
  });
});

test.each([
  ['the text', { roomId: 'r1', more: 1 }, { ok: true, value: 'r1' }],
  ['a number', { roomId: 1 }, { ok: false, problem: { code: 'unreadable' } }],
  ['nothing of that name', ['roomId'], { ok: false, problem: { code: 'unreadable' } }],
  ['nothing at all', null, { ok: false, problem: { code: 'unreadable' } }],
])('one text of an answer that holds %s', async (_, answer, outcome) => {
  serverAnswers(async () => Response.json(answer));
  expect(await send('/demo', textIn('roomId'))).toMatchObject(outcome);
});

test('an answer that nobody uses may be empty', async () => {
  serverAnswers(async () => new Response(null, { status: 204 }));
  expect(await send('/rooms', anything)).toEqual({ ok: true, value: undefined });
});

test('no answer and a cancelled call are told apart', async () => {
  serverAnswers(() => Promise.reject(new TypeError('network')));
  expect(await send('/rooms', schema)).toMatchObject({ problem: { code: 'unreachable' } });
  const signal = AbortSignal.abort();
  expect(await send('/rooms', schema, { signal })).toMatchObject({ problem: { code: 'cancelled' } });
});
