// A course for a new term: GET what a copy would hold, POST to make it. For the course's owners.

import * as v from 'valibot';
import { copyCourse } from '#lib/data/copying/course.ts';
import { previewCopy } from '#lib/data/copying/preview.ts';
import { nameField } from '#lib/data/fields.ts';
import { maxShiftDays } from '#lib/model/classes/new-term.ts';
import { fault } from '#lib/model/fault.ts';
import { inSpace, withBody } from '../../../handle.ts';
import { reply } from '../../../respond.ts';
import { notWritten } from '../../../rooms/[id]/annotations/sent.ts';

const form = v.object({
  name: nameField,
  /** Null leaves the dates empty. */
  shiftDays: v.nullable(
    v.pipe(
      v.number(),
      v.integer(fault('days-not-whole')),
      v.minValue(-maxShiftDays),
      v.maxValue(maxShiftDays, fault('days-too-far')),
    ),
  ),
  withNotes: v.boolean(),
});

export const GET = inSpace(async ({ identity, access }) => {
  const found = await previewCopy(identity, access);
  return found.ok ? reply(found.preview) : found;
});

export const POST = inSpace(({ request, identity, access }) =>
  withBody(request, form, async (wanted) => {
    const made = await copyCourse(identity, access, wanted);
    if (made.ok) return reply({ id: made.id, notes: made.notes }, 201);
    return made.reason === 'not-written' ? notWritten(made.refusal) : made;
  }),
);
