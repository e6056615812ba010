// For signing out: what is only on this device, and how to forget all of it. Loads neither Yjs nor a room.

import { deleteDB } from 'idb';
import { type DeviceStore, deviceStore, type Shelf } from './device-store.ts';
import { within } from './disk.ts';

/** A database that another tab does not let go of is deleted when that tab closes. */
const deleteMs = 4000;

/** How many records have words that are only on this device, of whoever used it: unsettled changes and refused drafts. */
export async function unsettledOnThisDevice(store?: DeviceStore): Promise<number> {
  const { outbox, drafts } = store ?? (await deviceStore());
  const rows = await outbox.all('');
  const records = new Set(rows.map(([, row]) => `${row.document}|${row.participant}|${row.id}`));
  return records.size + (await drafts.all('')).length;
}

/** Deletes every cache, the outbox, the drafts and the times of everyone who used this device. */
export async function forgetDevice(
  store?: DeviceStore,
  deleteDatabase: (name: string) => Promise<void> = deleteDB,
): Promise<void> {
  const { caches, outbox, drafts, times } = store ?? (await deviceStore());
  const names = (await caches.all('')).map(([name]) => name);
  await Promise.allSettled(names.map(async (name) => within(deleteMs, deleteDatabase(name))));
  await Promise.all([clear(outbox), clear(drafts), clear(times), clear(caches)]);
}

async function clear<Row>(shelf: Shelf<Row>): Promise<void> {
  await shelf.delete((await shelf.all('')).map(([key]) => key));
}
