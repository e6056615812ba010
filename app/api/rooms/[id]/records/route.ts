// GET: what was said in the room, in the server's order, on the layers the caller may see (AUTH3).

import { recordsOf } from '#lib/data/readings/rooms.ts';
import { inRoom } from '../../../handle.ts';
import { reply } from '../../../respond.ts';

export const GET = inRoom(async ({ access }) => reply({ records: await recordsOf(access) }));
