// PATCH: how one likes to read, on every device.

import { changeManners } from '#lib/data/people/manners.ts';
import { mannersForm } from '#lib/model/manners-form.ts';
import { forMe, withBody } from '../../handle.ts';
import { reply } from '../../respond.ts';

export const PATCH = forMe(({ request, identity }) =>
  withBody(request, mannersForm, async (change) => reply({ manners: await changeManners(identity, change) })),
);
