// A device that refuses words says so, and loses none that were given to it.

import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type DeviceStore, type OutboxRow, storeOn } from './device-store.ts';
import { type Disk, reopening } from './disk.ts';

const row: OutboxRow = {
  document: 'room/r1',
  participant: 'ana',
  id: 'n1',
  value: null,
  at: '2026-01-01T00:00:00.000Z',
  tab: 't1',
};

/** One flat disk that can be full. */
class ScriptedDisk {
  readonly rows = new Map<string, unknown>();
  isFull = false;

  readonly asDisk = {
    read: async (name: string, prefix: string) =>
      [...this.rows]
        .filter(([key]) => key.startsWith(`${name}:${prefix}`))
        .map(([key, kept]) => [key.slice(name.length + 1), kept]),
    write: async (name: string, rows: ReadonlyArray<readonly [string, unknown]>) => {
      if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
      for (const [key, kept] of rows) {
        if (kept === null) this.rows.delete(`${name}:${key}`);
        else this.rows.set(`${name}:${key}`, kept);
      }
    },
  } as Disk;
}

let disk: ScriptedDisk;
let store: DeviceStore;
beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  disk = new ScriptedDisk();
  store = storeOn(disk.asDisk);
});

describe('a disk that refuses', () => {
  test('[DUR4] is told of, and its rows are listed from memory', async () => {
    await store.outbox.put([['b', row]]);
    expect(store.isLasting).toBe(true);
    disk.isFull = true;
    await store.outbox.put([['a', row]]);
    expect(store.isLasting).toBe(false);
    expect((await store.outbox.all('')).map(([key]) => key)).toEqual(['a', 'b']);
    expect([...disk.rows.keys()]).toEqual(['outbox:b']);
  });

  test('takes what waits with the next write once it has room again', async () => {
    disk.isFull = true;
    await store.outbox.put([['a', row]]);
    await store.outbox.put([['b', row]]);
    await store.outbox.delete(['a']);
    disk.isFull = false;
    await store.outbox.put([['c', row]]);
    expect(store.isLasting).toBe(true);
    expect([...disk.rows.keys()]).toEqual(['outbox:b', 'outbox:c']);
  });

  test('lists nothing that was deleted, even where it would not go', async () => {
    await store.outbox.put([['a', row]]);
    disk.isFull = true;
    await store.outbox.delete(['a']);
    expect(await store.outbox.all('')).toEqual([]);
  });

  test('loses no promise by times alone: the server can give them again', async () => {
    disk.isFull = true;
    await store.times.put([['t', ['ana/n1', 1, '', '']]]);
    expect(store.isLasting).toBe(true);
  });
});

describe('reopening', () => {
  const closed: number[] = [];
  let opens = 0;
  const open = async () => ++opens;
  beforeEach(() => {
    opens = 0;
    closed.length = 0;
  });

  test('tries once more on a new connection, which is then used on', async () => {
    const run = await reopening(open, (handle) => closed.push(handle));
    const use = async (handle: number) => {
      if (handle === 1) throw new Error('closed beneath it');
      return handle;
    };
    expect(await Promise.all([run(use), run(use)])).toEqual([2, 2]);
    expect(await run(use)).toBe(2);
    expect(closed).toEqual([1]);
  });

  test('rejects what fails twice', async () => {
    const run = await reopening(open, (handle) => closed.push(handle));
    await expect(run(() => Promise.reject(new Error('full')))).rejects.toThrow('full');
    expect(opens).toBe(2);
  });
});
