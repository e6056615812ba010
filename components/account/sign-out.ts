// Signing out leaves nothing behind (U56): once the server has ended the session, what this device kept of the
// discussions is erased. Until then nothing is: a server that cannot be reached must not cost anyone their words.

import { anything, send } from '#components/ui/form/request.ts';
import { forgetDevice, unsettledOnThisDevice } from '#lib/sync/device/device.ts';

export type SignedOut =
  | { ok: true }
  /** `changes` were made here and are not on the server: ask, then call again with `evenIfUnsettled`. */
  | { ok: false; reason: 'unsettled'; changes: number }
  | { ok: false; reason: 'refused'; problem: string };

/** Ends this session and goes to the front page. */
export async function signOut({ evenIfUnsettled = false } = {}): Promise<SignedOut> {
  const changes = evenIfUnsettled ? 0 : await unsettledOnThisDevice();
  if (changes > 0) return { ok: false, reason: 'unsettled', changes };
  const answer = await send('/sessions/current', anything, { method: 'DELETE' });
  // The session may have ended already, which is what was wanted.
  const hasEnded = answer.ok || [401, 404].includes(answer.problem.status);
  if (!hasEnded) return { ok: false, reason: 'refused', problem: answer.problem.message };
  await forgetDevice();
  leave();
  return { ok: true };
}

/** A room still open on this page would ask whether to leave what was just erased; that was asked already. */
function leave(): void {
  window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true });
  window.location.assign('/');
}
