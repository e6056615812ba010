// What this device keeps beside the document caches: unsettled changes, refused drafts, the server's times, and which
// caches there are. One small contract, kept in IndexedDB, or in memory where the browser gives none.

import type { DocumentName } from '#lib/model/document.ts';
import type { CounterpointRecord, ParticipantId, RecordId } from '#lib/model/record.ts';
import type { RefusedDraft } from '../room-state.ts';
import type { TimesRow } from '../wire/protocol.ts';
import { type Disk, openBrowserDisk } from './disk.ts';

/** A change that is not yet known to be on the server's disk. `value` is null for a deletion. */
export type OutboxRow = {
  document: DocumentName;
  participant: ParticipantId;
  id: RecordId;
  value: CounterpointRecord | null;
  /** ISO UTC, this device's clock. */
  at: string;
  /** The tab that sends it. */
  tab: string;
};

/** Rows under string keys, listed in the order of their keys. */
export type Shelf<Row> = {
  all(prefix: string): Promise<Array<[key: string, row: Row]>>;
  /** Never rejects: what the device will not take is held in memory. */
  put(rows: ReadonlyArray<readonly [key: string, row: Row]>): Promise<void>;
  delete(keys: readonly string[]): Promise<void>;
};

export type Rows = { outbox: OutboxRow; drafts: RefusedDraft; times: TimesRow; caches: string };
export type ShelfName = keyof Rows;

export type DeviceStore = { [Name in ShelfName]: Shelf<Rows[Name]> } & {
  /** Whether people's words in it outlive the page: false as long as the device takes none. */
  readonly isLasting: boolean;
};

/** Keeps everything only as long as the page lives. */
export function memoryStore(): DeviceStore {
  return {
    isLasting: false,
    outbox: memoryShelf(),
    drafts: memoryShelf(),
    times: memoryShelf(),
    caches: memoryShelf(),
  };
}

function memoryShelf<Row>(): Shelf<Row> {
  const rows = new Map<string, Row>();
  return {
    all: async (prefix) => inOrder([...rows].filter(([key]) => key.startsWith(prefix))),
    put: async (added) => {
      for (const [key, row] of added) rows.set(key, row);
    },
    delete: async (keys) => {
      for (const key of keys) rows.delete(key);
    },
  };
}

let opened: Promise<DeviceStore> | null = null;

/** The browser's store, one a page; the memory's where IndexedDB is missing, forbidden (private windows) or silent. */
export function deviceStore(): Promise<DeviceStore> {
  opened ??= openStore();
  return opened;
}

async function openStore(): Promise<DeviceStore> {
  if (typeof indexedDB === 'undefined') return memoryStore();
  try {
    return storeOn(await openBrowserDisk());
  } catch {
    // The room works without it: a change is then Saved only once the server has it.
    return memoryStore();
  }
}

/** A store whose rows are kept on this disk, and in memory as long as the disk refuses them. */
export function storeOn(disk: Disk): DeviceStore {
  const outbox = new DiskShelf(disk, 'outbox');
  const drafts = new DiskShelf(disk, 'drafts');
  return {
    get isLasting() {
      return !outbox.isRefused && !drafts.isRefused;
    },
    outbox,
    drafts,
    times: new DiskShelf(disk, 'times'),
    caches: new DiskShelf(disk, 'caches'),
  };
}

/** What could not be written (quota, storage cleared) waits in memory, is listed all the same, and goes with the next write. */
class DiskShelf<Name extends ShelfName> implements Shelf<Rows[Name]> {
  readonly #disk: Disk;
  readonly #name: Name;
  /** Not yet on the disk; null is to be deleted. */
  readonly #waiting = new Map<string, Rows[Name] | null>();
  #isRefused = false;

  constructor(disk: Disk, name: Name) {
    this.#disk = disk;
    this.#name = name;
  }

  /** Whether the last write failed. */
  get isRefused(): boolean {
    return this.#isRefused;
  }

  async all(prefix: string): Promise<Array<[key: string, row: Rows[Name]]>> {
    const rows = new Map(await this.#read(prefix));
    for (const [key, row] of this.#waiting) {
      if (!key.startsWith(prefix)) continue;
      if (row === null) rows.delete(key);
      else rows.set(key, row);
    }
    return inOrder([...rows]);
  }

  put(rows: ReadonlyArray<readonly [key: string, row: Rows[Name]]>): Promise<void> {
    for (const [key, row] of rows) this.#waiting.set(key, row);
    return this.#write();
  }

  delete(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.#waiting.set(key, null);
    return this.#write();
  }

  async #write(): Promise<void> {
    if (this.#waiting.size === 0) return;
    const batch = new Map(this.#waiting);
    try {
      await this.#disk.write(this.#name, [...batch]);
      for (const [key, row] of batch) if (this.#waiting.get(key) === row) this.#waiting.delete(key);
      this.#isRefused = false;
    } catch (error) {
      this.#isRefused = true;
      console.warn(`This device keeps no ${this.#name}:`, error);
    }
  }

  async #read(prefix: string): Promise<Array<[key: string, row: Rows[Name]]>> {
    try {
      return await this.#disk.read(this.#name, prefix);
    } catch (error) {
      console.warn(`This device gives no ${this.#name}:`, error);
      return [];
    }
  }
}

function inOrder<Row>(rows: Array<[key: string, row: Row]>): Array<[key: string, row: Row]> {
  return rows.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** All of one person's rows of one document start with this; no part of it may hold a bar. */
export function ownPrefix(document: DocumentName, participant: ParticipantId): string {
  return `${document}|${participant}|`;
}
