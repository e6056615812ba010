// GET ?to=EDITION: the way from one version's text to another's, by which anchors are carried; to the newest unless told.

import { mappingBetween } from '#lib/data/readings/editions.ts';
import { readingOf } from '#lib/data/readings/readings.ts';
import { forMe } from '../../../../../handle.ts';
import { refused, reply } from '../../../../../respond.ts';

export const GET = forMe<{ id: string; edition: string }>(async ({ request, identity, params }) => {
  const reading = await readingOf(identity, params.id);
  if (!reading) return refused('no-such-reading');
  const to = new URL(request.url).searchParams.get('to') ?? reading.edition;
  const mapping = await mappingBetween(reading.id, params.edition, to);
  return mapping ? reply(mapping) : refused('no-such-reading');
});
