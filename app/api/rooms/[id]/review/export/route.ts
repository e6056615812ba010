// GET: a file of the review, streamed; `file` is notes, receipts, gradebook or canvas, `student` narrows the notes.

import * as v from 'valibot';
import { inReview } from '../../../../in-review.ts';
import { localeOf } from '../../../../request.ts';
import { refused } from '../../../../respond.ts';
import { fileAnswer, reviewFile, reviewFiles } from '../../../../review-files.ts';

const query = v.object({
  file: v.picklist(reviewFiles),
  student: v.optional(v.pipe(v.string(), v.maxLength(64))),
});

export const GET = inReview(async ({ request, access }) => {
  const asked = v.safeParse(query, Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return refused('invalid');
  const made = await reviewFile(access, asked.output.file, localeOf(request), asked.output.student);
  return made.ok ? fileAnswer(made.file) : made;
});
