// What the desk needs only once somebody opens, selects or writes something: threads, composers, lists, what to do with
// selected words, the choice among notes, the names of those who have selected some, the pill that tells of news.
// Fetched when the page has come to rest, so that the text is alive before, and the first click does not wait; or when
// somebody begins to select before that.

import { useEffect, useState } from 'react';
import { whenIdle } from '#components/ui/device/when-idle.ts';
import { useLatePart } from '#components/ui/over/use-late-part.ts';

const fetchParts = async () => (await import('./desk-parts.ts')).deskParts;

export type DeskParts = Awaited<ReturnType<typeof fetchParts>>;

/** Null until they are there. `wanted`: what somebody has opened. */
export function useDeskParts(wanted: string | null, onFail: () => void): DeskParts | null {
  const [reason, setReason] = useState<'at rest' | 'selection' | null>(null);
  const parts = useLatePart(wanted ?? reason, fetchParts, onFail);
  const isHere = parts !== null;
  useEffect(() => {
    if (isHere) return;
    const stopWaiting = whenIdle(() => setReason('at rest'));
    // Each new selection asks again for what could not be had.
    const select = () => setReason(getSelection()?.isCollapsed === false ? 'selection' : 'at rest');
    document.addEventListener('selectionchange', select);
    return () => {
      stopWaiting();
      document.removeEventListener('selectionchange', select);
    };
  }, [isHere]);
  return parts;
}
