// Calls to /api from the browser: JSON in, a parsed value or a problem in words out. Nothing else here fetches. What an
// answer must look like is brought by the caller, so that pages without an answer to read load no parser.

import { askedIn, pageWords } from '../page-words.ts';

export type Problem = {
  /** The server's code, or `unreachable`, `unreadable`, `cancelled`. */
  code: string;
  /** 0 where no answer came. */
  status: number;
  /** What happened and what to do, for people. */
  message: string;
};

export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem };

type Call = {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Sent as JSON, or as it is when it is a form. */
  body?: unknown;
  signal?: AbortSignal;
};

/** What an answer must look like: a schema by the Standard Schema convention, as valibot's are. */
export type Answer<T> = {
  readonly '~standard': { readonly validate: (answer: unknown) => Read<T> | Promise<Read<T>> };
};
type Read<T> = { readonly value: T; readonly issues?: undefined } | { readonly issues: readonly unknown[] };

/** For calls whose answer is not used. */
export const anything: Answer<unknown> = { '~standard': { validate: (value) => ({ value }) } };

/** For calls of whose answer one text is used. Read by hand: the pages one comes in by load no schema library. */
export function textIn(name: string): Answer<string> {
  return {
    '~standard': {
      validate(answer) {
        const value =
          typeof answer === 'object' ? Object.entries(answer ?? {}).find(([key]) => key === name)?.[1] : null;
        return typeof value === 'string' ? { value } : { issues: [name] };
      },
    },
  };
}

const problem = (code: string, status: number, message: string): { ok: false; problem: Problem } => ({
  ok: false,
  problem: { code, status, message },
});

/** What the browser alone can tell, in the page's words. */
const ownProblem = (
  code: 'cancelled' | 'unreachable' | 'unreadable' | 'too-many' | 'failed',
  status: number,
) => problem(code, status, pageWords()(`request.${code}`));

/** Calls `/api${path}` and parses its answer; never throws. */
export async function send<T>(
  path: string,
  schema: Answer<T>,
  { method = 'POST', body, signal }: Call = {},
): Promise<Outcome<T>> {
  let response: Response;
  try {
    response = await fetch(`/api${path}`, { method, ...payload(body), ...(signal ? { signal } : {}) });
  } catch {
    return ownProblem(signal?.aborted ? 'cancelled' : 'unreachable', 0);
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) return refused(response.status, answer);
  const parsed = await schema['~standard'].validate(answer);
  return parsed.issues ? ownProblem('unreadable', response.status) : { ok: true, value: parsed.value };
}

/**
 * Calls `/api${path}` for work that tells how far it is: one line of JSON each time. `onLine` takes the lines that its
 * schema knows; the last line is the answer, or an error. Never throws.
 */
export async function sendForLines<L, T>(
  path: string,
  schemas: { line: Answer<L>; answer: Answer<T> },
  onLine: (line: L) => void,
  { method = 'POST', body, signal }: Call = {},
): Promise<Outcome<T>> {
  const { headers, ...rest } = payload(body);
  const accept = { ...headers, accept: 'application/x-ndjson, application/json' };
  try {
    const init = { method, ...rest, headers: accept, ...(signal ? { signal } : {}) };
    const response = await fetch(`/api${path}`, init);
    if (!response.ok) return refused(response.status, await response.json().catch(() => undefined));
    let last: unknown;
    for await (const line of linesOf(response)) {
      last = JSON.parse(line);
      const known = await schemas.line['~standard'].validate(last);
      if (!known.issues) onLine(known.value);
    }
    const answer = await schemas.answer['~standard'].validate(last);
    return answer.issues ? refused(response.status, last) : { ok: true, value: answer.value };
  } catch {
    if (signal?.aborted) return ownProblem('cancelled', 0);
    return problem('unreachable', 0, pageWords()('request.lost'));
  }
}

async function* linesOf(response: Response): AsyncGenerator<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    const lines = (rest + part.value).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest) yield rest;
}

function payload(body: unknown): { body?: BodyInit; headers: Record<string, string> } {
  const headers = askedIn();
  if (body === undefined) return { headers };
  if (body instanceof FormData || body instanceof URLSearchParams) return { body, headers };
  return { body: JSON.stringify(body), headers: { ...headers, 'content-type': 'application/json' } };
}

function refused(status: number, answer: unknown): { ok: false; problem: Problem } {
  const said = refusalIn(answer);
  if (said) return problem(said.code, status, said.message);
  return ownProblem(status === 429 ? 'too-many' : 'failed', status);
}

/** `{ error: { code, message } }`, as every route refuses. */
function refusalIn(answer: unknown): { code: string; message: string } | null {
  const error = typeof answer === 'object' && answer !== null && 'error' in answer ? answer.error : null;
  if (typeof error !== 'object' || error === null || !('code' in error && 'message' in error)) return null;
  const { code, message } = error;
  return typeof code === 'string' && typeof message === 'string' ? { code, message } : null;
}
