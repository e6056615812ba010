// POST: come in by a link; with one's account, else as a guest with a name.

import * as v from 'valibot';
import { roomPath, spacePath } from '#lib/data/addresses.ts';
import { nameField } from '#lib/data/fields.ts';
import { makeToken } from '#lib/data/people/tokens.ts';
import { join } from '#lib/data/spaces/joining.ts';
import { signedIn } from '../cookie.ts';
import { forAnyone, withBody } from '../handle.ts';
import { baseOf, isFromBrowser } from '../request.ts';
import { reply } from '../respond.ts';

const form = v.object({ code: v.pipe(v.string(), v.maxLength(100)), name: v.optional(nameField) });

export const POST = forAnyone(({ request, caller }) =>
  withBody(request, form, async (body) => {
    const joined = await join(body, caller);
    if (!joined.ok) return joined;
    const { accountId, roomId, spaceId, participantId, sessionId } = joined;
    const url = baseOf(request) + (roomId ? roomPath(roomId) : spacePath(spaceId));
    // A program keeps no cookies: a guest made for one gets a token to go on with.
    const isProgram = sessionId !== null && !isFromBrowser(request);
    const token = isProgram ? (await makeToken(accountId, 'joined by a program')).token : undefined;
    return reply(
      { roomId, spaceId, participantId, url, ...(token && { token }) },
      201,
      sessionId ? await signedIn(sessionId) : {},
    );
  }),
);
