// One space: GET it with one's role, PATCH its name.

import * as v from 'valibot';
import { nameField } from '#lib/data/fields.ts';
import { renameSpace } from '#lib/data/spaces/spaces.ts';
import { inSpace, withBody } from '../../handle.ts';
import { reply } from '../../respond.ts';

export const GET = inSpace(async ({ access }) => reply({ ...access.space, role: access.role }));

export const PATCH = inSpace(({ request, access }) =>
  withBody(request, v.object({ name: nameField }), async ({ name }) => {
    const renamed = await renameSpace(access, name);
    return renamed.ok ? reply({ ...access.space, name, role: access.role }) : renamed;
  }),
);
