// The standings of this room, where it shows them: null where it does not. Made from what was said in the room alone, a
// moment after the words themselves, so that typing never waits for it; the rules are fetched where they are shown.

import { createContext, useContext, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Standing, StandingsOfRoom } from '#lib/model/argument/standing.ts';
import type { Entry, Ref } from '#lib/model/record.ts';

export const StandingsContext = createContext<StandingsOfRoom | null>(null);

/** `entries`: the room's own. Private notes and a side's preparation count for nobody. */
export function useStandingsOf(entries: ReadonlyMap<Ref, Entry>, isShown: boolean): StandingsOfRoom | null {
  const last = useRef<StandingsOfRoom | null>(null);
  const settled = useDeferredValue(entries);
  const rules = useRules(isShown, settled);
  return useMemo(() => {
    if (!isShown || !rules) return null;
    last.current = rules.keepStandings(last.current, rules.standingsOf(settled.values()));
    return last.current;
  }, [settled, isShown, rules]);
}

type Rules = typeof import('#lib/model/argument/standing.ts');

/** Null until they are there. Where they could not be had they are asked for again with the next change of `entries`. */
function useRules(isShown: boolean, entries: ReadonlyMap<Ref, Entry>): Rules | null {
  const [rules, setRules] = useState<Rules | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `entries` says when to ask again.
  useEffect(() => {
    if (!isShown || rules) return;
    import('#lib/model/argument/standing.ts').then(setRules, () => {
      // Offline before they were ever loaded: no standing is shown.
    });
  }, [isShown, rules, entries]);
  return rules;
}

export function useStandings(): StandingsOfRoom | null {
  return useContext(StandingsContext);
}

/** A point's standing; undefined where it has none, or the room shows none. */
export function useStanding(ref: Ref): Standing | undefined {
  return useStandings()?.of.get(ref);
}
