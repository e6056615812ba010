// POST: deal everyone on the roster into groups of a size, at random.

import { dealGroups } from '#lib/data/classes/groups.ts';
import { groupSize } from '../../../class-form.ts';
import { inSpace, withBody } from '../../../handle.ts';
import { localeOf } from '../../../request.ts';
import { reply } from '../../../respond.ts';

export const POST = inSpace(({ request, access }) =>
  withBody(request, groupSize, async ({ size }) => {
    const dealt = await dealGroups(access, { size, locale: localeOf(request) });
    return dealt.ok ? reply({ groups: dealt.groups }) : dealt;
  }),
);
