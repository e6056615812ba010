import { expect, test, vi } from 'vitest';
import type { RefusedDraft } from '../room-state.ts';
import { forgetDevice, unsettledOnThisDevice } from './device.ts';
import { type DeviceStore, memoryStore, type OutboxRow, ownPrefix } from './device-store.ts';

function change(id: string, participant = 'ana'): OutboxRow {
  const at = '2026-01-01T00:00:00.000Z';
  return { document: 'room/r1', participant, id, value: null, at, tab: 'a tab that is gone' };
}

const draft: RefusedDraft = {
  key: 'd1',
  place: 'room',
  id: 'n9',
  value: null,
  code: 'not-allowed',
  detail: 'locked',
  at: '2026-01-01T00:00:00.000Z',
};

async function usedDevice(): Promise<DeviceStore> {
  const store = memoryStore();
  const mine = ownPrefix('room/r1', 'ana');
  await store.outbox.put([
    [`${mine}1`, change('n1')],
    [`${mine}2`, change('n1')],
    [`${mine}3`, change('n2')],
    [`${ownPrefix('room/r1', 'ben')}1`, change('n1', 'ben')],
  ]);
  await store.drafts.put([['d1', draft]]);
  await store.times.put([['t', ['ana/n1', 1, '', '']]]);
  await store.caches.put([['counterpoint/room/r1/ana', 'counterpoint/room/r1/ana']]);
  return store;
}

test('[DUR4] counts records, not keystrokes, of everyone and in every tab, and refused words too', async () => {
  expect(await unsettledOnThisDevice({ store: await usedDevice() })).toBe(4);
});

test('[GATE10] signing out leaves nothing on the device, even where a cache will not go', async () => {
  const store = await usedDevice();
  const deleteDatabase = vi.fn(() => {
    throw new Error('no IndexedDB');
  });
  await forgetDevice({ store, deleteDatabase });
  expect(deleteDatabase.mock.calls).toEqual([['counterpoint/room/r1/ana']]);
  expect(await unsettledOnThisDevice({ store })).toBe(0);
  for (const shelf of [store.times, store.caches]) expect(await shelf.all('')).toEqual([]);
});
