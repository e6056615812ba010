// Why a text may not come in, and the result every importer gives. Each refusal carries a sentence for the person
// who brought the file: what it is, and what to do instead.

import { counted } from '#lib/model/counted.ts';
import type { ReadingText } from '#lib/model/text/text.ts';

/** Closed union of import refusals; the HTTP API sends it as the error's code. */
type ImportRefusal =
  | 'empty'
  | 'too-large'
  | 'binary'
  | 'encoding'
  | 'too-many-paragraphs'
  | 'too-complex'
  | 'title-too-long'
  | 'encrypted'
  | 'broken'
  | 'hostile'
  | 'scanned'
  | 'too-many-pages'
  | 'too-slow'
  | 'busy'
  | 'chapter-needed';

export type Refused = { ok: false; reason: ImportRefusal; message: string };

/** A reading ready for preview, with what was changed or left out on the way, one sentence each. */
export type Imported = { ok: true; reading: ReadingText; report: string[]; found: Found[] } | Refused;

/** A part of the source as it was found, before anything was joined, dropped or told apart; lines are as they stood. */
export type Found = { text: string; page?: string };

/** A refused import: the code for programs, the message for people. */
export function refuse(reason: ImportRefusal, message: string): Refused {
  return { ok: false, reason, message };
}

/** A size as people say it, from bytes: `5 MB`, `300 KB`. */
export function sizeInWords(bytes: number): string {
  const megabytes = bytes / (1 << 20);
  if (megabytes >= 1) return `${Number(megabytes.toFixed(1))} MB`;
  return bytes >= 1024 ? `${Math.round(bytes / 1024)} KB` : counted(bytes, 'byte');
}
