// What an invite is asked for with, and what the answer looks like, in a space and in a room alike.

import * as v from 'valibot';
import { joinPath } from '#lib/data/addresses.ts';
import { timeField } from '#lib/data/fields.ts';
import type { SpaceAccess } from '#lib/data/spaces/access.ts';
import { type InviteForm, makeInvite } from '#lib/data/spaces/invites.ts';
import { roles } from '#lib/model/permission.ts';
import type { Outcome } from './handle.ts';
import { baseOf } from './request.ts';
import { reply } from './respond.ts';

/** `expiresAt: null` makes a link that does not end by itself. */
export const inviteFields = {
  role: v.optional(v.picklist(roles), 'member'),
  expiresAt: v.optional(v.nullable(timeField)),
};

export async function answerInvite(
  request: Request,
  access: SpaceAccess,
  form: InviteForm,
): Promise<Outcome> {
  const made = await makeInvite(access, form);
  if (!made.ok) return made;
  const { code, role, expiresAt } = made;
  return reply({ code, url: baseOf(request) + joinPath(code), role, expiresAt }, 201);
}
