// GET: who belongs to a space, as the caller may see them.

import { membersOf } from '#lib/data/spaces/members.ts';
import { inSpace } from '../../../handle.ts';
import { reply } from '../../../respond.ts';

export const GET = inSpace(async ({ access }) => reply({ members: await membersOf(access) }));
