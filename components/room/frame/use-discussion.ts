// Records → what the screen shows of them, made anew only when a record changed, with unchanged threads kept.

import { useMemo, useRef } from 'react';
import type { Entry, Ref } from '#lib/model/record.ts';
import type { BlockPlace } from '#lib/model/segment.ts';
import { keepUnchanged, type Thread, threadsOf } from '#lib/model/thread.ts';
import type { Passages } from '../scene/passages.ts';
import { type Discussion, discussionOf } from './discussion.ts';

export function useDiscussion(
  shared: ReadonlyMap<Ref, Entry>,
  own: ReadonlyMap<Ref, Entry>,
  passages: Passages,
  places: readonly BlockPlace[],
): { threads: readonly Thread[]; discussion: Discussion } {
  const last = useRef<readonly Thread[]>([]);
  const threads = useMemo(() => {
    const next = keepUnchanged(last.current, threadsOf([...shared.values(), ...own.values()]));
    last.current = next;
    return next;
  }, [shared, own]);
  const discussion = useMemo(
    () => discussionOf(threads, passages.locate, places),
    [threads, passages, places],
  );
  return { threads, discussion };
}
