// What lasts: commits that fail and heal, snapshots, damage, restarts, history.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { makeToken } from '#lib/data/people/tokens.ts';
import { settings } from '#lib/data/settings.ts';
import { all, database, type Transaction } from '#lib/data/store/database.ts';
import { loadDocument } from '#lib/data/store/loading.ts';
import { appendBatch } from '#lib/data/store/log.ts';
import { keepSnapshot } from '#lib/data/store/snapshots.ts';
import { layerName, recordAt, removeRecord } from '#lib/sync/layers.ts';
import {
  Author,
  breakCommits,
  makeClass,
  Peer,
  type Person,
  pauseCommits,
  pointOf,
  SyncServer,
} from './fixture.ts';
import { applyStored } from './room/content.ts';
import type { Room } from './room/room.ts';
import { holdDataFolder } from './start/data-folder.ts';

async function twoPeople() {
  const server = await SyncServer.start();
  const room = await makeClass({ ada: 'owner', ben: 'member' });
  const { ada, ben } = room.people;
  const adaPeer = await Peer.open(server, ada, room.document);
  const benPeer = await Peer.open(server, ben, room.document);
  return { server, room, document: room.document, ada, ben, adaPeer, benPeer };
}

/** Sends updates one by one, each in a commit of its own. */
async function commitEach(peer: Peer, updates: Uint8Array[]): Promise<void> {
  for (const update of updates) {
    const n = peer.update(update);
    await peer.expect('durable', (frame) => frame.n === n);
  }
}

function liveRoom(server: SyncServer, document: string): Room {
  for (const room of server.rooms.all()) if (room.name === document) return room;
  throw new Error(`${document} is not in memory`);
}

async function rowsOf<T extends 'log' | 'snapshot' | 'record' | 'record_version'>(table: T) {
  return database()
    .read.selectFrom(table as 'log')
    .selectAll()
    .execute();
}

/** The document as a newcomer gets it. */
async function readAll(server: SyncServer, person: Person, document: string): Promise<Y.Doc> {
  const peer = await Peer.open(server, person, document);
  peer.askAll();
  await peer.expect('step2');
  return peer.heard();
}

describe('commits that fail', () => {
  test('[DUR5] wait and are told as HELD, are shown to nobody while readers read on, and heal by themselves', async () => {
    const { server, document, ada, ben, adaPeer, benPeer } = await twoPeople();
    const author = new Author(ada);
    await commitEach(adaPeer, [author.put('n1', pointOf('on disk'))]);
    await benPeer.expect('update');
    const unused = await makeToken(ben.identity.accountId, 'never used before');
    const mend = breakCommits();
    adaPeer.update(author.put('n2', pointOf('held back')));
    await adaPeer.expect('held');
    const late = await Peer.open(server, { ...ben, token: unused.token }, document);
    await late.expect('held');
    const step1 = await late.expect('step1');
    late.askAll();
    await late.expect('step2');
    await late.expect('times');
    expect([...late.heard().getMap(layerName(ada.participant)).keys()]).toEqual(['n1']);
    expect(JSON.stringify(late.all('times'))).not.toContain('n2');
    expect(Y.decodeStateVector(step1.bytes).get(author.client)).toBe(1);
    expect(benPeer.all('update').length).toBe(1);
    liveRoom(server, document).sweep(Date.now(), true);
    adaPeer.presence([author.client, 1, { ping: true }]);
    await adaPeer.expect('awareness');
    expect(Math.max(...adaPeer.all('durable').map(({ n }) => n))).toBe(1);
    mend();
    await adaPeer.expect('durable', ({ n }) => n === 2);
    await benPeer.expect('update');
    await late.expect('update');
    expect(recordAt(late.heard(), ada.participant, 'n2')).toEqual(pointOf('held back'));
    expect(adaPeer.all('refused')).toEqual([]);
  });

  test('[DUR5] a database locked by another process is such a failure', async () => {
    const { ada, adaPeer, benPeer } = await twoPeople();
    const other = new DatabaseSync(join(settings().dataDir, 'counterpoint.db'));
    onTestFinished(() => other.close());
    other.exec('begin immediate');
    adaPeer.update(new Author(ada).put('n1', pointOf('patient')));
    await adaPeer.expect('held');
    expect(benPeer.all('update')).toEqual([]);
    other.exec('rollback');
    await adaPeer.expect('durable', ({ n }) => n === 1);
    await benPeer.expect('update');
  });

  test('[DUR5] in one room never stop another', async () => {
    const { server, ada, adaPeer, document } = await twoPeople();
    const elsewhere = await makeClass({ cleo: 'owner' });
    const { cleo } = elsewhere.people;
    const cleoPeer = await Peer.open(server, cleo, elsewhere.document);
    await blockVersion(document, `${ada.participant}/n1`, 1);
    const goOn = pauseCommits();
    adaPeer.update(new Author(ada).put('n1', pointOf('blocked')));
    cleoPeer.update(new Author(cleo).put('n1', pointOf('free')));
    goOn();
    await cleoPeer.expect('durable', ({ n }) => n === 1);
    await adaPeer.expect('held');
    expect(cleoPeer.all('held')).toEqual([]);
  });

  test('[DUR10] leave no half: log, record and history are one transaction', async () => {
    const { document, ada, adaPeer } = await twoPeople();
    const ref = `${ada.participant}/n1`;
    await blockVersion(document, ref, 1);
    adaPeer.update(new Author(ada).put('n1', pointOf('all or nothing')));
    await adaPeer.expect('held');
    expect(await rowsOf('log')).toEqual([]);
    expect(await rowsOf('record')).toEqual([]);
    const { build, write } = database();
    await write(() => all(build.deleteFrom('record_version').where('ref', '=', ref)));
    await adaPeer.expect('durable', ({ n }) => n === 1);
    expect(
      [await rowsOf('log'), await rowsOf('record'), await rowsOf('record_version')].map(
        (rows) => rows.length,
      ),
    ).toEqual([1, 1, 1]);
  });
});

