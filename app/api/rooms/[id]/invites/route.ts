// POST: make a link into this room alone. While its round is on, that is for its chair and its debaters.

import * as v from 'valibot';
import { enterSpace } from '#lib/data/spaces/access.ts';
import { isRoundLocked } from '#lib/model/round/rule.ts';
import { inRoom, withBody } from '../../../handle.ts';
import { answerInvite, inviteFields } from '../../../invite-form.ts';
import { refused } from '../../../respond.ts';

export const POST = inRoom(({ request, identity, access }) =>
  withBody(request, v.object(inviteFields), async (form) => {
    // Links are the space's to give: who came to this room alone gives none.
    const { part, room } = access;
    if (part !== 'chair' && isRoundLocked(access, room.settings.round?.stage)) return refused('round-on');
    const space = await enterSpace(identity, room.spaceId);
    if (!space) return refused('not-allowed');
    return answerInvite(request, space, { ...form, roomId: room.id });
  }),
);
