// JSON of other programs on its way in: parsed once by a schema, refused with a sentence.

import * as v from 'valibot';
import type { NotRead } from './incoming.ts';

/** Reads a JSON text by its schema; `otherwise` is said when it is JSON and something else. */
export function jsonIn<T>(
  text: string,
  schema: v.GenericSchema<unknown, T>,
  otherwise: string,
): { ok: true; value: T } | NotRead {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, message: 'This is not JSON, or only a part of it.' };
  }
  const result = v.safeParse(schema, value);
  return result.success ? { ok: true, value: result.output } : { ok: false, message: otherwise };
}
