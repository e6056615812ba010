// POST: take the place on a roster that a personal link leads to.

import { takeSeatBy } from '#lib/data/classes/seats.ts';
import { knock } from '#lib/data/rate-limits.ts';
import { forMe } from '../../handle.ts';
import { reply } from '../../respond.ts';

export const POST = forMe<{ code: string }>(async ({ params, identity, caller }) => {
  const counted = await knock(['join-address', caller.address]);
  if (!counted.ok) return counted;
  const taken = await takeSeatBy(identity, params.code);
  return taken.ok ? reply({ spaceId: taken.spaceId }) : taken;
});
