// The way to the service worker, for pages: registers it, and tells it who is here and what must go.

import type { WorkerMessage } from '#lib/sync/device/pages.ts';

/** Rejects where the worker cannot be had. */
async function activeWorker(): Promise<ServiceWorker | null> {
  await navigator.serviceWorker.register('/sw.js');
  return (await navigator.serviceWorker.ready).active;
}

/** Tells the worker; where there is none (an old browser, plain http), nothing is kept and there is nobody to tell. */
export async function tellWorker(message: WorkerMessage): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    (await activeWorker())?.postMessage(message);
  } catch (error) {
    console.warn('This browser keeps nothing for working offline:', error);
  }
}
