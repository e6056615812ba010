// POST: give a seat to the account that asks for it by its e-mail address.

import { admitAsker } from '#lib/data/classes/asking.ts';
import { inSpace } from '../../../../../handle.ts';
import { done } from '../../../../../respond.ts';

export const POST = inSpace<{ id: string; seatId: string }>(async ({ params, access }) => {
  const admitted = await admitAsker(access, params.seatId);
  return admitted.ok ? done() : admitted;
});
