// All that a room client takes from its surroundings, so that the same client runs in a browser and in tests.

import { type DeviceStore, deviceStore } from './device/device-store.ts';
import { type OpenCache, openBrowserCache, openNoCache } from './device/document-cache.ts';
import { holdTab, type Tab } from './device/tab.ts';

export type RoomEnvironment = {
  store: DeviceStore;
  openCache: OpenCache;
  WebSocket: typeof WebSocket;
  tab: Tab;
  watchNetwork: WatchNetwork;
};

/** Calls back when the device knows that its network went or came back; gives the way to stop. */
export type WatchNetwork = (on: { lost(): void; back(): void }) => () => void;

/** The surroundings of a page: to be called where there is a window. */
export async function browserEnvironment(): Promise<RoomEnvironment> {
  const [store, tab] = await Promise.all([deviceStore(), holdTab()]);
  const openCache = store.isLasting ? openBrowserCache : openNoCache;
  return { store, tab, openCache, WebSocket: globalThis.WebSocket, watchNetwork };
}

const watchNetwork: WatchNetwork = ({ lost, back }) => {
  addEventListener('offline', lost);
  addEventListener('online', back);
  return () => {
    removeEventListener('offline', lost);
    removeEventListener('online', back);
  };
};
