// Fetches one page that a person named. The address is a stranger's word, so each hop is judged anew: its form here, and
// what it resolves to in the very lookup by which the socket connects, so that no second answer can differ (rebinding).
// Keeps nothing, sends no cookie, follows nothing but redirects, and never goes through a proxy.

import { type LookupAddress, lookup } from 'node:dns';
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { isPublicAddress } from './public-address.ts';
import { type NotFetched, notFetched, type WebRefusal } from './web-refusal.ts';

const maxRedirects = 5;
const usualTimeoutMs = 10_000;
/** Of the body as it comes, and again once it is unpacked. */
const maxPageBytes = 5 << 20;
const usualPorts = new Set(['', '80', '443']);

export type PageType = 'text/html' | 'text/plain' | 'application/pdf';
const pageTypes: readonly string[] = ['text/html', 'text/plain', 'application/pdf'] satisfies PageType[];

/** `address` is where the last redirect led. `charset` is the server's claim, in lower case. */
export type WebPage = {
  ok: true;
  address: string;
  type: PageType;
  charset: string | undefined;
  bytes: Uint8Array;
};

type Resolve = (name: string, done: (error: Error | null, addresses: LookupAddress[]) => void) => void;

/** For tests, which have servers on loopback only and no patience. Left out, as it is by the app, nothing is spared. */
export type Spared = {
  /** This one address, at this one port, counts as public. */
  address: string;
  port: number;
  /** In the place of the system's resolver. */
  resolve?: Resolve;
  timeoutMs?: number;
};

class Unfetched extends Error {
  readonly reason: WebRefusal;
  constructor(reason: WebRefusal) {
    super(reason);
    this.reason = reason;
  }
}

/** Fetches a page by its address, redirects followed; within ten seconds in all. Expected failures are refusals. */
export async function fetchPage(
  address: string,
  { signal, spared }: { signal?: AbortSignal | undefined; spared?: Spared | undefined } = {},
): Promise<WebPage | NotFetched> {
  const timeout = AbortSignal.timeout(spared?.timeoutMs ?? usualTimeoutMs);
  const ending = signal ? AbortSignal.any([signal, timeout]) : timeout;
  try {
    return await follow(address, ending, spared);
  } catch (error) {
    if (signal?.aborted) return notFetched('cancelled');
    if (timeout.aborted) return notFetched('page-too-slow');
    return notFetched(error instanceof Unfetched ? error.reason : 'unreachable');
  }
}

async function follow(address: string, signal: AbortSignal, spared: Spared | undefined): Promise<WebPage> {
  let url = judged(address, undefined, spared);
  for (let hop = 0; hop <= maxRedirects; hop++) {
    const response = await ask(url, signal, spared);
    try {
      const next = redirectOf(response);
      if (next === undefined) return await pageOf(url, response, signal);
      url = judged(next, url, spared);
    } finally {
      response.destroy();
    }
  }
  throw new Unfetched('too-many-redirects');
}

/** An address that may be asked, by its form. `URL` has turned decimal, octal and hexadecimal hosts into plain ones. */
function judged(address: string, base: URL | undefined, spared: Spared | undefined): URL {
  const url = URL.parse(address.trim(), base);
  if (!url || !/^https?:$/.test(url.protocol)) throw new Unfetched('not-an-address');
  if (url.username || url.password) throw new Unfetched('address-with-password');
  // A socket to a literal address asks no lookup, so none may come that far. Brackets are IPv6.
  if (url.hostname.startsWith('[') || isIP(url.hostname)) throw new Unfetched('address-literal');
  if (!usualPorts.has(url.port) && url.port !== String(spared?.port)) throw new Unfetched('address-port');
  url.hash = '';
  return url;
}

/** Resolves a name for a socket, and fails where any of its addresses is not public. */
function publicLookup(port: number, spared: Spared | undefined): LookupFunction {
  const resolve: Resolve = spared?.resolve ?? ((name, done) => lookup(name, { all: true }, done));
  const isAllowed = ({ address }: LookupAddress) =>
    isPublicAddress(address) || (address === spared?.address && port === spared.port);
  return (name, options, done) => {
    resolve(name, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first || !addresses.every(isAllowed))
        done(new Unfetched('address-not-public'), '', undefined);
      else if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}

function ask(url: URL, signal: AbortSignal, spared: Spared | undefined): Promise<IncomingMessage> {
  const isTls = url.protocol === 'https:';
  const port = Number(url.port) || (isTls ? 443 : 80);
  const [request, Agent] = isTls ? [httpsRequest, HttpsAgent] : [httpRequest, HttpAgent];
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      // A socket of its own: one that was kept from an earlier page was judged for that page.
      agent: new Agent({ keepAlive: false }),
      lookup: publicLookup(port, spared),
      signal,
      headers: {
        accept: 'text/html, text/plain;q=0.9, application/pdf;q=0.9',
        'accept-encoding': 'gzip, deflate, br',
        'user-agent': 'Counterpoint (a reader asked for this page)',
      },
    });
    asked.on('response', resolve);
    asked.on('error', reject);
    asked.end();
  });
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage): string | undefined {
  return [301, 302, 303, 307, 308].includes(statusCode) ? headers.location : undefined;
}

async function pageOf(url: URL, response: IncomingMessage, signal: AbortSignal): Promise<WebPage> {
  if (response.statusCode !== 200) throw new Unfetched('page-refused');
  const [claimed = '', ...parameters] = (response.headers['content-type'] ?? '').toLowerCase().split(';');
  const type = claimed.trim();
  if (!isPageType(type)) throw new Unfetched('page-type');
  const charset = /^\s*charset\s*=\s*"?([\w.:-]+)/.exec(
    parameters.find((parameter) => /^\s*charset\s*=/.test(parameter)) ?? '',
  )?.[1];
  return { ok: true, address: url.href, type, charset, bytes: await bodyOf(response, signal) };
}

function isPageType(type: string): type is PageType {
  return pageTypes.includes(type);
}

async function bodyOf(response: IncomingMessage, signal: AbortSignal): Promise<Uint8Array> {
  if (Number(response.headers['content-length'] ?? 0) > maxPageBytes) throw new Unfetched('page-too-large');
  const gathered: Buffer[] = [];
  const gather = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of bounded(source)) gathered.push(chunk);
  };
  const unpack = unpacking(response.headers['content-encoding']);
  try {
    if (unpack) await pipeline(response, bounded, unpack, gather, { signal });
    else await pipeline(response, gather, { signal });
  } catch (error) {
    throw isDamage(error) ? new Unfetched('page-broken') : error;
  }
  return new Uint8Array(Buffer.concat(gathered));
}

/** The same bytes, up to the limit: a bomb is stopped as it unfolds, not once it lies there. */
async function* bounded(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let sizeBytes = 0;
  for await (const chunk of source) {
    sizeBytes += chunk.length;
    if (sizeBytes > maxPageBytes) throw new Unfetched('page-too-large');
    yield chunk;
  }
}

function unpacking(encoding = 'identity') {
  switch (encoding.trim().toLowerCase()) {
    case 'identity':
      return undefined;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      // Packed twice, or in a way nobody asked for.
      throw new Unfetched('page-broken');
  }
}

function isDamage(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    /^(?:Z_|ERR_ZLIB|ERR_BROTLI|ERR__ERROR_)/.test(String(error.code))
  );
}
