// GET: the assignments of a course, as the caller may see them. POST: make one with its rooms.

import { assignmentsOf, makeAssignment } from '#lib/data/classes/assignments.ts';
import { newAssignment } from '../../../class-form.ts';
import { inSpace, withBody } from '../../../handle.ts';
import { localeOf } from '../../../request.ts';
import { reply } from '../../../respond.ts';

export const GET = inSpace(async ({ request, access }) =>
  reply({ assignments: await assignmentsOf(access, localeOf(request)) }),
);

export const POST = inSpace(({ request, access }) =>
  withBody(request, newAssignment, async (form) => {
    const made = await makeAssignment(access, form);
    return made.ok ? reply({ id: made.id, rooms: made.rooms }, 201) : made;
  }),
);
