// An act that could not be kept on this device says so, whatever it was.

import { showToast } from '#components/ui/over/toast.tsx';

/** For acts that have no place of their own to tell a failure. */
export function sayIfFailed(act: Promise<unknown>): void {
  act.catch(() => showToast('It could not be kept on this device. Nothing was changed; try again.'));
}
