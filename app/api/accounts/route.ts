// POST: sign up. A guest who signs up keeps the account row (AUTH5).

import * as v from 'valibot';
import { emailField, nameField, passwordField } from '#lib/data/fields.ts';
import { signUp } from '#lib/data/people/accounts.ts';
import { mailConfirmation } from '#lib/data/people/confirming.ts';
import { log } from '../../log.ts';
import { signedIn } from '../cookie.ts';
import { forAnyone, withBody } from '../handle.ts';
import { localeOf } from '../request.ts';
import { reply } from '../respond.ts';

const form = v.object({
  name: nameField,
  email: emailField,
  password: passwordField,
  ownerCode: v.optional(v.pipe(v.string(), v.maxLength(100))),
  invite: v.optional(v.pipe(v.string(), v.maxLength(100))),
});

export const POST = forAnyone(({ request, caller }) =>
  withBody(request, form, async (body) => {
    const made = await signUp(body, caller);
    if (!made.ok) return made;
    const { accountId, first, sessionId } = made;
    // Not awaited: the account stands whether or not the mail goes out, and it can be sent again.
    mailConfirmation({ accountId }, localeOf(request)).catch((error) =>
      log().error({ err: error }, 'a confirmation could not be mailed'),
    );
    return reply({ accountId, first }, 201, await signedIn(sessionId));
  }),
);
