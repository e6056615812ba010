// GET: who has a place in the room, as the caller may see them (AUTH3), and what else of it may change while it is open.

import { termsFor } from '#lib/data/classes/terms.ts';
import { newestNumber } from '#lib/data/readings/editions.ts';
import { participantsOf } from '#lib/data/readings/rooms.ts';
import { isClosed } from '#lib/model/classes/assignment.ts';
import { inRoom } from '../../../handle.ts';
import { localeOf } from '../../../request.ts';
import { reply } from '../../../respond.ts';

export const GET = inRoom(async ({ request, access }) => {
  const { closedAt, closesAt, visibility, settings } = access.room;
  const [participants, terms, ...numbers] = await Promise.all([
    participantsOf(access, localeOf(request)),
    termsFor(access),
    ...access.room.readings.map(newestNumber),
  ]);
  const readings = access.room.readings.map((id, i) => ({ id, edition: numbers[i] ?? 0 }));
  const closed = isClosed({ closedAt, closesAt }, new Date().toISOString());
  return reply({ participants, room: { closed, closedAt, closesAt, visibility, settings, readings, terms } });
});
