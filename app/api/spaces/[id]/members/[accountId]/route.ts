// One member: PATCH `{ role }` changes the role, `{ removed: false }` puts a removed person back; DELETE removes, or
// leaves when it is oneself.

import * as v from 'valibot';
import { changeRole, readmitMember, removeMember } from '#lib/data/spaces/members.ts';
import { roles } from '#lib/model/permission.ts';
import { inSpace, withBody } from '../../../../handle.ts';
import { done, reply } from '../../../../respond.ts';

type Params = { id: string; accountId: string };

const change = v.union(
  [v.strictObject({ role: v.picklist(roles) }), v.strictObject({ removed: v.literal(false) })],
  `Give one of { role: ${roles.join(' | ')} } and { removed: false }`,
);

export const PATCH = inSpace<Params>(({ request, access, params }) =>
  withBody(request, change, async (body) => {
    const changed =
      'role' in body
        ? await changeRole(access, params.accountId, body.role)
        : await readmitMember(access, params.accountId);
    return changed.ok ? reply({}) : changed;
  }),
);

export const DELETE = inSpace<Params>(async ({ access, params }) => {
  const removed = await removeMember(access, params.accountId);
  return removed.ok ? done() : removed;
});
