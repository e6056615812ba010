// The inbox: GET what waits for the caller; POST that it was seen.

import { inboxOf, markInboxSeen } from '#lib/data/notices/inbox.ts';
import { forMe } from '../handle.ts';
import { done, reply } from '../respond.ts';

export const GET = forMe(async ({ identity }) => reply(await inboxOf(identity)));

export const POST = forMe(async ({ identity }) => {
  await markInboxSeen(identity);
  return done();
});
