// For tests of the routes: calls a route as the server would, as a browser page or as a program.

import { sessionCookieName, sessionToken } from '#lib/data/people/identity.ts';
import { addressHeader } from '#lib/data/sender.ts';

export const origin = 'http://localhost:3000';

type Who = { sessionId?: string; token?: string; from?: 'page' | 'program' };

type Handler<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>;

/** Builds requests of one sender. `body` goes as JSON, or as it is when it is a form. */
export function sender(who: Who) {
  return async function call<P>(
    route: Handler<P>,
    method: string,
    params: P,
    body?: unknown,
    extra: Record<string, string> = {},
  ): Promise<{ status: number; body: unknown; headers: Headers }> {
    const request = new Request(`${origin}/api`, {
      method,
      headers: { ...(await headersOf(who, body)), ...extra },
      ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
    });
    const response = await route(request, { params: Promise.resolve(params) });
    const text = await response.text();
    return { status: response.status, body: text && JSON.parse(text), headers: response.headers };
  };
}

async function headersOf({ sessionId, token, from = 'page' }: Who, body: unknown) {
  return {
    host: 'localhost:3000',
    [addressHeader]: '192.0.2.1',
    ...(from === 'page' && { origin }),
    ...(sessionId && { cookie: `${sessionCookieName()}=${await sessionToken(sessionId)}` }),
    ...(token && { authorization: `Bearer ${token}` }),
    ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }),
  };
}
