// What is new in this discussion for who looks at it, and the remembering of what they have read.

import { useEffect, useEffectEvent, useMemo } from 'react';
import type { Entry, ParticipantId, Ref } from '#lib/model/record.ts';
import type { Post, Thread } from '#lib/model/threads/thread.ts';
import { readMarksOf, seenNow, unreadOf } from '#lib/model/threads/unread.ts';
import type { RoomActs } from '../scene/acts.ts';

export type Unread = ReadonlyMap<Ref, readonly Post[]>;

/** How long a thread must be open and on screen before it counts as read. */
const glanceMs = 1200;

type Props = {
  threads: readonly Thread[];
  own: ReadonlyMap<Ref, Entry>;
  me: ParticipantId;
  /** The thread that is open. */
  open: Thread | undefined;
  /** Not before the server has said what was read on other devices. */
  isReady: boolean;
  acts: RoomActs;
};

export function useUnread({ threads, own, me, open, isReady, acts }: Props): Unread {
  const marks = useMemo(() => readMarksOf(own.values()), [own]);
  const unread = useMemo(
    () => (isReady ? unreadOf(threads, marks, me) : new Map<Ref, readonly Post[]>()),
    [threads, marks, me, isReady],
  );
  const newsIn = open && unread.has(open.ref) ? open.ref : null;
  const see = useEffectEvent(() => {
    const seen = open && document.visibilityState === 'visible' ? seenNow(open, marks) : undefined;
    // Not remembered on this device means only that it is shown as new once more.
    if (seen) acts.see(seen).catch(() => {});
  });
  useEffect(() => {
    if (newsIn === null) return;
    const timer = setTimeout(see, glanceMs);
    document.addEventListener('visibilitychange', see);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', see);
    };
  }, [newsIn]);
  return unread;
}
