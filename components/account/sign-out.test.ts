// Signing out erases this device only once the session has ended, and asks before words are lost.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deviceStore } from '#lib/sync/device/device-store.ts';
import { signOut } from './sign-out.ts';

const kept = new Map<string, string>();
const storage = {
  get length() {
    return kept.size;
  },
  key: (at: number) => [...kept.keys()][at] ?? null,
  getItem: (key: string) => kept.get(key) ?? null,
  removeItem: (key: string) => kept.delete(key),
};
const assign = vi.fn();
const fetch = vi.fn<(path: string, init: RequestInit) => Promise<Response>>();
const change = {
  document: 'room/r1' as const,
  participant: 'ada',
  id: 'n1',
  value: null,
  at: '2026-03-01T10:00:00.000Z',
  tab: 'gone',
};

beforeEach(async () => {
  kept.clear();
  kept.set(
    'counterpoint:draft:r1:ada:new:1-2',
    JSON.stringify({ body: 'half', kind: 'comment', place: 'room' }),
  );
  await (await deviceStore()).outbox.put([['room/r1|ada|1', change]]);
  fetch.mockReset().mockResolvedValue(new Response('{}'));
  assign.mockReset();
  vi.stubGlobal('fetch', fetch);
  vi.stubGlobal('window', { localStorage: storage, location: { assign }, addEventListener: vi.fn() });
});

afterEach(() => vi.unstubAllGlobals());

const onDevice = async () => (await (await deviceStore()).outbox.all('')).length + kept.size;

describe('[U56] signing out', () => {
  it('asks first, counting changes and begun words, and calls nobody', async () => {
    expect(await signOut()).toEqual({ ok: false, reason: 'unsettled', changes: 2 });
    expect(fetch).not.toHaveBeenCalled();
    expect(await onDevice()).toBe(2);
  });

  it.each([200, 401])('erases the device and leaves once the session has ended (%i)', async (status) => {
    fetch.mockResolvedValue(new Response('{}', { status }));
    expect(await signOut({ evenIfUnsettled: true })).toEqual({ ok: true });
    expect(fetch).toHaveBeenCalledWith(
      '/api/sessions/current',
      expect.objectContaining({ method: 'DELETE' }),
    );
    expect(await onDevice()).toBe(0);
    expect(assign).toHaveBeenCalledWith('/');
  });

  it('erases nothing while the server has not ended the session', async () => {
    fetch.mockResolvedValue(new Response('{}', { status: 503 }));
    expect(await signOut({ evenIfUnsettled: true })).toMatchObject({ ok: false, reason: 'refused' });
    fetch.mockRejectedValue(new TypeError('Failed to fetch'));
    expect(await signOut({ evenIfUnsettled: true })).toMatchObject({
      ok: false,
      reason: 'refused',
      problem: expect.stringContaining('cannot be reached'),
    });
    expect(await onDevice()).toBe(2);
    expect(assign).not.toHaveBeenCalled();
  });
});
