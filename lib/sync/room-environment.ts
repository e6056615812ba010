// All that a room client takes from its surroundings, so that the same client runs in a browser and in tests.

import { type DeviceStore, deviceStore } from './device-store.ts';
import { type OpenCache, openBrowserCache } from './document-cache.ts';
import { holdTab, type Tab } from './tab.ts';

export type RoomEnvironment = {
  store: DeviceStore;
  openCache: OpenCache;
  WebSocket: typeof WebSocket;
  tab: Tab;
  network: Network;
};

export type Network = {
  /** False when the device knows that it has no network; true proves nothing. */
  isOnline(): boolean;
  /** Calls back on each change; gives the way to stop. */
  watch(onChange: () => void): () => void;
};

/** The surroundings of a page: to be called where there is a window. */
export async function browserEnvironment(): Promise<RoomEnvironment> {
  const [store, tab] = await Promise.all([deviceStore(), holdTab()]);
  return {
    store,
    tab,
    openCache: openBrowserCache,
    WebSocket: globalThis.WebSocket,
    network: browserNetwork,
  };
}

const browserNetwork: Network = {
  isOnline: () => navigator.onLine,
  watch(onChange) {
    addEventListener('online', onChange);
    addEventListener('offline', onChange);
    return () => {
      removeEventListener('online', onChange);
      removeEventListener('offline', onChange);
    };
  },
};
