// GET: the discussion as a W3C AnnotationPage (JSON-LD), on the layers the caller may see (AUTH3).

import { annotationAddresses } from '#lib/data/addresses.ts';
import { mappingsTo } from '#lib/data/readings/editions.ts';
import { participantsOf, recordsOf, roomView } from '#lib/data/readings/rooms.ts';
import { annotationPageOf } from '#lib/exchange/w3c.ts';
import { inRoom } from '../../../handle.ts';
import { baseOf } from '../../../request.ts';
import { reply } from '../../../respond.ts';

const type = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';

export const GET = inRoom(async ({ request, access }) => {
  const [{ reading }, records, people] = await Promise.all([
    roomView(access),
    recordsOf(access),
    participantsOf(access),
  ]);
  const addresses = annotationAddresses(baseOf(request), access.room.id, reading.id);
  const mappings = await mappingsTo(reading, records);
  const page = annotationPageOf(records, { ...addresses, reading, mappings, people });
  return reply(page, 200, { 'content-type': type });
});
