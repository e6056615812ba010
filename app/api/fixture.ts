// For tests of the routes: calls a route as the server would, as a browser page or as a program.

import { sessionCookieName, sessionToken } from '#lib/data/people/identity.ts';
import { addressHeader } from '#lib/data/sender.ts';
import { linesType } from './respond.ts';

export const origin = 'http://localhost:3000';

type Who = { sessionId?: string; token?: string; from?: 'page' | 'program' };

type Handler<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>;

/** Builds requests of one sender. What is sent goes as JSON, or as it is when it is a form; lines come back as a list. */
export function sender(who: Who) {
  return async function call<P>(
    route: Handler<P>,
    method: string,
    params: P,
    sent?: unknown,
    extra: Record<string, string> = {},
  ): Promise<{ status: number; body: unknown; headers: Headers }> {
    const request = new Request(`${origin}/api`, {
      method,
      headers: { ...(await headersOf(who, sent)), ...extra },
      ...(sent !== undefined && { body: sent instanceof FormData ? sent : JSON.stringify(sent) }),
    });
    const response = await route(request, { params: Promise.resolve(params) });
    const text = await response.text();
    const isLines = response.headers.get('content-type') === linesType;
    const body = isLines ? linesIn(text) : text && (JSON.parse(text) as unknown);
    return { status: response.status, body, headers: response.headers };
  };
}

function linesIn(text: string): unknown[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);
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
