// What a request brings, read once and with limits: its sender, where it comes from, and its body.

import * as v from 'valibot';
import { isOwnOrigin } from '#lib/data/origin.ts';
import type { Caller } from '#lib/data/people/accounts.ts';
import { type Identity, identify, isBearer, sessionCookieName } from '#lib/data/people/identity.ts';
import { addressHeader } from '#lib/data/sender.ts';
import { settings } from '#lib/data/settings.ts';
import type { Locale } from '#lib/model/manners.ts';
import { misfitOf, misfitWords } from '#lib/words/fault-words.ts';
import { acceptedLocale } from '#lib/words/locales.ts';
import { translatorOf } from '#lib/words/translate.ts';
import { type Refusal, refused } from './respond.ts';

/** JSON other than a reading's text is small. */
export const jsonLimitBytes = 64 * 1024;

export function identityOf(request: Request): Promise<Identity | null> {
  return identify({
    cookie: request.headers.get('cookie'),
    authorization: request.headers.get('authorization'),
  });
}

/** Who sends the request, as sign-up, sign-in and join ask for it. */
export function callerOf(request: Request, identity: Identity | null): Caller {
  return {
    identity,
    address: request.headers.get(addressHeader) || 'unknown',
    userAgent: request.headers.get('user-agent'),
    asked: localeOf(request),
  };
}

/**
 * May this request change anything? A browser says where a request comes from, and only our own pages may use its
 * cookie or set one. A program says nothing: it brings a token, or no cookie at all.
 */
export function isFromHere(request: Request): boolean {
  const { headers } = request;
  if (isBearer(headers.get('authorization'))) return true;
  const origin = headers.get('origin');
  if (origin !== null) return isOwnOrigin(origin, headers.get('host'));
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  return !headers.get('cookie')?.includes(`${sessionCookieName()}=`);
}

/** Does the request come from a page, rather than from a program? */
export function isFromBrowser(request: Request): boolean {
  return request.headers.has('origin') || request.headers.has('sec-fetch-site');
}

/** The language to answer in: what the request asks for, which from our pages is the page's own; English for programs. */
export function localeOf(request: Request): Locale {
  return acceptedLocale(request.headers.get('accept-language'));
}

/** The address under which this request reached the server, for links in its answer. */
export function baseOf(request: Request): string {
  const { publicUrl } = settings();
  return publicUrl ?? `http://${request.headers.get('host') ?? new URL(request.url).host}`;
}

/** Reads a JSON body by its schema; says in words which part is wrong. */
export async function readJson<T>(
  request: Request,
  schema: v.GenericSchema<unknown, T>,
  limitBytes = jsonLimitBytes,
): Promise<{ ok: true; value: T } | Refusal> {
  // JSON-LD is JSON: annotations come as either.
  if (!isType(request, 'application/json') && !isType(request, 'application/ld+json'))
    return refused('not-json');
  const body = await readBytes(request, limitBytes);
  if (!body.ok) return body;
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body.bytes));
  } catch {
    return refused('invalid', { say: (locale) => translatorOf(locale, 'refusals')('notUtf8') });
  }
  const result = v.safeParse(schema, value);
  if (result.success) return { ok: true, value: result.output };
  const misfit = misfitOf(result.issues);
  return refused('invalid', { say: (locale) => misfitWords(misfit, 'done', locale) });
}

/** Reads a multipart form within a limit, its files included. */
export async function readForm(
  request: Request,
  limitBytes: number,
): Promise<{ ok: true; form: FormData } | Refusal> {
  const body = await readBytes(request, limitBytes);
  if (!body.ok) return body;
  const headers = { 'content-type': request.headers.get('content-type') ?? '' };
  try {
    return { ok: true, form: await new Response(body.bytes, { headers }).formData() };
  } catch {
    return refused('not-a-form');
  }
}

export function isType(request: Request, type: string): boolean {
  return request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() === type;
}

/** What must come of a body in each stretch of its way: about 50 kbit/s, which the worst of lines have. */
const pace = { bytes: 64 * 1024, everyMs: 10_000 };

/**
 * Reads a body and stops at the limit, whatever length it claims: nobody fills our memory by what they send. Nor do they
 * keep what they hold here, a place among few, by sending it drop by drop.
 */
async function readBytes(
  request: Request,
  limitBytes: number,
): Promise<{ ok: true; bytes: Uint8Array<ArrayBuffer> } | Refusal> {
  if (Number(request.headers.get('content-length') ?? 0) > limitBytes) return refused('too-large');
  const reader = request.body?.getReader();
  if (!reader) return { ok: true, bytes: new Uint8Array() };
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  let sizeBeforeBytes = 0;
  const tooSlow = Promise.withResolvers<'too-slow'>();
  const watch = setInterval(() => {
    if (sizeBytes - sizeBeforeBytes < pace.bytes) tooSlow.resolve('too-slow');
    sizeBeforeBytes = sizeBytes;
  }, pace.everyMs);
  // What still comes is thrown away unread; whether its sender is told so is of no matter here.
  const stop = () => void reader.cancel().catch(() => undefined);
  try {
    for (;;) {
      const read = await Promise.race([reader.read(), tooSlow.promise]);
      if (read === 'too-slow') {
        stop();
        return refused('busy');
      }
      if (read.done) return { ok: true, bytes: Buffer.concat(chunks) };
      sizeBytes += read.value.length;
      if (sizeBytes > limitBytes) {
        stop();
        return refused('too-large');
      }
      chunks.push(read.value);
    }
  } finally {
    clearInterval(watch);
  }
}
