// Deep links: `#p=<ref>` names a point (U30). The address follows no click; only links and "Copy link" set it.

import { useEffect, useEffectEvent } from 'react';
import type { Ref } from '#lib/model/record.ts';

/** The point that an address names, if it names one. */
export function linkedPoint(hash: string): Ref | null {
  const name = new URLSearchParams(hash.replace(/^#/, '')).get('p');
  return name && /^[^/]+\/.+$/.test(name) ? (name as Ref) : null;
}

export function linkTo(ref: Ref): string {
  const url = new URL(location.href);
  url.hash = `p=${ref}`;
  return url.href;
}

/** Calls `onLink` for the address's point once the records are there, and again whenever the address names another. */
export function useLinkedPoint(isReady: boolean, onLink: (ref: Ref) => void): void {
  const follow = useEffectEvent(() => {
    const ref = linkedPoint(location.hash);
    if (ref) onLink(ref);
  });
  useEffect(() => {
    if (!isReady) return;
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [isReady]);
}
