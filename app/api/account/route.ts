// One's own account: GET it, PATCH name, e-mail or password, DELETE to close it for good.

import * as v from 'valibot';
import { emailField, nameField, passwordField } from '#lib/data/fields.ts';
import { accountOf, changeAccount } from '#lib/data/people/accounts.ts';
import { closeAccount } from '#lib/data/people/closing.ts';
import { signedOut } from '../cookie.ts';
import { forMe, withBody } from '../handle.ts';
import { done, reply } from '../respond.ts';

const given = v.pipe(v.string(), v.maxLength(256));

const change = v.object({
  name: v.optional(nameField),
  email: v.optional(emailField),
  password: v.optional(passwordField),
  currentPassword: v.optional(given),
});

export const GET = forMe(async ({ identity }) => reply(await accountOf(identity)));

export const PATCH = forMe(({ request, identity }) =>
  withBody(request, change, async (body) => {
    const changed = await changeAccount(identity, body);
    return changed.ok ? reply(await accountOf(identity)) : changed;
  }),
);

export const DELETE = forMe(({ request, identity }) =>
  withBody(request, v.object({ password: v.optional(given) }), async ({ password }) => {
    const closed = await closeAccount(identity, password);
    return closed.ok ? done(signedOut()) : closed;
  }),
);
