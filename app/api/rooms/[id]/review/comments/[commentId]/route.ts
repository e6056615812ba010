// DELETE: take words out of the comment bank.

import { dropComment } from '#lib/data/review/rubrics.ts';
import { inReview } from '../../../../../in-review.ts';
import { done } from '../../../../../respond.ts';

export const DELETE = inReview<{ id: string; commentId: string }>(async ({ access, params }) => {
  await dropComment(access, params.commentId);
  return done();
});
