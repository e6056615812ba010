// The standings of this room, where it shows them: null where it does not. Made from what was said in the room alone, a
// moment after the words themselves, so that typing never waits for it.

import { createContext, useContext, useDeferredValue, useMemo, useRef } from 'react';
import {
  keepStandings,
  type Standing,
  type StandingsOfRoom,
  standingsOf,
} from '#lib/model/argument/standing.ts';
import type { Entry, Ref } from '#lib/model/record.ts';

export const StandingsContext = createContext<StandingsOfRoom | null>(null);

/** `entries`: the room's own. Private notes and a side's preparation count for nobody. */
export function useStandingsOf(entries: ReadonlyMap<Ref, Entry>, isShown: boolean): StandingsOfRoom | null {
  const last = useRef<StandingsOfRoom | null>(null);
  const settled = useDeferredValue(entries);
  return useMemo(() => {
    if (!isShown) return null;
    last.current = keepStandings(last.current, standingsOf(settled.values()));
    return last.current;
  }, [settled, isShown]);
}

export function useStandings(): StandingsOfRoom | null {
  return useContext(StandingsContext);
}

/** A point's standing; undefined where it has none, or the room shows none. */
export function useStanding(ref: Ref): Standing | undefined {
  return useStandings()?.of.get(ref);
}
