// POST: choose a new password by a reset link.

import * as v from 'valibot';
import { passwordField } from '#lib/data/fields.ts';
import { redeemReset } from '#lib/data/people/resets.ts';
import { forAnyone, withBody } from '../../handle.ts';
import { reply } from '../../respond.ts';

export const POST = forAnyone<{ token: string }>(({ request, params, caller }) =>
  withBody(request, v.object({ password: passwordField }), async ({ password }) => {
    const reset = await redeemReset(params.token, password, caller.address);
    return reset.ok ? reply({}) : reset;
  }),
);
