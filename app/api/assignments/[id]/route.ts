// One assignment, for those who run its course: GET it with its students; PATCH its settings, and with them its rooms'.

import { changeAssignment, runAssignment } from '#lib/data/classes/assignments.ts';
import { studentsIn } from '#lib/data/classes/terms.ts';
import { assignmentChange } from '../../class-form.ts';
import { forMe, withBody } from '../../handle.ts';
import { localeOf } from '../../request.ts';
import { done, refused, reply } from '../../respond.ts';

export const GET = forMe<{ id: string }>(async ({ request, identity, params }) => {
  const access = await runAssignment(identity, params.id);
  if (!access) return refused('no-such-assignment');
  return reply({ ...access.assignment, students: await studentsIn(access, localeOf(request)) });
});

export const PATCH = forMe<{ id: string }>(({ request, identity, params }) =>
  withBody(request, assignmentChange, async (change) => {
    const access = await runAssignment(identity, params.id);
    if (!access) return refused('no-such-assignment');
    const changed = await changeAssignment(access, change);
    return changed.ok ? done() : changed;
  }),
);
