// POST: keep a rubric for the room's course. An edited rubric is a new one `instead` of another.

import * as v from 'valibot';
import { makeRubric, replaceRubric } from '#lib/data/review/rubrics.ts';
import { rubricForm } from '#lib/model/review/rubric.ts';
import { withBody } from '../../../../handle.ts';
import { inReview } from '../../../../in-review.ts';
import { reply } from '../../../../respond.ts';

const form = v.strictObject({
  rubric: rubricForm,
  instead: v.optional(v.pipe(v.string(), v.maxLength(64))),
});

export const POST = inReview(({ request, access }) =>
  withBody(request, form, async ({ rubric, instead }) => {
    if (instead === undefined) return reply({ rubric: await makeRubric(access, rubric) }, 201);
    const replaced = await replaceRubric(access, rubric, instead);
    return replaced.ok ? reply({ rubric: replaced.rubric }, 201) : replaced;
  }),
);
