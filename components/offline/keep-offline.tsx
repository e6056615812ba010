'use client';
// On every page of someone signed in: tells the service worker who is here and where, so that visited discussions open
// without a network. Shows nothing.

import { usePathname } from 'next/navigation';
import { useEffect } from 'react';
import { whenIdle } from '#components/ui/device/when-idle.ts';
import type { Gone } from '#lib/sync/room-state.ts';
import { tellWorker } from './tell-worker.ts';

/** `build` is null in development, where nothing is kept. */
export function KeepOffline({ account, build }: { account: string; build: string | null }) {
  const path = usePathname();
  useEffect(() => {
    if (build === null) return;
    // After the page is alive: what is kept for later must not slow down what is shown now.
    return whenIdle(() => void tellWorker({ type: 'here', account, build, path, loaded: loadedCode() }));
  }, [account, build, path]);
  return null;
}

/** Drops the kept page of a room that one may not see any more. */
export function useForgottenRoom(room: string, gone: Gone | undefined): void {
  useEffect(() => {
    if (gone === 'no-such-room') void tellWorker({ type: 'forget', room });
    if (gone === 'signed-out') void tellWorker({ type: 'forget', room: null });
  }, [room, gone]);
}

/** The fonts are among them, of which a page loads few of many. */
function loadedCode(): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/_next/static/'))
    .map(({ pathname }) => pathname);
}
