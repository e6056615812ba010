// A real server on loopback, which is exactly what must not be fetched from: each test says which address it spares.

import type { LookupAddress } from 'node:dns';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, test } from 'vitest';
import { fetchPage, type Spared } from './web-page.ts';

const loopback: LookupAddress = { address: '127.0.0.1', family: 4 };
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A site called site.test; its requests are counted, and so are the names that were resolved. */
async function site(answer: RequestListener) {
  const paths: string[] = [];
  const server = createServer((request, response) => {
    paths.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const names: string[] = [];
  const known: Record<string, LookupAddress[]> = { 'site.test': [loopback] };
  const spared: Spared = {
    address: '127.0.0.1',
    port,
    resolve: (name, done) => {
      names.push(name);
      const found = known[name];
      done(found ? null : new Error('ENOTFOUND'), found ?? []);
    },
  };
  return { url: `http://site.test:${port}`, port, paths, names, known, spared };
}

const page = (body: string | Uint8Array, headers: Record<string, string> = {}): RequestListener => {
  return (_, response) => response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(body);
};
const leadTo = (location: string): RequestListener => {
  return (_, response) => response.writeHead(302, { location }).end();
};
const reasonOf = async (address: string, spared?: Spared) => {
  const fetched = await fetchPage(address, { spared });
  return fetched.ok ? 'fetched' : fetched.reason;
};

test('a page comes with its type, its charset and the address to which redirects led', async () => {
  const { url, spared } = await site((request, response) => {
    if (request.url === '/old') response.writeHead(301, { location: '/new#part' }).end();
    else page('<p>Hi', { 'content-type': 'Text/HTML; Charset="UTF-8"' })(request, response);
  });
  const fetched = await fetchPage(`${url}/old`, { spared });
  expect(fetched).toMatchObject({ ok: true, address: `${url}/new`, type: 'text/html', charset: 'utf-8' });
  expect(fetched.ok && new TextDecoder().decode(fetched.bytes)).toBe('<p>Hi');
});

test('no cookie is kept from one hop to the next, and no referrer is told', async () => {
  let told: unknown;
  const { url, spared } = await site((request, response) => {
    if (request.url === '/') response.writeHead(302, { location: '/b', 'set-cookie': 'a=b' }).end();
    else {
      told = { cookie: request.headers.cookie, referer: request.headers.referer };
      page('x')(request, response);
    }
  });
  expect(await reasonOf(`${url}/`, spared)).toBe('fetched');
  expect(told).toEqual({ cookie: undefined, referer: undefined });
});

describe('addresses that are refused by their form', () => {
  it.each<[string, string]>([
    ['not-an-address', 'ferries'],
    ['not-an-address', 'file:///etc/passwd'],
    ['not-an-address', 'ftp://example.org/'],
    ['not-an-address', 'data:text/html,hello'],
    ['not-an-address', 'http://'],
    ['address-with-password', 'https://ann@example.org/'],
    ['address-with-password', 'https://:pw@example.org/'],
    ['address-port', 'http://example.org:8080/'],
    ['address-port', 'https://example.org:22/'],
    ['address-literal', 'http://127.0.0.1/'],
    ['address-literal', 'http://2130706433/'],
    ['address-literal', 'http://0x7f000001/'],
    ['address-literal', 'http://0x7f.1/'],
    ['address-literal', 'http://0177.0.0.1/'],
    ['address-literal', 'http://127.1/'],
    ['address-literal', 'http://１２７.0.0.1/'],
    ['address-literal', 'http://127.0.0.1./'],
    ['address-literal', 'http://1.1.1.1/'],
    ['address-literal', 'http://[::1]/'],
    ['address-literal', 'http://[::ffff:127.0.0.1]/'],
    ['address-literal', 'http://[::ffff:7f00:1]/'],
    ['address-literal', 'http://[fd00::1]/'],
  ])('%s: %s', async (reason, address) => {
    expect(await reasonOf(address)).toBe(reason);
  });

  test('a server that is spared is spared at its name and port only', async () => {
    const { port, spared, paths } = await site(page('x'));
    expect(await reasonOf(`http://127.0.0.1:${port}/`, spared)).toBe('address-literal');
    expect(await reasonOf(`http://site.test:${port}/`, { ...spared, port: 9 })).toBe('address-port');
    expect(await reasonOf(`http://site.test:${port}/`, { ...spared, address: '127.0.0.2' })).toBe(
      'address-not-public',
    );
    expect(paths).toEqual([]);
  });
});

describe('what a name resolves to', () => {
  it.each(['localhost', 'app.localhost'])('%s, by the system’s own resolver', async (name) => {
    expect(await reasonOf(`http://${name}/`)).toBe('address-not-public');
  });

  it.each(['10.0.0.1', '169.254.169.254', '::1', '::ffff:127.0.0.1', 'fe80::1', 'fd00::1', '64:ff9b::a00:1'])(
    'is refused when it is %s, as an unknown name is',
    async (address) => {
      const { url, known, spared, paths } = await site(page('x'));
      known['site.test'] = [{ address, family: address.includes(':') ? 6 : 4 }];
      known['unknown.test'] = [];
      const refused = await fetchPage(url, { spared });
      expect(refused).toMatchObject({ ok: false, reason: 'address-not-public' });
      expect(await fetchPage(url.replace('site', 'unknown'), { spared })).toEqual(refused);
      expect(paths).toEqual([]);
    },
  );

  test('is refused when one address among public ones is private', async () => {
    const { url, known, spared } = await site(page('x'));
    known['site.test'] = [
      { address: '93.184.215.14', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ];
    expect(await reasonOf(url, spared)).toBe('address-not-public');
  });

  test('is asked once a hop, for the very connection, so that a second answer cannot differ', async () => {
    const { url, names, spared, paths } = await site(page('x'));
    const answers = [[loopback], [{ address: '127.0.0.2', family: 4 }]];
    const rebinding: Spared = {
      ...spared,
      resolve: (name, done) => {
        names.push(name);
        done(null, answers.shift() ?? []);
      },
    };
    expect(await reasonOf(url, rebinding)).toBe('fetched');
    expect(names).toEqual(['site.test']);
    expect(await reasonOf(url, rebinding)).toBe('address-not-public');
    expect(paths).toHaveLength(1);
  });

  test('is judged anew at a redirect to the same name', async () => {
    const { url, spared, paths } = await site(leadTo('/again'));
    const answers = [[loopback], [{ address: '192.168.0.1', family: 4 }]];
    const resolve: Spared['resolve'] = (_, done) => done(null, answers.shift() ?? []);
    expect(await reasonOf(url, { ...spared, resolve })).toBe('address-not-public');
    expect(paths).toEqual(['/']);
  });
});

describe('redirects', () => {
  it.each<[string, string]>([
    ['address-literal', 'http://127.0.0.1/'],
    ['address-literal', 'http://[::1]/'],
    ['address-literal', 'http://0x7f.0.0.1/'],
    ['address-literal', '//169.254.169.254/latest/meta-data'],
    ['address-not-public', 'http://inner.test/'],
    ['address-not-public', 'https://inner.test/'],
    ['address-port', 'http://site.test:6379/'],
    ['address-with-password', 'http://a:b@site.test/'],
    ['not-an-address', 'file:///etc/passwd'],
    ['not-an-address', 'gopher://site.test/'],
  ])('end with %s when they lead to %s', async (reason, location) => {
    const { url, known, spared } = await site(leadTo(location));
    known['inner.test'] = [{ address: '10.1.2.3', family: 4 }];
    expect(await reasonOf(url, spared)).toBe(reason);
  });

  test('are followed five times and no more', async () => {
    const { url, spared, paths } = await site((request, response) => {
      const left = Number(request.url?.slice(1));
      const answer = left === 0 ? page('x') : leadTo(`/${left - 1}`);
      answer(request, response);
    });
    expect(await reasonOf(`${url}/5`, spared)).toBe('fetched');
    expect(await reasonOf(`${url}/6`, spared)).toBe('too-many-redirects');
    expect(paths).toHaveLength(12);
  });
});

describe('what a site answers', () => {
  const big = new Uint8Array((5 << 20) + 1).fill(32);

  it.each<[string, RequestListener, string]>([
    ['a page that fills the limit', page(big.subarray(1)), 'fetched'],
    ['a gzip that fills it', page(gzipSync(big.subarray(1)), { 'content-encoding': 'gzip' }), 'fetched'],
    ['deflate', page(deflateSync('x'), { 'content-encoding': 'deflate' }), 'fetched'],
    ['brotli', page(brotliCompressSync('x'), { 'content-encoding': 'br' }), 'fetched'],
    [
      'a page that says it is too large',
      page(big, { 'content-length': String(big.length) }),
      'page-too-large',
    ],
    [
      'a gzip bomb',
      page(gzipSync(new Uint8Array(64 << 20)), { 'content-encoding': 'gzip' }),
      'page-too-large',
    ],
    [
      'a brotli bomb',
      page(brotliCompressSync(new Uint8Array(64 << 20)), { 'content-encoding': 'br' }),
      'page-too-large',
    ],
    ['packed twice', page(gzipSync(gzipSync('x')), { 'content-encoding': 'gzip, gzip' }), 'page-broken'],
    ['an unknown packing', page('x', { 'content-encoding': 'zstd' }), 'page-broken'],
    ['broken gzip', page('no gzip', { 'content-encoding': 'gzip' }), 'page-broken'],
    ['broken brotli', page('\xff\xff\xff no brotli', { 'content-encoding': 'br' }), 'page-broken'],
    [
      'half a gzip',
      page(gzipSync('x'.repeat(99)).subarray(0, 20), { 'content-encoding': 'gzip' }),
      'page-broken',
    ],
    ['a picture', page('x', { 'content-type': 'image/png' }), 'page-type'],
    ['a program’s answer', page('{}', { 'content-type': 'application/json' }), 'page-type'],
    ['no type', (_, r) => void r.writeHead(200).end('x'), 'page-type'],
    ['not found', (_, r) => void r.writeHead(404, { 'content-type': 'text/html' }).end('x'), 'page-refused'],
    ['a login', (_, r) => void r.writeHead(401, { 'content-type': 'text/html' }).end('x'), 'page-refused'],
    ['a redirect to nowhere', (_, r) => void r.writeHead(302).end(), 'page-refused'],
    ['hanging up', (request) => void request.socket.destroy(), 'unreachable'],
    ['no HTTP', (request) => void request.socket.end('SSH-2.0-x\r\n'), 'unreachable'],
  ])('%s', async (_, answer, reason) => {
    const { url, spared } = await site(answer);
    expect(await reasonOf(url, spared)).toBe(reason);
  });

  test('a body without end is left once it passes the limit', async () => {
    let isLeft: (() => void) | undefined;
    const left = new Promise<void>((resolve) => {
      isLeft = resolve;
    });
    const { url, spared } = await site((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      const more = () => {
        while (response.write(' '.repeat(1 << 16)));
      };
      response.on('drain', more);
      response.on('close', () => isLeft?.());
      more();
    });
    expect(await reasonOf(url, spared)).toBe('page-too-large');
    await left;
  });

  it.each<[string, RequestListener]>([
    ['a site that never answers', () => {}],
    [
      'a body that never ends',
      (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).write('<p>'),
    ],
  ])('%s runs out of time', async (_, answer) => {
    const { url, spared } = await site(answer);
    expect(await reasonOf(url, { ...spared, timeoutMs: 300 })).toBe('page-too-slow');
  });

  test('a resolver that never answers runs out of time', async () => {
    const { url, spared } = await site(page('x'));
    expect(await reasonOf(url, { ...spared, resolve: () => {}, timeoutMs: 300 })).toBe('page-too-slow');
  });

  test('cancelling hangs up', async () => {
    const leaving = new AbortController();
    let hasHungUp: (() => void) | undefined;
    const hungUp = new Promise<void>((resolve) => {
      hasHungUp = resolve;
    });
    const { url, spared } = await site((request) => {
      request.socket.on('close', () => hasHungUp?.());
      leaving.abort();
    });
    expect(await fetchPage(url, { spared, signal: leaving.signal })).toMatchObject({ reason: 'cancelled' });
    await hungUp;
  });
});
