// A body is read as long as it goes on coming: who sends it drop by drop keeps nobody from a place.

import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readJson } from './request.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const limitBytes = 1 << 20;

/** A request whose bytes come when they are written. */
function sending() {
  const way = new TransformStream<Uint8Array, Uint8Array>();
  const writer = way.writable.getWriter();
  const headers = { 'content-type': 'application/json' };
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers,
    body: way.readable,
    duplex: 'half',
  };
  const read = readJson(new Request('http://localhost:3000/api', init), v.string(), limitBytes);
  return { read, write: (text: string) => writer.write(new TextEncoder().encode(text)), writer };
}

describe('a body on its way', () => {
  test('is given up when nothing comes, and not read on', async () => {
    const { read, writer } = sending();
    vi.advanceTimersByTime(10_000);
    expect(await read).toEqual({ ok: false, reason: 'busy' });
    await expect(writer.closed).rejects.toBeUndefined();
  });

  test('is given up when it comes drop by drop', async () => {
    const { read, write } = sending();
    await write('"a');
    await write('b');
    vi.advanceTimersByTime(10_000);
    expect(await read).toEqual({ ok: false, reason: 'busy' });
  });

  test('may take its time as long as enough comes', async () => {
    const { read, write, writer } = sending();
    const some = 'x'.repeat(64 * 1024);
    await write('"');
    for (let i = 0; i < 3; i++) {
      await write(some);
      vi.advanceTimersByTime(10_000);
    }
    await write('"');
    await writer.close();
    expect(await read).toEqual({ ok: true, value: some.repeat(3) });
  });

  test('is not read beyond its limit', async () => {
    const { read, write, writer } = sending();
    void write('x'.repeat(limitBytes + 1)).catch(() => undefined);
    expect(await read).toEqual({ ok: false, reason: 'too-large' });
    await expect(writer.closed).rejects.toBeUndefined();
  });
});
