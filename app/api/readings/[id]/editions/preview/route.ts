// POST: what a corrected text would do to the notes on the reading. Nothing is kept.

import { knock } from '#lib/data/rate-limits.ts';
import { outlookOf } from '#lib/data/readings/outlook.ts';
import { forMe } from '../../../../handle.ts';
import { reply } from '../../../../respond.ts';
import { enterSpaceOf, readCorrection } from '../../../correction.ts';

export const POST = forMe<{ id: string }>(async ({ request, identity, params }) => {
  const counted = await knock(['import-account', identity.accountId]);
  if (!counted.ok) return counted;
  const entered = await enterSpaceOf(identity, params.id);
  if (!entered.ok) return entered;
  const read = await readCorrection(request);
  if (!read.ok) return read;
  const found = await outlookOf(entered.access, params.id, read.text);
  if (!found.ok) return found;
  const notes = found.affected.map(({ of, ...rest }) => ({ ...of, ...rest }));
  return reply({ outlook: found.outlook, notes });
});
