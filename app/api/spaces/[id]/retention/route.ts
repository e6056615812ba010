// How long a course is kept: GET it; PATCH its end and the months after it.

import * as v from 'valibot';
import { changeRetention, retentionOf } from '#lib/data/retention/course.ts';
import { inSpace, withBody } from '../../../handle.ts';
import { reply } from '../../../respond.ts';

const change = v.strictObject({
  ended: v.optional(v.boolean()),
  months: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120))),
});

export const GET = inSpace(async ({ access }) => reply(await retentionOf(access)));

export const PATCH = inSpace(({ request, access }) =>
  withBody(request, change, async (form) => {
    const changed = await changeRetention(access, form);
    return changed.ok ? reply(await retentionOf(access)) : changed;
  }),
);
