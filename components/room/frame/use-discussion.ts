// Records → what the screen shows of them, made anew only when a record changed, and then only where it touches.

import { useMemo, useRef } from 'react';
import type { BlockPlace } from '#lib/model/text/segment.ts';
import { type Joined, joined } from '#lib/model/threads/joined.ts';
import type { Thread } from '#lib/model/threads/thread.ts';
import type { RoomState } from '#lib/sync/room-state.ts';
import type { Passages } from '../scene/passages.ts';
import { type Discussion, discussionOf } from './discussion.ts';

export function useDiscussion(
  { entries, privateEntries, sideEntries }: Pick<RoomState, 'entries' | 'privateEntries' | 'sideEntries'>,
  passages: Passages,
  places: readonly BlockPlace[],
): { threads: readonly Thread[]; discussion: Discussion } {
  const last = useRef<Joined | null>(null);
  const shown = useRef<{ on: Passages; discussion: Discussion } | null>(null);
  const threads = useMemo(() => {
    // What was prepared and then said stands as it was said.
    const own = [...privateEntries, ...sideEntries].filter(([ref]) => !entries.has(ref));
    last.current = joined(own.length > 0 ? new Map([...entries, ...own]) : entries, last.current);
    return last.current.threads;
  }, [entries, privateEntries, sideEntries]);
  const discussion = useMemo(() => {
    const before = shown.current?.on === passages ? shown.current.discussion : undefined;
    const next = discussionOf(threads, passages.locate, places, before, passages.elsewhere);
    shown.current = { on: passages, discussion: next };
    return next;
  }, [threads, passages, places]);
  return { threads, discussion };
}
