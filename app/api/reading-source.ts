// A text on its way in: a file in a form, a pasted text, a web address, or a reading corrected after its preview.

import * as v from 'valibot';
import { headingFields, parseReadingText } from '#lib/data/readings/reading-text.ts';
import { settings } from '#lib/data/settings.ts';
import { fetchPage, type Spared, type WebPage } from '#lib/data/web/web-page.ts';
import type { WebRefusal } from '#lib/data/web/web-refusal.ts';
import type { PageOrigin } from '#lib/exchange/article.ts';
import type { Chapter, FileLimits, Progress } from '#lib/exchange/file.ts';
import { importReading } from '#lib/exchange/reading.ts';
import type { Found, Imported } from '#lib/exchange/refusal.ts';
import { type Apart, readApart } from '#lib/exchange/worker/read-apart.ts';
import { maxHeadingLengths, type ReadingText } from '#lib/model/text/text.ts';
import { misfitOf } from '#lib/words/fault-words.ts';
import type { Said } from '#lib/words/said.ts';
import { type Saying, translatorOf } from '#lib/words/translate.ts';
import { isType, readForm, readJson } from './request.ts';
import { type Refusal, refused } from './respond.ts';
import { misfit, noFile, unreadFile } from './unread-file.ts';

export type Source = {
  ok: true;
  reading: ReadingText;
  report: Said[];
  found: Found[];
  spaceId: string | undefined;
};
/** A book, of which a chapter has to be chosen first. */
export type Book = { ok: true; chapters: Chapter[]; title: string };

export type Reading = {
  /** Told how far a long file has been read. */
  onProgress?: (progress: Progress) => void;
  /** Ends the reading. */
  signal?: AbortSignal;
  /** For tests: the one server on loopback that may be fetched from. */
  spared?: Spared;
};

/** A title is at most a fraction of this; nobody types more. */
const longestLine = 5000;

/** What stands around a file or a text in JSON or in a form: quotes, escapes, field names. */
const wrappingFactor = 2;

const spaceId = v.optional(v.pipe(v.string(), v.maxLength(64)));
const chapter = v.optional(v.pipe(v.string(), v.maxLength(64)));
// Judged with the text that it is the title of, which says by how much it is too long.
const title = v.optional(v.pipe(v.string(), v.maxLength(longestLine)));
const { title: _, ...corrections } = headingFields;
const pasted = v.object({ text: v.string(), title, spaceId, ...corrections });
const previewed = v.object({ reading: v.looseObject({}), spaceId });
// Longer addresses than this are not kept as a reading's source either.
const named = v.object({
  url: v.pipe(v.string(), v.maxLength(maxHeadingLengths.source)),
  title,
  spaceId,
});
const json = v.union([previewed, pasted, named], 'Give { text, title? }, { url } or { reading }');

/** Reads the text of a request; nothing is kept yet. */
export async function readSource(request: Request, reading: Reading = {}): Promise<Source | Book | Refusal> {
  return isType(request, 'multipart/form-data') ? readFile(request, reading) : readBody(request, reading);
}

/** The same where there must be one text in the end: of a book, a chapter has to be named. */
export async function readOneSource(request: Request): Promise<Source | Refusal> {
  const source = await readSource(request, { signal: request.signal });
  if (!source.ok || 'reading' in source) return source;
  const say: Saying = (locale) => translatorOf(locale, 'refusals')('chapterNeeded');
  return refused('import-refused', { code: 'chapter-needed', say });
}

async function readFile(request: Request, reading: Reading): Promise<Source | Book | Refusal> {
  const read = await readForm(request, settings().limits.importFileBytes + 64 * 1024);
  if (!read.ok) return read;
  const file = read.form.get('file');
  if (!(file instanceof File)) return refused('invalid', { say: noFile });
  const fields = v.safeParse(
    v.object({ title, spaceId, chapter }),
    Object.fromEntries([...read.form].filter(([, value]) => typeof value === 'string' && value !== '')),
  );
  if (!fields.success) return refused('invalid', { say: misfit({ ...misfitOf(fields.issues), path: null }) });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { title: typed, chapter: part, spaceId: space } = fields.output;
  const options = {
    fileName: file.name,
    ...(typed !== undefined && { title: typed }),
    ...(part !== undefined && { chapter: part }),
    limits: fileLimits(),
  };
  const result = await readApart({ bytes, options }, within(reading));
  if (result === null) return refused('cancelled');
  if (result.ok && 'chapters' in result) return result;
  return sourceOf(result, space);
}

function fileLimits(): FileLimits {
  const { importBytes, importFileBytes, importParagraphs, importPages } = settings().limits;
  return { bytes: importBytes, fileBytes: importFileBytes, paragraphs: importParagraphs, pages: importPages };
}

function within({ onProgress, signal }: Reading): Apart {
  const timeoutMs = settings().limits.importMs;
  return { timeoutMs, ...(onProgress && { onProgress }), ...(signal && { signal }) };
}

/** A page of the web: fetched within lib/data's limits, then read apart as any file is. */
async function readWeb({ url, title: typed, spaceId: space }: v.InferOutput<typeof named>, reading: Reading) {
  if (!settings().mayFetch) return refused('fetching-off');
  const page = await fetchPage(url, reading);
  if (!page.ok) return unfetched(page.reason);
  const { address, bytes } = page;
  const options = {
    page: originOf(page),
    ...(typed !== undefined && { title: typed }),
    limits: fileLimits(),
  };
  const result = await readApart({ bytes, options }, within(reading));
  if (result === null) return refused('cancelled');
  // Only books come in chapters, and a page is none.
  if (!result.ok || 'chapters' in result) return result.ok ? unfetched('page-type') : unreadFile(result);
  const source = sourceOf(result, space);
  return source.ok ? { ...source, reading: { ...source.reading, source: address } } : source;
}

function originOf({ address, type, charset }: WebPage): PageOrigin {
  return { address, isHtml: type === 'text/html', ...(charset !== undefined && { charset }) };
}

function unfetched(reason: WebRefusal): Refusal {
  if (reason === 'cancelled') return refused(reason);
  const say: Saying = (locale) => translatorOf(locale, 'refusals.web')(reason);
  return refused('import-refused', { code: reason, say });
}

async function readBody(request: Request, reading: Reading): Promise<Source | Refusal> {
  const read = await readJson(request, json, wrappingFactor * settings().limits.importBytes + 64 * 1024);
  if (!read.ok) {
    // Both ways in are open here, so the answer names both.
    return read.reason === 'not-json' ? refused('not-a-form') : read;
  }
  if ('reading' in read.value) {
    const parsed = parseReadingText(read.value.reading, settings().limits);
    if (!parsed.ok) return refused('invalid', { say: misfit(parsed.misfit) });
    return { ok: true, reading: parsed.text, report: [], found: [], spaceId: read.value.spaceId };
  }
  if ('url' in read.value) return readWeb(read.value, reading);
  const { text, title: typed, spaceId: space, ...corrected } = read.value;
  const { importBytes, importParagraphs } = settings().limits;
  const limits = { bytes: importBytes, paragraphs: importParagraphs };
  const source = sourceOf(
    importReading(text, { ...(typed !== undefined && { title: typed }), limits }),
    space,
  );
  if (!source.ok) return source;
  const given = Object.fromEntries(Object.entries(corrected).filter(([, line]) => line !== undefined));
  return { ...source, reading: { ...source.reading, ...given } };
}

function sourceOf(result: Imported, space: string | undefined): Source | Refusal {
  if (result.ok) return { ...result, spaceId: space };
  return unreadFile(result);
}
