import { NextRequest } from 'next/server';
import { describe, expect, test } from 'vitest';
import { openFreshData } from '#lib/data/fixture.ts';
import { proxy } from '../proxy.ts';

function headersOf(env: Record<string, string>, host = 'localhost:3000') {
  openFreshData(env);
  return proxy(new NextRequest('http://localhost:3000/', { headers: { host } })).headers;
}

const policyOf = (headers: Headers) => headers.get('content-security-policy') ?? '';

describe('security headers', () => {
  test('in production scripts and styles need the nonce of their own page', () => {
    const nonces = [1, 2].map(() => {
      const headers = headersOf({ NODE_ENV: 'production' });
      const nonce = /script-src 'self' 'nonce-([^']+)' 'strict-dynamic';/.exec(policyOf(headers))?.[1];
      expect(policyOf(headers)).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(headers.get('x-middleware-request-x-nonce')).toBe(nonce);
      return nonce;
    });
    expect(nonces[0]).toBeTruthy();
    expect(nonces[0]).not.toBe(nonces[1]);
    const policy = policyOf(headersOf({ NODE_ENV: 'production' }));
    expect(policy).not.toContain('unsafe-eval');
    expect(policy.match(/'unsafe-inline'/g)).toHaveLength(1);
    for (const part of [
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "object-src 'none'",
      "default-src 'self'",
    ])
      expect(policy).toContain(part);
  });

  test('development injects styles without a nonce', () => {
    expect(policyOf(headersOf({}))).toContain("style-src 'self' 'unsafe-inline';");
  });

  test('sockets go to the host that was asked for, and a host that is none is left out', () => {
    expect(policyOf(headersOf({}, 'notes.example.org'))).toContain(
      "connect-src 'self' ws://notes.example.org wss://notes.example.org;",
    );
    expect(policyOf(headersOf({}, "x; script-src 'unsafe-inline'"))).toContain("connect-src 'self';");
  });

  test('browsers are told to stay with TLS only where there is TLS', () => {
    expect(headersOf({}).has('strict-transport-security')).toBe(false);
    const headers = headersOf({ PUBLIC_URL: 'https://notes.example.org' });
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
  });

  test('a provider’s sign-in may leave by its form', () => {
    const env = { OIDC_ISSUER: 'https://id.example.org/x', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' };
    expect(policyOf(headersOf(env))).toContain("form-action 'self' https://id.example.org;");
    expect(policyOf(headersOf({}))).toContain("form-action 'self';");
  });
});
