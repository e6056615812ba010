// POST: mute a discussion in one's inbox, or let it speak again.

import * as v from 'valibot';
import { muteRoom } from '#lib/data/notices/inbox.ts';
import { inRoom, withBody } from '../../../handle.ts';
import { done } from '../../../respond.ts';

export const POST = inRoom(({ request, access }) =>
  withBody(request, v.object({ muted: v.boolean() }), async ({ muted }) => {
    await muteRoom(access, muted);
    return done();
  }),
);
