// The inbox: GET what waits for the caller; POST that it was seen.

import { inboxOf, markInboxSeen } from '#lib/data/notices/inbox.ts';
import { forMe } from '../handle.ts';
import { localeOf } from '../request.ts';
import { done, reply } from '../respond.ts';

export const GET = forMe(async ({ request, identity }) => reply(await inboxOf(identity, localeOf(request))));

export const POST = forMe(async ({ identity }) => {
  await markInboxSeen(identity);
  return done();
});
