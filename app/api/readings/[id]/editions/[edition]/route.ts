// GET: a reading as one of its versions had it.

import { editionOf, readingOf } from '#lib/data/readings/readings.ts';
import { forMe } from '../../../../handle.ts';
import { refused, reply } from '../../../../respond.ts';

export const GET = forMe<{ id: string; edition: string }>(async ({ identity, params }) => {
  const reading = await readingOf(identity, params.id);
  const edition = reading && (await editionOf(reading.id, params.edition));
  return edition ? reply(edition) : refused('no-such-reading');
});
