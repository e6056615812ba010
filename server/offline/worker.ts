// The service worker: opens visited discussions without a network. It runs in the browser, served as the text of this one
// function (script.ts), so nothing outside it may be used. It keeps pages and code; words are in IndexedDB (lib/sync/device).
// Never kept: answers of the API, pages of review and moderation, pages that the server did not mark as one's own room.

import type { WorkerMessage } from '#lib/sync/device/pages.ts';

/** What the worker knows of the build that it serves: old pages and new code never meet. */
export type Build = {
  mark: string;
  /** The addresses of all scripts and styles. */
  code: string[];
};

type Lasting = { waitUntil(work: Promise<unknown>): void };
type FetchEvent = Lasting & { request: Request; respondWith(answer: Promise<Response>): void };

/** What of a worker's global scope is used. */
export type WorkerScope = {
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'message', listener: (event: Lasting & { data: WorkerMessage }) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  location: { origin: string };
  caches: CacheStorage;
  clients: { claim(): Promise<void> };
  registration: { update(): Promise<unknown> };
  skipWaiting(): Promise<void>;
  fetch(request: Request | string, init?: RequestInit): Promise<Response>;
};

export function offlineWorker(self: WorkerScope, build: Build): void {
  const pages = `pages:${build.mark}`;
  const code = `code:${build.mark}`;
  const offlinePath = '/offline';
  const mostPages = 40;
  /** Views that hold nothing but what one's own page of the room holds anyway. */
  const keptPath = /^\/rooms\/([^/]+)(?:\/(?:map|flow))?$/;
  const roomPath = /^\/rooms\/([^/]+)/;
  /** Set by the server on a room's own pages: whose it is, and of which build. */
  const ownPage = /<meta name="offline-copy" content="([^" ]+) ([^" ]+)"/;

  self.addEventListener('install', (event) => event.waitUntil(prepare()));
  self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
  self.addEventListener('message', (event) => event.waitUntil(hear(event.data)));
  self.addEventListener('fetch', (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api/')) return;
    if (request.mode === 'navigate') event.respondWith(pageFor(event, pathname));
    else if (pathname.startsWith('/_next/static/')) event.respondWith(codeFor(request, pathname));
  });

  /** Before the old worker goes, the new one fetches for its own build what the old one had kept. */
  async function prepare(): Promise<void> {
    await keepOfflinePage();
    const visited = await pathsOfOtherBuilds();
    for (const path of visited) await keep(path);
    if (visited.length > 0) await keepCode(build.code);
    await self.skipWaiting();
  }

  async function keepOfflinePage(): Promise<void> {
    const answer = await self.fetch(offlinePath);
    if (!answer.ok) throw new Error(`the offline page answers ${answer.status}`);
    const html = await answer.clone().text();
    await (await self.caches.open(code)).put(offlinePath, answer);
    await keepCode(
      new Set([...html.matchAll(/\/_next\/static\/[\w./~%-]+\.(?:js|css)/g)].map(([url]) => url)),
    );
  }

  async function pathsOfOtherBuilds(): Promise<string[]> {
    const names = (await self.caches.keys()).filter((name) => name.startsWith('pages:') && name !== pages);
    const paths: string[] = [];
    for (const name of names) paths.push(...(await pathsIn(name)));
    return paths;
  }

  async function pathsIn(name: string): Promise<string[]> {
    const requests = await (await self.caches.open(name)).keys();
    return requests.map(({ url }) => new URL(url).pathname);
  }

  async function takeOver(): Promise<void> {
    const own = [pages, code];
    const old = (await self.caches.keys()).filter(
      (name) => /^(pages|code):/.test(name) && !own.includes(name),
    );
    await Promise.all(old.map((name) => self.caches.delete(name)));
    await self.clients.claim();
  }

  async function hear(message: WorkerMessage): Promise<void> {
    if (message.type === 'forget') return forget(message.room);
    await forgetOthers(message.account);
    // A page of a newer build than this worker's: its own worker is on the way.
    if (message.build !== build.mark) return void (await self.registration.update());
    if (!keptPath.test(message.path)) return;
    if (!(await copyOf(message.path))) await keep(message.path);
    await keepCode(new Set([...build.code, ...message.loaded]));
  }

  /** The network first: a copy is shown only where there is no answer at all. */
  async function pageFor(event: FetchEvent, path: string): Promise<Response> {
    const answer = await self.fetch(event.request).catch(() => null);
    // A proxy in front of a server that is down, or the server on its way out.
    if (answer && ![502, 503, 504].includes(answer.status)) {
      if (roomPath.test(path)) event.waitUntil(learn(path, answer.clone()));
      return answer;
    }
    const offline = await (await self.caches.open(code)).match(offlinePath, { ignoreVary: true });
    return (await copyOf(path)) ?? offline ?? answer ?? Response.error();
  }

  async function copyOf(path: string): Promise<Response | undefined> {
    return (await self.caches.open(pages)).match(path, { ignoreVary: true });
  }

  async function keep(path: string): Promise<void> {
    const answer = await self.fetch(path, { redirect: 'manual' }).catch(() => null);
    if (answer) await learn(path, answer);
  }

  /** What the server answers for a room's address decides what stays of it here. */
  async function learn(path: string, answer: Response): Promise<void> {
    if (answer.type === 'opaqueredirect' || answer.redirected) return forget(null);
    if (answer.status >= 500) return;
    const html = answer.ok ? await answer.text() : '';
    const [, account, mark] = ownPage.exec(html) ?? [];
    if (!account) return forget(roomPath.exec(path)?.[1] ?? null);
    await forgetOthers(account);
    if (mark !== build.mark) return void (await self.registration.update());
    if (keptPath.test(path)) await put(path, copy(html, answer.headers, account));
  }

  /** The page with its own headers, its policy and nonce among them. */
  function copy(html: string, sent: Headers, account: string): Response {
    const headers = new Headers(sent);
    for (const name of ['content-encoding', 'content-length', 'vary']) headers.delete(name);
    headers.set('x-offline-account', account);
    headers.set('x-offline-title', encodeURIComponent(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ''));
    return new Response(html, { headers });
  }

  async function put(path: string, page: Response): Promise<void> {
    const cache = await self.caches.open(pages);
    await cache.put(path, page);
    const kept = await cache.keys();
    for (const oldest of kept.slice(0, Math.max(0, kept.length - mostPages))) await cache.delete(oldest);
  }

  async function forget(room: string | null): Promise<void> {
    const cache = await self.caches.open(pages);
    for (const request of await cache.keys()) {
      const isMeant = room === null || roomPath.exec(new URL(request.url).pathname)?.[1] === room;
      if (isMeant) await cache.delete(request);
    }
  }

  async function forgetOthers(account: string): Promise<void> {
    const cache = await self.caches.open(pages);
    for (const request of await cache.keys()) {
      const page = await cache.match(request, { ignoreVary: true });
      if (page?.headers.get('x-offline-account') !== account) await cache.delete(request);
    }
  }

  /** Hashed names: what is here is right for ever, and for this build alone. */
  async function codeFor(request: Request, path: string): Promise<Response> {
    const cache = await self.caches.open(code);
    const kept = await cache.match(path, { ignoreVary: true });
    if (kept) return kept;
    const answer = await self.fetch(request);
    if (answer.status === 200) await cache.put(path, answer.clone());
    return answer;
  }

  async function keepCode(paths: Iterable<string>): Promise<void> {
    const cache = await self.caches.open(code);
    for (const path of paths) {
      if (await cache.match(path, { ignoreVary: true })) continue;
      const answer = await self.fetch(path).catch(() => null);
      // What is missing now is fetched with the next visit.
      if (answer?.status === 200) await cache.put(path, answer);
    }
  }
}
