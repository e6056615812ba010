// An act that could not be kept on this device says so, whatever it was.

import { showToast } from '#components/ui/over/toast.tsx';
import { pageWords } from '#components/ui/page-words.ts';

/** For acts that have no place of their own to tell a failure. */
export function sayIfFailed(act: Promise<unknown>): void {
  act.catch(() => showToast(pageWords()('notKept')));
}
