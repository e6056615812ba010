// Bringing in a text by its address, through the route: whether it is allowed, what is refused, what comes back.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, test } from 'vitest';
import { makeMember, openFreshData } from '#lib/data/fixture.ts';
import { sender } from './fixture.ts';
import { readSource } from './reading-source.ts';
import * as preview from './readings/preview/route.ts';

const ask = async (url: unknown, extra = {}) => {
  const page = sender({ sessionId: (await makeMember('Kim')).via.id });
  return page(preview.POST, 'POST', {}, { url }, extra);
};

test('nothing is fetched where the operator has not allowed it', async () => {
  openFreshData();
  const { status, body } = await ask('https://example.org/');
  expect([status, body]).toMatchObject([403, { error: { code: 'fetching-off' } }]);
});

it.each<[number, string, unknown]>([
  [422, 'address-literal', 'http://127.0.0.1/'],
  [422, 'address-not-public', 'http://localhost/'],
  [422, 'address-port', 'http://localhost:3000/'],
  [422, 'not-an-address', 'ferries'],
  [422, 'invalid', 7],
  [422, 'invalid', `https://example.org/${'a'.repeat(2048)}`],
])('%d %s: %s', async (status, code, url) => {
  openFreshData({ ALLOW_FETCH: 'yes' });
  expect(await ask(url)).toMatchObject({ status, body: { error: { code } } });
});

test('fetching counts as bringing in does', async () => {
  openFreshData({ ALLOW_FETCH: 'yes' });
  const page = sender({ sessionId: (await makeMember('Kim')).via.id });
  const statuses: number[] = [];
  for (let n = 0; n <= 60; n++)
    statuses.push((await page(preview.POST, 'POST', {}, { url: 'http://127.0.0.1/' })).status);
  expect(statuses.slice(-2)).toEqual([422, 429]);
});

test('a page becomes a reading that names its source', async () => {
  openFreshData({ ALLOW_FETCH: 'yes' });
  const server = createServer((request, response) => {
    if (request.url === '/a') response.writeHead(302, { location: '/b' }).end();
    else
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<h1>On ferries</h1><p>A ferry is slow.<p>A bridge is not.');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const request = new Request('http://localhost:3000/api/readings/preview', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url: `http://site.test:${port}/a` }),
  });
  const source = await readSource(request, {
    spared: {
      address: '127.0.0.1',
      port,
      resolve: (_, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
    },
  });
  server.close();
  expect(source).toMatchObject({
    ok: true,
    reading: {
      title: 'On ferries',
      source: `http://site.test:${port}/b`,
      blocks: [{ text: 'A ferry is slow.' }, { text: 'A bridge is not.' }],
    },
  });
});
