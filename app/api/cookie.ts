// The session cookie: set when someone signs in, cleared when they sign out. next-auth writes the same one.

import { isSecure, sessionCookieName, sessionDays, sessionToken } from '#lib/data/people/identity.ts';

/** How the browser keeps the cookie: out of reach of scripts, and not sent along by other sites' requests. */
export function cookieOptions() {
  return { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: isSecure() };
}

/** The header that signs a browser in to this session. */
export async function signedIn(sessionId: string): Promise<Record<string, string>> {
  return cookieHeader(await sessionToken(sessionId), sessionDays * 86_400);
}

/** The header that makes a browser forget its session. */
export function signedOut(): Record<string, string> {
  return cookieHeader('', 0);
}

function cookieHeader(value: string, maxAgeSeconds: number): Record<string, string> {
  const { secure } = cookieOptions();
  return {
    'set-cookie': `${sessionCookieName()}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`,
  };
}
