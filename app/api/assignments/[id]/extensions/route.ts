// POST: give one student later dates, or take them back.

import { runAssignment } from '#lib/data/classes/assignments.ts';
import { extend } from '#lib/data/classes/terms.ts';
import { extensionForm } from '../../../class-form.ts';
import { forMe, withBody } from '../../../handle.ts';
import { done, refused } from '../../../respond.ts';

export const POST = forMe<{ id: string }>(({ request, identity, params }) =>
  withBody(request, extensionForm, async ({ seatId, dates }) => {
    const access = await runAssignment(identity, params.id);
    if (!access) return refused('no-such-assignment');
    const extended = await extend(access, seatId, dates);
    return extended.ok ? done() : extended;
  }),
);
