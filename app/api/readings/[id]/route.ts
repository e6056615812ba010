// GET: a reading in its newest edition.

import { readingOf } from '#lib/data/readings/readings.ts';
import { forMe } from '../../handle.ts';
import { refused, reply } from '../../respond.ts';

export const GET = forMe<{ id: string }>(async ({ identity, params }) => {
  const reading = await readingOf(identity, params.id);
  return reading ? reply(reading) : refused('no-such-reading');
});
