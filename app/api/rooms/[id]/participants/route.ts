// GET: who has a place in the room, as the caller may see them (AUTH3), and what else of it may change while it is open.

import { participantsOf } from '#lib/data/readings/rooms.ts';
import { inRoom } from '../../../handle.ts';
import { reply } from '../../../respond.ts';

export const GET = inRoom(async ({ access }) => {
  const { closedAt, visibility, settings } = access.room;
  return reply({
    participants: await participantsOf(access),
    room: { closed: closedAt !== null, visibility, settings },
  });
});
