// The server on Postgres: the same gate and committer, and a database that is killed under it.

import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { hasPostgres, TestPostgres } from '#lib/data/postgres-fixture.ts';
import { announce } from '#lib/data/spaces/access-changes.ts';
import { all, database, first } from '#lib/data/store/database.ts';
import { recordAt } from '#lib/sync/layers.ts';
import { syncMessage } from '#lib/sync/wire/protocol.ts';
import { Author, type Frame, makeClass, Peer, type Person, pointOf, SyncServer } from './fixture.ts';

/** Longer than the committer's last retry, on a machine that is busy with a database's recovery. */
const patience = { timeout: 15_000, interval: 20 };

describe.skipIf(!hasPostgres())('the server on a Postgres of this machine', () => {
  async function twoPeople() {
    const postgres = await TestPostgres.start();
    onTestFinished(() => postgres.end());
    const server = await SyncServer.start({ DATABASE_URL: await postgres.makeDatabase() });
    const room = await makeClass({ ada: 'owner', ben: 'member' });
    const { ada, ben } = room.people;
    const [adaPeer, benPeer] = [
      await Peer.open(server, ada, room.document),
      await Peer.open(server, ben, room.document),
    ];
    await adaPeer.expect('hello');
    await benPeer.expect('hello');
    return { postgres, server, document: room.document, ada, ben, adaPeer, benPeer };
  }

  const isSettled =
    (n: number) =>
    (frame: Frame): boolean =>
      frame.kind === 'durable' && frame.n >= n;

  test('[DUR1] [DUR2] two people write at once: all is settled, seen by the other, and there after a restart', async () => {
    const { server, document, ada, ben, adaPeer, benPeer } = await twoPeople();
    const [adas, bens] = [new Author(ada), new Author(ben)];
    for (let i = 1; i <= 50; i++) {
      adaPeer.update(adas.put(`n${i}`, pointOf(`Ada ${i}`)));
      benPeer.update(bens.put(`n${i}`, pointOf(`Ben ${i}`)));
    }
    await adaPeer.expect('durable', isSettled(50));
    await benPeer.expect('durable', isSettled(50));
    await vi.waitFor(() => {
      expect(recordAt(adaPeer.heard(), ben.participant, 'n50')).toEqual(pointOf('Ben 50'));
      expect(recordAt(benPeer.heard(), ada.participant, 'n50')).toEqual(pointOf('Ada 50'));
    });
    await server.restart();
    const reader = await Peer.open(server, ada, document);
    reader.askAll();
    await reader.expect('step2');
    for (let i = 1; i <= 50; i++) {
      expect(recordAt(reader.heard(), ada.participant, `n${i}`)).toEqual(pointOf(`Ada ${i}`));
      expect(recordAt(reader.heard(), ben.participant, `n${i}`)).toEqual(pointOf(`Ben ${i}`));
    }
  });

  test('[AUTH2] nothing is written for someone after the moment of their removal, however fast they write', async () => {
    const { server, ben, benPeer } = await twoPeople();
    const author = new Author(ben);
    let written = 0;
    const writing = setInterval(() => benPeer.update(author.put(`n${++written}`, pointOf('and another'))), 1);
    onTestFinished(() => clearInterval(writing));
    await benPeer.expect('durable', isSettled(20));
    const seqThen = await remove(ben);
    expect((await benPeer.closed).code).toBe(4401);
    clearInterval(writing);
    await server.rooms.committer.settle();
    const row = await database().read.selectFrom('document').select('seq').executeTakeFirstOrThrow();
    expect(row.seq).toBe(seqThen);
  });

  test('[AUTH2] what someone sends while another’s access is being read is judged by their own of now', async () => {
    const { server, ada, ben, adaPeer, benPeer } = await twoPeople();
    const author = new Author(ben);
    benPeer.update(author.put('n1', pointOf('in time')));
    await benPeer.expect('durable', isSettled(1));
    await remove(ben);
    const late = author.put('n2', pointOf('too late'));
    // The next transaction is that of Ada's frame; its second query begins to read her access.
    beforeQuery(2, () => {
      for (const room of server.rooms.all())
        for (const listener of room.audience.listeners)
          if (listener.participant === ben.participant) room.take(listener, syncMessage.update, late);
    });
    adaPeer.update(new Author(ada).put('n1', pointOf('may stay')));
    await adaPeer.expect('durable', isSettled(1));
    expect((await benPeer.closed).code).toBe(4401);
    const records = await database().read.selectFrom('record').select('ref').orderBy('seq').execute();
    expect(records.map(({ ref }) => ref)).toEqual([`${ben.participant}/n1`, `${ada.participant}/n1`]);
  });

  test('[DUR5] [DUR3] killed under them, the database holds writers up and loses nothing; back again, it saves what waited', async () => {
    const { postgres, server, document, ada, ben, adaPeer, benPeer } = await twoPeople();
    const author = new Author(ada);
    for (let i = 1; i <= 20; i++) {
      const n = adaPeer.update(author.put(`n${i}`, pointOf(`before ${i}`)));
      await adaPeer.expect('durable', isSettled(n));
    }
    await vi.waitFor(() => expect(benPeer.all('update').length).toBe(20));
    await postgres.kill();
    adaPeer.update(author.put('n21', pointOf('while it is away')));
    await adaPeer.expect('held');
    await benPeer.expect('held');
    expect(benPeer.all('update').length).toBe(20);
    await postgres.launch();
    await vi.waitFor(() => expect(adaPeer.frames.some(isSettled(21))).toBe(true), patience);
    await vi.waitFor(() => expect(benPeer.all('update').length).toBe(21));
    expect([adaPeer.all('refused'), benPeer.all('refused')]).toEqual([[], []]);
    const reader = await Peer.open(server, ben, document);
    reader.askAll();
    await reader.expect('step2');
    for (let i = 1; i <= 20; i++) {
      expect(recordAt(reader.heard(), ada.participant, `n${i}`)).toEqual(pointOf(`before ${i}`));
    }
    expect(recordAt(reader.heard(), ada.participant, 'n21')).toEqual(pointOf('while it is away'));
  });
});

/** Takes someone's place in the room away; gives how far the document was at that moment. */
function remove(person: Person): Promise<number> {
  const { build, write } = database();
  return write(function* () {
    const gone = { removed_at: new Date().toISOString() };
    yield* all(build.updateTable('participant').set(gone).where('id', '=', person.participant));
    yield* announce({ kind: 'access', accountId: person.identity.accountId });
    const document = yield* first(build.selectFrom('document').select('seq'));
    return document?.seq ?? 0;
  });
}

/** Has something happen while the next transaction waits for its n-th query. */
function beforeQuery(n: number, act: () => void): void {
  const db = database();
  const works = db.write;
  db.write = (transaction) => {
    db.write = works;
    return works(function* () {
      const steps = transaction();
      let step = steps.next([]);
      for (let at = 1; !step.done; at++) {
        if (at === n) act();
        step = steps.next(yield step.value);
      }
      return step.value;
    });
  };
}
