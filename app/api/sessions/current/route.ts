// DELETE: sign out here. With a token there is no session to end: delete the token instead.

import { revokeSession } from '#lib/data/people/sessions.ts';
import { signedOut } from '../../cookie.ts';
import { forMe } from '../../handle.ts';
import { done } from '../../respond.ts';

export const DELETE = forMe(async ({ identity }) => {
  const ended = await revokeSession(identity, identity.via.id);
  return ended.ok ? done(signedOut()) : ended;
});
