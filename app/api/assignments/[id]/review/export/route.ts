// GET: the grades of all groups as one file, a plain gradebook or Canvas's; assistants with sections get theirs.

import * as v from 'valibot';
import { runAssignment } from '#lib/data/classes/assignments.ts';
import { reviewedRooms } from '#lib/data/review/all-groups.ts';
import { forMe } from '../../../../handle.ts';
import { localeOf } from '../../../../request.ts';
import { refused } from '../../../../respond.ts';
import { assignmentFile, fileAnswer } from '../../../../review-files.ts';

const query = v.object({ file: v.picklist(['gradebook', 'canvas']) });

export const GET = forMe<{ id: string }>(async ({ request, identity, params }) => {
  const access = await runAssignment(identity, params.id);
  if (!access) return refused('no-such-assignment');
  const asked = v.safeParse(query, Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return refused('invalid');
  const made = await assignmentFile(
    await reviewedRooms(access, identity),
    asked.output.file,
    localeOf(request),
  );
  return made.ok ? fileAnswer(made.file) : made;
});
