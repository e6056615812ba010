// GET: what a note said before it was changed, under the same rules of sight as the note itself.

import { versionsOf } from '#lib/data/readings/history.ts';
import type { Ref } from '#lib/model/record.ts';
import { inRoom } from '../../../../handle.ts';
import { reply } from '../../../../respond.ts';

type Params = { id: string; ref: string[] };

export const GET = inRoom<Params>(async ({ access, params }) => {
  const found = await versionsOf(access, params.ref.map(decodeURIComponent).join('/') as Ref);
  return found.ok ? reply({ versions: found.versions }) : found;
});
