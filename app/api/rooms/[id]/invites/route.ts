// POST: make a link into this room alone.

import * as v from 'valibot';
import { enterSpace } from '#lib/data/spaces/access.ts';
import { inRoom, withBody } from '../../../handle.ts';
import { answerInvite, inviteFields } from '../../../invite-form.ts';
import { refused } from '../../../respond.ts';

export const POST = inRoom(({ request, identity, access }) =>
  withBody(request, v.object(inviteFields), async (form) => {
    // Links are the space's to give: who came to this room alone gives none.
    const space = await enterSpace(identity, access.room.spaceId);
    if (!space) return refused('not-allowed');
    return answerInvite(request, space, { ...form, roomId: access.room.id });
  }),
);
