// Bringing in a file of a discussion, which takes a while: who accepts lines is told how much of it is on the disk, and
// by leaving ends it. Of notes, what was written by then stays; of an archive, nothing.

import type { Place } from '#lib/data/at-once.ts';
import type { WriteProgress } from '#lib/data/readings/writing.ts';
import { log } from '../log.ts';
import type { Outcome } from './handle.ts';
import { localeOf } from './request.ts';
import { linesType, type Refusal, refused, reply, replyLines } from './respond.ts';

type Brought = { ok: true; value: unknown } | Refusal;

/**
 * Does the work and answers once, or by lines: `{ progress: { done, of } }`, last `{ brought }` or `{ error }`. The place
 * is kept as long as the work goes on, which with lines is longer than until the answer.
 */
export async function bringIn(
  request: Request,
  of: number,
  place: Place,
  work: (progress: WriteProgress) => Promise<Brought>,
): Promise<Outcome> {
  if (request.headers.get('accept')?.includes(linesType)) return inLines(request, of, place, work);
  const brought = await work({ signal: request.signal });
  return brought.ok ? reply(brought.value, 201) : brought;
}

function inLines(
  request: Request,
  of: number,
  place: Place,
  work: (progress: WriteProgress) => Promise<Brought>,
): Response {
  return replyLines(localeOf(request), (tell, signal) => {
    const telling = async () => {
      try {
        tell({ progress: { done: 0, of } });
        const brought = await work({ signal, onWritten: (done) => tell({ progress: { done, of } }) });
        if (!brought.ok) return brought;
        tell({ brought: brought.value });
      } catch (error) {
        log().error({ err: error }, 'an import failed');
        return refused('internal');
      }
    };
    return place.until(telling());
  });
}
