// One's private records without the marks of what one has read: those come at every glance at a thread, and no word on
// the screen is another for it.

import { useMemo, useRef } from 'react';
import type { Entry, Ref } from '#lib/model/record.ts';

/** The same object as before while only such marks changed. */
export function useOwnWords(privateEntries: ReadonlyMap<Ref, Entry>): ReadonlyMap<Ref, Entry> {
  const last = useRef<ReadonlyMap<Ref, Entry>>(new Map());
  return useMemo(() => {
    const now = new Map([...privateEntries].filter(([, { value }]) => value.type !== 'seen'));
    if (!isSame(last.current, now)) last.current = now;
    return last.current;
  }, [privateEntries]);
}

function isSame(one: ReadonlyMap<Ref, Entry>, other: ReadonlyMap<Ref, Entry>): boolean {
  return one.size === other.size && [...one].every(([ref, entry]) => other.get(ref) === entry);
}
