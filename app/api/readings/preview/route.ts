// POST: what a text would become as a reading. Nothing is kept. Who accepts lines is told how far a long file is.

import { knock } from '#lib/data/rate-limits.ts';
import { log } from '../../../log.ts';
import { forMe } from '../../handle.ts';
import { type Book, readSource, type Source } from '../../reading-source.ts';
import { localeOf } from '../../request.ts';
import { linesType, refused, reply, replyLines } from '../../respond.ts';

export const POST = forMe(async ({ request, identity }) => {
  const counted = await knock(['import-account', identity.accountId]);
  if (!counted.ok) return counted;
  if (request.headers.get('accept')?.includes(linesType)) return inLines(request);
  const source = await readSource(request, { signal: request.signal });
  return source.ok ? reply(previewOf(source)) : source;
});

function inLines(request: Request): Response {
  return replyLines(localeOf(request), async (tell, signal) => {
    try {
      const source = await readSource(request, { onProgress: (progress) => tell({ progress }), signal });
      if (!source.ok) return source;
      tell({ preview: previewOf(source) });
    } catch (error) {
      log().error({ err: error }, 'a preview failed');
      return refused('internal');
    }
  });
}

function previewOf(source: Source | Book): unknown {
  if ('reading' in source) return { ...source.reading, report: source.report, found: source.found };
  return { title: source.title, chapters: source.chapters };
}
