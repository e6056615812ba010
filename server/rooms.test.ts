// The rooms of a process: who gets in when something breaks, and what is left in memory when people have gone.

import { expect, test, vi } from 'vitest';
import { Author, makeClass, Peer, pointOf, SyncServer } from './fixture.ts';
import { Room } from './room.ts';
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
  expect(liveRoom(server.rooms, document).connections.size).toBe(1);
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
