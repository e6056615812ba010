// The rooms of a process: who gets in when something breaks, and what is left in memory when people have gone.

import { expect, test, vi } from 'vitest';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { unmakeDocument } from '#lib/data/readings/unmaking.ts';
import { database } from '#lib/data/store/database.ts';
import { strayDocuments } from '#lib/data/store/holdings.ts';
import { recordAt } from '#lib/sync/layers.ts';
import { Author, makeClass, Peer, type Person, pointOf, SyncServer } from '../fixture.ts';
import { Listener, type Socket } from '../room/listener.ts';
import { Room } from '../room/room.ts';
import type { Rooms } from './rooms.ts';

async function startClass() {
  const server = await SyncServer.start();
  const room = await makeClass({ ada: 'owner', ben: 'member' });
  const { ada, ben } = room.people;
  return { server, document: room.document, ada, ben };
}

function liveRoom(rooms: Rooms, document: string): Room {
  const [room] = [...rooms.all()].filter(({ name }) => name === document);
  if (!room) throw new Error('the room is not in memory');
  return room;
}

test('a fault while a socket is let in closes that socket with 1011 and leaves nothing of it', async () => {
  const { server, document, ada, ben } = await startClass();
  const benPeer = await Peer.open(server, ben, document);
  await benPeer.expect('hello');
  const works = Room.prototype.enter;
  vi.spyOn(Room.prototype, 'enter').mockImplementationOnce(function (this: Room, ...args) {
    works.apply(this, args);
    throw new Error('a fault');
  });
  const adaPeer = await Peer.open(server, ada, document);
  expect((await adaPeer.closed).code).toBe(1011);
  expect(liveRoom(server.rooms, document).audience.listeners.size).toBe(1);
  benPeer.update(new Author(ben).put('n1', pointOf('goes on')));
  await benPeer.expect('durable', ({ n }) => n === 1);
});

test('a room dropped for a second time leaves its successor in memory', async () => {
  const { server, document, ada } = await startClass();
  const rooms = server.rooms as unknown as { drop(room: Room, code: number, reason: string): void };
  const before = await Peer.open(server, ada, document);
  await before.expect('hello');
  const former = liveRoom(server.rooms, document);
  rooms.drop(former, 1012, 'read again');
  await before.closed;
  const after = await Peer.open(server, ada, document);
  await after.expect('hello');
  const successor = liveRoom(server.rooms, document);
  rooms.drop(former, 1012, 'once more');
  expect(liveRoom(server.rooms, document)).toBe(successor);
});

/** A socket that goes nowhere. */
function silentSocket(): Socket {
  return { bufferedBytes: 0, send() {}, sendSync() {}, sendFramed() {}, cork() {}, uncork() {}, close() {} };
}

function presenceOf(client: number): Uint8Array {
  const awareness = new Awareness(Object.assign(new Y.Doc(), { clientID: client }));
  awareness.setLocalState({ here: true });
  const bytes = encodeAwarenessUpdate(awareness, [client]);
  awareness.destroy();
  return bytes;
}

/** Someone comes in under a client id, is seen, and goes. */
function comeAndGo(room: Room, { identity, participant }: Person, client: number): void {
  const standing = {
    role: 'member',
    closedAt: null,
    closesAt: null,
    assignmentId: null,
    visibility: { kind: 'open' },
    sightedAt: null,
    side: null,
    part: null,
    settings: {},
    kind: 'seminar',
    readings: [],
    releasedAt: null,
  } as const;
  const listener = new Listener(silentSocket(), identity, participant, standing);
  if (!room.enter(listener, { client, lineage: undefined })) throw new Error('not let in');
  room.audience.hearPresence(listener, presenceOf(client));
  room.audience.leave(listener);
}

/** How many entries all maps, sets and lists of a room hold. */
function entriesIn(room: object): number {
  let count = 0;
  const seen = new Set<unknown>();
  const look = (value: unknown) => {
    if (typeof value !== 'object' || value === null || seen.has(value) || value instanceof Y.Doc) return;
    seen.add(value);
    if (value instanceof Map || value instanceof Set) count += value.size;
    else if (Array.isArray(value)) count += value.length;
    else for (const field of Object.values(value)) look(field);
  };
  look(room);
  return count;
}

