// The one adapter from a reason to an HTTP answer: its status, and a sentence that says what happened, what is safe and
// what to do next. A reason that is not in this table does not compile.

import { maxReadings } from '#lib/model/room-readings.ts';

type Answer = readonly [status: number, message: string];

const answers = {
  'not-signed-in': [401, 'You are not signed in, or no longer. Sign in and try again; nothing was changed.'],
  'wrong-credentials': [
    401,
    'No account has this e-mail address and this password. Check both, or choose a new password.',
  ],
  'wrong-password': [
    403,
    'That is not your current password, so nothing was changed. If you have none yet, choose one by “Forgot password?” when signing in.',
  ],
  'members-only': [
    403,
    'Guests cannot do this. Sign up first: you keep your place and everything you have said.',
  ],
  'not-allowed': [403, 'Your role does not allow this, so nothing was changed. Ask an instructor or coach.'],
  'not-a-member': [
    403,
    'This discussion is open only to the people invited to it. Ask its instructor for a link.',
  ],
  'no-mail': [
    403,
    'This server cannot send e-mail: its operator has set no mail server. Nothing was sent; hand over the personal links instead.',
  ],
  'not-confirmed': [
    403,
    'Nothing was sent: your own e-mail address is not confirmed yet, and people answer to it. Confirm it under Settings, E-mail, then try again.',
  ],
  'guests-not-here': [
    403,
    'This discussion is graded, so it takes people with an account only. Sign up, and you keep what you have said elsewhere.',
  ],
  removed: [
    403,
    'You were removed from here, and a link does not bring you back. What you said is kept. Ask an instructor to put you back.',
  ],
  'fetching-off': [
    403,
    'This server does not fetch pages from the web: its operator has not allowed it. Nothing was done. Save the page as a file, or copy its words, and bring in those.',
  ],
  'cross-site': [
    403,
    'This request came from another site, so nothing was done. Open Counterpoint itself and try again.',
  ],
  'owner-code-needed': [
    403,
    'The first account needs the owner code that the server printed when it started. No account was made; check the code and try again.',
  ],
  'no-such-route': [404, 'There is nothing at this address. The addresses of the API are in docs/api.md.'],
  'no-demo': [404, 'There is no demo here. Sign up, or open a link someone gave you.'],
  'no-such-room': [
    404,
    'There is no such discussion, or it is not open to you. Check the link, or ask for an invitation.',
  ],
  'no-such-space': [
    404,
    'There is no such course or squad, or you do not belong to it. Check the link, or ask for an invitation.',
  ],
  'no-such-reading': [404, 'There is no such reading, or it is not open to you. Check the link.'],
  'no-such-member': [404, 'Nobody like that belongs here, so nothing was changed. Reload the list.'],
  'no-such-seat': [
    404,
    'This place on the roster is taken already, or there is none like it. Ask your instructor.',
  ],
  'no-such-assignment': [404, 'There is no such assignment, or it is not open to you. Check the link.'],
  'no-such-hold': [404, 'That was closed already. Reload the page.'],
  'no-such-session': [404, 'That device is signed out already.'],
  'no-such-digest': [
    404,
    'This link is not whole, or no longer good. Nothing was changed; sign in and choose under Settings, E-mail.',
  ],
  'no-such-token': [404, 'That token has ended already.'],
  'no-such-invite': [
    404,
    'There is no such invitation. Check that the link is complete, or ask for a new one.',
  ],
  'round-on': [
    409,
    'A round is on, and until it is over nobody but its debaters brings anything into it. Nothing was changed; try again then.',
  ],
  'one-reading': [
    409,
    'This discussion is on one reading; only a debate holds several. Nothing was changed.',
  ],
  'too-many-readings': [
    409,
    `A debate holds at most ${maxReadings} readings, so this one was not added. Take out one that nobody needs first.`,
  ],
  'last-reading': [409, 'A discussion keeps at least one reading, so this one stays. Add another one first.'],
  'reading-in-use': [
    409,
    'Notes, cards or private notes stand in this reading and would lose their words, so it stays. Once their authors withdraw them it can go.',
  ],
  'no-round': [409, 'This room holds no round yet, so nothing was changed. Choose a format first.'],
  'no-such-side': [422, 'The format has no such side, so nothing was changed.'],
  'dates-are-assigned': [
    409,
    'The assignment says when work is due here, so nothing was changed. Change it there, for all of its rooms.',
  ],
  'no-such-rubric': [404, 'There is no such rubric here. Choose another; nothing was changed.'],
  'no-such-participant': [404, 'Nobody like that is in this discussion, so nothing was changed.'],
  'changed-meanwhile': [
    409,
    'Someone else changed this meanwhile, so nothing was overwritten. Look at their decision, then decide again.',
  ],
  'no-such-page': [404, 'There is no such page of annotations. Begin at the container’s first one.'],
  'no-such-note': [404, 'There is no such note in this discussion, or it is not open to you.'],
  'not-acceptable': [406, 'Annotations are given as JSON-LD only. Ask for application/ld+json.'],
  'email-taken': [
    409,
    'This e-mail address has an account already, so none was made or changed. Sign in instead, or use another address.',
  ],
  'people-mixed-up': [
    409,
    'Some lines name two people as one, or one person twice, so nobody was added. Mend them and try again.',
  ],
  'names-promised': [
    409,
    'People have written here under pseudonyms, and were told that they would stay so. Nothing was changed.',
  ],
  'last-owner': [
    409,
    'Someone must own this course or squad. Nothing was changed; make someone else an owner first.',
  ],
  'newer-version': [
    409,
    'Someone published a later version meanwhile, so yours was not published. Nothing is lost: look at theirs, and put your corrections into it.',
  ],
  withdrawn: [410, 'This note was withdrawn by whoever wrote it.'],
  'precondition-failed': [
    412,
    'The note is no longer as you last saw it, so nothing was changed. Read it again, then change it.',
  ],
  'write-refused': [403, 'The discussion takes no such change from you, so nothing was written.'],
  'write-held': [
    503,
    'The server cannot save just now. What you sent may still be saved when it can: look again before you send it anew.',
  ],
  'write-interrupted': [
    503,
    'The discussion was interrupted while this was written. Some of it may be saved: look before you send it again.',
  ],
  'invite-expired': [410, 'This invitation has expired. Ask whoever sent it for a new one.'],
  'invite-revoked': [410, 'This invitation was withdrawn. Ask whoever sent it for a new one.'],
  'confirmation-over': [
    410,
    'This link was used already, is too old, or was for another address. Send yourself a new one from the settings.',
  ],
  'reset-over': [
    410,
    'This link was used already or is too old. Your password is as it was; ask for a new link.',
  ],
  'too-large': [413, 'This is larger than what is taken here, so nothing was kept. Send less.'],
  'not-json': [415, 'The request must be JSON (content-type application/json). Nothing was done.'],
  'not-a-form': [415, 'Send a file as multipart/form-data, or a text as application/json. Nothing was kept.'],
  'dates-out-of-order': [
    422,
    'Notes come before replies, and both before closing. Nothing was changed; check the dates.',
  ],
  'nobody-to-group': [
    422,
    'There is nobody on the roster to put into groups yet. Nothing was made; add people first, or make one discussion for all.',
  ],
  invalid: [422, 'Something in the request is not as it should be. Nothing was done.'],
  'name-needed': [422, 'Write the name that others will see, then join.'],
  'closed-already': [
    422,
    'With these dates an assignment would be closed before anyone comes, so nothing was made. Choose a later day, or leave the dates empty.',
  ],
  'expiry-past': [
    422,
    'The time at which the link should end has passed already. No link was made; choose a later one.',
  ],
  'import-refused': [422, 'This text could not be read in. Nothing was kept.'],
  'too-many': [429, 'That was too often in a short time. Nothing is lost; wait a little and try again.'],
  busy: [503, 'The server has much to do just now. Nothing was kept; wait a little and try again.'],
  cancelled: [499, 'Cancelled. Nothing was kept.'],
  internal: [
    500,
    'Something went wrong on the server. What was saved before is safe; try again in a moment.',
  ],
} as const satisfies Record<string, Answer>;

