// The protocol as peers see it: what comes when, what it counts, and what never comes before it is on disk.

import { describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { insertAccount } from '#lib/data/people/accounts.ts';
import { makeParticipant } from '#lib/data/spaces/participants.ts';
import { database } from '#lib/data/store/database.ts';
import { layerName, putRecord, recordAt } from '#lib/sync/layers.ts';
import { Author, makeClass, Peer, pauseCommits, pointOf, SyncServer, stockProvider } from './fixture.ts';
import { forgeUpdate } from './gate/forged-update.ts';
import { decodeUpdate } from './gate/update.ts';
import { logger } from './logger.ts';
import { Room } from './room/room.ts';

async function twoPeople() {
  const server = await SyncServer.start();
  const room = await makeClass({ ada: 'owner', ben: 'member' });
  const { ada, ben } = room.people;
  return {
    server,
    room,
    ada,
    ben,
    adaPeer: await Peer.open(server, ada, room.document),
    benPeer: await Peer.open(server, ben, room.document),
  };
}

/** Once a presence has come through, the server has read everything sent before it. */
async function throughServer(from: Peer, to: Peer): Promise<void> {
  const client = Math.floor(Math.random() * 2 ** 31);
  from.presence([client, 1, { ping: client }]);
  await to.expect('awareness', ({ states }) => states.some(({ state }) => state?.ping === client));
}

describe('wire', () => {
  test('HELLO comes first, then step 1', async () => {
    const { ada, adaPeer } = await twoPeople();
    await adaPeer.expect('step1');
    expect(adaPeer.kinds().slice(0, 2)).toEqual(['hello', 'step1']);
    const { hello } = adaPeer.all('hello')[0] ?? {};
    expect(hello).toMatchObject({ participant: ada.participant, role: 'owner' });
    expect(hello?.limits).toMatchObject({ updateBytes: 1 << 20, step2Bytes: 16 << 20, bodyBytes: 8192 });
  });

  test('a stock y-websocket provider joins with a token, reads, and writes its own layer', async () => {
    const { server, room, ada, ben, adaPeer } = await twoPeople();
    adaPeer.update(new Author(ada).put('n1', pointOf('from Ada')));
    await adaPeer.expect('durable', ({ n }) => n === 1);
    const provider = stockProvider(server, ben, room.document);
    await vi.waitFor(() =>
      expect(recordAt(provider.doc, ada.participant, 'n1')).toEqual(pointOf('from Ada')),
    );
    putRecord(provider.doc, ben.participant, 'n2', pointOf('from Ben'));
    await adaPeer.expect('update');
    expect(recordAt(adaPeer.heard(), ben.participant, 'n2')).toEqual(pointOf('from Ben'));
  });

  test('two stock providers converge, and each is told of a restart and comes back by itself', async () => {
    const { server, room, ada, ben } = await twoPeople();
    const providers = [
      stockProvider(server, ada, room.document),
      stockProvider(server, ben, room.document),
    ] as const;
    await vi.waitFor(() => expect(providers.every((provider) => provider.synced)).toBe(true));
    await server.restart();
    putRecord(providers[0].doc, ada.participant, 'n1', pointOf('written while it was away'));
    await vi.waitFor(
      () =>
        expect(recordAt(providers[1].doc, ada.participant, 'n1')).toEqual(
          pointOf('written while it was away'),
        ),
      { timeout: 10_000 },
    );
  });

  test('DURABLE counts the sync frames of its socket that are on disk', async () => {
    const { ada, adaPeer } = await twoPeople();
    const author = new Author(ada);
    adaPeer.sync('step2', Y.encodeStateAsUpdate(author.doc));
    for (const n of [2, 3]) {
      adaPeer.update(author.put(`n${n}`, pointOf('words')));
      await adaPeer.expect('durable', (frame) => frame.n === n);
    }
    const rows = await database().read.selectFrom('log').select('seq').execute();
    expect(rows).toHaveLength(2);
  });

  test('[GATE3] a gap is answered with step 1, and its frames settle only with the step 2 that covers them', async () => {
    const { ada, adaPeer, benPeer } = await twoPeople();
    const author = new Author(ada);
    author.put('n1', pointOf('this one is lost on the way'));
    await adaPeer.expect('step1');
    adaPeer.update(author.put('n2', pointOf('this one arrives')));
    const { bytes } = await adaPeer.expect('step1');
    expect(adaPeer.all('durable').some(({ n }) => n > 0)).toBe(false);
    adaPeer.sync('step2', Y.encodeStateAsUpdate(author.doc, bytes));
    await adaPeer.expect('durable', ({ n }) => n === 2);
    await benPeer.expect('update');
    expect(benPeer.heard().getMap(layerName(ada.participant)).size).toBe(2);
  });

  test('[GATE3] later good frames do not settle one that waits for its step 2', async () => {
    const { ada, adaPeer, benPeer } = await twoPeople();
    const lost = new Author(ada);
    lost.put('n1', pointOf('lost'));
    adaPeer.update(lost.put('n2', pointOf('behind a gap')));
    adaPeer.update(new Author(ada).put('n3', pointOf('from another client id')));
    await benPeer.expect('update');
    await adaPeer.expect('durable');
    expect(adaPeer.all('durable').every(({ n }) => n === 0)).toBe(true);
  });

  test('REFUSED names the frame and the record, the socket closes 4403, and earlier frames stand', async () => {
    const { ben, adaPeer, benPeer } = await twoPeople();
    const author = new Author(ben);
    benPeer.update(author.put('n1', pointOf('good')));
    benPeer.update(
      author.put('n2', { type: 'ruling', of: 'room', act: 'hide', at: '2026-01-01T00:00:00.000Z' }),
    );
    benPeer.update(author.put('n3', pointOf('never judged')));
    const refused = await benPeer.expect('refused');
    expect(refused).toMatchObject({
      n: 2,
      records: [{ ref: `${ben.participant}/n2`, code: 'not-instructor' }],
    });
    expect((await benPeer.closed).code).toBe(4403);
    await adaPeer.expect('update');
    expect([...adaPeer.heard().getMap(layerName(ben.participant)).keys()]).toEqual(['n1']);
  });

  test('[GATE2] a client id belongs to who wrote with it first, and stays theirs after a restart', async () => {
    const { server, room, ada, ben, adaPeer } = await twoPeople();
    const author = new Author(ada, 4711);
    adaPeer.update(author.put('n1', pointOf('mine')));
    await adaPeer.expect('durable', ({ n }) => n === 1);
    await server.restart();
    const declared = await Peer.open(server, ben, room.document, { client: 4711 });
    expect((await declared.closed).code).toBe(4409);
    const undeclared = await Peer.open(server, ben, room.document);
    const forger = new Author(ben, 4711);
    forger.put('x', pointOf('skipped'));
    undeclared.update(forger.put('y', pointOf('forged')));
    expect(await undeclared.expect('refused')).toMatchObject({ records: [{ code: 'not-yours' }] });
  });

  test('[GATE2] a client id declared at connect is not to be had by others, even before it writes', async () => {
    const { server, room, ada, ben } = await twoPeople();
    await Peer.open(server, ada, room.document, { client: 99 });
    const thief = await Peer.open(server, ben, room.document);
    thief.update(new Author(ben, 99).put('n1', pointOf('first!')));
    expect(await thief.expect('refused')).toMatchObject({ records: [{ code: 'not-yours' }] });
  });

  test('[GATE8] what is stored and broadcast is what the server’s own document emits', async () => {
    const { ada, adaPeer, benPeer } = await twoPeople();
    const sent = forgeUpdate({
      groups: [
        {
          client: 5,
          structs: [{ parent: layerName(ada.participant), key: 'n1', content: { value: pointOf('hello') } }],
        },
      ],
    });
    // The same number of groups in two bytes instead of one, which Yjs reads but never writes.
    const padded = new Uint8Array([sent[0] === 1 ? 0x81 : 0, 0x00, ...sent.subarray(1)]);
    adaPeer.update(padded);
    const { bytes } = await benPeer.expect('update');
    expect(bytes).toEqual(sent);
    const row = await database().read.selectFrom('log').select('bytes').executeTakeFirstOrThrow();
    expect(new Uint8Array(row.bytes)).toEqual(sent);
  });

  test('TIMES follows broadcast and step 2, and keeps the order and time of first acceptance', async () => {
    const { ada, adaPeer, benPeer } = await twoPeople();
    const author = new Author(ada);
    adaPeer.update(author.put('n1', pointOf('first')));
    adaPeer.update(author.put('n2', pointOf('second')));
    await adaPeer.expect('durable', ({ n }) => n === 2);
    adaPeer.update(author.put('n1', pointOf('first, edited')));
    await adaPeer.expect('durable', ({ n }) => n === 3);
    const isOf =
      (id: string) =>
      ([ref]: readonly [string, ...unknown[]]) =>
        ref === `${ada.participant}/${id}`;
    const first = benPeer.all('times')[0]?.rows.find(isOf('n1'));
    await benPeer.expect('times', ({ rows }) => rows.some((row) => isOf('n1')(row) && row[2] !== first?.[2]));
    benPeer.askAll();
    await benPeer.expect('step2');
    const { rows } = await benPeer.expect('times');
    const [, seq, acceptedAt, createdAt] = rows.find(isOf('n1')) ?? [];
    expect([seq, createdAt]).toEqual([first?.[1], first?.[3]]);
    expect(acceptedAt && createdAt && acceptedAt > createdAt).toBe(true);
    expect(rows.find(isOf('n2'))?.[1]).toBeGreaterThan(seq ?? Number.NaN);
    expect(benPeer.kinds().indexOf('times')).toBe(benPeer.kinds().indexOf('update') + 1);
  });

  test('ROSTER tells that someone new has a place in the room', async () => {
    const { room, adaPeer } = await twoPeople();
    await database().write(function* () {
      const accountId = yield* insertAccount({ name: 'Cleo', kind: 'guest' });
      yield* makeParticipant(accountId, room.roomId, 'member');
    });
    await adaPeer.expect('roster');
  });

  test('an error of ours in taking a message is logged, costs no honest client its words, and lets it come back', async () => {
    const { server, room, ada, adaPeer } = await twoPeople();
    const logged = vi.spyOn(logger, 'error').mockReturnValue(undefined);
    const taken = vi.spyOn(Room.prototype, 'take').mockImplementationOnce(() => {
      throw new Error('a bug');
    });
    const author = new Author(ada);
    const update = author.put('n1', pointOf('from Ada'));
    adaPeer.update(update);
    expect((await adaPeer.closed).code).toBe(1011);
    expect(logged).toHaveBeenCalledWith(
      { document: room.document, err: expect.objectContaining({ message: 'a bug' }) },
      expect.any(String),
    );
    expect(JSON.stringify(logged.mock.calls)).not.toContain('from Ada');
    logged.mockRestore();
    taken.mockRestore();
    const again = await Peer.open(server, ada, room.document);
    again.update(update);
    await again.expect('durable', ({ n }) => n === 1);
  });

  test('text, malformed messages and bytes after a message close the socket 4403; unknown types are passed over', async () => {
    const { server, room, ada, adaPeer } = await twoPeople();
    adaPeer.send(new Uint8Array([77, 1, 2, 3]));
    adaPeer.send(new Uint8Array([0, 9, 0]));
    adaPeer.update(new Author(ada).put('n1', pointOf('still here')));
    await adaPeer.expect('durable', ({ n }) => n === 1);
    for (const bytes of [
      'text',
      new Uint8Array([0, 2, 50, 1]),
      new Uint8Array([0, 2, 1, 0, 7]),
      new Uint8Array(),
    ]) {
      const peer = await Peer.open(server, ada, room.document);
      peer.ws.send(bytes);
      expect((await peer.closed).code).toBe(4403);
    }
  });

  test('a state vector that is none closes the socket and harms nobody', async () => {
    const { ada, adaPeer, benPeer } = await twoPeople();
    benPeer.sync('step1', new Uint8Array([5, 0xff, 0xff]));
    expect((await benPeer.closed).code).toBe(4403);
    adaPeer.update(new Author(ada).put('n1', pointOf('unharmed')));
    await adaPeer.expect('durable', ({ n }) => n === 1);
  });
});

describe('durable before visible', () => {
  test('[DUR1] nothing is shown or acknowledged before the commit, and a step 1 waits for it', async () => {
    const { server, room, ada, ben, adaPeer, benPeer } = await twoPeople();
    const late = await Peer.open(server, ben, room.document);
    const goOn = pauseCommits();
    adaPeer.update(new Author(ada).put('n1', pointOf('not yet on disk')));
    late.askAll();
    await throughServer(adaPeer, benPeer);
    await throughServer(late, benPeer);
    expect(benPeer.all('update')).toEqual([]);
    expect(late.all('step2')).toEqual([]);
    expect(adaPeer.all('durable').every(({ n }) => n === 0)).toBe(true);
    goOn();
    await benPeer.expect('update');
    await adaPeer.expect('durable', ({ n }) => n === 1);
    await late.expect('step2');
    expect(recordAt(late.heard(), ada.participant, 'n1')).toEqual(pointOf('not yet on disk'));
  });

  test('[DUR2] frames of one window share one transaction, one log row and one broadcast', async () => {
    const { server, room, ada, ben, adaPeer, benPeer } = await twoPeople();
    const reader = await Peer.open(server, ben, room.document);
    const goOn = pauseCommits();
    const [one, other] = [new Author(ada), new Author(ben)];
    for (const i of [1, 2, 3, 4, 5]) adaPeer.update(one.put(`a${i}`, pointOf('from Ada')));
    for (const i of [1, 2, 3, 4, 5]) benPeer.update(other.put(`b${i}`, pointOf('from Ben')));
    await throughServer(adaPeer, reader);
    await throughServer(benPeer, reader);
    goOn();
    await adaPeer.expect('durable', ({ n }) => n === 5);
    await benPeer.expect('durable', ({ n }) => n === 5);
    await reader.expect('times');
    const authorsOfEach = reader.all('update').map(({ bytes }) => decodeUpdate(bytes).groups.length);
    expect(authorsOfEach).toEqual([2]);
    expect(await database().read.selectFrom('log').select('seq').execute()).toHaveLength(1);
    // History still has every value on its own.
    expect(await database().read.selectFrom('record_version').select('seq').execute()).toHaveLength(10);
  });

  test('[DUR1] what someone wrote right before leaving is kept and shown', async () => {
    const { ada, adaPeer, benPeer } = await twoPeople();
    const goOn = pauseCommits();
    adaPeer.update(new Author(ada).put('n1', pointOf('last words')));
    adaPeer.ws.close();
    await adaPeer.closed;
    goOn();
    await benPeer.expect('update');
    expect(recordAt(benPeer.heard(), ada.participant, 'n1')).toEqual(pointOf('last words'));
  });

  test('[DUR8] a copy of another lineage is closed 4409 before step 1', async () => {
    const { server, room, ada, adaPeer } = await twoPeople();
    const { hello } = await adaPeer.expect('hello');
    const stale = await Peer.open(server, ada, room.document, { lineage: 'of-an-older-life' });
    expect((await stale.closed).code).toBe(4409);
    expect(stale.kinds()).toEqual(['hello']);
    const good = await Peer.open(server, ada, room.document, { lineage: hello.lineage });
    await good.expect('step1');
  });
});
