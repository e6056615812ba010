// DELETE: end one of one's own API tokens.

import { revokeToken } from '#lib/data/people/tokens.ts';
import { forMe } from '../../handle.ts';
import { done } from '../../respond.ts';

export const DELETE = forMe<{ id: string }>(async ({ identity, params }) => {
  const ended = await revokeToken(identity, params.id);
  return ended.ok ? done() : ended;
});
