// POST: open a room on a reading.

import { roomPath } from '#lib/data/addresses.ts';
import { spaceOfReading } from '#lib/data/readings/readings.ts';
import { makeRoom } from '#lib/data/readings/rooms.ts';
import { enterSpace } from '#lib/data/spaces/access.ts';
import { forMe, withBody } from '../handle.ts';
import { baseOf } from '../request.ts';
import { refused, reply } from '../respond.ts';
import { newRoom } from '../room-form.ts';

export const POST = forMe(({ request, identity }) =>
  withBody(request, newRoom, async (form) => {
    const spaceId = await spaceOfReading(form.readingId);
    const access = spaceId && (await enterSpace(identity, spaceId));
    if (!access) return refused('no-such-reading');
    const made = await makeRoom(access, form);
    return made.ok ? reply({ id: made.id, url: baseOf(request) + roomPath(made.id) }, 201) : made;
  }),
);
