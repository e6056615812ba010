// Signing out leaves nothing behind: what this device kept of the discussions goes first, then the session (U56).

import { anything, send } from '#components/ui/request.ts';
import { forgetDrafts } from '#lib/sync/drafts.ts';

export type SignedOut =
  | { ok: true }
  /** `changes` were made here and have not reached the server: ask, then call again with `evenIfUnsettled`. */
  | { ok: false; reason: 'unsettled'; changes: number }
  | { ok: false; reason: 'refused'; message: string };

/** Ends this session and goes to the front page. */
export async function signOut({ evenIfUnsettled = false } = {}): Promise<SignedOut> {
  // Loaded now and not with the page: it brings what reads the browser's databases.
  const device = await import('#lib/sync/device.ts');
  const changes = evenIfUnsettled ? 0 : await device.unsettledOnThisDevice();
  if (changes > 0) return { ok: false, reason: 'unsettled', changes };
  await device.forgetDevice();
  forgetDrafts();
  const answer = await send('/sessions/current', anything, { method: 'DELETE' });
  // The session may have ended already, which is what was wanted.
  const hasEnded = answer.ok || [401, 404].includes(answer.problem.status);
  if (!hasEnded) return { ok: false, reason: 'refused', message: answer.problem.message };
  window.location.assign('/');
  return { ok: true };
}
