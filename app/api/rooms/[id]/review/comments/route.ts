// POST: keep words in the comment bank of the room's course.

import * as v from 'valibot';
import { keepComment } from '#lib/data/review/rubrics.ts';
import { fault } from '#lib/model/fault.ts';
import { withBody } from '../../../../handle.ts';
import { inReview } from '../../../../in-review.ts';
import { reply } from '../../../../respond.ts';

const body = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, fault('comment-empty')),
  v.maxLength(2000, fault('comment-too-long')),
);

export const POST = inReview(({ request, access }) =>
  withBody(request, v.strictObject({ body }), async (form) =>
    reply({ comment: await keepComment(access, form.body) }, 201),
  ),
);
