// GET: who and what Canvas could not match, before its file is downloaded.

import { reviewSettingsOf } from '#lib/data/review/settings.ts';
import { inReview } from '../../../../../in-review.ts';
import { refused, reply } from '../../../../../respond.ts';
import { canvasCheck } from '../../../../../review-files.ts';

export const GET = inReview(async ({ access }) => {
  const { rubric } = await reviewSettingsOf(access);
  return rubric ? reply(await canvasCheck(access, rubric)) : refused('no-such-rubric');
});
