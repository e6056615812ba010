// The formats of a discussion, one entry each: how it is written, and how it is read where it can come in.

import { readAif, writeAif } from './aif.ts';
import { writeArchive } from './archive.ts';
import { readArgdown, writeArgdown } from './argdown.ts';
import { readCsv, writeCsv } from './csv.ts';
import { writeDigest } from './digest.ts';
import type { Writer } from './discussion.ts';
import { writeHtml } from './html-page.ts';
import { readHypothesis, writeHypothesis } from './hypothesis.ts';
import type { Incoming, NotRead } from './incoming.ts';
import { readKialo, writeKialo } from './kialo.ts';
import { writeW3c } from './w3c.ts';
import { readW3c, type Source } from './w3c-in.ts';
import { writeWord } from './word.ts';

type FormatId =
  | 'word'
  | 'html'
  | 'markdown'
  | 'csv'
  | 'w3c'
  | 'hypothesis'
  | 'kialo'
  | 'argdown'
  | 'aif'
  | 'archive';

type Format = {
  /** What a person reads of it before they choose stands in the catalogue by this id. */
  id: FormatId;
  extension: string;
  mediaType: string;
  /** It holds a discussion whole or not at all: no filter narrows it. */
  isWhole?: true;
  write: Writer;
  read?(text: string, source: Source): Incoming | NotRead;
};

/** In the order in which people are offered them: to read, to work on elsewhere, to keep. */
export const formats: readonly Format[] = [
  {
    id: 'word',
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: writeWord,
  },
  {
    id: 'html',
    extension: 'html',
    mediaType: 'text/html; charset=utf-8',
    write: writeHtml,
  },
  {
    id: 'markdown',
    extension: 'md',
    mediaType: 'text/markdown; charset=utf-8',
    write: writeDigest,
  },
  {
    id: 'csv',
    extension: 'csv',
    mediaType: 'text/csv; charset=utf-8',
    write: writeCsv,
    read: readCsv,
  },
  {
    id: 'w3c',
    extension: 'jsonld',
    mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    write: writeW3c,
    read: readW3c,
  },
  {
    id: 'hypothesis',
    extension: 'json',
    mediaType: 'application/json',
    write: writeHypothesis,
    read: readHypothesis,
  },
  {
    id: 'kialo',
    extension: 'txt',
    mediaType: 'text/plain; charset=utf-8',
    write: writeKialo,
    read: readKialo,
  },
  {
    id: 'argdown',
    extension: 'argdown',
    mediaType: 'text/plain; charset=utf-8',
    write: writeArgdown,
    read: readArgdown,
  },
  {
    id: 'aif',
    extension: 'json',
    mediaType: 'application/json',
    write: writeAif,
    read: readAif,
  },
  {
    id: 'archive',
    extension: 'zip',
    mediaType: 'application/zip',
    isWhole: true,
    write: writeArchive,
  },
];

/** The format of this id. */
export function formatOf(id: string): Format | undefined {
  return formats.find((format) => format.id === id);
}

/**
 * Reads a file of annotations made elsewhere.
 * @param id which format it is in; absent, what it looks like decides.
 */
export function readAnnotations(text: string, id: string | undefined, source: Source): Incoming | NotRead {
  const format = formatOf(id ?? looksLike(text));
  if (!format?.read) return { ok: false, said: { key: 'notes.notRead.unknown' } };
  return format.read(text, source);
}

function looksLike(text: string): string {
  const start = text
    .slice(0, 4000)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (start.startsWith('{') || start.startsWith('[')) {
    if (/"nodes"\s*:/.test(start) || /"AIF"\s*:/.test(start)) return 'aif';
    return /"(rows|annotations|user_info|permissions|client_version)"\s*:/.test(start) ? 'hypothesis' : 'w3c';
  }
  if (/^(Discussion Title:|1\.\s)/.test(start)) return 'kialo';
  return /^[^\n]*\bid\b[^\n]*\bnote\b/.test(start) ? 'csv' : 'argdown';
}
