// `/healthz`: the process answers. `/readyz`: it can also write, and is not about to stop. For whoever watches over the
// process; anyone may ask, so asking often costs no more than asking once.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { all, database } from '#lib/data/store/database.ts';

/** A write is tried at most this often, however often one asks. */
const probeMs = 1000;

let lastProbe: { atMs: number; outcome: Promise<boolean> } | undefined;

/** Answers a request about health; false when it was about something else. */
export function answerHealth(
  request: IncomingMessage,
  response: ServerResponse,
  isStopping: boolean,
): boolean {
  if (request.url === '/healthz') {
    reply(response, 200, 'alive');
    return true;
  }
  if (request.url !== '/readyz') return false;
  if (isStopping) reply(response, 503, 'stopping');
  else
    void canWrite().then((isWritable) =>
      isWritable ? reply(response, 200, 'ready') : reply(response, 503, 'the database cannot be written'),
    );
  return true;
}

/** A full disk and a lock show only when something is written. */
function canWrite(): Promise<boolean> {
  const nowMs = performance.now();
  if (lastProbe && nowMs - lastProbe.atMs < probeMs) return lastProbe.outcome;
  const { build, write } = database();
  const value = new Date().toISOString();
  const outcome = write(() =>
    all(
      build
        .insertInto('meta')
        .values({ key: 'last_probe', value })
        .onConflict((oc) => oc.column('key').doUpdateSet({ value })),
    ),
  ).then(
    () => true,
    () => false,
  );
  lastProbe = { atMs: nowMs, outcome };
  return outcome;
}

function reply(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' }).end(`${text}\n`);
}
