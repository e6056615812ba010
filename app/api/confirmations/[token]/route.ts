// POST: confirm an e-mail address by the link that was mailed to it.

import { confirmAddress } from '#lib/data/people/confirming.ts';
import { forAnyone } from '../../handle.ts';
import { reply } from '../../respond.ts';

export const POST = forAnyone<{ token: string }>(async ({ params, caller }) => {
  const confirmed = await confirmAddress(params.token, caller.address);
  return confirmed.ok ? reply({}) : confirmed;
});