test('[LIM] thousands who come, are seen and go leave a room as small as before', async () => {
  const { server, document, ada, ben } = await startClass();
  const adaPeer = await Peer.open(server, ada, document);
  await adaPeer.expect('hello');
  const room = liveRoom(server.rooms, document);
  const goAndLook = async (from: number, count: number) => {
    for (let client = from; client < from + count; client++) comeAndGo(room, ben, client);
    // Presence is told within a tenth of a second, and then nothing of it waits.
    const last = from + count - 1;
    await adaPeer.expect('awareness', ({ states }) => states.some(({ client }) => client === last));
    return entriesIn(room);
  };
  const before = await goAndLook(1, 2000);
  expect(await goAndLook(10_001, 4000)).toBe(before);
});

test('[LIM] a room leaves memory half a minute after its last socket, and not before', async () => {
  const { server, document, ada, ben } = await startClass();
  const rooms = server.rooms as unknown as { sweep(nowMs: number): void };
  const [adaPeer, benPeer] = [await Peer.open(server, ada, document), await Peer.open(server, ben, document)];
  adaPeer.update(new Author(ada).put('n1', pointOf('kept')));
  await benPeer.expect('update');
  const room = liveRoom(server.rooms, document);
  const nowMs = Date.now();
  adaPeer.ws.close();
  rooms.sweep(nowMs + 3_600_000);
  expect([...server.rooms.all()]).toEqual([room]);
  benPeer.ws.close();
  await vi.waitFor(() => expect(room.isIdle).toBe(true));
  rooms.sweep(nowMs);
  rooms.sweep(nowMs + 29_000);
  expect([...server.rooms.all()]).toEqual([room]);
  rooms.sweep(nowMs + 31_000);
  expect([...server.rooms.all()]).toEqual([]);
  const again = await Peer.open(server, ada, document);
  again.askAll();
  await again.expect('step2');
  expect(recordAt(again.heard(), ada.participant, 'n1')).toEqual(pointOf('kept'));
});

/** So many commits of one note each. */
async function writeNotes(peer: Peer, person: Person, count: number): Promise<void> {
  const author = new Author(person);
  for (let i = 1; i <= count; i++) {
    peer.update(author.put(`n${i}`, pointOf(`note ${i}`)));
    await peer.expect('durable', ({ n }) => n === i);
  }
}

test('[DUR6] [LIM] an idle room that was much written in is compacted before it leaves memory, and opens from the snapshot', async () => {
  const { server, document, ada } = await startClass();
  const rooms = server.rooms as unknown as { sweep(nowMs: number): void };
  const adaPeer = await Peer.open(server, ada, document);
  await writeNotes(adaPeer, ada, 25);
  const snapshots = () => database().read.selectFrom('snapshot').select(['seq', 'hash']).execute();
  expect(await snapshots()).toEqual([]);
  const room = liveRoom(server.rooms, document);
  adaPeer.ws.close();
  await vi.waitFor(() => expect(room.isIdle).toBe(true));
  const nowMs = Date.now();
  rooms.sweep(nowMs);
  rooms.sweep(nowMs + 31_000);
  await vi.waitFor(async () =>
    expect(await snapshots()).toEqual([{ seq: room.version, hash: expect.stringMatching(/./) }]),
  );
  await vi.waitFor(() => {
    rooms.sweep(nowMs + 32_000);
    rooms.sweep(nowMs + 64_000);
    expect([...server.rooms.all()]).toEqual([]);
  });
  const again = await Peer.open(server, ada, document);
  again.askAll();
  await again.expect('step2');
  expect(liveRoom(server.rooms, document).logRows).toBe(0);
  expect(recordAt(again.heard(), ada.participant, 'n25')).toEqual(pointOf('note 25'));
});

test('[DUR6] a room whose document was deleted under it writes nothing of it back, and is forgotten', async () => {
  const { server, document, ada } = await startClass();
  const rooms = server.rooms as unknown as { sweep(nowMs: number): void };
  const adaPeer = await Peer.open(server, ada, document);
  await writeNotes(adaPeer, ada, 25);
  const room = liveRoom(server.rooms, document);
  adaPeer.ws.close();
  await vi.waitFor(() => expect(room.isIdle).toBe(true));
  await database().write(() => unmakeDocument(document));
  const nowMs = Date.now();
  rooms.sweep(nowMs);
  rooms.sweep(nowMs + 31_000);
  await vi.waitFor(() => expect([...server.rooms.all()]).toEqual([]));
  expect(await strayDocuments()).toEqual([]);
});
