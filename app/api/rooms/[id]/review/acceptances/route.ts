// POST: take late work as in time, or no longer.

import * as v from 'valibot';
import { acceptedIn, acceptLate } from '#lib/data/review/decisions.ts';
import { refField } from '#lib/model/record.ts';
import { withBody } from '../../../../handle.ts';
import { inReview } from '../../../../in-review.ts';
import { refused, reply } from '../../../../respond.ts';

const form = v.strictObject({ ref: refField, accepted: v.boolean() });

export const POST = inReview(({ request, access }) =>
  withBody(request, form, async ({ ref, accepted }) => {
    const taken = await acceptLate(access, ref, accepted);
    if (!taken.ok) return refused(taken.reason);
    return reply({ accepted: await acceptedIn(access) });
  }),
);