export type Reason = keyof typeof answers;

/** What a refusal may carry besides its reason. */
export type RefusalDetail = {
  /** The error's code, where one reason stands for several; else the reason. */
  code?: string;
  /** A sentence that says more than the standard one. */
  message?: string;
  retryAfterSeconds?: number;
};

// Answers are about one person: no cache, shared or not, may keep one. And they are no pages: nothing in them runs.
const privately = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
};

/** What a refusal says to programs and to people. */
export function errorOf(reason: Reason, detail: RefusalDetail = {}): { code: string; message: string } {
  return { code: detail.code ?? reason, message: detail.message ?? answers[reason][1] };
}

/** A refusal: `{ "error": { code, message } }` with the status of its reason. */
export function refused(reason: Reason, detail: RefusalDetail = {}): Response {
  const [status] = answers[reason];
  const { retryAfterSeconds } = detail;
  return Response.json(
    { error: errorOf(reason, detail) },
    {
      status,
      headers: { ...privately, ...(retryAfterSeconds && { 'retry-after': String(retryAfterSeconds) }) },
    },
  );
}

/** A value as JSON. */
export function reply(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(value, { status, headers: { ...privately, ...headers } });
}

/** Values as they come, one line of JSON each; leaving ends the work. */
export function replyLines(
  work: (tell: (value: unknown) => void, signal: AbortSignal) => Promise<void>,
): Response {
  const gone = new AbortController();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const tell = (value: unknown) => {
        if (!gone.signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
      };
      await work(tell, gone.signal);
      if (!gone.signal.aborted) controller.close();
    },
    cancel: () => gone.abort(),
  });
  const headers = { ...privately, 'content-type': linesType, 'x-accel-buffering': 'no' };
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
