'use client';
// How this person likes to read, for every part that asks, and the way to change it. A choice holds on this page at once,
// on this device from the next page on (a cookie, so that the server draws the first frame in it), and for who has an
// account on their other devices.

import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { type Manners, mannersOf, type SomeManners, withManners } from '#lib/model/manners.ts';
import { keepOnDevice, show } from './manners-cookie.ts';

type Held = {
  manners: Manners;
  /** Holds here at once; resolves when it is kept. */
  change: (change: SomeManners) => Promise<void>;
};

const MannersContext = createContext<Held>({ manners: mannersOf({}), change: async () => {} });

type Props = {
  chosen: SomeManners;
  /** Does the account keep them? */
  isKept: boolean;
  children: ReactNode;
};

export function MannersProvider({ chosen, isKept, children }: Props) {
  const [held, setHeld] = useState(chosen);
  const newest = useRef(held);
  const change = useCallback(
    async (next: SomeManners) => {
      newest.current = withManners(newest.current, next);
      setHeld(newest.current);
      show(mannersOf(newest.current));
      keepOnDevice(newest.current);
      // Where the server cannot be reached the choice still holds on this device.
      if (isKept) await keepWithAccount(next);
    },
    [isKept],
  );
  const value = useMemo(() => ({ manners: mannersOf(held), change }), [held, change]);
  return <MannersContext value={value}>{children}</MannersContext>;
}

/** Fetched when it is needed, which on most pages is never; whoever cannot fetch it cannot reach the server either. */
async function keepWithAccount(change: SomeManners): Promise<void> {
  const request = await import('../form/request.ts').catch(() => null);
  await request?.send('/account/manners', request.anything, { method: 'PATCH', body: change });
}

export function useManners(): Manners {
  return useContext(MannersContext).manners;
}

export function useChangeManners(): Held['change'] {
  return useContext(MannersContext).change;
}
