// Links into a space, or into one room of it: GET those that work, POST makes one.

import * as v from 'valibot';
import { joinPath } from '#lib/data/addresses.ts';
import { invitesOf } from '#lib/data/spaces/invites.ts';
import { inSpace, withBody } from '../../../handle.ts';
import { answerInvite, inviteFields } from '../../../invite-form.ts';
import { baseOf } from '../../../request.ts';
import { reply } from '../../../respond.ts';

const form = v.object({ ...inviteFields, roomId: v.optional(v.pipe(v.string(), v.maxLength(64))) });

export const GET = inSpace(async ({ request, access }) => {
  const found = await invitesOf(access);
  if (!found.ok) return found;
  const base = baseOf(request);
  return reply({
    invites: found.invites.map((invite) => ({ ...invite, url: base + joinPath(invite.code) })),
  });
});

export const POST = inSpace(({ request, access }) =>
  withBody(request, form, (body) => answerInvite(request, access, body)),
);
