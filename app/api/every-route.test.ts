// Rules that hold for every route there is: they are found in the file system, so that a new one cannot be forgotten.

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeMember, openFreshData } from '#lib/data/fixture.ts';
import { makeToken } from '#lib/data/people/tokens.ts';
import { database } from '#lib/data/store/database.ts';
import { origin, sender } from './fixture.ts';

type Params = Record<string, string | string[]>;
type Handler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;
type Endpoint = { method: string; address: string; run: Handler; params: Params };

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** next-auth guards its own addresses by a token in each form; app/next-auth.test.ts has them. */
const notOurs = 'auth/[...nextauth]';

const files = globSync('**/route.ts', { cwd: import.meta.dirname }).sort();
const endpoints: Endpoint[] = [];
for (const file of files) {
  const address = file.replace(/\/?route\.ts$/, '');
  if (address === notOurs) continue;
  const exported = (await import(join(import.meta.dirname, file))) as Record<string, Handler>;
  const names = [...address.matchAll(/\[(\.\.\.)?(\w+)\]/g)];
  const params = Object.fromEntries(
    names.map(([, rest, name]) => [name ?? '', rest ? ['nothing', 'here'] : 'nothing']),
  );
  for (const method of methods) {
    const run = exported[method];
    if (run) endpoints.push({ method, address, run, params });
  }
}
const titled = (some: Endpoint[]) =>
  some.map((one) => [`${one.method} /api/${one.address}`, one] as [string, Endpoint]);
const changing = endpoints.filter(({ method }) => method !== 'GET');

/** Whoever is not signed in may ask these; each is told what it needs instead. */
const open = new Set([
  'POST accounts',
  'POST confirmations/[token]',
  'POST demo',
  'GET join/[code]',
  'POST join',
  'POST resets',
  'POST resets/[token]',
  'POST sessions',
  'DELETE sessions/current',
  'POST unsubscribe/[token]',
]);
const isOpen = ({ method, address }: Endpoint) => address === '[...path]' || open.has(`${method} ${address}`);

const codeOf = ({ body }: { body: unknown }) => (body as { error?: { code: string } }).error?.code;

beforeEach(() => {
  openFreshData();
});

/** What a change of any kind would show in. */
async function everything(): Promise<string> {
  const { read } = database();
  const tables = ['account', 'session', 'token', 'space', 'membership', 'invite', 'reading', 'room'] as const;
  const rows = await Promise.all(tables.map((table) => read.selectFrom(table).selectAll().execute()));
  return JSON.stringify(rows);
}

test('the routes are found', () => {
  expect(files.length).toBeGreaterThan(25);
  expect(changing.length).toBeGreaterThan(20);
});

test('docs/api.md lists them all, and no other', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../docs/api.md'), 'utf8');
  const plain = (method: string, address: string) => `${method} /api/${address.replace(/\[[^\]]+\]/g, ':')}`;
  const listed = guide.split('\n').flatMap((line) => (line.startsWith('| `') ? addressesIn(line) : []));
  const there = endpoints
    .filter(({ address }) => address !== '[...path]')
    .map(({ method, address }) => plain(method, address));
  expect([...new Set(listed)].sort()).toEqual(there.sort());
});

/** `GET`, `PATCH /api/a/:id?q=` in a row's first cell is two routes; what a parameter is called is not compared. */
function addressesIn(row: string): string[] {
  const spans = [...(row.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, span = '']) => span);
  return spans.flatMap((span, at) => {
    const [method = ''] = span.split(' ');
    const address =
      spans
        .slice(at)
        .find((other) => other.includes(' /api/'))
        ?.split(' ')[1] ?? '';
    return methods.includes(method)
      ? [`${method} ${address.replace(/\?.*|\/$/g, '').replace(/:\w+/g, ':')}`]
      : [];
  });
}

describe('from another site', () => {
  test.each(titled(changing))('%s is refused and changes nothing', async (_, { method, run, params }) => {
    const kim = await makeMember('Kim');
    const browser = sender({ sessionId: kim.via.id, from: 'program' });
    const before = await everything();
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { origin, host: 'evil.example' },
      // What a form of another site can send without asking first.
      { origin: 'https://evil.example', 'content-type': 'text/plain' },
    ] as Record<string, string>[]) {
      const answer = await browser(run, method, params, {}, headers);
      expect([answer.status, codeOf(answer)]).toEqual([403, 'cross-site']);
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
    expect(await everything()).toBe(before);
  });
});

describe('without a session', () => {
  test.each(titled(endpoints.filter((one) => !isOpen(one))))(
    '%s answers 401',
    async (_, { method, run, params }) => {
      const answer = await sender({})(run, method, params, method === 'GET' ? undefined : {});
      expect([answer.status, codeOf(answer)]).toEqual([401, 'not-signed-in']);
    },
  );

  test('only routes that exist are listed as open', () => {
    const known = new Set(endpoints.map(({ method, address }) => `${method} ${address}`));
    expect([...open].filter((one) => !known.has(one))).toEqual([]);
  });
});

describe('what is not there, or not yours', () => {
  const guessed = endpoints.filter((one) => Object.keys(one.params).length > 0 && !isOpen(one));
  test.each(titled(guessed))('%s with a guessed id changes nothing', async (_, { method, run, params }) => {
    const kim = await makeMember('Kim');
    const { token } = await makeToken(kim.accountId, 'script');
    const before = await everything();
    const answer = await sender({ token, from: 'program' })(
      run,
      method,
      params,
      method === 'GET' ? undefined : {},
    );
    expect([403, 404, 422]).toContain(answer.status);
    expect(await everything()).toBe(before);
  });
});

describe('a body past every limit', () => {
  test.each(titled(changing))('%s does nothing with it', async (_, { method, run, params }) => {
    const kim = await makeMember('Kim');
    const { token } = await makeToken(kim.accountId, 'script');
    const before = await everything();
    const answer = await sender({ token, from: 'program' })(
      run,
      method,
      params,
      {},
      {
        'content-length': String(2 ** 40),
      },
    );
    // Who asks for what is not there, or sends no body at all by the rules of the route, is told that first.
    expect([204, 403, 404, 409, 410, 413]).toContain(answer.status);
    if (answer.status !== 204) expect(await everything()).toBe(before);
  });
});
