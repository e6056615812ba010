// JSON of other programs on its way in: parsed once by a schema, refused with a sentence.

import * as v from 'valibot';
import type { Said } from '#lib/words/said.ts';
import type { NotRead } from './incoming.ts';

/** Reads a JSON text by its schema; `otherwise` is said when it is JSON and something else. */
export function jsonIn<T>(
  text: string,
  schema: v.GenericSchema<unknown, T>,
  otherwise: Said,
): { ok: true; value: T } | NotRead {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, said: { key: 'notes.notRead.json' } };
  }
  const result = v.safeParse(schema, value);
  return result.success ? { ok: true, value: result.output } : { ok: false, said: otherwise };
}
