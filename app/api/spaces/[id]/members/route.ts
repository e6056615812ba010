// GET: who belongs to a space, as the caller may see them.

import { membersOf } from '#lib/data/spaces/members.ts';
import { inSpace } from '../../../handle.ts';
import { localeOf } from '../../../request.ts';
import { reply } from '../../../respond.ts';

export const GET = inSpace(async ({ request, access }) =>
  reply({ members: await membersOf(access, localeOf(request)) }),
);