/** A row in the way of the next one of this record. */
async function blockVersion(document: string, ref: string, seq: number): Promise<void> {
  const { build, write } = database();
  const row = { document, ref, seq, value: null, accepted_at: '' };
  await write(() => all(build.insertInto('record_version').values(row)));
}

describe('history', () => {
  test('[DUR10] keeps every accepted value with the server’s time, concurrent losers and deletions included', async () => {
    const { server, document, ada, adaPeer } = await twoPeople();
    const other = await Peer.open(server, ada, document);
    const [low, high] = [new Author(ada, 10), new Author(ada, 20)];
    await commitEach(adaPeer, [high.put('n1', pointOf('from the laptop'))]);
    await commitEach(other, [low.put('n1', pointOf('from the phone'))]);
    const reaction = { type: 'reaction', of: 'x/y', kind: 'helpful' } as const;
    await commitEach(adaPeer, [
      high.put('helpful:x/y', reaction),
      high.change(() => removeRecord(high.doc, ada.participant, 'helpful:x/y')),
    ]);
    const versions = await database().read.selectFrom('record_version').selectAll().orderBy('seq').execute();
    expect(versions.map(({ seq, value }) => [seq, JSON.parse(value ?? 'null')])).toEqual([
      [1, pointOf('from the laptop')],
      [2, pointOf('from the phone')],
      [3, reaction],
      [4, null],
    ]);
    const times = versions.map((version) => version.accepted_at);
    expect(times).toEqual([...times].sort());
    expect(Math.abs(Date.parse(times[0] ?? '') - Date.now())).toBeLessThan(60_000);
    const records = await database().read.selectFrom('record').selectAll().orderBy('created_seq').execute();
    expect(records.map(({ seq, value }) => [seq, JSON.parse(value ?? 'null')])).toEqual([
      [1, pointOf('from the laptop')],
      [4, null],
    ]);
  });
});

