// For signing out: what is only on this device, and how to forget all of it. Loads neither Yjs nor a room.

import { deleteDB } from 'idb';
import { type DeviceStore, deviceStore, type Shelf } from './device-store.ts';
import { within } from './disk.ts';
import { draftsOnThisDevice, forgetDrafts } from './drafts.ts';
import { forgetPages } from './pages.ts';

/** A database that another tab does not let go of is deleted when that tab closes. */
const deleteMs = 4000;

/** Where words are kept; each is the browser's own unless given. */
type Places = { store?: DeviceStore; storage?: Storage | null };

/**
 * How many changes and drafts are only on this device, of whoever used it: records with unsettled changes, refused
 * words, and words begun in a composer.
 */
export async function unsettledOnThisDevice({ store, storage }: Places = {}): Promise<number> {
  const { outbox, drafts } = store ?? (await deviceStore());
  const rows = await outbox.all('');
  const records = new Set(rows.map(([, row]) => `${row.document}|${row.participant}|${row.id}`));
  return records.size + (await drafts.all('')).length + draftsOnThisDevice(storage);
}

/** Deletes every cache, kept page, the outbox, the drafts and the times of everyone who used this device. */
export async function forgetDevice({
  store,
  storage,
  deleteDatabase = deleteDB,
}: Places & { deleteDatabase?: (name: string) => Promise<void> } = {}): Promise<void> {
  forgetDrafts(storage);
  await Promise.allSettled([forgetPages()]);
  const { caches, outbox, drafts, times } = store ?? (await deviceStore());
  const names = (await caches.all('')).map(([name]) => name);
  await Promise.allSettled(names.map(async (name) => within(deleteMs, deleteDatabase(name))));
  await Promise.all([clear(outbox), clear(drafts), clear(times), clear(caches)]);
}

async function clear<Row>(shelf: Shelf<Row>): Promise<void> {
  await shelf.delete((await shelf.all('')).map(([key]) => key));
}
