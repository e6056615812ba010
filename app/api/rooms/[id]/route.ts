// One room: GET it with its reading and who one is in it; PATCH title, closing, and who sees what.

import { changeRoom, roomView } from '#lib/data/readings/rooms.ts';
import { enterRoom } from '#lib/data/spaces/access.ts';
import { inRoom, withBody } from '../../handle.ts';
import { refused, reply } from '../../respond.ts';
import { roomChange } from '../../room-form.ts';

export const GET = inRoom(async ({ access }) => {
  const { readings, ...view } = await roomView(access);
  return reply({ ...view, readings: readings.map(({ blocks: _, ...reading }) => reading) });
});

export const PATCH = inRoom(({ request, identity, access }) =>
  withBody(request, roomChange, async (change) => {
    const changed = await changeRoom(access, change);
    if (!changed.ok) return changed;
    const now = await enterRoom(identity, access.room.id);
    return now.ok ? reply({ room: now.access.room }) : refused(now.reason);
  }),
);
