// What was said → its map or list, laid out a moment after the words themselves stand: whoever types never waits for it.

import { useDeferredValue, useMemo, useRef } from 'react';
import { type ArgumentMap, keptMap, listOf, mapOf } from '#lib/model/argument/map.ts';
import type { Ref } from '#lib/model/record.ts';
import type { Thread } from '#lib/model/threads/thread.ts';
import { rowHeightPx } from './use-map-view.ts';

export type Shown = { folded: ReadonlySet<Ref>; thread: Ref | null; isList: boolean };

/** `focused`: the one thread that is shown; null where it is gone, so that it leaves no empty map behind. */
export function useMap(
  threads: readonly Thread[],
  { folded, thread, isList }: Shown,
): { map: ArgumentMap; focused: Ref | null } {
  const settled = useDeferredValue(threads);
  const focused = thread !== null && settled.some(({ ref }) => ref === thread) ? thread : null;
  const last = useRef<ArgumentMap | null>(null);
  const map = useMemo(() => {
    const choice = { folded, thread: focused };
    const next = isList ? listOf(settled, choice, rowHeightPx) : mapOf(settled, choice);
    last.current = keptMap(last.current, next);
    return last.current;
  }, [settled, folded, focused, isList]);
  return { map, focused };
}
