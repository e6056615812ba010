// Headers on every page: a policy with a fresh nonce, and what else keeps a page to itself.
// Never authorization: pages and routes ask lib/data themselves.

import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { policyFor, securityHeaders } from '#app/security-headers.ts';

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

// Everything but Next's own hashed files, which carry no markup, and the API, whose answers are no pages (respond.ts has
// their headers): behind a proxy Next keeps a copy of each body in memory and cuts it at 10 MB.
export const config = { matcher: '/((?!api/|_next/static|_next/image).*)' };
