// GET: the versions of a reading, the newest first. POST: publish a corrected text as the next one.

import { knock } from '#lib/data/rate-limits.ts';
import { editionsOf, makeEdition } from '#lib/data/readings/editions.ts';
import { readingOf } from '#lib/data/readings/readings.ts';
import { forMe } from '../../../handle.ts';
import { refused, reply } from '../../../respond.ts';
import { enterSpaceOf, readCorrection } from '../../correction.ts';

export const GET = forMe<{ id: string }>(async ({ identity, params }) => {
  const reading = await readingOf(identity, params.id);
  return reading ? reply({ editions: await editionsOf(reading.id) }) : refused('no-such-reading');
});

export const POST = forMe<{ id: string }>(async ({ request, identity, params }) => {
  const counted = await knock(['import-account', identity.accountId]);
  if (!counted.ok) return counted;
  const entered = await enterSpaceOf(identity, params.id);
  if (!entered.ok) return entered;
  const read = await readCorrection(request);
  if (!read.ok) return read;
  const made = await makeEdition(entered.access, params.id, read.corrected, read.text);
  return made.ok ? reply(made.reading, 201) : made;
});