describe('restarts', () => {
  test('[DUR3] everything acknowledged is there again, with owners and times', async () => {
    const { server, document, ada, ben, adaPeer, benPeer } = await twoPeople();
    await commitEach(
      adaPeer,
      ['n1', 'n2', 'n3'].map((id) => pointOf(id)).map((point, i) => new Author(ada).put(`n${i}`, point)),
    );
    await commitEach(benPeer, [new Author(ben).put('n1', pointOf('Ben’s'))]);
    adaPeer.askAll();
    await adaPeer.expect('step2');
    const before = (await adaPeer.expect('times')).rows;
    await server.restart();
    const peer = await Peer.open(server, ben, document);
    peer.askAll();
    await peer.expect('step2');
    expect((await peer.expect('times')).rows.sort()).toEqual(before.sort());
    expect(peer.heard().getMap(layerName(ada.participant)).size).toBe(3);
    expect(peer.heard().getMap(layerName(ben.participant)).size).toBe(1);
  });

  test('a stop commits what has come in, acknowledges it and closes 1012', async () => {
    const { server, document, ada, adaPeer } = await twoPeople();
    const goOn = pauseCommits();
    adaPeer.update(new Author(ada).put('n1', pointOf('just in time')));
    await vi.waitFor(() => expect(liveRoom(server, document).inbox.writers().size).toBe(1));
    const restarted = server.restart();
    goOn();
    await restarted;
    await adaPeer.expect('durable', ({ n }) => n === 1);
    expect((await adaPeer.closed).code).toBe(1012);
    expect(recordAt(await readAll(server, ada, document), ada.participant, 'n1')).toEqual(
      pointOf('just in time'),
    );
  });

  test('a document written by someone else is read again, and its clients come back to be judged anew', async () => {
    const { document, ada, adaPeer, server } = await twoPeople();
    const author = new Author(ada);
    await commitEach(adaPeer, [author.put('n1', pointOf('by this server'))]);
    const stored = await loadDocument(document);
    if (!stored.ok) throw new Error(stored.reason);
    await writeAsOther(document, stored.document.seq, ada);
    adaPeer.update(author.put('n2', pointOf('on stale ground')));
    expect((await adaPeer.closed).code).toBe(1012);
    const now = await readAll(server, ada, document);
    expect([...now.getMap(layerName(ada.participant)).keys()].sort()).toEqual(['n1', 'other']);
  });
});

/** Appends to a document's log as another process would. */
async function writeAsOther(document: string, seq: number, person: Person): Promise<void> {
  const author = new Author(person, 77);
  const bytes = author.put('other', pointOf('by another'));
  const claims = [{ client: 77, participant: person.participant }];
  const acceptedAt = new Date().toISOString();
  await database().write(() =>
    appendBatch({
      document,
      before: seq,
      after: seq + 1,
      bytes,
      acceptedAt,
      values: [],
      standing: [],
      claims,
      earned: [],
    }),
  );
}

