// Deep links: `#p=<ref>` names a point, `#b=<n>` the n-th paragraph (U30). The address follows no click; only links and "Copy link" set it.

import { useEffect, useEffectEvent, useState } from 'react';
import type { Ref } from '#lib/model/record.ts';
import type { FirstSync } from '#lib/sync/room-state.ts';

/** The point that an address names, if it names one. */
export function linkedPoint(hash: string): Ref | null {
  const name = new URLSearchParams(hash.replace(/^#/, '')).get('p');
  return name && /^[^/]+\/.+$/.test(name) ? (name as Ref) : null;
}

/** The paragraph that an address names, from 0, if it names one. */
export function linkedBlock(hash: string): number | null {
  const number = Number(new URLSearchParams(hash.replace(/^#/, '')).get('b'));
  return Number.isSafeInteger(number) && number > 0 ? number - 1 : null;
}

/** Follows a link within the page one is on: also the one that was followed last. */
export function follow(hash: string): void {
  history.replaceState(history.state, '', location.pathname + location.search);
  location.hash = hash;
}

export function linkTo(ref: Ref): string {
  const url = new URL(location.href);
  url.hash = `p=${ref}`;
  return url.href;
}

/** What became of a link. 'unknown': not on this device, and the server could not be asked. */
export type Arrival = 'here' | 'missing' | 'unknown';

/** Null while it is too early to tell. */
export function arrivalOf(isHere: boolean, firstSync: FirstSync): Arrival | null {
  if (isHere) return 'here';
  return { pending: null, synced: 'missing' as const, unreached: 'unknown' as const }[firstSync];
}

/** Calls `onBlock` for the paragraph that the address names, and again for the next address. */
export function useLinkedBlock(onBlock: (index: number) => void): void {
  const arrive = useEffectEvent(onBlock);
  useEffect(() => {
    const read = () => {
      const index = linkedBlock(location.hash);
      if (index !== null) arrive(index);
    };
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
}

/** Calls `onArrival` for the address's point once it is there or known to be missing, and again for the next address. */
export function useLinkedPoint(
  has: (ref: Ref) => boolean,
  firstSync: FirstSync,
  onArrival: (ref: Ref, arrival: Arrival) => void,
): void {
  const [wanted, setWanted] = useState<Ref | null>(null);
  useEffect(() => {
    const read = () => setWanted(linkedPoint(location.hash));
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  const arrival = wanted && arrivalOf(has(wanted), firstSync);
  const arrive = useEffectEvent(onArrival);
  useEffect(() => {
    if (!wanted || !arrival) return;
    setWanted(null);
    arrive(wanted, arrival);
  }, [wanted, arrival]);
}
