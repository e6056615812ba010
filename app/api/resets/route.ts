// POST: ask for a reset link by e-mail. The answer is the same whoever asks for whom.

import * as v from 'valibot';
import { emailField } from '#lib/data/fields.ts';
import { mailReset } from '#lib/data/people/resets.ts';
import { log } from '../../log.ts';
import { forAnyone, withBody } from '../handle.ts';
import { localeOf } from '../request.ts';
import { reply } from '../respond.ts';

export const POST = forAnyone(({ request, caller }) =>
  withBody(request, v.object({ email: emailField }), async ({ email }) => {
    // Not awaited: how long the mail takes would tell who has an account.
    mailReset(email, caller.address, localeOf(request)).catch((error) =>
      log().error({ err: error }, 'a reset link could not be mailed'),
    );
    return reply({}, 202);
  }),
);
