import { expect, test } from 'vitest';
import { ClientIds } from './client-ids.ts';

test('[GATE2] an id that was only declared is kept for who declared it, also after its last socket has gone', () => {
  const ids = new ClientIds();
  const [first, second] = [{}, {}];
  ids.note(1, 'ada', first);
  ids.note(1, 'ada', second);
  ids.release(1, first);
  ids.release(1, second);
  expect([ids.mayDeclare(1, 'ada'), ids.mayDeclare(1, 'ben')]).toEqual([true, false]);
});

test('[GATE2] however many come and go, open and written ids are kept, and not many others', () => {
  const ids = new ClientIds();
  ids.note(1, 'ada', {});
  const writer = {};
  ids.note(2, 'ada', writer);
  ids.own(2, 'ada', '2026-01-01T00:00:00.000Z');
  ids.release(2, writer);
  for (let client = 10; client < 5010; client++) {
    const socket = {};
    ids.note(client, 'cleo', socket);
    ids.release(client, socket);
  }
  expect(ids.unwritten).toBeLessThanOrEqual(1001);
  expect([1, 2, 5009].map((client) => ids.mayDeclare(client, 'ben'))).toEqual([false, false, false]);
  expect(ids.mayDeclare(10, 'ben')).toBe(true);
});

test('[LIM] the ids of a day are counted for each participant', () => {
  const ids = new ClientIds();
  ids.own(1, 'ada', '2026-01-01T00:00:00.000Z');
  ids.own(2, 'ada', '2026-01-02T12:00:00.000Z');
  ids.own(3, 'ben', '2026-01-02T12:00:00.000Z');
  expect(ids.claimsToday('ada', new Date('2026-01-02T13:00:00.000Z'))).toBe(1);
});
