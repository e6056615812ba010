// POST: open reviews to the students whose they are, or withdraw them again; without `participants`, everyone's.

import * as v from 'valibot';
import { releasedIn, releaseReviews } from '#lib/data/review/decisions.ts';
import { withBody } from '../../../../handle.ts';
import { inReview } from '../../../../in-review.ts';
import { reply } from '../../../../respond.ts';

const participant = v.pipe(v.string(), v.maxLength(64));
const form = v.strictObject({
  participants: v.optional(v.pipe(v.array(participant), v.minLength(1), v.maxLength(1000))),
  released: v.boolean(),
});

export const POST = inReview(({ request, access }) =>
  withBody(request, form, async ({ participants, released }) => {
    const done = await releaseReviews(access, participants ?? null, released);
    if (!done.ok) return done;
    return reply({ released: [...(await releasedIn(access))] });
  }),
);
