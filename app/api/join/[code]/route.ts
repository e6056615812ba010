// GET: what a link leads to, before one joins.

import { knock } from '#lib/data/rate-limits.ts';
import { inviteBehind } from '#lib/data/spaces/invites.ts';
import { forAnyone } from '../../handle.ts';
import { reply } from '../../respond.ts';

export const GET = forAnyone<{ code: string }>(async ({ params, caller }) => {
  const found = await inviteBehind(params.code);
  if (!found.ok) {
    const counted = await knock(['join-address', caller.address]);
    return counted.ok ? found : counted;
  }
  const { space, room, role, inviter, expiresAt } = found.invite;
  return reply({ space, room, role, inviter, expiresAt });
});
