// Spaces: GET one's own, POST makes one.

import * as v from 'valibot';
import { nameField } from '#lib/data/fields.ts';
import { makeSpace, spacesOf } from '#lib/data/spaces/spaces.ts';
import { spaceKinds } from '#lib/model/space-permission.ts';
import { forMe, withBody } from '../handle.ts';
import { reply } from '../respond.ts';

const form = v.object({ name: nameField, kind: v.optional(v.picklist(spaceKinds), 'course') });

export const GET = forMe(async ({ identity }) => reply({ spaces: await spacesOf(identity) }));

export const POST = forMe(({ request, identity }) =>
  withBody(request, form, async (body) => {
    const made = await makeSpace(identity, body);
    return made.ok ? reply({ id: made.id }, 201) : made;
  }),
);
