// API tokens: GET one's own, POST makes one and shows it this once.

import * as v from 'valibot';
import { nameField } from '#lib/data/fields.ts';
import { makeToken, tokensOf } from '#lib/data/people/tokens.ts';
import { forMe, withBody } from '../handle.ts';
import { reply } from '../respond.ts';

export const GET = forMe(async ({ identity }) => reply({ tokens: await tokensOf(identity) }));

export const POST = forMe(({ request, identity }) =>
  withBody(request, v.object({ name: nameField }), async ({ name }) =>
    reply(await makeToken(identity.accountId, name), 201),
  ),
);
