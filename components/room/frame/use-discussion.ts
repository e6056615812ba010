// Records → what the screen shows of them, made anew only when a record changed, with unchanged threads kept.

import { useMemo, useRef } from 'react';
import type { BlockPlace } from '#lib/model/text/segment.ts';
import { keepUnchanged, type Thread, threadsOf } from '#lib/model/threads/thread.ts';
import type { RoomState } from '#lib/sync/room-state.ts';
import type { Passages } from '../scene/passages.ts';
import { type Discussion, discussionOf } from './discussion.ts';

export function useDiscussion(
  { entries, privateEntries, sideEntries }: Pick<RoomState, 'entries' | 'privateEntries' | 'sideEntries'>,
  passages: Passages,
  places: readonly BlockPlace[],
): { threads: readonly Thread[]; discussion: Discussion } {
  const last = useRef<readonly Thread[]>([]);
  const threads = useMemo(() => {
    // What was prepared and then said stands as it was said.
    const own = [privateEntries, sideEntries].flatMap((some) =>
      [...some.values()].filter(({ ref }) => !entries.has(ref)),
    );
    const next = keepUnchanged(last.current, threadsOf([...entries.values(), ...own]));
    last.current = next;
    return next;
  }, [entries, privateEntries, sideEntries]);
  const discussion = useMemo(
    () => discussionOf(threads, passages.locate, places),
    [threads, passages, places],
  );
  return { threads, discussion };
}
