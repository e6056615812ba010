// POST: open the demo room with one click, on a machine of one's own only.

import { roomPath } from '#lib/data/addresses.ts';
import { enterDemo, isDemoOpen } from '#lib/data/readings/demo.ts';
import { signedIn } from '../cookie.ts';
import { forAnyone } from '../handle.ts';
import { baseOf } from '../request.ts';
import { refused, reply } from '../respond.ts';

export const POST = forAnyone(async ({ request, caller }) => {
  if (!isDemoOpen(request.headers.get('host') ?? '')) return refused('no-demo');
  const entered = await enterDemo(caller);
  if (!entered.ok) return entered;
  const { roomId, participantId, sessionId } = entered;
  return reply(
    { roomId, participantId, url: baseOf(request) + roomPath(roomId) },
    201,
    sessionId ? await signedIn(sessionId) : {},
  );
});
