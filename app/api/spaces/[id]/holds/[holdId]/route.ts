// DELETE: close a records request or an appeal.

import { liftHold } from '#lib/data/retention/course.ts';
import { inSpace } from '../../../../handle.ts';
import { done } from '../../../../respond.ts';

export const DELETE = inSpace<{ id: string; holdId: string }>(async ({ params, access }) => {
  const lifted = await liftHold(access, params.holdId);
  return lifted.ok ? done() : lifted;
});
