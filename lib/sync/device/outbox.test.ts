import { beforeEach, expect, test } from 'vitest';
import type { CounterpointRecord } from '#lib/model/record.ts';
import { type DeviceStore, memoryStore } from './device-store.ts';
import { type Change, Outbox } from './outbox.ts';

const socket = { named: 'first' };
const nextSocket = { named: 'second' };

let store: DeviceStore;
let alive: Set<string>;

beforeEach(() => {
  store = memoryStore();
  alive = new Set();
});

function outboxOf(tab: string): Outbox {
  alive.add(tab);
  const asTab = { id: tab, isAlive: async (other: string) => alive.has(other), release: () => {} };
  return new Outbox(store.outbox, 'room/r1', 'ana', asTab);
}

function note(body: string): CounterpointRecord {
  return { type: 'point', kind: 'comment', at: '2026-01-01T00:00:00.000Z', body };
}

/** As if written to the document, and sent where a frame is given. */
function write(change: Change, at: object | null = null, frame = 0): void {
  change.isWritten = true;
  change.sentAt = at && { socket: at, frame };
}

async function add(outbox: Outbox, id: string, value: CounterpointRecord | null): Promise<Change> {
  const [change] = await outbox.add([[id, value]]);
  if (!change) throw new Error('nothing was added');
  return change;
}

const ids = (changes: readonly Change[]) => changes.map(({ id }) => id);

test('[GATE10] DURABLE clears what this socket sent up to it, and nothing else', async () => {
  const outbox = outboxOf('one');
  write(await add(outbox, 'first', note('a')), socket, 1);
  write(await add(outbox, 'second', note('b')), socket, 2);
  write(await add(outbox, 'unsent', note('c')));
  expect(outbox.settle({ socket: nextSocket, frame: 2 })).toBe(false);
  expect(outbox.settle({ socket, frame: 1 })).toBe(true);
  expect(ids(outbox.changes)).toEqual(['second', 'unsent']);
  expect((await store.outbox.all('')).map(([, row]) => row.id)).toEqual(['second', 'unsent']);
});

test('[GATE10] a step 2 carries what is written, and only where this socket has not sent it', async () => {
  const outbox = outboxOf('one');
  write(await add(outbox, 'on the old socket', note('a')), socket, 5);
  write(await add(outbox, 'on this socket', note('b')), nextSocket, 1);
  await add(outbox, 'not written', note('c'));
  outbox.coverWritten({ socket: nextSocket, frame: 3 });
  expect(outbox.changes.map(({ sentAt }) => sentAt)).toEqual([
    { socket: nextSocket, frame: 3 },
    { socket: nextSocket, frame: 1 },
    null,
  ]);
});

test('counts records at once, before the device has answered', async () => {
  const outbox = outboxOf('one');
  const adding = [add(outbox, 'n1', note('a')), add(outbox, 'n1', note('b')), add(outbox, 'n2', null)];
  expect(outbox.unsettled).toBe(2);
  expect(outbox.lastUnwritten()).toEqual([]);
  await Promise.all(adding);
  expect(outbox.lastUnwritten()).toMatchObject([
    { id: 'n1', value: note('b') },
    { id: 'n2', value: null },
  ]);
  expect(outbox.changes).toHaveLength(2);
});

test('[GATE10] after the document was dropped, everything waits to be written and sent again', async () => {
  const outbox = outboxOf('one');
  write(await add(outbox, 'n1', note('a')), socket, 1);
  outbox.startOver();
  expect(ids(outbox.lastUnwritten())).toEqual(['n1']);
  expect(outbox.settle({ socket, frame: 1 })).toBe(false);
});

test('[GATE10] takes over from tabs that are gone, once, oldest first, and never from living ones', async () => {
  await add(outboxOf('gone'), 'n1', note('a'));
  await add(outboxOf('alive'), 'n2', note('b'));
  alive.delete('gone');
  const outbox = outboxOf('mine');
  await add(outbox, 'n3', note('c'));
  await Promise.all([outbox.adopt(), outbox.adopt()]);
  expect(ids(outbox.changes)).toEqual(['n1', 'n3']);
  const owners = (await store.outbox.all('')).map(([, row]) => [row.id, row.tab]);
  expect(Object.fromEntries(owners)).toEqual({ n1: 'mine', n2: 'alive', n3: 'mine' });
});

test('[GATE10] words left by another tab do not undo what was said since', async () => {
  await add(outboxOf('gone'), 'n1', note('older'));
  const outbox = outboxOf('mine');
  write(await add(outbox, 'n1', note('newer')), socket, 1);
  alive.delete('gone');
  await outbox.adopt();
  expect(outbox.lastUnwritten()).toEqual([]);
  expect(outbox.changes).toMatchObject([{ value: note('newer') }]);
});

test('leaves the words of another person, and of another document, alone', async () => {
  await add(outboxOf('gone'), 'n1', note('a'));
  alive.clear();
  const tab = { id: 'mine', isAlive: async () => false, release: () => {} };
  for (const [document, participant] of [
    ['room/r1', 'ben'],
    ['room/r2', 'ana'],
  ] as const) {
    const outbox = new Outbox(store.outbox, document, participant, tab);
    await outbox.adopt();
    expect(outbox.changes).toEqual([]);
  }
});
