// POST: publish a text as a reading, from a file, a pasted text, or a preview with corrections.

import { knock } from '#lib/data/rate-limits.ts';
import { importSpaceFor, keepReading } from '#lib/data/readings/readings.ts';
import { sentenceOf } from '#lib/words/said.ts';
import { forMe } from '../handle.ts';
import { readOneSource } from '../reading-source.ts';
import { localeOf } from '../request.ts';
import { reply } from '../respond.ts';

export const POST = forMe(async ({ request, identity }) => {
  const counted = await knock(['import-account', identity.accountId]);
  if (!counted.ok) return counted;
  const source = await readOneSource(request);
  if (!source.ok) return source;
  const space = await importSpaceFor(identity, source.spaceId, localeOf(request));
  if (!space.ok) return space;
  const kept = await keepReading(space.access, source.reading);
  if (!kept.ok) return kept;
  const report = source.report.map((said) => sentenceOf(localeOf(request), said));
  return reply({ ...kept.reading, report }, 201);
});
