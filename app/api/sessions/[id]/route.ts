// DELETE: sign out another of one's devices.

import { revokeSession } from '#lib/data/people/sessions.ts';
import { forMe } from '../../handle.ts';
import { done } from '../../respond.ts';

export const DELETE = forMe<{ id: string }>(async ({ identity, params }) => {
  const ended = await revokeSession(identity, params.id);
  return ended.ok ? done() : ended;
});
