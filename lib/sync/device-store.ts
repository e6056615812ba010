// What this device keeps beside the document caches: unsettled changes, refused drafts, the server's times, and which
// caches there are. One small contract, kept in IndexedDB, or in memory where the browser gives none.

import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { CounterpointRecord, ParticipantId, RecordId } from '#lib/model/record.ts';
import type { DocumentName, TimesRow } from './protocol.ts';
import type { RefusedDraft } from './room-state.ts';

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
  put(rows: ReadonlyArray<readonly [key: string, row: Row]>): Promise<void>;
  delete(keys: readonly string[]): Promise<void>;
};

type Rows = { outbox: OutboxRow; drafts: RefusedDraft; times: TimesRow; caches: string };
type ShelfName = keyof Rows;

export type DeviceStore = { [Name in ShelfName]: Shelf<Rows[Name]> } & {
  /** Whether it outlives the page. */
  readonly isLasting: boolean;
};

interface Schema extends DBSchema {
  outbox: { key: string; value: OutboxRow };
  drafts: { key: string; value: RefusedDraft };
  times: { key: string; value: TimesRow };
  caches: { key: string; value: string };
}

/** All of one person's rows of one document start with this; no part of it may hold a bar. */
export function ownPrefix(document: DocumentName, participant: ParticipantId): string {
  return `${document}|${participant}|`;
}

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
    all: async (prefix) =>
      [...rows].filter(([key]) => key.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1)),
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
    const db = await within(openMs, openSchema());
    return {
      isLasting: true,
      outbox: idbShelf(db, 'outbox', 'strict'),
      drafts: idbShelf(db, 'drafts', 'strict'),
      times: idbShelf(db, 'times', 'relaxed'),
      caches: idbShelf(db, 'caches', 'relaxed'),
    };
  } catch {
    // The room works without it: a change is then Saved only once the server has it.
    return memoryStore();
  }
}

/** Some browsers leave a forbidden database pending for ever; a healthy one opens in milliseconds. */
const openMs = 4000;

/** Rejects when `promise` has not settled in time. */
export function within<T>(timeoutMs: number, promise: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
  return Promise.race([promise, late.promise]).finally(() => clearTimeout(timer));
}

function openSchema(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>('counterpoint', 1, {
    upgrade(db) {
      db.createObjectStore('outbox');
      db.createObjectStore('drafts');
      db.createObjectStore('times');
      db.createObjectStore('caches');
    },
    // A newer version of the app in another tab must not wait for this one.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
}

/** A write the device refuses (quota, storage cleared) is reported and forgotten: memory still holds it. */
function idbShelf<Name extends ShelfName>(
  db: IDBPDatabase<Schema>,
  name: Name,
  durability: 'strict' | 'relaxed',
): Shelf<Rows[Name]> {
  const writing = async (change: (store: WritableStore<Name>) => void) => {
    try {
      const transaction = db.transaction(name, 'readwrite', { durability });
      change(transaction.store as WritableStore<Name>);
      await transaction.done;
    } catch (error) {
      console.warn(`This device keeps no ${name}:`, error);
    }
  };
  return {
    all: (prefix) => readAll(db, name, prefix),
    put: (rows) =>
      writing((store) => {
        for (const [key, row] of rows) void store.put(row, key).catch(reportedByTheTransaction);
      }),
    delete: (keys) =>
      writing((store) => {
        for (const key of keys) void store.delete(key).catch(reportedByTheTransaction);
      }),
  };
}

type WritableStore<Name extends ShelfName> = {
  put(row: Rows[Name], key: string): Promise<unknown>;
  delete(key: string): Promise<unknown>;
};

const reportedByTheTransaction = () => {};

async function readAll<Name extends ShelfName>(
  db: IDBPDatabase<Schema>,
  name: Name,
  prefix: string,
): Promise<Array<[string, Rows[Name]]>> {
  const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
  try {
    const store = db.transaction(name).store;
    const [keys, rows] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
    return keys.map((key, at) => [key as string, rows[at] as Rows[Name]]);
  } catch (error) {
    console.warn(`This device gives no ${name}:`, error);
    return [];
  }
}
