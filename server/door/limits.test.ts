import { describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { reviewDocument } from '#lib/model/document.ts';
import { layerName, putRecord } from '#lib/sync/layers.ts';
import { Author, makeClass, Peer, type Person, pointOf, SyncServer } from '../fixture.ts';
import { type ForgedStruct, forgeUpdate } from '../gate/forged-update.ts';
import type { Listener } from '../room/listener.ts';
import type { Room } from '../room/room.ts';
import type { Connection } from './connection.ts';

async function startWith(env: Record<string, string> = {}) {
  const server = await SyncServer.start(env);
  const room = await makeClass({ ada: 'owner', ben: 'member' });
  const { ada, ben } = room.people;
  const come = (person: Person) => Peer.open(server, person, room.document);
  const live = (): Room => {
    for (const one of server.rooms.all()) if (one.name === room.document) return one;
    throw new Error('the room is not in memory');
  };
  return { server, room, ada, ben, come, live };
}

const big = (size: number) => new Uint8Array(size);

describe('limits', () => {
  test('[LIM] an update that is too large closes 4413 before it is decoded', async () => {
    const { ada, come } = await startWith({ LIMIT_UPDATE_BYTES: '2048' });
    const peer = await come(ada);
    peer.update(big(2049));
    expect((await peer.closed).code).toBe(4413);
  });

  test('[LIM] a step 2 may be larger than an update, up to its own limit, and past it closes 4413', async () => {
    const { ada, come } = await startWith({ LIMIT_UPDATE_BYTES: '1024', LIMIT_STEP2_BYTES: '4096' });
    const peer = await come(ada);
    const author = new Author(ada);
    const all = author.change(() => {
      author.doc.transact(() => {
        for (const id of ['n1', 'n2', 'n3'])
          putRecord(author.doc, ada.participant, id, pointOf('x'.repeat(600)));
      });
    });
    expect(all.length).toBeGreaterThan(1024);
    peer.sync('step2', all);
    await peer.expect('durable', ({ n }) => n === 1);
    peer.sync('step2', big(4097));
    expect((await peer.closed).code).toBe(4413);
  });

  test('[LIM] presence that is too large closes 4413', async () => {
    const { ada, come } = await startWith({ LIMIT_AWARENESS_BYTES: '256' });
    const peer = await come(ada);
    peer.presence([1, 1, { text: 'x'.repeat(300) }]);
    expect((await peer.closed).code).toBe(4413);
  });

  test('[LIM] a member’s sockets and a room’s are counted apart, past them 4529', async () => {
    const { ada, ben, come } = await startWith({
      LIMIT_SOCKETS_PER_MEMBER: '2',
      LIMIT_SOCKETS_PER_ROOM: '3',
    });
    const kept = [await come(ada), await come(ada)];
    for (const peer of kept) await peer.expect('hello');
    expect((await (await come(ada)).closed).code).toBe(4529);
    const benPeer = await come(ben);
    await benPeer.expect('hello');
    expect((await (await come(ben)).closed).code).toBe(4529);
    benPeer.ws.close();
    await benPeer.closed;
    await vi.waitFor(async () => (await come(ben)).expect('hello'));
  });

  test('[LIM] a flood is slowed down for its sender only, and nothing of it is dropped', async () => {
    const { ada, ben, come } = await startWith({ LIMIT_FRAMES_PER_SECOND: '50', LIMIT_FRAME_BURST: '20' });
    const [adaPeer, benPeer] = [await come(ada), await come(ben)];
    const author = new Author(ada);
    const startMs = performance.now();
    for (let i = 1; i <= 60; i++) adaPeer.update(author.put(`n${i}`, pointOf('flood')));
    benPeer.update(new Author(ben).put('n1', pointOf('calm')));
    await benPeer.expect('durable', ({ n }) => n === 1);
    await adaPeer.expect('durable', ({ n }) => n === 60);
    adaPeer.update(author.put('n61', pointOf('after the flood')));
    await adaPeer.expect('durable', ({ n }) => n === 61);
    // Forty frames past the burst are paid for at fifty a second, at the latest by the frame after them.
    expect(performance.now() - startMs).toBeGreaterThan(600);
    await vi.waitFor(() => expect(benPeer.heard().getMap(layerName(ada.participant)).size).toBe(61));
  });

  test('[LIM] a flood pauses the socket of its sender, and no other', async () => {
    const { ada, ben, come, live } = await startWith({
      LIMIT_FRAMES_PER_SECOND: '10',
      LIMIT_FRAME_BURST: '5',
    });
    const [adaPeer, benPeer] = [await come(ada), await come(ben)];
    const author = new Author(ada);
    const benAuthor = new Author(ben);
    const isPaused = (person: Person) =>
      [...live().audience.listeners].some(
        (one) => one.participant === person.participant && wsOf(one).isPaused,
      );
    for (let i = 1; i <= 15; i++) adaPeer.update(author.put(`n${i}`, pointOf('flood')));
    await vi.waitFor(() => expect(isPaused(ada)).toBe(true));
    for (let i = 1; i <= 3; i++) {
      benPeer.update(benAuthor.put(`n${i}`, pointOf('calm')));
      await benPeer.expect('durable', ({ n }) => n === i);
      expect([isPaused(ada), isPaused(ben)]).toEqual([true, false]);
    }
    await adaPeer.expect('durable', ({ n }) => n === 15);
  });

  test('[LIM] three hundred who are seen to move cost a listener at most twice the frames of nobody moving', async () => {
    const { server, room, ada, ben, come, live } = await startWith({ LIMIT_SOCKETS_PER_MEMBER: '400' });
    const [adaPeer, benPeer] = [await come(ada), await come(ben)];
    const author = new Author(ada);
    /** How many frames Ben gets while Ada's words come one by one and others, or nobody, are seen to move. */
    const framesDuring = async (from: number, move: (round: number) => void) => {
      const before = benPeer.frames.length;
      for (let round = 1; round <= 10; round++) {
        move(round);
        adaPeer.update(author.put(`n${from + round}`, pointOf('a word')));
        await benPeer.expect('times');
      }
      return benPeer.frames.length - before;
    };
    const alone = await framesDuring(0, () => {});
    const crowd = await Promise.all(
      Array.from({ length: 300 }, (_, i) => Peer.open(server, ada, room.document, { client: 1000 + i })),
    );
    await vi.waitFor(() => expect(live().audience.listeners.size).toBe(302), { timeout: 10_000 });
    const crowded = await framesDuring(100, (round) => {
      for (const [i, peer] of crowd.entries()) peer.presence([1000 + i, round, { round }]);
    });
    expect(crowded).toBeLessThanOrEqual(alone * 2);
    await benPeer.expect('awareness', ({ states }) => states.some(({ state }) => state?.round === 10));
  });

  test('[LIM] two hundred who come at once into a room of ten thousand records all get everything', async () => {
    const { server, room, ada, come } = await startWith({ LIMIT_SOCKETS_PER_MEMBER: '400' });
    const first = await come(ada);
    const author = new Author(ada);
    const all = author.change(() => {
      author.doc.transact(() => {
        for (let i = 0; i < 10_000; i++) putRecord(author.doc, ada.participant, `n${i}`, pointOf('x'));
      });
    });
    first.sync('step2', all);
    await first.expect('durable', ({ n }) => n === 1);
    const whole = Y.encodeStateVector(author.doc);
    const peers = await Promise.all(Array.from({ length: 200 }, () => Peer.open(server, ada, room.document)));
    for (const peer of peers) peer.askAll();
    for (const peer of peers) {
      await vi.waitFor(() => expect(peer.all('step2').length).toBe(1), { timeout: 120_000 });
      const [answer] = peer.all('step2');
      expect(Y.encodeStateVectorFromUpdate(answer?.bytes ?? new Uint8Array())).toEqual(whole);
    }
  }, 240_000);

  test('[LIM] new client ids are counted by participant and day', async () => {
    const { ada, ben, come } = await startWith({ LIMIT_CLIENT_IDS_PER_DAY: '3' });
    const peer = await come(ada);
    for (const client of [1, 2, 3]) peer.update(new Author(ada, client).put(`n${client}`, pointOf('hello')));
    await peer.expect('durable', ({ n }) => n === 3);
    peer.update(new Author(ada, 4).put('n4', pointOf('one too many')));
    expect(await peer.expect('refused')).toMatchObject({ n: 4, records: [{ code: 'too-many-clients' }] });
    const other = await come(ben);
    other.update(new Author(ben, 5).put('n1', pointOf('not my doing')));
    await other.expect('durable', ({ n }) => n === 1);
  });

  test('[LIM] a reviewer has a smaller allowance in each student’s review, and it is apart from that of the room', async () => {
    const { server, room, ada, ben, come } = await startWith({ LIMIT_REVIEW_CLIENT_IDS_PER_DAY: '2' });
    const review = await Peer.open(server, ada, reviewDocument(room.roomId, ben.participant));
    const remark = {
      type: 'remark',
      of: 'whole',
      body: 'look again',
      at: '2026-01-01T00:00:00.000Z',
    } as const;
    for (const client of [1, 2]) review.update(new Author(ada, client).put(`r${client}`, remark));
    await review.expect('durable', ({ n }) => n === 2);
    review.update(new Author(ada, 3).put('r3', remark));
    expect(await review.expect('refused')).toMatchObject({ n: 3, records: [{ code: 'too-many-clients' }] });
    const inRoom = await come(ada);
    for (const client of [4, 5, 6])
      inRoom.update(new Author(ada, client).put(`n${client}`, pointOf('hello')));
    await inRoom.expect('durable', ({ n }) => n === 3);
  });

  test('[LIM] a frame of a hundred thousand invented client ids is refused in bounded time and leaves no trace', async () => {
    const { ada, come } = await startWith({ LIMIT_UPDATE_BYTES: String(16 << 20) });
    const peer = await come(ada);
    const groups = Array.from({ length: 100_000 }, (_, i) => {
      const struct: ForgedStruct = {
        parent: layerName(ada.participant),
        key: `n${i}`,
        content: { value: pointOf('x') },
      };
      return { client: 1000 + i, structs: [struct] };
    });
    const startMs = performance.now();
    peer.update(forgeUpdate({ groups }));
    expect(await peer.expect('refused')).toMatchObject({ records: [{ code: 'too-many-clients' }] });
    expect(performance.now() - startMs).toBeLessThan(20_000);
    const after = await come(ada);
    after.update(new Author(ada).put('n1', pointOf('still works')));
    await after.expect('durable', ({ n }) => n === 1);
  });

  test('[LIM] a document that is full takes no more', async () => {
    const { ada, come } = await startWith({ LIMIT_ROOM_BYTES: String(1 << 20), LIMIT_FRAME_BURST: '1000' });
    const peer = await come(ada);
    const author = new Author(ada);
    for (let i = 0; i < 150; i++) peer.update(author.put(`n${i}`, pointOf('x'.repeat(8000))));
    expect(await peer.expect('refused')).toMatchObject({ records: [{ code: 'room-full' }] });
  });

  test('[LIM] a reader that falls behind gets no more updates, and all it missed once it has drained', async () => {
    const { server, room, ada, ben, come, live } = await startWith();
    const [adaPeer, benPeer] = [await come(ada), await come(ben)];
    await benPeer.expect('step1');
    const [slow] = [...live().audience.listeners].filter((one) => one.participant === ben.participant);
    let bufferedBytes = 2 << 20;
    Object.defineProperty(slow && wsOf(slow), 'bufferedAmount', { get: () => bufferedBytes });
    const author = new Author(ada);
    for (const id of ['n1', 'n2', 'n3']) adaPeer.update(author.put(id, pointOf('while Ben is slow')));
    await adaPeer.expect('durable', ({ n }) => n === 3);
    expect(benPeer.all('update')).toEqual([]);
    // The time that a reader has to drain is told by one clock.
    live().sweep(Date.now() + 9000, false);
    expect(slow?.isOpen).toBe(true);
    bufferedBytes = 0;
    await benPeer.expect('update');
    expect(benPeer.heard().getMap(layerName(ada.participant)).size).toBe(3);
    adaPeer.update(author.put('n4', pointOf('now Ben keeps up')));
    await benPeer.expect('update');
    expect(benPeer.heard().getMap(layerName(ada.participant)).size).toBe(4);
    expect([...server.rooms.all()].map(({ name }) => name)).toEqual([room.document]);
  });

  test('[LIM] a reader that does not drain is closed 4508', async () => {
    const { ada, ben, come, live } = await startWith();
    const [adaPeer, benPeer] = [await come(ada), await come(ben)];
    await benPeer.expect('step1');
    const [slow] = [...live().audience.listeners].filter((one) => one.participant === ben.participant);
    Object.defineProperty(slow && wsOf(slow), 'bufferedAmount', { value: 9 << 20 });
    adaPeer.update(new Author(ada).put('n1', pointOf('too much')));
    expect((await benPeer.closed).code).toBe(4508);
  });
});

describe('a reader that stops reading', () => {
  test('[LIM] costs no more than its cap, slows nobody, and is told the rest when it reads on in time', async () => {
    const { ada, ben, come, live } = await startWith({
      LIMIT_FRAME_BURST: '2000',
      LIMIT_SOCKETS_PER_MEMBER: '10',
    });
    const [writing, reading, deaf] = [await come(ada), await come(ben), await come(ben)];
    for (const peer of [writing, reading, deaf]) await peer.expect('step1');
    const author = new Author(ada);
    const slow = [...live().audience.listeners].at(-1);
    deaf.ws.pause();
    const body = 'x'.repeat(8000);
    let mostBytes = 0;
    // Far more than the sockets of the system take in between.
    for (let i = 1; i <= 1200; i++) {
      writing.update(author.put(`n${i % 50}`, pointOf(`${i} ${body}`)));
      if (i % 100 !== 0) continue;
      await writing.expect('durable', ({ n }) => n === i);
      mostBytes = Math.max(mostBytes, slow?.socket.bufferedBytes ?? 0);
    }
    expect(mostBytes).toBeGreaterThan(0);
    // A cap of one MiB, past which the last broadcast may reach, and the times that are still told.
    expect(mostBytes).toBeLessThan(4 << 20);
    const patience = { timeout: 20_000, interval: 500 };
    await vi.waitFor(() => expect(wordsOf(reading, ada)).toContain('1200 '), patience);
    deaf.ws.resume();
    // On a slow machine it may have been ten seconds behind by now; then it is told to come back.
    const caughtUp = vi.waitFor(() => expect(wordsOf(deaf, ada)).toContain('1200 '), patience);
    caughtUp.catch(() => {});
    const outcome = await Promise.race([deaf.closed.then(({ code }) => code), caughtUp.then(() => 'up')]);
    expect(['up', 4508]).toContain(outcome);
  }, 90_000);
});

/** What this peer has heard someone say under one key that was written last. */
function wordsOf(peer: Peer, { participant }: Person): string {
  return JSON.stringify(peer.heard().getMap(layerName(participant)).get('n0') ?? '');
}

/** The server's end of the socket by which someone listens. */
function wsOf({ socket }: Listener): Connection['ws'] {
  return (socket as Connection).ws;
}
