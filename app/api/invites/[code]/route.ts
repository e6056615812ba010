// DELETE: end a link.

import { enterSpace } from '#lib/data/spaces/access.ts';
import { revokeInvite, spaceOfInvite } from '#lib/data/spaces/invites.ts';
import { forMe } from '../../handle.ts';
import { done, refused } from '../../respond.ts';

export const DELETE = forMe<{ code: string }>(async ({ identity, params }) => {
  const spaceId = await spaceOfInvite(params.code);
  const access = spaceId && (await enterSpace(identity, spaceId));
  if (!access) return refused('no-such-invite');
  const ended = await revokeInvite(access, params.code);
  return ended.ok ? done() : ended;
});
