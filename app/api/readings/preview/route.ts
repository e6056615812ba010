// POST: what a text would become as a reading. Nothing is kept. Who accepts lines is told how far a long file is.

import { knock } from '#lib/data/rate-limits.ts';
import type { Chapter } from '#lib/exchange/file.ts';
import type { Locale } from '#lib/model/manners.ts';
import { sentenceOf } from '#lib/words/said.ts';
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
  return source.ok ? reply(previewOf(source, localeOf(request))) : source;
});

function inLines(request: Request): Response {
  return replyLines(localeOf(request), async (tell, signal) => {
    try {
      const source = await readSource(request, { onProgress: (progress) => tell({ progress }), signal });
      if (!source.ok) return source;
      tell({ preview: previewOf(source, localeOf(request)) });
    } catch (error) {
      log().error({ err: error }, 'a preview failed');
      return refused('internal');
    }
  });
}

function previewOf(source: Source | Book, locale: Locale): unknown {
  if ('reading' in source)
    return {
      ...source.reading,
      report: source.report.map((said) => sentenceOf(locale, said)),
      found: source.found,
    };
  return { title: source.title, chapters: source.chapters.map((one) => named(one, locale)) };
}

/** A chapter that its book does not name goes by its number. */
function named({ id, title, words }: Chapter, locale: Locale) {
  const number = Number(id);
  return { id, title: title ?? sentenceOf(locale, { key: 'part', values: { number } }), words };
}
