// The script that browsers get, run as they get it: alone, with nothing but a worker's scope.

import { createContext, runInContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import type { WorkerMessage } from '#lib/sync/device/pages.ts';
import { workerScript } from './script.ts';

const origin = 'http://notes.example.org';

/** What a browser's CacheStorage does with whole addresses, in memory. */
class FakeCaches {
  readonly stored = new Map<string, Map<string, Response>>();

  async open(name: string) {
    const rows = this.stored.get(name) ?? new Map<string, Response>();
    this.stored.set(name, rows);
    const address = (of: Request | string) => new URL(typeof of === 'string' ? of : of.url, origin).href;
    return {
      match: async (of: Request | string) => rows.get(address(of))?.clone(),
      put: async (of: Request | string, answer: Response) => {
        rows.delete(address(of));
        rows.set(address(of), answer);
      },
      keys: async () => [...rows.keys()].map((url) => new Request(url)),
      delete: async (of: Request | string) => rows.delete(address(of)),
    };
  }
  async keys() {
    return [...this.stored.keys()];
  }
  async delete(name: string) {
    return this.stored.delete(name);
  }
}

type Answer = { status?: number; html?: string; redirect?: boolean; headers?: Record<string, string> };
type Site = Record<string, Answer>;

const ownPage = (account: string, build: string) =>
  `<title>Sundays &amp; libraries · Counterpoint</title><meta name="offline-copy" content="${account} ${build}"/>`;

const code = ['/_next/static/chunks/a.js', '/_next/static/chunks/b.css'];

/** A site by its addresses; `site` may change under the worker, and null is no network. */
function startWorker(mark: string, web: { site: Site | null }, caches = new FakeCaches()) {
  const listeners: Record<string, (event: object) => void> = {};
  let updates = 0;
  const self = {
    location: { origin },
    caches,
    clients: { claim: async () => {} },
    registration: { update: async () => void updates++ },
    skipWaiting: async () => {},
    addEventListener: (type: string, listener: (event: object) => void) => {
      listeners[type] = listener;
    },
    fetch: async (of: Request | string) => {
      if (!web.site) throw new TypeError('Failed to fetch');
      const { pathname } = new URL(typeof of === 'string' ? of : of.url, origin);
      const given = web.site[pathname] ?? (code.includes(pathname) ? {} : { status: 404 });
      const answer = new Response(given.html ?? '', {
        status: given.status ?? 200,
        headers: given.headers ?? {},
      });
      // What a browser makes of a redirect that it is told not to follow.
      if (given.redirect) Object.assign(answer, { clone: () => answer });
      if (given.redirect) Object.defineProperty(answer, 'type', { value: 'opaqueredirect' });
      return answer;
    },
  };
  runInContext(workerScript({ mark, code }), createContext({ self, URL, Response, Headers, Set, Error }));
  const fire = async (type: string, event: object) => {
    const works: Promise<unknown>[] = [];
    let answer: Promise<Response> | undefined;
    listeners[type]?.({
      ...event,
      waitUntil: (work: Promise<unknown>) => works.push(work),
      respondWith: (promise: Promise<Response>) => {
        answer = promise;
      },
    });
    const answered = await answer;
    await Promise.all(works);
    return answered;
  };
  return {
    caches,
    updates: () => updates,
    install: () => fire('install', {}),
    activate: () => fire('activate', {}),
    tell: (message: WorkerMessage) => fire('message', { data: message }),
    fetch: (path: string, init: { method?: string; mode?: string } = {}) =>
      fire('fetch', { request: { url: origin + path, method: 'GET', mode: 'navigate', ...init } }),
    paths: async (name = `pages:${mark}`) =>
      [...(caches.stored.get(name)?.keys() ?? [])].map((url) => new URL(url).pathname),
  };
}

const here = (path: string, account = 'ada', build = 'b1'): WorkerMessage => ({
  type: 'here',
  account,
  build,
  path,
  loaded: [],
});

const offlinePage = { html: '<h1>No connection</h1><script src="/_next/static/chunks/a.js">' };
const room = (account = 'ada', build = 'b1'): Answer => ({
  html: ownPage(account, build),
  headers: { 'content-security-policy': `script-src 'nonce-n1'`, vary: 'rsc', 'content-encoding': 'gzip' },
});

async function visited() {
  const web: { site: Site | null } = { site: { '/offline': offlinePage, '/rooms/r1': room() } };
  const worker = startWorker('b1', web);
  await worker.install();
  await worker.activate();
  await worker.tell(here('/rooms/r1'));
  return { web, worker };
}

describe('[U28] the service worker', () => {
  test('a visited room opens without a network, with the policy its nonces belong to', async () => {
    const { web, worker } = await visited();
    web.site = null;
    const answer = await worker.fetch('/rooms/r1');
    expect(await answer?.text()).toContain('offline-copy');
    expect(answer?.headers.get('content-security-policy')).toBe(`script-src 'nonce-n1'`);
    expect(answer?.headers.has('content-encoding')).toBe(false);
    expect(await worker.paths('code:b1')).toEqual(['/offline', ...code]);
    const script = await worker.fetch(code[0] ?? '', { mode: 'no-cors' });
    expect(script?.status).toBe(200);
  });

  test('what was not visited is answered by the offline page, also where a proxy answers for a dead server', async () => {
    const { web, worker } = await visited();
    web.site = null;
    expect(await (await worker.fetch('/rooms/r2'))?.text()).toContain('No connection');
    web.site = { '/rooms/r1': { status: 502, html: 'Bad gateway' }, '/library': { status: 503 } };
    expect(await (await worker.fetch('/rooms/r1'))?.text()).toContain('offline-copy');
    expect(await (await worker.fetch('/library'))?.text()).toContain('No connection');
  });

  test('the network is asked first', async () => {
    const { web, worker } = await visited();
    web.site = { '/rooms/r1': { html: `${ownPage('ada', 'b1')}newer` } };
    expect(await (await worker.fetch('/rooms/r1'))?.text()).toContain('newer');
    web.site = null;
    expect(await (await worker.fetch('/rooms/r1'))?.text()).toContain('newer');
  });

  test.each<[string, Answer, string[]]>([
    [
      'a page that is not one’s own room',
      { html: '<h1>There is no such discussion for you</h1>' },
      ['/rooms/r2'],
    ],
    ['nothing at this address', { status: 404 }, ['/rooms/r2']],
    ['the way to the sign-in page', { redirect: true }, []],
    ['another account’s page', room('ben'), ['/rooms/r1']],
    ['a fault of the server', { status: 500 }, ['/rooms/r1', '/rooms/r1/map', '/rooms/r2']],
  ])('%s, and what stays', async (_what, answer, stay) => {
    const { web, worker } = await visited();
    web.site = { ...web.site, '/rooms/r2': room(), '/rooms/r1/map': room() };
    await worker.fetch('/rooms/r1/map');
    await worker.fetch('/rooms/r2');
    web.site = { ...web.site, '/rooms/r1': answer };
    await worker.fetch('/rooms/r1');
    expect((await worker.paths()).sort()).toEqual(stay);
  });

  test('whoever comes next on this device finds nothing of the one before', async () => {
    const { worker } = await visited();
    await worker.tell(here('/library', 'ben'));
    expect(await worker.paths()).toEqual([]);
  });

  test('a room that one may not see any more goes, with its other views', async () => {
    const { web, worker } = await visited();
    web.site = { ...web.site, '/rooms/r1/map': room(), '/rooms/r2': room() };
    for (const path of ['/rooms/r1/map', '/rooms/r2']) await worker.fetch(path);
    await worker.tell({ type: 'forget', room: 'r1' });
    expect(await worker.paths()).toEqual(['/rooms/r2']);
  });

  test.each(['/rooms/r1/review', '/rooms/r1/work', '/rooms/r1/moderate', '/rooms/r1/print', '/library'])(
    '%s is never kept',
    async (path) => {
      const { web, worker } = await visited();
      web.site = { ...web.site, [path]: room() };
      await worker.fetch(path);
      await worker.tell(here(path));
      expect(await worker.paths()).toEqual(['/rooms/r1']);
    },
  );

  test.each([
    ['/api/rooms/r1', {}],
    ['/rooms/r1', { method: 'POST' }],
    ['/rooms/r1', { mode: 'cors' }],
  ])('%s %j passes it by', async (path, init) => {
    const { worker } = await visited();
    expect(await worker.fetch(path, init)).toBeUndefined();
  });

  test('a new build fetches anew what the old one kept, and only then takes its place', async () => {
    const { web, worker } = await visited();
    web.site = { ...web.site, '/rooms/r1': room('ada', 'b2') };
    const next = startWorker('b2', web, worker.caches);
    await next.install();
    expect(await worker.paths()).toEqual(['/rooms/r1']);
    await next.activate();
    expect([...worker.caches.stored.keys()].sort()).toEqual(['code:b2', 'pages:b2']);
    expect(await next.paths()).toEqual(['/rooms/r1']);
  });

  test('a page of a newer build is not kept beside older code; the newer worker is asked for', async () => {
    const { web, worker } = await visited();
    web.site = { ...web.site, '/rooms/r2': room('ada', 'b2') };
    await worker.fetch('/rooms/r2');
    await worker.tell(here('/rooms/r3', 'ada', 'b2'));
    expect(await worker.paths()).toEqual(['/rooms/r1']);
    expect(worker.updates()).toBe(2);
  });
});
