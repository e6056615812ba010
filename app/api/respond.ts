// The one adapter from a reason to an HTTP answer: its status, and a sentence of the catalogue that says what happened,
// what is safe and what to do next. A reason that is not in this table, or has no sentence, does not compile.

import type { Locale } from '#lib/model/manners.ts';
import { maxReadings } from '#lib/model/room-readings.ts';
import { type Saying, translatorOf } from '#lib/words/translate.ts';

/** The status of every reason; docs/api.md has the same table. */
export const statuses = {
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'wrong-password': 403,
  'members-only': 403,
  'not-allowed': 403,
  'not-a-member': 403,
  'no-mail': 403,
  'not-confirmed': 403,
  'guests-not-here': 403,
  removed: 403,
  'fetching-off': 403,
  'cross-site': 403,
  'owner-code-needed': 403,
  'no-such-route': 404,
  'no-demo': 404,
  'no-such-room': 404,
  'no-such-space': 404,
  'no-such-reading': 404,
  'no-such-member': 404,
  'no-such-seat': 404,
  'no-such-assignment': 404,
  'no-such-hold': 404,
  'no-such-session': 404,
  'no-such-digest': 404,
  'no-such-token': 404,
  'no-such-invite': 404,
  'round-on': 409,
  'one-reading': 409,
  'too-many-readings': 409,
  'last-reading': 409,
  'reading-in-use': 409,
  'no-round': 409,
  'no-such-side': 422,
  'dates-are-assigned': 409,
  'no-such-rubric': 404,
  'no-such-participant': 404,
  'changed-meanwhile': 409,
  'over-already': 409,
  'no-such-page': 404,
  'no-such-note': 404,
  'not-acceptable': 406,
  'email-taken': 409,
  'people-mixed-up': 409,
  'names-promised': 409,
  'last-owner': 409,
  'newer-version': 409,
  withdrawn: 410,
  'precondition-failed': 412,
  'write-refused': 403,
  'write-held': 503,
  'write-interrupted': 503,
  'invite-expired': 410,
  'invite-revoked': 410,
  'confirmation-over': 410,
  'reset-over': 410,
  'too-large': 413,
  'not-json': 415,
  'not-a-form': 415,
  'dates-out-of-order': 422,
  'nobody-to-group': 422,
  invalid: 422,
  'name-needed': 422,
  'closed-already': 422,
  'expiry-past': 422,
  'import-refused': 422,
  'too-many': 429,
  busy: 503,
  cancelled: 499,
  internal: 500,
} as const satisfies Record<string, number>;

export type Reason = keyof typeof statuses;

/** What a refusal may carry besides its reason. */
export type RefusalDetail = {
  /** The error's code, where one reason stands for several; else the reason. */
  code?: string;
  /** Says more than the standard sentence. */
  say?: Saying;
  retryAfterSeconds?: number;
};

/** A refusal before it is known in which language it is given. */
export type Refusal = { ok: false; reason: Reason } & RefusalDetail;

// Answers are about one person: no cache, shared or not, may keep one. And they are no pages: nothing in them runs.
const privately = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
};

/** A refusal as a value, which handle.ts answers in the language of the request. */
export function refused(reason: Reason, detail: RefusalDetail = {}): Refusal {
  return { ok: false, reason, ...detail };
}

/** What a refusal says to programs and to people. */
export function errorOf({ reason, code, say }: Refusal, locale: Locale): { code: string; message: string } {
  return { code: code ?? reason, message: say?.(locale) ?? standardSentence(reason, locale) };
}

function standardSentence(reason: Reason, locale: Locale): string {
  return translatorOf(locale, 'refusals.reason')(reason, { maxReadings });
}

/** A refusal as an answer: `{ "error": { code, message } }` with the status of its reason. */
export function refusalAnswer(refusal: Refusal, locale: Locale): Response {
  const { reason, retryAfterSeconds } = refusal;
  const headers = {
    ...privately,
    ...inLanguage(locale),
    ...(retryAfterSeconds && { 'retry-after': String(retryAfterSeconds) }),
  };
  return Response.json({ error: errorOf(refusal, locale) }, { status: statuses[reason], headers });
}

const inLanguage = (locale: Locale) => ({ 'content-language': locale, vary: 'Accept-Language' });

/** A value as JSON. */
export function reply(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(value, { status, headers: { ...privately, ...headers } });
}

/** Values as they come, one line of JSON each, and a refusal as `{ error }`; leaving ends the work. */
export function replyLines(
  locale: Locale,
  work: (tell: (value: unknown) => void, signal: AbortSignal) => Promise<Refusal | undefined>,
): Response {
  const gone = new AbortController();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const tell = (value: unknown) => {
        if (!gone.signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
      };
      const refusal = await work(tell, gone.signal);
      if (refusal) tell({ error: errorOf(refusal, locale) });
      if (!gone.signal.aborted) controller.close();
    },
    cancel: () => gone.abort(),
  });
  const headers = {
    ...privately,
    ...inLanguage(locale),
    'content-type': linesType,
    'x-accel-buffering': 'no',
  };
  return new Response(body, { headers });
}

/** The content type of such an answer, by which it is asked for. */
export const linesType = 'application/x-ndjson';

/** Done, and nothing more to say. */
export function done(headers: Record<string, string> = {}): Response {
  return new Response(null, { status: 204, headers: { ...privately, ...headers } });
}

/** A file whose parts are sent as they become ready; whoever stops reading stops it. */
export function streamed(
  parts: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
  headers: Record<string, string>,
): Response {
  const encoder = new TextEncoder();
  const iterator = (async function* () {
    yield* parts;
  })();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done: isDone, value } = await iterator.next();
      if (isDone) controller.close();
      else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
    },
    async cancel() {
      await iterator.return(undefined);
    },
  });
  return new Response(body, { headers: { ...privately, ...headers } });
}

/** The headers of a file to keep, called by what it is about. */
export function fileHeaders({
  title,
  extension,
  mediaType,
}: {
  title: string;
  extension: string;
  mediaType: string;
}) {
  const whole = encodeURIComponent(fileName(title, extension));
  return {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="discussion.${extension}"; filename*=UTF-8''${whole}`,
  };
}

/** What a file is called by what it is about: letters, digits and what no system forbids. */
export function fileName(title: string, extension: string): string {
  const name = title
    .replace(/[^\p{L}\p{N} ._-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80);
  return `${name || 'discussion'}.${extension}`;
}
