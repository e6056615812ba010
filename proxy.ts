// Headers on every page: the content security policy with a fresh nonce, and what else keeps a page to itself.
// Never authorization: pages and routes ask lib/data themselves.

import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { settings } from '#lib/data/settings.ts';

export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString('base64');
  const policy = policyFor(nonce, request.headers.get('host') ?? '');
  // Next reads the nonce for its own scripts from the policy, the root layout from `x-nonce`.
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set('x-nonce', nonce);
  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(securityHeaders(policy))) response.headers.set(name, value);
  return response;
}

// Everything but Next's own hashed files, which carry no markup.
export const config = { matcher: '/((?!_next/static|_next/image).*)' };

/** The content security policy for one page. */
export function policyFor(nonce: string, host: string): string {
  const { isProduction, publicUrl, oidc } = settings();
  // 'self' does not cover sockets in every browser; a Host that is no host name is left out.
  const sockets = /^[A-Za-z0-9.:[\]-]+$/.test(host) ? ` ws://${host} wss://${host}` : '';
  const directives = {
    'default-src': `'self'`,
    // React's refresh in development evaluates code.
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${isProduction ? '' : ` 'unsafe-eval'`}`,
    // Development injects styles without a nonce, and a nonce would switch 'unsafe-inline' off.
    'style-src': isProduction ? `'self' 'nonce-${nonce}'` : `'self' 'unsafe-inline'`,
    'style-src-attr': `'unsafe-inline'`,
    'img-src': `'self' data: blob:`,
    'font-src': `'self'`,
    'connect-src': `'self'${sockets}`,
    'frame-ancestors': `'none'`,
    'base-uri': `'none'`,
    // The form that starts a provider's sign-in is answered by a redirect to the provider.
    'form-action': `'self'${oidc ? ` ${new URL(oidc.issuer).origin}` : ''}`,
    'object-src': `'none'`,
    ...(publicUrl?.startsWith('https://') && { 'upgrade-insecure-requests': '' }),
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`.trim())
    .join('; ');
}

function securityHeaders(policy: string): Record<string, string> {
  const isTls = settings().publicUrl?.startsWith('https://') ?? false;
  return {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    ...(isTls && { 'strict-transport-security': 'max-age=31536000' }),
  };
}