describe('compaction', () => {
  async function compacted() {
    const world = await twoPeople();
    const { server, document, ada, adaPeer } = world;
    const author = new Author(ada);
    const compactOnce = async (id: string, snapshots: number) => {
      await commitEach(adaPeer, [author.put(id, pointOf(id)), author.put('edited', pointOf(`as of ${id}`))]);
      liveRoom(server, document).logRows = 500;
      await vi.waitFor(async () => {
        const kept = await database().read.selectFrom('snapshot').select('hash').execute();
        expect(kept.filter(({ hash }) => hash !== '')).toHaveLength(snapshots);
        expect(liveRoom(server, document).logRows).toBe(0);
      }, 5000);
    };
    await compactOnce('n1', 1);
    await compactOnce('n2', 2);
    await commitEach(adaPeer, [author.put('n3', pointOf('after the snapshots'))]);
    return { ...world, author };
  }

  test('[DUR6] drops only what the snapshot before the newest holds, and the document stays equal', async () => {
    const { server, document, ada, author } = await compacted();
    const snapshots = await database().read.selectFrom('snapshot').select('seq').orderBy('seq').execute();
    const log = await database().read.selectFrom('log').select('seq').orderBy('seq').execute();
    expect(snapshots.map(({ seq }) => seq)).toEqual([2, 4]);
    expect(log.map(({ seq }) => seq)).toEqual([3, 4, 5]);
    await server.restart();
    const doc = await readAll(server, ada, document);
    expect(doc.getMap(layerName(ada.participant)).toJSON()).toEqual(
      author.doc.getMap(layerName(ada.participant)).toJSON(),
    );
    expect(await rowsOf('record_version')).toHaveLength(5);
  });

  test('[DUR6] a damaged newest snapshot is passed over: the one before it and the log make the document', async () => {
    const { server, document, ada, author } = await compacted();
    const { build, write } = database();
    const damaged = new Uint8Array([0, 0]);
    await write(() => all(build.updateTable('snapshot').set({ bytes: damaged }).where('seq', '=', 4)));
    await server.restart();
    const doc = await readAll(server, ada, document);
    expect(doc.getMap(layerName(ada.participant)).toJSON()).toEqual(
      author.doc.getMap(layerName(ada.participant)).toJSON(),
    );
  });

  test('[DUR6] a snapshot that was never verified is never loaded', async () => {
    const { server, document, ada, adaPeer } = await twoPeople();
    await commitEach(adaPeer, [new Author(ada).put('n1', pointOf('true'))]);
    const stored = await loadDocument(document);
    if (!stored.ok) throw new Error(stored.detail);
    await keepSnapshot(stored.document, 1, new Author(ada, 5).put('n1', pointOf('false')));
    await server.restart();
    const doc = await readAll(server, ada, document);
    expect(recordAt(doc, ada.participant, 'n1')).toEqual(pointOf('true'));
  });

  test('[DUR7] when both snapshots are damaged, what is left of the log is not served as the whole', async () => {
    const { server, document, ada, ben, benPeer } = await compacted();
    // On its own this row would load without a gap: Ben's layer follows nobody's.
    await commitEach(benPeer, [new Author(ben).put('n1', pointOf('Ben’s'))]);
    const { build, write } = database();
    await write(function* () {
      yield* all(build.updateTable('snapshot').set({ bytes: new Uint8Array([0, 0]) }));
      yield* all(build.deleteFrom('log').where('seq', '<', 6));
    });
    await server.restart();
    const peer = await Peer.open(server, ada, document);
    await peer.expect('held');
    const doc = await readAll(server, ada, document);
    expect(recordAt(doc, ada.participant, 'n1')).toBeDefined();
    expect(recordAt(doc, ben.participant, 'n1')).toEqual(pointOf('Ben’s'));
  });
});

const damages: [name: string, harm: () => Transaction<unknown>][] = [
  [
    'a damaged log row',
    () =>
      all(
        database()
          .build.updateTable('log')
          .set({ bytes: new Uint8Array([1, 2, 3]) }),
      ),
  ],
  ['a missing last log row', () => all(database().build.deleteFrom('log').where('seq', '=', 2))],
  ['a missing first log row', () => all(database().build.deleteFrom('log').where('seq', '=', 1))],
];

