// POST: sign in with e-mail and password. GET: one's own sessions.

import * as v from 'valibot';
import { emailField } from '#lib/data/fields.ts';
import { signIn } from '#lib/data/people/accounts.ts';
import { sessionsOf } from '#lib/data/people/sessions.ts';
import { signedIn } from '../cookie.ts';
import { forAnyone, forMe, withBody } from '../handle.ts';
import { reply } from '../respond.ts';

const form = v.object({ email: emailField, password: v.pipe(v.string(), v.maxLength(256)) });

export const POST = forAnyone(({ request, caller }) =>
  withBody(request, form, async (body) => {
    const result = await signIn(body, caller);
    if (!result.ok) return result;
    return reply({ accountId: result.accountId }, 200, await signedIn(result.sessionId));
  }),
);

export const GET = forMe(async ({ identity }) => reply({ sessions: await sessionsOf(identity) }));
