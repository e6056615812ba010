// DELETE: take a reading out of a debate in which nothing is anchored in it.

import { removeReading } from '#lib/data/readings/changing-readings.ts';
import { inRoom } from '../../../../handle.ts';
import { reply } from '../../../../respond.ts';

export const DELETE = inRoom<{ id: string; reading: string }>(async ({ access, params }) => {
  const removed = await removeReading(access, params.reading);
  return removed.ok ? reply({ readings: removed.readings }) : removed;
});
