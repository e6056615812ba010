// Bringing in a file of a discussion, which takes a while: who accepts lines is told how much of it is on the disk, and
// by leaving ends it. Of notes, what was written by then stays; of an archive, nothing.

import type { WriteProgress } from '#lib/data/readings/writing.ts';
import { log } from '../log.ts';
import type { Outcome } from './handle.ts';
import { errorOf, linesType, type Reason, type RefusalDetail, reply, replyLines } from './respond.ts';

type Brought = { ok: true; value: unknown } | ({ ok: false; reason: Reason } & RefusalDetail);

/** Does the work and answers once, or by lines: `{ progress: { done, of } }`, last `{ brought }` or `{ error }`. */
export async function bringIn(
  request: Request,
  of: number,
  work: (progress: WriteProgress) => Promise<Brought>,
): Promise<Outcome> {
  if (request.headers.get('accept')?.includes(linesType)) return inLines(of, work);
  const brought = await work({ signal: request.signal });
  return brought.ok ? reply(brought.value, 201) : brought;
}

function inLines(of: number, work: (progress: WriteProgress) => Promise<Brought>): Response {
  return replyLines(async (tell, signal) => {
    try {
      tell({ progress: { done: 0, of } });
      const brought = await work({ signal, onWritten: (done) => tell({ progress: { done, of } }) });
      tell(brought.ok ? { brought: brought.value } : { error: errorLine(brought) });
    } catch (error) {
      log().error({ err: error }, 'an import failed');
      tell({ error: errorOf('internal') });
    }
  });
}

function errorLine({ ok: _, reason, ...detail }: Extract<Brought, { ok: false }>) {
  return errorOf(reason, detail);
}
