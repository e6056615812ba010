// For tests: one person's device in memory. Its store and caches outlive the visits, as IndexedDB outlives a tab.

import * as Y from 'yjs';
import { type DeviceStore, memoryStore } from './device/device-store.ts';
import type { DocumentCache } from './device/document-cache.ts';
import type { RoomEnvironment, WatchNetwork } from './room-environment.ts';

type Kept = { updates: Uint8Array[]; lineage: string | null };

export class ScriptedDevice {
  readonly store: DeviceStore = { ...memoryStore(), isLasting: true };
  readonly caches = new Map<string, Kept>();
  readonly #participant: string;
  readonly #tabs = new Set<string>();
  readonly #watchers = new Set<Parameters<WatchNetwork>[0]>();
  #visits = 0;

  constructor(participant: string) {
    this.#participant = participant;
  }

  /** The surroundings of a new tab. */
  visit(): RoomEnvironment {
    const id = `${this.#participant}-tab-${++this.#visits}`;
    this.#tabs.add(id);
    return {
      store: this.store,
      openCache: async (name, doc) => this.#open(name, doc),
      WebSocket: socketAs(this.#participant),
      tab: { id, isAlive: async (tab) => this.#tabs.has(tab), release: () => this.#tabs.delete(id) },
      watchNetwork: (on) => this.#watch(on),
    };
  }

  setOnline(isOnline: boolean): void {
    for (const on of this.#watchers) {
      if (isOnline) on.back();
      else on.lost();
    }
  }

  #watch(on: Parameters<WatchNetwork>[0]): () => void {
    this.#watchers.add(on);
    return () => this.#watchers.delete(on);
  }

  #open(name: string, doc: Y.Doc): DocumentCache {
    const kept = this.caches.get(name) ?? { updates: [], lineage: null };
    this.caches.set(name, kept);
    for (const update of kept.updates) Y.applyUpdate(doc, update, kept);
    const keep = (update: Uint8Array) => kept.updates.push(update);
    doc.on('update', keep);
    const close = async () => doc.off('update', keep);
    return {
      lineage: kept.lineage,
      keepLineage: async (lineage) => {
        kept.lineage = lineage;
      },
      close,
      drop: async () => {
        await close();
        this.caches.delete(name);
      },
    };
  }
}

/** A WebSocket that says who it is the way a session cookie would. */
function socketAs(participant: string): typeof WebSocket {
  return class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(`${url}&as=${participant}`, protocols ?? []);
    }
  };
}
