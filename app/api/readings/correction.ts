// A corrected text on its way in, and who may publish it: what the routes of editions share.

import * as v from 'valibot';
import type { Identity } from '#lib/data/people/identity.ts';
import { parseReadingText } from '#lib/data/readings/reading-text.ts';
import { readingOf } from '#lib/data/readings/readings.ts';
import { settings } from '#lib/data/settings.ts';
import { enterSpace, type SpaceAccess } from '#lib/data/spaces/access.ts';
import type { ReadingText } from '#lib/model/text/text.ts';
import { jsonLimitBytes, readJson } from '../request.ts';
import { type Refusal, refused } from '../respond.ts';
import { misfit } from '../unread-file.ts';

/** Escapes and field names around the text. */
const wrappingFactor = 2;

const correction = v.object({
  reading: v.looseObject({}),
  /** The number of the edition that was corrected; a preview needs none. */
  corrected: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1)), 1),
});

/** Reads the corrected text of a request; nothing is kept yet. */
export async function readCorrection(
  request: Request,
): Promise<{ ok: true; text: ReadingText; corrected: number } | Refusal> {
  const { limits } = settings();
  const read = await readJson(request, correction, wrappingFactor * limits.importBytes + jsonLimitBytes);
  if (!read.ok) return read;
  const parsed = parseReadingText(read.value.reading, limits);
  if (!parsed.ok) return refused('invalid', { say: misfit(parsed.misfit) });
  return { ok: true, text: parsed.text, corrected: read.value.corrected };
}

/** The caller's access to the space of a reading that is open to them. */
export async function enterSpaceOf(
  identity: Identity,
  readingId: string,
): Promise<{ ok: true; access: SpaceAccess } | Refusal> {
  const reading = await readingOf(identity, readingId);
  if (!reading) return refused('no-such-reading');
  const access = await enterSpace(identity, reading.spaceId);
  return access ? { ok: true, access } : refused('not-allowed');
}
