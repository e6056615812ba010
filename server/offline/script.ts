// `/sw.js`: the service worker as the text of its own function, with what it must know of the build. Pages and code are
// Next's; this is not, because the worker must be one file whose address never changes.

import { readdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { buildMark } from '#lib/data/build-mark.ts';
import { type Build, offlineWorker } from './worker.ts';

let script: string | undefined;

/** Answers a request for the service worker; false when it was about something else, or nothing is kept offline. */
export function answerWorker(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.url !== '/sw.js' || request.method !== 'GET') return false;
  const mark = buildMark();
  if (mark === null) return false;
  script ??= workerScript({ mark, code: codeOf(join(process.cwd(), '.next', 'static')) });
  response
    .writeHead(200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      // An update of the app is noticed by this file.
      'Cache-Control': 'no-cache',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': `default-src 'none'; connect-src 'self'`,
    })
    .end(script);
  return true;
}

/** The worker for one build, as a browser runs it. */
export function workerScript(build: Build): string {
  return `(${offlineWorker})(self, ${JSON.stringify(build)});\n`;
}

function codeOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:js|css)$/.test(name))
    .map((name) => `/_next/static/${name}`)
    .sort();
}
