// GET: who has a place in the room, as the caller may see them (AUTH3), and what else of it may change while it is open.

import { newestNumber } from '#lib/data/readings/editions.ts';
import { participantsOf } from '#lib/data/readings/rooms.ts';
import { inRoom } from '../../../handle.ts';
import { reply } from '../../../respond.ts';

export const GET = inRoom(async ({ access }) => {
  const { closedAt, visibility, settings } = access.room;
  const [participants, edition] = await Promise.all([
    participantsOf(access),
    newestNumber(access.room.readingId),
  ]);
  return reply({ participants, room: { closed: closedAt !== null, visibility, settings, edition } });
});
