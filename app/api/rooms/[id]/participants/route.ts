// GET: who has a place in the room, as the caller may see them (AUTH3).

import { participantsOf } from '#lib/data/rooms.ts';
import { inRoom } from '../../../handle.ts';
import { reply } from '../../../respond.ts';

export const GET = inRoom(async ({ access }) => reply({ participants: await participantsOf(access) }));
