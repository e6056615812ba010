// Why a text may not come in, and the result every importer gives. Each refusal says, in a sentence of the catalogue, what
// the file is and what to do instead; the words are made where the answer is.

import type { ReadingText } from '#lib/model/text/text.ts';
import type { Said, Size } from '#lib/words/said.ts';

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

export type Refused = { ok: false; reason: ImportRefusal; said: Said };

/** A reading ready for preview, with what was changed or left out on the way, one sentence each. */
export type Imported = { ok: true; reading: ReadingText; report: Said[]; found: Found[] } | Refused;

/** A part of the source as it was found, before anything was joined, dropped or told apart; lines are as they stood. */
export type Found = { text: string; page?: string };

/** A refused import: the code for programs, the sentence for people. */
export function refuse(reason: ImportRefusal, said: Said): Refused {
  return { ok: false, reason, said };
}

/** A size as people say it, from bytes: `5 MB`, `300 KB`. */
export function sizeOf(bytes: number): Size {
  const megabytes = bytes / (1 << 20);
  if (megabytes >= 1) return { count: Number(megabytes.toFixed(1)), unit: 'mb' };
  return bytes >= 1024 ? { count: Math.round(bytes / 1024), unit: 'kb' } : { count: bytes, unit: 'bytes' };
}
