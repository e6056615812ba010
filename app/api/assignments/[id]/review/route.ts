// GET: what the students of all groups did, for those who run the course; assistants with sections get theirs.

import { runAssignment } from '#lib/data/classes/assignments.ts';
import { allGroupsOf } from '#lib/data/review/all-groups.ts';
import { forMe } from '../../../handle.ts';
import { refused, reply } from '../../../respond.ts';

export const GET = forMe<{ id: string }>(async ({ identity, params }) => {
  const access = await runAssignment(identity, params.id);
  if (!access) return refused('no-such-assignment');
  return reply({ groups: await allGroupsOf(access, identity) });
});
