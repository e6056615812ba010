// What is locked and erased in the room, made anew only when such a ruling came: else a note would change it for everyone.

import { useMemo, useRef } from 'react';
import { type Locks, locksOf } from '#lib/model/lock.ts';
import { type Entry, isRuling, type Ref, type Ruling } from '#lib/model/record.ts';
import { inOrder } from '#lib/model/threads/thread.ts';

export function useLocks(entries: ReadonlyMap<Ref, Entry>): Locks | undefined {
  const now = useRef(entries);
  now.current = entries;
  const last = useRef<readonly Entry<Ruling>[]>([]);
  const rulings = useMemo(() => {
    const next: Entry<Ruling>[] = [];
    for (const entry of entries.values()) if (isRuling(entry)) next.push(entry);
    next.sort(inOrder);
    const isSame = next.length === last.current.length && next.every((entry, i) => entry === last.current[i]);
    if (!isSame) last.current = next;
    return last.current;
  }, [entries]);
  return useMemo(() => locksOf(rulings, (ref) => now.current.get(ref)?.value), [rulings]);
}
