// GET: everything held about the caller, as one file.

import { heldAbout } from '#lib/data/retention/person.ts';
import { forMe } from '../../handle.ts';
import { reply } from '../../respond.ts';

export const GET = forMe(async ({ identity }) =>
  reply(await heldAbout(identity), 200, {
    'content-disposition': 'attachment; filename="counterpoint-my-data.json"',
  }),
);
