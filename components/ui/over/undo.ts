// Something was done on the server, and can be undone there for a while.

import { pageWords } from '../page-words.ts';
import { showToast } from './toast.tsx';

/**
 * Says what was done, with an undo. `takeBack` gives null, or in words why it could not be. The undo is still there on
 * other pages: that it failed is said there, too.
 */
export function offerUndo(done: string, takeBack: () => Promise<string | null>): void {
  const run = async () => {
    const failed = await takeBack();
    if (failed !== null) showToast(failed);
  };
  showToast(done, { action: { label: pageWords()('act.undo'), run: () => void run() } });
}
