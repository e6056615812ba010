// How much JavaScript a page takes: what its HTML asks for, which is what has to be there to hydrate, and all that has
// come once it rests. Packed here by gzip, so that headers and the server's own choice of packing count for nothing.

import { gzipSync } from 'node:zlib';
import type { BrowserContext } from '@playwright/test';

export type Scripts = { hydrateKb: number; idleKb: number };

/** A page is at rest when nothing was asked for during this time. */
const restMs = 3000;

export async function scriptsOf(context: BrowserContext, url: string): Promise<Scripts> {
  const page = await context.newPage();
  const scripts = new Set<string>();
  let lastMs = Date.now();
  page.on('request', (request) => {
    if (request.resourceType() !== 'script') return;
    scripts.add(request.url());
    lastMs = Date.now();
  });
  const answer = await page.goto(url, { waitUntil: 'networkidle' });
  const html = (await answer?.text()) ?? '';
  while (Date.now() - lastMs < restMs) await page.waitForTimeout(restMs / 10);
  await page.close();
  let hydrate = 0;
  let idle = 0;
  for (const script of scripts) {
    // Asked for again: a browser lets go of the body of what it has compiled.
    const size = gzipSync(await (await context.request.get(script)).body()).length;
    idle += size;
    if (html.includes(`"${new URL(script).pathname}"`)) hydrate += size;
  }
  return { hydrateKb: hydrate / 1000, idleKb: idle / 1000 };
}
