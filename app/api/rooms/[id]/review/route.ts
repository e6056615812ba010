// GET: the review of a room's work, for its instructors. PATCH: the rubric, the dates, how much is laid out.

import * as v from 'valibot';
import { timeField } from '#lib/data/fields.ts';
import { reviewOf } from '#lib/data/review/review.ts';
import { changeReview, reviewSettingsOf } from '#lib/data/review/settings.ts';
import { analyticsLevels } from '#lib/model/review/analytics.ts';
import { withBody } from '../../../handle.ts';
import { inReview } from '../../../in-review.ts';
import { reply } from '../../../respond.ts';

const change = v.strictObject({
  rubricId: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(64)))),
  analytics: v.optional(v.picklist(analyticsLevels)),
  notesDueAt: v.optional(v.nullable(timeField)),
  repliesDueAt: v.optional(v.nullable(timeField)),
});

export const GET = inReview(async ({ access }) => reply(await reviewOf(access)));

export const PATCH = inReview(({ request, access }) =>
  withBody(request, change, async (body) => {
    const changed = await changeReview(access, body);
    return changed.ok ? reply({ settings: await reviewSettingsOf(access) }) : changed;
  }),
);
