// A room whose code cannot be had says so, tries again, and lets nobody wait for ever.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RoomClient } from '#lib/sync/room-state.ts';
import { Connection } from './connection.ts';

const client = { close: vi.fn() } as unknown as RoomClient;
const connect = vi.fn<() => Promise<RoomClient>>();
let connection: Connection;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  connect.mockReset().mockResolvedValue(client);
  connection = new Connection(connect);
});

afterEach(() => {
  connection.close();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const fails = () => connect.mockRejectedValueOnce(new Error('no such chunk'));
const linkIs = (kind: string) => vi.waitFor(() => expect(connection.link().kind).toBe(kind));

it('gives the client to who asked before it was there', async () => {
  const asked = connection.client();
  connection.open();
  await expect(asked).resolves.toBe(client);
  await expect(connection.client()).resolves.toBe(client);
});

it('tells of a failure, and tries again by itself', async () => {
  fails();
  const told = vi.fn();
  connection.subscribe(told);
  connection.open();
  await linkIs('failed');
  expect(told).toHaveBeenCalled();
  await vi.advanceTimersToNextTimerAsync();
  expect(connection.link()).toEqual({ kind: 'open', client });
});

it('[U3] rejects what waits when the attempt fails, so that its words can be tried again', async () => {
  fails();
  const asked = connection.client();
  connection.open();
  await expect(asked).rejects.toThrow('no such chunk');
});

it('tries at once when something is to be written after a failure', async () => {
  fails();
  connection.open();
  await linkIs('failed');
  await expect(connection.client()).resolves.toBe(client);
  expect(connect).toHaveBeenCalledTimes(2);
});

it('closes a client that comes after it was closed, and may be opened again', async () => {
  const late = Promise.withResolvers<RoomClient>();
  connect.mockReturnValueOnce(late.promise);
  connection.open();
  connection.close();
  connection.open();
  await linkIs('open');
  const stale = { close: vi.fn() } as unknown as RoomClient;
  late.resolve(stale);
  await vi.waitFor(() => expect(stale.close).toHaveBeenCalledOnce());
  expect(connection.link()).toEqual({ kind: 'open', client });
});

it('leaves nothing running behind', async () => {
  fails();
  connection.open();
  await linkIs('failed');
  connection.close();
  expect(vi.getTimerCount()).toBe(0);
});
