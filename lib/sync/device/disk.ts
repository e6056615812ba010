// The IndexedDB under device-store.ts: rows in four stores, read and written or else rejected. A connection that was
// closed beneath it (storage cleared, another tab's newer version, a sleeping phone) is opened again once.

import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Rows, ShelfName } from './device-store.ts';

export type Disk = {
  /** The rows whose keys start so, in the order of their keys. */
  read<Name extends ShelfName>(name: Name, prefix: string): Promise<Array<[key: string, row: Rows[Name]]>>;
  /** All or none of it; null deletes. Resolves once it is kept. */
  write<Name extends ShelfName>(
    name: Name,
    rows: ReadonlyArray<readonly [key: string, row: Rows[Name] | null]>,
  ): Promise<void>;
};

interface Schema extends DBSchema {
  outbox: { key: string; value: Rows['outbox'] };
  drafts: { key: string; value: Rows['drafts'] };
  times: { key: string; value: Rows['times'] };
  caches: { key: string; value: Rows['caches'] };
}

/** People's words are flushed before they count as kept; the rest the server can give again. */
const durability = { outbox: 'strict', drafts: 'strict', times: 'relaxed', caches: 'relaxed' } as const;

/** Opens the browser's database; rejects where there is none to be had. */
export async function openBrowserDisk(): Promise<Disk> {
  const run = await reopening(
    () => within(openMs, openSchema()),
    (db) => db.close(),
  );
  return {
    read: (name, prefix) => run((db) => readRows(db, name, prefix)),
    write: (name, rows) => run((db) => writeRows(db, name, rows)),
  };
}

/**
 * Gives a way to use what `open` opens, that tries once more on a new one where the old one fails. Rejects when it
 * cannot be opened at all, and each use when the second try fails too.
 */
export async function reopening<Handle>(
  open: () => Promise<Handle>,
  close: (handle: Handle) => void,
): Promise<<T>(use: (handle: Handle) => Promise<T>) => Promise<T>> {
  let current = open();
  await current;
  return async (use) => {
    const used = current;
    try {
      return await use(await used);
    } catch {
      // Another use may be opening it again already.
      if (current === used) {
        used.then(close, () => {});
        current = open();
      }
      return use(await current);
    }
  };
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

async function readRows<Name extends ShelfName>(
  db: IDBPDatabase<Schema>,
  name: Name,
  prefix: string,
): Promise<Array<[key: string, row: Rows[Name]]>> {
  const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
  const store = db.transaction(name).store;
  const [keys, rows] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
  return keys.map((key, at) => [key as string, rows[at] as Rows[Name]]);
}

async function writeRows<Name extends ShelfName>(
  db: IDBPDatabase<Schema>,
  name: Name,
  rows: ReadonlyArray<readonly [key: string, row: Rows[Name] | null]>,
): Promise<void> {
  const transaction = db.transaction(name, 'readwrite', { durability: durability[name] });
  const store = transaction.store as WritableStore<Name>;
  for (const [key, row] of rows) {
    const written = row === null ? store.delete(key) : store.put(row, key);
    written.catch(reportedByTheTransaction);
  }
  await transaction.done;
}

type WritableStore<Name extends ShelfName> = {
  put(row: Rows[Name], key: string): Promise<unknown>;
  delete(key: string): Promise<unknown>;
};

const reportedByTheTransaction = () => {};
