// Signs in through next-auth against a provider that speaks OpenID Connect over real HTTP.

import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import nextAuth from 'next-auth';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { goodPassword, identityFor, makeMember, openFreshData, stranger } from '#lib/data/fixture.ts';
import { type Identity, identify, sessionCookieName } from '#lib/data/people/identity.ts';
import { optionsFor } from './next-auth.ts';

const site = 'http://localhost:3000';
let provider: Awaited<ReturnType<typeof openProvider>>;

beforeAll(async () => {
  provider = await openProvider();
});
afterAll(() => provider.close());

beforeEach(() => {
  vi.stubEnv('NEXTAUTH_URL', site);
  openFreshData({
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: 'counterpoint',
    OIDC_CLIENT_SECRET: 'a secret of ours',
  });
  provider.claims = { sub: 'subject-1', name: 'Ann', email: 'ann@example.org', email_verified: true };
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('signing in by a provider', () => {
  test('goes there and back with state, nonce and PKCE, and ends in a session of ours', async () => {
    const browser = openBrowser();
    const { location, asked } = await browser.signInBy();
    expect(asked.searchParams.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(asked.searchParams.get(name)).toBeTruthy();
    expect(asked.searchParams.get('redirect_uri')).toBe(`${site}/api/auth/callback/oidc`);
    expect(location).toBe(`${site}/library`);
    expect(await browser.identity()).toMatchObject({ name: 'Ann', email: 'ann@example.org', kind: 'member' });
  });

  test('signing out ends the session, not only the cookie', async () => {
    const browser = openBrowser();
    await browser.signInBy();
    const before = await browser.identity();
    const kept = browser.cookies();
    await browser.post(['signout'], {});
    expect(before).not.toBeNull();
    expect(await identify({ cookie: kept })).toBeNull();
  });

  test('an address that has an account is not taken over, until its owner is signed in', async () => {
    const ann = await makeMember('Ann');
    const other = openBrowser();
    expect((await other.signInBy()).location).toBe('/sign-in?error=email-taken');
    expect(await other.identity()).toBeNull();
    const own = openBrowser(await identityFor(ann.accountId));
    expect((await own.signInBy()).location).toBe(`${site}/library`);
    const later = openBrowser();
    await later.signInBy();
    expect(await later.identity()).toMatchObject({ accountId: ann.accountId });
  });

  test.each([
    ['that the provider has not verified', { email_verified: false }],
    ['of which the provider does not say', { email_verified: undefined }],
  ])('an address %s makes no account', async (_, claims) => {
    Object.assign(provider.claims, claims);
    const browser = openBrowser();
    expect((await browser.signInBy()).location).toBe('/sign-in?error=email-unverified');
    expect(await browser.identity()).toBeNull();
  });

  test('a callback that this browser did not start is refused', async () => {
    const browser = openBrowser();
    const { location } = await browser.signInBy({ state: 'forged' });
    expect(location).toContain('error=OAuthCallback');
    expect(await browser.identity()).toBeNull();
  });
});

describe('the credentials door', () => {
  test('opens with the password, to a session that can be revoked', async () => {
    await makeMember('Ann');
    const browser = openBrowser();
    await browser.post(['callback', 'credentials'], { email: 'ann@example.org', password: 'not this one' });
    expect(await browser.identity()).toBeNull();
    await browser.post(['callback', 'credentials'], { email: 'Ann@example.org', password: goodPassword });
    expect(await browser.identity()).toMatchObject({ name: 'Ann', via: { kind: 'session' } });
  });
});

type Answer = { location: string | undefined; body: unknown };

/** A browser with a cookie jar, in front of next-auth's handler. */
function openBrowser(identity: Identity | null = null) {
  const jar = new Map<string, string>();
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

  async function call(method: string, nextauth: string[], query: object, body?: object): Promise<Answer> {
    const headers = new Map<string, string | string[]>();
    const answer: Answer = { location: undefined, body: undefined };
    const response = {
      status: () => response,
      getHeader: (name: string) => headers.get(name.toLowerCase()),
      setHeader: (name: string, value: string | string[]) => headers.set(name.toLowerCase(), value),
      end: () => undefined,
      json: (value: unknown) => {
        answer.body = value;
      },
      send: (value: unknown) => {
        answer.body = value;
      },
    };
    const request = {
      method,
      query: { ...query, nextauth },
      headers: { host: 'localhost:3000' },
      cookies: Object.fromEntries(jar),
      body,
    };
    const quiet = { error: () => undefined, warn: () => undefined, debug: () => undefined };
    const options = { ...optionsFor({ ...stranger(), identity }), logger: quiet };
    await (nextAuth as unknown as (...given: unknown[]) => Promise<void>)(request, response, options);
    for (const line of [headers.get('set-cookie') ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /Max-Age=0/i.test(line)) jar.delete(name);
      else jar.set(name, decodeURIComponent(value));
    }
    const location = headers.get('location');
    answer.location = typeof location === 'string' ? location : undefined;
    return answer;
  }

  async function post(nextauth: string[], form: object): Promise<Answer> {
    const { body } = await call('GET', ['csrf'], {});
    const { csrfToken } = body as { csrfToken: string };
    return call('POST', nextauth, {}, { ...form, csrfToken, callbackUrl: `${site}/library` });
  }

  return {
    cookies,
    post,
    identity: () => identify({ cookie: jar.has(sessionCookieName()) ? cookies() : '' }),
    /** Starts here, signs in over there, comes back. */
    async signInBy(change: Record<string, string> = {}) {
      const asked = new URL((await post(['signin', 'oidc'], {})).location ?? '');
      const sent = await fetch(asked, { redirect: 'manual' });
      const back = new URL(sent.headers.get('location') ?? '');
      const query = { ...Object.fromEntries(back.searchParams), ...change };
      return { asked, ...(await call('GET', ['callback', 'oidc'], query)) };
    },
  };
}

/** A provider that signs everyone in as `claims` at once. */
async function openProvider() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const nonces = new Map<string, string>();
  const held = { issuer: '', claims: {} as Record<string, unknown>, close: () => server.close() };

  function idToken(nonce: string | undefined): string {
    const now = Math.floor(Date.now() / 1000);
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const standard = { iss: held.issuer, aud: 'counterpoint', iat: now, exp: now + 60, nonce };
    const signed = `${part({ alg: 'RS256', kid: 'one' })}.${part({ ...standard, ...held.claims })}`;
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
  }

  async function answer(request: IncomingMessage): Promise<object | URL> {
    const url = new URL(request.url ?? '/', held.issuer);
    switch (url.pathname) {
      case '/authorize': {
        const code = randomUUID();
        nonces.set(code, url.searchParams.get('nonce') ?? '');
        const back = new URL(url.searchParams.get('redirect_uri') ?? '');
        back.search = String(new URLSearchParams({ code, state: url.searchParams.get('state') ?? '' }));
        return back;
      }
      case '/token': {
        const form = new URLSearchParams(Buffer.concat(await Array.fromAsync(request)).toString());
        const nonce = nonces.get(form.get('code') ?? '');
        return { access_token: 'x', token_type: 'Bearer', id_token: idToken(nonce) };
      }
      case '/jwks':
        return { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] };
      default:
        return {
          issuer: held.issuer,
          authorization_endpoint: `${held.issuer}/authorize`,
          token_endpoint: `${held.issuer}/token`,
          jwks_uri: `${held.issuer}/jwks`,
          id_token_signing_alg_values_supported: ['RS256'],
        };
    }
  }

  const server = createServer(async (request, response) => {
    const value = await answer(request);
    if (value instanceof URL) response.writeHead(302, { location: value.href }).end();
    else response.setHeader('content-type', 'application/json').end(JSON.stringify(value));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  held.issuer = `http://127.0.0.1:${address.port}`;
  return held;
}
