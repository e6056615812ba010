// POST: decide a grade over the rubric, with a reason; `seen` is the override that the caller knows of.

import * as v from 'valibot';
import { overrideGrade, overridesIn } from '#lib/data/review/decisions.ts';
import { fault } from '#lib/model/fault.ts';
import { withBody } from '../../../../handle.ts';
import { inReview } from '../../../../in-review.ts';
import { reply } from '../../../../respond.ts';

const fields = {
  participant: v.pipe(v.string(), v.maxLength(64)),
  reason: v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, fault('reason-needed')),
    v.maxLength(1000, fault('reason-too-long')),
  ),
  seen: v.nullable(v.pipe(v.number(), v.integer())),
};
const form = v.variant('decision', [
  v.strictObject({
    ...fields,
    decision: v.literal('points'),
    points: v.pipe(v.number(), v.minValue(0), v.maxValue(100_000)),
  }),
  v.strictObject({ ...fields, decision: v.picklist(['excused', 'none']) }),
]);

export const POST = inReview(({ request, access }) =>
  withBody(request, form, async (body) => {
    const decided = await overrideGrade(access, body);
    return decided.ok ? reply({ overrides: await overridesIn(access) }) : decided;
  }),
);
