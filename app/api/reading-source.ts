// A text on its way in: a file in a form, a pasted text, or a reading corrected after its preview.

import * as v from 'valibot';
import { titleField } from '#lib/data/fields.ts';
import { headingFields, parseReadingText } from '#lib/data/readings/reading-text.ts';
import { settings } from '#lib/data/settings.ts';
import { importReading } from '#lib/exchange/reading.ts';
import type { ReadingText } from '#lib/model/text.ts';
import { isType, readForm, readJson } from './request.ts';
import type { Reason, RefusalDetail } from './respond.ts';

export type Source = { ok: true; reading: ReadingText; report: string[]; spaceId: string | undefined };
type Unread = { ok: false; reason: Reason } & RefusalDetail;

/** What stands around a file or a text in JSON or in a form: quotes, escapes, field names. */
const wrappingFactor = 2;

const spaceId = v.optional(v.pipe(v.string(), v.maxLength(64)));
const { title: _, ...corrections } = headingFields;
const pasted = v.object({ text: v.string(), title: v.optional(titleField), spaceId, ...corrections });
const previewed = v.object({ reading: v.looseObject({}), spaceId });
const json = v.union([previewed, pasted], 'Give { text, title? } or { reading }');

/** Reads the text of a request; nothing is kept yet. */
export async function readSource(request: Request): Promise<Source | Unread> {
  return isType(request, 'multipart/form-data') ? readFile(request) : readBody(request);
}

async function readFile(request: Request): Promise<Source | Unread> {
  const { importBytes } = settings().limits;
  const read = await readForm(request, importBytes + 64 * 1024);
  if (!read.ok) return { ok: false, reason: read.reason, ...read.detail };
  const file = read.form.get('file');
  if (!(file instanceof File)) {
    return {
      ok: false,
      reason: 'invalid',
      message: 'The form has no field “file” with a file. Nothing was kept.',
    };
  }
  const fields = v.safeParse(
    v.object({ title: v.optional(titleField), spaceId }),
    Object.fromEntries([...read.form].filter(([, value]) => typeof value === 'string' && value !== '')),
  );
  if (!fields.success)
    return { ok: false, reason: 'invalid', message: `${fields.issues[0].message}. Nothing was kept.` };
  const bytes = new Uint8Array(await file.arrayBuffer());
  return imported(bytes, { fileName: file.name, ...fields.output });
}

async function readBody(request: Request): Promise<Source | Unread> {
  const read = await readJson(request, json, wrappingFactor * settings().limits.importBytes + 64 * 1024);
  if (!read.ok) {
    // Both ways in are open here, so the answer names both.
    const reason = read.reason === 'not-json' ? 'not-a-form' : read.reason;
    return { ok: false, reason, ...read.detail };
  }
  if ('reading' in read.value) {
    const parsed = parseReadingText(read.value.reading, settings().limits);
    if (!parsed.ok) return { ok: false, reason: 'invalid', message: `${parsed.detail}. Nothing was kept.` };
    return { ok: true, reading: parsed.text, report: [], spaceId: read.value.spaceId };
  }
  const { text, title, spaceId: space, ...corrected } = read.value;
  const source = imported(text, { title, spaceId: space });
  if (!source.ok) return source;
  const given = Object.fromEntries(Object.entries(corrected).filter(([, line]) => line !== undefined));
  return { ...source, reading: { ...source.reading, ...given } };
}

function imported(
  source: Uint8Array | string,
  {
    fileName,
    title,
    spaceId: space,
  }: { fileName?: string; title?: string | undefined; spaceId?: string | undefined },
): Source | Unread {
  const { importBytes, importParagraphs } = settings().limits;
  const result = importReading(source, {
    ...(fileName !== undefined && { fileName }),
    ...(title !== undefined && { title }),
    limits: { bytes: importBytes, paragraphs: importParagraphs },
  });
  if (result.ok) return { ok: true, reading: result.reading, report: result.report, spaceId: space };
  const reason = result.reason === 'too-large' ? 'too-large' : 'import-refused';
  return { ok: false, reason, code: result.reason, message: result.message };
}
