// GET: the discussion as a W3C AnnotationPage (JSON-LD), on the layers the caller may see (AUTH3).

import { readingPath, roomPath } from '#lib/data/addresses.ts';
import { participantsOf, recordsOf, roomView } from '#lib/data/rooms.ts';
import { annotationPageOf } from '#lib/exchange/w3c.ts';
import { textOf } from '#lib/model/text.ts';
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
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const base = baseOf(request);
  const page = annotationPageOf(records, {
    pageUrl: `${base}/api/rooms/${access.room.id}/annotations`,
    roomUrl: base + roomPath(access.room.id),
    reading: {
      url: base + readingPath(reading.id),
      title: reading.title,
      text: textOf(reading.blocks),
    },
    nameOf: (participant) => names.get(participant),
  });
  return reply(page, 200, { 'content-type': type });
});
