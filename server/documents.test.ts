// The documents beside a room's own: who is let in, who may write, and what happens when that changes.

import { describe, expect, test, vi } from 'vitest';
import { announce } from '#lib/data/spaces/access-changes.ts';
import { all, database } from '#lib/data/store/database.ts';
import { flagsDocument, reviewDocument, sideDocument } from '#lib/model/document.ts';
import type { Remark } from '#lib/model/record.ts';
import { connectDocument } from '#lib/sync/document-client.ts';
import { ScriptedDevice } from '#lib/sync/scripted-device.ts';
import { Author, type Class, makeClass, Peer, type Person, pointOf, SyncServer } from './fixture.ts';

type Names = 'ada' | 'ben' | 'cleo';

async function start(): Promise<{ server: SyncServer; room: Class<Names> } & Record<Names, Person>> {
  const server = await SyncServer.start();
  const room = await makeClass<Names>({ ada: 'owner', ben: 'member', cleo: 'member' });
  return { server, room, ...room.people };
}

/** What a round's or a review's own code will do: changes a place and says so. */
async function change(
  room: Class<Names>,
  { participant }: Person,
  set: { side?: string | null; released_at?: string | null },
): Promise<void> {
  const { build, write } = database();
  await write(function* () {
    yield* all(build.updateTable('participant').set(set).where('id', '=', participant));
    yield* announce({ kind: 'access', roomId: room.roomId });
  });
}

describe('a team’s preparation', () => {
  test('[AUTH1] [AUTH2] is open to its members alone, and closes when one is moved', async () => {
    const { server, room, ada, ben, cleo } = await start();
    const pro = sideDocument(room.roomId, 'pro');
    await change(room, ben, { side: 'pro' });
    await change(room, cleo, { side: 'con' });
    const refused = await Promise.all(
      [ada, cleo].map(async (one) => (await (await Peer.open(server, one, pro)).closed).code),
    );
    expect(refused).toEqual([4404, 4404]);

    const author = new Author(ben);
    const peer = await Peer.open(server, ben, pro, { client: author.client });
    peer.update(author.put('n1', pointOf('we open with the cost')));
    await peer.expect('durable', ({ n }) => n === 1);
    await change(room, ben, { side: 'con' });
    expect((await peer.closed).code).toBe(4401);
    expect((await (await Peer.open(server, ben, pro)).closed).code).toBe(4404);
  });
});

describe('flags', () => {
  test('[GATE7] who raised them writes, instructors read, nobody else comes in', async () => {
    const { server, room, ada, ben, cleo } = await start();
    const flags = flagsDocument(room.roomId, ben.participant);
    const raised = await Peer.open(server, ben, flags);
    raised.update(new Author(ben).put('f1', pointOf('this note names my sister')));
    await raised.expect('durable', ({ n }) => n === 1);

    const instructor = await Peer.open(server, ada, flags);
    instructor.askAll();
    expect((await instructor.expect('step2')).bytes.length).toBeGreaterThan(20);
    instructor.update(new Author(ada).put('f2', pointOf('mine')));
    expect(await instructor.expect('refused')).toMatchObject({ records: [{ code: 'read-only' }] });
    expect((await (await Peer.open(server, cleo, flags)).closed).code).toBe(4404);
  });
});

describe('a review', () => {
  test('[AUTH2] is its student’s to read from its release to its withdrawal, and never to write', async () => {
    const { server, room, ada, ben } = await start();
    const review = reviewDocument(room.roomId, ben.participant);
    const instructor = await Peer.open(server, ada, review);
    instructor.update(new Author(ada).put('s1', remarkOf('a fair reading of the second paragraph')));
    await instructor.expect('durable', ({ n }) => n === 1);
    expect((await (await Peer.open(server, ben, review)).closed).code).toBe(4404);

    await change(room, ben, { released_at: '2026-01-01T00:00:00.000Z' });
    const student = await Peer.open(server, ben, review);
    student.askAll();
    expect((await student.expect('step2')).bytes.length).toBeGreaterThan(20);
    const writer = await Peer.open(server, ben, review);
    writer.update(new Author(ben).put('s2', remarkOf('I disagree')));
    expect(await writer.expect('refused')).toMatchObject({ records: [{ code: 'read-only' }] });

    await change(room, ben, { released_at: null });
    expect((await student.closed).code).toBe(4401);
  });

  test('two instructors write it at once on one screen each, and nothing of it is kept on the device', async () => {
    const server = await SyncServer.start();
    const room = await makeClass({ ada: 'owner', ina: 'assistant', ben: 'member' });
    const { ada, ina, ben } = room.people;
    const document = reviewDocument(room.roomId, ben.participant);
    const connect = async (person: Person) => {
      const device = new ScriptedDevice(person.participant);
      const client = await connectDocument(
        { document, participant: person.participant, syncUrl: `${server.url}/sync` },
        { ...device.visit(), WebSocket: socketOf(person) },
      );
      return { client, device };
    };
    const [one, two] = [await connect(ada), await connect(ina)];
    await one.client.put('s1', remarkOf('clear'));
    await two.client.put('s1', remarkOf('not so clear'));
    await vi.waitFor(() => {
      for (const { client } of [one, two]) {
        expect(client.state()).toMatchObject({ isReady: true, save: { kind: 'saved' } });
        expect([...client.state().entries.keys()].sort()).toEqual(
          [`${ada.participant}/s1`, `${ina.participant}/s1`].sort(),
        );
      }
    });
    for (const { client, device } of [one, two]) {
      client.close();
      expect([...device.caches], 'copies on the device').toEqual([]);
      expect(await device.store.outbox.all(''), 'its outbox').toEqual([]);
    }
  });
});

function remarkOf(body: string): Remark {
  return { type: 'remark', of: 'whole', at: '2026-01-01T00:00:00.000Z', body };
}

function socketOf({ token }: Person): typeof globalThis.WebSocket {
  return class extends WebSocket {
    constructor(url: string | URL) {
      super(url, `bearer.${token}`);
    }
  };
}
