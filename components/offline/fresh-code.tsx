'use client';
// A page that was open while the server was updated asks for code that is gone: it reloads itself, once. What was typed
// is kept as a draft, what was said in the outbox. Shows nothing.

import { useEffect } from 'react';

const key = 'reloaded-from';

export function FreshCode({ build }: { build: string | null }) {
  useEffect(() => {
    if (build === null) return;
    const onError = ({ target }: Event) => {
      const address = codeAddress(target);
      if (address) void reloadIfGone(address, build);
    };
    // Failed scripts and styles tell only themselves: their errors do not bubble.
    addEventListener('error', onError, { capture: true });
    return () => removeEventListener('error', onError, { capture: true });
  }, [build]);
  return null;
}

function codeAddress(target: EventTarget | null): string | null {
  const address =
    target instanceof HTMLScriptElement ? target.src : target instanceof HTMLLinkElement ? target.href : '';
  return address.includes('/_next/static/') ? address : null;
}

/** Offline, or while the server restarts, nothing is known to be gone. */
async function reloadIfGone(address: string, build: string): Promise<void> {
  const answer = await fetch(address, { method: 'HEAD', cache: 'no-store' }).catch(() => null);
  if (answer?.status !== 404 || sessionStorage.getItem(key) === build) return;
  sessionStorage.setItem(key, build);
  location.reload();
}