describe('damage', () => {
  test.each(damages)(
    '[DUR7] %s puts that document out of service, and no other: it is read, nothing is taken or written over',
    async (_name, harm) => {
      const { server, document, ada, adaPeer } = await twoPeople();
      const author = new Author(ada);
      await commitEach(adaPeer, [author.put('n1', pointOf('one')), author.put('n2', pointOf('two'))]);
      await database().write(harm);
      const elsewhere = await makeClass({ cleo: 'owner' });
      const cleoPeer = await Peer.open(server, elsewhere.people.cleo, elsewhere.document);
      await commitEach(cleoPeer, [new Author(elsewhere.people.cleo).put('n1', pointOf('fine'))]);
      const before = await database()
        .read.selectFrom('log')
        .selectAll()
        .where('document', '=', document)
        .execute();
      await server.restart();
      const peer = await Peer.open(server, ada, document);
      const { hello } = await peer.expect('hello');
      await peer.expect('held', ({ held }) => held.reason.includes('damaged'));
      peer.askAll();
      await peer.expect('step2');
      expect(recordAt(peer.heard(), ada.participant, 'n1')).toEqual(pointOf('one'));
      expect(recordAt(peer.heard(), ada.participant, 'n2')).toEqual(pointOf('two'));
      // What is written stays with its author: neither taken nor refused.
      peer.update(new Author(ada).put('n3', pointOf('meanwhile')));
      peer.askAll();
      await peer.expect('step2');
      await server.rooms.committer.settle();
      expect(peer.all('refused')).toEqual([]);
      expect(peer.all('durable').filter(({ n }) => n > 0)).toEqual([]);
      expect(recordAt(peer.heard(), ada.participant, 'n3')).toBeUndefined();
      // A copy of the true document must not mix with what was salvaged.
      const [older] = adaPeer.all('hello');
      expect(hello.lineage).not.toBe(older?.hello.lineage);
      const withCopy = await Peer.open(server, ada, document, { lineage: older?.hello.lineage ?? '' });
      expect((await withCopy.closed).code).toBe(4409);
      const after = await database()
        .read.selectFrom('log')
        .selectAll()
        .where('document', '=', document)
        .execute();
      expect(after).toEqual(before);
      const row = await database()
        .read.selectFrom('document')
        .selectAll()
        .where('name', '=', document)
        .executeTakeFirstOrThrow();
      expect(row.quarantined_at).not.toBeNull();
      const doc = await readAll(server, elsewhere.people.cleo, elsewhere.document);
      expect(recordAt(doc, elsewhere.people.cleo.participant, 'n1')).toEqual(pointOf('fine'));
    },
  );

  test('[DUR7] out of service, too, each is shown their own layer and the instructors’ only', async () => {
    const server = await SyncServer.start();
    const room = await makeClass(
      { ada: 'owner', ben: 'member', cleo: 'member' },
      { kind: 'when-opened', opened: false },
    );
    const { ada, ben, cleo } = room.people;
    for (const person of [ada, ben, cleo]) {
      const peer = await Peer.open(server, person, room.document);
      await commitEach(peer, [new Author(person).put('n1', pointOf(person.name))]);
    }
    await database().write(() => all(database().build.deleteFrom('log').where('seq', '=', 2)));
    await server.restart();
    const peer = await Peer.open(server, ben, room.document);
    peer.askAll();
    await peer.expect('step2');
    const seen = [ada, ben, cleo].map(({ participant }) => recordAt(peer.heard(), participant, 'n1'));
    expect(seen).toEqual([pointOf('ada'), pointOf('ben'), undefined]);
    expect(peer.received.some((bytes) => Buffer.from(bytes).includes(cleo.participant))).toBe(false);
  });

  test('[DUR7] where not even the records can be read, the socket is closed 1011', async () => {
    const { server, document, ada, adaPeer } = await twoPeople();
    await commitEach(adaPeer, [new Author(ada).put('n1', pointOf('one'))]);
    const { build, write } = database();
    await write(function* () {
      yield* all(build.deleteFrom('log'));
      yield* all(build.updateTable('record').set({ value: '{"type":' }));
    });
    await server.restart();
    expect((await (await Peer.open(server, ada, document)).closed).code).toBe(1011);
  });

  test('[DUR7] stored updates that leave a gap are no document', () => {
    const author = new Author({ participant: 'p' } as Person);
    author.put('n1', pointOf('lost'));
    const second = author.put('n2', pointOf('kept'));
    expect(() => applyStored(new Y.Doc(), [second])).toThrow('gaps');
  });
});

describe('the data folder', () => {
  function emptyFolder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'counterpoint-lock-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    return folder;
  }

  test('[DUR11] is one server’s: a second one is turned away until the first lets go', () => {
    const folder = emptyFolder();
    const release = holdDataFolder(folder);
    expect(release).not.toBeNull();
    expect(holdDataFolder(folder)).toBeNull();
    release?.();
    const again = holdDataFolder(folder);
    expect(again).not.toBeNull();
    again?.();
  });

  test('[DUR11] is free again once its server was killed', async () => {
    const folder = emptyFolder();
    const script = `import { holdDataFolder } from './server/start/data-folder.ts';
      if (holdDataFolder(process.argv[1])) console.log('held'); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(child.stdout, 'data');
    expect(holdDataFolder(folder)).toBeNull();
    child.kill('SIGKILL');
    await once(child, 'exit');
    const release = holdDataFolder(folder);
    expect(release).not.toBeNull();
    release?.();
  });
});
