// Who may come in, what they are sent there, and how fast they are out again.

import { describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { revokeSession } from '#lib/data/people/sessions.ts';
import { revokeToken } from '#lib/data/people/tokens.ts';
import { changeRoom } from '#lib/data/readings/rooms.ts';
import { purge } from '#lib/data/retention/purging.ts';
import { enterSpace } from '#lib/data/spaces/access.ts';
import { changeRole, removeMember } from '#lib/data/spaces/members.ts';
import { all, database } from '#lib/data/store/database.ts';
import { privateDocument } from '#lib/model/document.ts';
import type { Role } from '#lib/model/permission.ts';
import { layerName, recordAt } from '#lib/sync/layers.ts';
import {
  Author,
  breakCommits,
  type Class,
  makeClass,
  noteOf,
  Peer,
  type Person,
  pauseCommits,
  pointOf,
  SyncServer,
} from './fixture.ts';

/** AUTH2 gives one second; the watch looks every quarter. */
const soonMs = 1000;

/** The headers of a page of this site. */
function page(server: SyncServer, person: Person): Record<string, string> {
  return { Cookie: person.cookie, Origin: `http://127.0.0.1:${server.port}` };
}

async function startClass() {
  const server = await SyncServer.start();
  const room = await makeClass({ ada: 'owner', ben: 'member' });
  return { server, room, ...room.people };
}

/** The HTTP status of an upgrade that is refused. */
function statusOf(server: SyncServer, document: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const ws = new WebSocket(`${server.url}/sync/${document}`, { headers });
    ws.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      ws.terminate();
    });
    ws.on('open', () => reject(new Error('the upgrade was not refused')));
    ws.on('error', () => {});
  });
}

describe('the door', () => {
  test('[AUTH1] a page of this site comes in with its session cookie', async () => {
    const { server, room, ben } = await startClass();
    const peer = await Peer.open(server, ben, room.document, { headers: page(server, ben) });
    expect((await peer.expect('hello')).hello.participant).toBe(ben.participant);
  });

  test('[AUTH1] a program comes in with a token, as header or as subprotocol, and needs no Origin', async () => {
    const { server, room, ben } = await startClass();
    const byHeader = await Peer.open(server, ben, room.document);
    await byHeader.expect('hello');
    const bySubprotocol = await Peer.open(server, ben, room.document, { protocols: [`bearer.${ben.token}`] });
    await bySubprotocol.expect('hello');
    expect(bySubprotocol.ws.protocol).toBe(`bearer.${ben.token}`);
  });

  test('[AUTH1] another site’s page, a sandboxed one, and a cookie without Origin are refused by HTTP 403', async () => {
    const { server, room, ben } = await startClass();
    const { Cookie } = page(server, ben);
    const refused = [
      { Cookie, Origin: 'https://evil.example' },
      { Cookie, Origin: 'null' },
      { Cookie },
      { Cookie, Authorization: 'Basic dXNlcjpwYXNz' },
      { Cookie, Origin: `http://127.0.0.1.evil.example:${server.port}` },
    ];
    for (const headers of refused) expect(await statusOf(server, room.document, headers as never)).toBe(403);
  });

  test('[AUTH1] with PUBLIC_URL set, only pages of that address come in', async () => {
    const server = await SyncServer.start({ PUBLIC_URL: 'http://notes.example.org' });
    const room = await makeClass({ ada: 'owner' });
    const { ada } = room.people;
    expect(await statusOf(server, room.document, page(server, ada))).toBe(403);
    const headers = { Cookie: ada.cookie, Origin: 'http://notes.example.org' };
    await (await Peer.open(server, ada, room.document, { headers })).expect('hello');
  });

  test.each([
    ['no cookie at all', {}],
    ['a cookie that nobody signed', { Cookie: 'counterpoint.session=made.up.value' }],
  ])('[AUTH1] %s is let in as far as a close 4401, and hears nothing before it', async (_name, cookie) => {
    const { server, room, ben } = await startClass();
    const headers = { ...cookie, Origin: `http://127.0.0.1:${server.port}` };
    const peer = await Peer.open(server, ben, room.document, { headers });
    expect((await peer.closed).code).toBe(4401);
    expect(peer.received).toEqual([]);
  });

  test('[AUTH1] an unknown token is closed 4401', async () => {
    const { server, room, ben } = await startClass();
    const peer = await Peer.open(server, ben, room.document, {
      headers: { Authorization: 'Bearer cpt_nothing' },
    });
    expect((await peer.closed).code).toBe(4401);
  });

  test('[AUTH1] what does not exist, another space’s room and another’s private document all look alike: 4404', async () => {
    const { server, room, ada, ben } = await startClass();
    const elsewhere = await makeClass({ cleo: 'owner' });
    const documents = [
      'room/doesNotExist',
      elsewhere.document,
      privateDocument(room.roomId, ada.participant),
      `private/${room.roomId}/nobody`,
      `${room.document}/more`,
      'room/%2e%2e',
      'room/%ff',
      '',
    ];
    for (const document of documents) {
      const peer = await Peer.open(server, ben, room.document, { document });
      expect([document, (await peer.closed).code]).toEqual([document, 4404]);
      expect(peer.received).toEqual([]);
    }
  });

  test('[AUTH1] a room that is deleted while someone comes in does not exist, and is not out of service: 4404', async () => {
    const { server, room, ben } = await startClass();
    const works = server.rooms.open.bind(server.rooms);
    vi.spyOn(server.rooms, 'open').mockImplementationOnce(async (...args) => {
      await purge(room.spaceId);
      return works(...args);
    });
    expect((await (await Peer.open(server, ben, room.document)).closed).code).toBe(4404);
  });

  test('[AUTH1] one’s own private document is one’s own, and its words reach no one in the room', async () => {
    const { server, room, ada, ben } = await startClass();
    const mine = await Peer.open(server, ben, privateDocument(room.roomId, ben.participant));
    const shared = await Peer.open(server, ada, room.document);
    mine.update(new Author(ben).put('n1', pointOf('only me')));
    await mine.expect('durable', ({ n }) => n === 1);
    shared.askAll();
    await shared.expect('step2');
    expect(shared.heard().share.size).toBe(0);
  });

  test('[AUTH1] words sent before the door opened are not lost', async () => {
    const { server, room, ben } = await startClass();
    const url = `${server.url}/sync/${room.document}`;
    const peer = new Peer(url, [], { Authorization: `Bearer ${ben.token}` });
    peer.ws.on('open', () => peer.update(new Author(ben).put('n1', pointOf('at once'))));
    await peer.expect('durable', ({ n }) => n === 1);
  });
});

type Change = (room: Class<'ada' | 'ben'>) => Promise<unknown>;

async function asOwner(room: Class<'ada'>) {
  const access = await enterSpace(room.people.ada.identity, room.spaceId);
  if (!access) throw new Error('the owner belongs to the space');
  return access;
}

/** Makes the next commit of a document fail, and no other transaction; gives the way to let it through. */
async function blockNextVersion(document: string): Promise<() => Promise<unknown>> {
  const { build, write } = database();
  const last = await database()
    .read.selectFrom('record_version')
    .select('seq')
    .where('document', '=', document)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const seq = (last?.seq ?? 0) + 1;
  const inTheWay = { document, ref: 'someone/in-the-way', seq, value: null, accepted_at: '' };
  await write(() => all(build.insertInto('record_version').values(inTheWay)));
  return () => write(() => all(build.deleteFrom('record_version').where('ref', '=', inTheWay.ref)));
}

const losses: [name: string, code: number, change: Change][] = [
  [
    'a removed member',
    4401,
    async (room) => removeMember(await asOwner(room), room.people.ben.identity.accountId),
  ],
  [
    'a member made observer',
    1012,
    async (room) => changeRole(await asOwner(room), room.people.ben.identity.accountId, 'observer'),
  ],
  [
    'a member of a room that was closed',
    1012,
    async (room) => changeRoom(await room.accessOf(room.people.ada), { closed: true }),
  ],
  ['someone who signed out', 4401, ({ people: { ben } }) => revokeSession(ben.identity, ben.identity.via.id)],
];

describe('access that ends', () => {
  test.each(losses)('[AUTH2] %s is closed within a second, and others stay', async (_name, code, change) => {
    const { server, room, ben } = await startClass();
    const elsewhere = await makeClass({ cleo: 'owner' });
    const other = await Peer.open(server, elsewhere.people.cleo, elsewhere.document);
    const peer = await Peer.open(server, ben, room.document, { headers: page(server, ben) });
    await peer.expect('hello');
    await change(room);
    const startMs = performance.now();
    expect((await peer.closed).code).toBe(code);
    expect(performance.now() - startMs).toBeLessThan(soonMs);
    if (code === 4401) {
      const again = await Peer.open(server, ben, room.document, { headers: page(server, ben) });
      expect((await again.closed).code).toBe(4401);
    }
    expect(other.ws.readyState).toBe(WebSocket.OPEN);
  });

  test.each(losses)('[AUTH2] nothing that %s still sends is written', async (_name, _code, change) => {
    const { server, room, ben } = await startClass();
    const peer = await Peer.open(server, ben, room.document, { headers: page(server, ben) });
    await peer.expect('hello');
    // Another room commits in between, and sees the change first.
    const elsewhere = await makeClass({ cleo: 'owner' });
    const { cleo } = elsewhere.people;
    const cleoPeer = await Peer.open(server, cleo, elsewhere.document);
    await change(room);
    cleoPeer.update(new Author(cleo).put('n1', pointOf('elsewhere')));
    await cleoPeer.expect('durable', ({ n }) => n === 1);
    peer.update(new Author(ben).put('n1', pointOf('too late')));
    await peer.closed;
    await server.rooms.committer.settle();
    const kept = await database().read.selectFrom('record').select('ref').execute();
    expect(kept.map(({ ref }) => ref)).toEqual([`${cleo.participant}/n1`]);
  });

  test('[AUTH2] words that waited for the disk while their writer was removed are not written', async () => {
    const { server, room, ada, ben } = await startClass();
    const peer = await Peer.open(server, ben, room.document);
    const reader = await Peer.open(server, ada, room.document);
    const author = new Author(ben);
    peer.update(author.put('n1', pointOf('in time')));
    await reader.expect('update');
    const mend = await blockNextVersion(room.document);
    peer.update(author.put('n2', pointOf('waits')));
    await peer.expect('held');
    await removeMember(await asOwner(room), ben.identity.accountId);
    await peer.closed;
    await mend();
    expect((await reader.closed).code).toBe(1012);
    const again = await Peer.open(server, ada, room.document);
    again.askAll();
    await again.expect('step2');
    expect([...again.heard().getMap(layerName(ben.participant)).keys()]).toEqual(['n1']);
  });

  test('[AUTH2] a revoked token closes its sockets, and only its own', async () => {
    const { server, room, ben } = await startClass();
    const byToken = await Peer.open(server, ben, room.document);
    const byCookie = await Peer.open(server, ben, room.document, { headers: page(server, ben) });
    await byCookie.expect('hello');
    const token = await database()
      .read.selectFrom('token')
      .select('id')
      .where('account_id', '=', ben.identity.accountId)
      .executeTakeFirstOrThrow();
    await revokeToken(ben.identity, token.id);
    expect((await byToken.closed).code).toBe(4401);
    expect(byCookie.ws.readyState).toBe(WebSocket.OPEN);
  });

  test('[AUTH2] a session that expires closes its sockets, and no word of it is written after', async () => {
    const { server, room, ben } = await startClass();
    const expiresAt = new Date(Date.now() + 1500).toISOString();
    const { build, write } = database();
    await write(() =>
      all(build.updateTable('session').set({ expires_at: expiresAt }).where('id', '=', ben.identity.via.id)),
    );
    const peer = await Peer.open(server, ben, room.document, { headers: page(server, ben) });
    const author = new Author(ben);
    peer.update(author.put('n1', pointOf('in time')));
    await peer.expect('durable', ({ n }) => n === 1);
    const goOn = pauseCommits();
    peer.update(author.put('n2', pointOf('too late')));
    await vi.waitFor(() => expect(new Date().toISOString() > expiresAt).toBe(true), { timeout: 3000 });
    goOn();
    expect((await peer.closed).code).toBe(4401);
    expect(Date.now() - Date.parse(expiresAt)).toBeLessThan(soonMs);
    expect(await database().read.selectFrom('log').select('seq').execute()).toEqual([{ seq: 1 }]);
  });

  test('[AUTH2] access that changes on the way in is judged anew', async () => {
    const { server, room, ben } = await startClass();
    const open = server.rooms.open.bind(server.rooms);
    vi.spyOn(server.rooms, 'open').mockImplementationOnce(async (name, address) => {
      const opened = await open(name, address);
      await removeMember(await asOwner(room), ben.identity.accountId);
      return opened;
    });
    const peer = await Peer.open(server, ben, room.document);
    expect((await peer.closed).code).toBe(1012);
    expect(peer.received).toEqual([]);
  });
});

const rule = { kind: 'after-own-notes', notes: 2, words: 2 } as const;
const peerWords = 'these words belong to Ben';
const taughtWords = 'these words are the instructor’s';

/** Ben has written, Cleo has not; Ada teaches; Dora is who she is said to be. */
async function blindClass(dorasRole: Role = 'member') {
  const server = await SyncServer.start();
  const roles = { ada: 'owner', ben: 'member', cleo: 'member', dora: dorasRole, otto: 'observer' } as const;
  const room = await makeClass(roles, rule);
  const { ada, ben, cleo, dora, otto } = room.people;
  const benAuthor = new Author(ben, 0x7abbccdd);
  const benPeer = await Peer.open(server, ben, room.document, { client: benAuthor.client });
  benPeer.update(benAuthor.put('n1', pointOf(peerWords)));
  const adaPeer = await Peer.open(server, ada, room.document);
  adaPeer.update(new Author(ada).put('a1', pointOf(taughtWords)));
  await adaPeer.expect('durable', ({ n }) => n === 1);
  await benPeer.expect('durable', ({ n }) => n === 1);
  const cleoPeer = await Peer.open(server, cleo, room.document);
  cleoPeer.askAll();
  await cleoPeer.expect('step2');
  return { server, room, ada, ben, cleo, dora, otto, adaPeer, benPeer, benAuthor, cleoPeer };
}

/** Does anything received tell of a participant's words, id or client id? */
function tellsOf(peer: Peer, person: Person, author: Author, ...words: string[]): string[] {
  const all = Buffer.concat(peer.received);
  const client = Buffer.from(Y.encodeStateVector(new Map([[author.client, 1]]))).subarray(1, -1);
  const secrets = new Map<string, Buffer>([
    ['participant id', Buffer.from(person.participant)],
    ['client id', client],
    ...words.map((some): [string, Buffer] => [some, Buffer.from(some)]),
  ]);
  return [...secrets].filter(([, bytes]) => all.includes(bytes)).map(([name]) => name);
}

describe('blind until earned', () => {
  test('[AUTH3] before earning sight, no byte received tells of a peer; one’s own and the instructors’ layers do come', async () => {
    const { ben, ada, benPeer, benAuthor, cleoPeer, adaPeer } = await blindClass();
    benPeer.update(benAuthor.put('n2', pointOf('and these are live')));
    benPeer.update(benAuthor.put('n1', pointOf(`${peerWords}, edited`)));
    benPeer.presence([benAuthor.client, 1, { cursor: 'a secret place' }]);
    await benPeer.expect('durable', ({ n }) => n === 3);
    await adaPeer.expect('awareness');
    adaPeer.update(new Author(ada).put('a2', pointOf('more from the instructor')));
    await cleoPeer.expect('update');
    cleoPeer.askAll();
    await cleoPeer.expect('step2');
    expect(recordAt(cleoPeer.heard(), ada.participant, 'a1')).toEqual(pointOf(taughtWords));
    expect(tellsOf(cleoPeer, ben, benAuthor, peerWords, 'these are live', 'a secret place')).toEqual([]);
    expect(tellsOf(adaPeer, ben, benAuthor, peerWords)).toEqual(['participant id', 'client id', peerWords]);
  });

  test('[AUTH3] earned by own notes, the rest arrives at once and without a reload, and is kept', async () => {
    const { server, room, ben, cleo, cleoPeer } = await blindClass();
    const author = new Author(cleo);
    cleoPeer.update(author.put('n1', noteOf('first note')));
    await cleoPeer.expect('durable', ({ n }) => n === 1);
    expect(cleoPeer.heard().share.has(layerName(ben.participant))).toBe(false);
    cleoPeer.update(author.put('n2', noteOf('second note')));
    await cleoPeer.expect('update');
    expect(recordAt(cleoPeer.heard(), ben.participant, 'n1')).toEqual(pointOf(peerWords));
    await cleoPeer.expect('times', ({ rows }) => rows.some(([ref]) => ref === `${ben.participant}/n1`));
    cleoPeer.update(
      author.put('n2', { ...noteOf('second note'), withdrawn: true, body: undefined } as never),
    );
    await server.restart();
    const again = await Peer.open(server, cleo, room.document);
    again.askAll();
    await again.expect('step2');
    expect(recordAt(again.heard(), ben.participant, 'n1')).toEqual(pointOf(peerWords));
  });

  test('[AUTH3] a batch that shows someone peers’ words and a peer’s new ones tells each only their part', async () => {
    const { server, room, ben, benPeer, benAuthor, adaPeer, cleoPeer, ada } = await blindClass();
    const goOn = pauseCommits();
    benPeer.update(benAuthor.put('n5', pointOf('in one batch')));
    adaPeer.update(new Author(ada).put('a5', pointOf('with the instructor')));
    await vi.waitFor(() => {
      const [live] = [...server.rooms.all()].filter(({ name }) => name === room.document);
      expect(live?.inbox.writers().size).toBe(2);
    });
    goOn();
    await cleoPeer.expect('update');
    expect(recordAt(cleoPeer.heard(), ada.participant, 'a5')).toEqual(pointOf('with the instructor'));
    expect(tellsOf(cleoPeer, ben, benAuthor, 'in one batch')).toEqual([]);
  });

  test('[AUTH3] sight that comes with a change of the rule arrives by itself; sight that is lost closes 4409', async () => {
    const { room, ada, ben, cleo, cleoPeer, server } = await blindClass();
    await changeRoom(await room.accessOf(ada), { visibility: { kind: 'open' } });
    await cleoPeer.expect('update');
    expect(recordAt(cleoPeer.heard(), ben.participant, 'n1')).toEqual(pointOf(peerWords));
    await changeRoom(await room.accessOf(ada), { visibility: { kind: 'when-opened', opened: false } });
    expect((await cleoPeer.closed).code).toBe(4409);
    const again = await Peer.open(server, cleo, room.document);
    again.askAll();
    await again.expect('step2');
    expect(again.heard().share.has(layerName(ben.participant))).toBe(false);
  });

  test('[AUTH3] who becomes an instructor comes into view whole, to sockets that are open, and nobody else does', async () => {
    const { room, ben, benPeer, benAuthor, cleo, cleoPeer, dora, server } = await blindClass();
    const doraAuthor = new Author(dora, 0x7abbccee);
    const doraPeer = await Peer.open(server, dora, room.document);
    doraPeer.update(doraAuthor.put('d1', pointOf('these are Dora’s')));
    await doraPeer.expect('durable', ({ n }) => n === 1);
    benPeer.presence([benAuthor.client, 1, { cursor: 'a secret place' }]);
    await changeRole(await asOwner(room), dora.identity.accountId, 'assistant');
    await cleoPeer.expect('update');
    expect(recordAt(cleoPeer.heard(), dora.participant, 'd1')).toEqual(pointOf('these are Dora’s'));
    await cleoPeer.expect('times', ({ rows }) => rows.every(([ref]) => ref === `${dora.participant}/d1`));
    await cleoPeer.expect('roster');
    const again = await Peer.open(server, dora, room.document);
    again.askAll();
    await again.expect('step2');
    again.update(new Author(dora).put('d2', pointOf('and more')));
    await cleoPeer.expect('update');
    expect([...cleoPeer.heard().getMap(layerName(dora.participant)).keys()]).toEqual(['d1', 'd2']);
    expect(tellsOf(cleoPeer, ben, benAuthor, peerWords, 'a secret place')).toEqual([]);
    const author = new Author(cleo);
    cleoPeer.update(author.put('n1', noteOf('one note')));
    cleoPeer.update(author.put('n2', noteOf('and another')));
    await cleoPeer.expect('update', ({ bytes }) => Buffer.from(bytes).includes(peerWords));
  });

  test('[AUTH3] who instructs no more goes out of view: open sockets without sight are closed 4409', async () => {
    const { room, benPeer, adaPeer, cleo, cleoPeer, dora, server } = await blindClass('assistant');
    const doraPeer = await Peer.open(server, dora, room.document);
    const doraAuthor = new Author(dora, 0x7abbccee);
    doraPeer.update(doraAuthor.put('d1', pointOf('these are Dora’s')));
    await cleoPeer.expect('update');
    await changeRole(await asOwner(room), dora.identity.accountId, 'member');
    expect((await cleoPeer.closed).code).toBe(4409);
    expect((await benPeer.closed).code).toBe(4409);
    const again = await Peer.open(server, cleo, room.document);
    again.askAll();
    await again.expect('step2');
    expect(tellsOf(again, dora, doraAuthor, 'these are Dora’s')).toEqual([]);
    expect(adaPeer.ws.readyState).toBe(WebSocket.OPEN);
  });

  test('[AUTH3] a promotion while commits fail shows nothing until they work again', async () => {
    const { room, benPeer, benAuthor, cleoPeer, dora, server } = await blindClass();
    const doraPeer = await Peer.open(server, dora, room.document);
    doraPeer.update(new Author(dora).put('d1', pointOf('these are Dora’s')));
    await doraPeer.expect('durable', ({ n }) => n === 1);
    const mend = await blockNextVersion(room.document);
    benPeer.update(benAuthor.put('n2', pointOf('not on disk yet')));
    await benPeer.expect('held');
    await changeRole(await asOwner(room), dora.identity.accountId, 'assistant');
    await doraPeer.closed;
    await cleoPeer.expect('roster');
    expect(cleoPeer.all('update')).toEqual([]);
    await mend();
    await cleoPeer.expect('update');
    expect(recordAt(cleoPeer.heard(), dora.participant, 'd1')).toEqual(pointOf('these are Dora’s'));
  });

  test('[AUTH3] sight that comes with time arrives at that time', async () => {
    const server = await SyncServer.start();
    const at = new Date(Date.now() + 1500).toISOString();
    const room = await makeClass({ ada: 'owner', ben: 'member', cleo: 'member' }, { kind: 'from', at });
    const { ben, cleo } = room.people;
    const cleoPeer = await Peer.open(server, cleo, room.document);
    const benPeer = await Peer.open(server, ben, room.document);
    benPeer.update(new Author(ben).put('n1', pointOf(peerWords)));
    await benPeer.expect('durable', ({ n }) => n === 1);
    expect(cleoPeer.all('update')).toEqual([]);
    await cleoPeer.expect('update');
    expect(new Date().toISOString() >= at).toBe(true);
    expect(recordAt(cleoPeer.heard(), ben.participant, 'n1')).toEqual(pointOf(peerWords));
  });
});

describe('sight and the disk', () => {
  test('[DUR1] sight that comes while commits fail shows nothing that is not on disk', async () => {
    const server = await SyncServer.start();
    const at = new Date(Date.now() + 3_600_000).toISOString();
    const room = await makeClass({ ada: 'owner', ben: 'member', cleo: 'member' }, { kind: 'from', at });
    const { ben, cleo } = room.people;
    const cleoPeer = await Peer.open(server, cleo, room.document);
    const benPeer = await Peer.open(server, ben, room.document);
    const mend = breakCommits();
    benPeer.update(new Author(ben).put('n1', pointOf(peerWords)));
    await benPeer.expect('held');
    for (const live of server.rooms.all()) live.sweep(Date.parse(at), false);
    cleoPeer.presence([1, 1, { ping: true }]);
    await cleoPeer.expect('awareness');
    expect(cleoPeer.all('update')).toEqual([]);
    mend();
    await benPeer.expect('durable', ({ n }) => n === 1);
    for (const live of server.rooms.all()) live.sweep(Date.parse(at), false);
    await cleoPeer.expect('update');
    expect(recordAt(cleoPeer.heard(), ben.participant, 'n1')).toEqual(pointOf(peerWords));
  });
});

describe('who only reads', () => {
  test('[AUTH4] an observer’s update is refused, not ignored', async () => {
    const { server, room, otto } = await blindClass();
    const peer = await Peer.open(server, otto, room.document);
    peer.update(new Author(otto).put('n1', pointOf('I would like to say')));
    expect(await peer.expect('refused')).toMatchObject({ n: 1, records: [{ code: 'read-only' }] });
    expect((await peer.closed).code).toBe(4403);
  });

  test('[AUTH4] an observer’s empty step 2, which every stock client sends, is no word and not refused', async () => {
    const { server, room, otto } = await blindClass();
    const peer = await Peer.open(server, otto, room.document);
    peer.sync('step2', new Uint8Array([0, 0]));
    await peer.expect('durable', ({ n }) => n === 1);
  });

  test('[AUTH4] in a closed room words are refused, rulings are not', async () => {
    const { server, room, ada, ben } = await blindClass();
    await changeRoom(await room.accessOf(ada), { closed: true });
    const instructor = await Peer.open(server, ada, room.document);
    const ruling = {
      type: 'ruling',
      of: `${ben.participant}/n1`,
      act: 'hide',
      at: '2026-01-01T00:00:00.000Z',
    } as const;
    instructor.update(new Author(ada).put('r1', ruling));
    await instructor.expect('durable', ({ n }) => n === 1);
    const member = await Peer.open(server, ben, room.document);
    member.update(new Author(ben).put('n9', pointOf('one more thing')));
    expect(await member.expect('refused')).toMatchObject({ records: [{ code: 'room-closed' }] });
  });
});

describe('one place for ever', () => {
  test('[AUTH5] who comes back finds the same participant, and the words of one who was removed stay', async () => {
    const { server, room, ada, ben } = await startClass();
    const peer = await Peer.open(server, ben, room.document);
    peer.update(new Author(ben).put('n1', pointOf('I was here')));
    await peer.expect('durable', ({ n }) => n === 1);
    const twice = await Peer.open(server, ben, room.document);
    expect((await twice.expect('hello')).hello.participant).toBe(ben.participant);
    await removeMember(await asOwner(room), ben.identity.accountId);
    await peer.closed;
    const reader = await Peer.open(server, ada, room.document);
    reader.askAll();
    await reader.expect('step2');
    expect(recordAt(reader.heard(), ben.participant, 'n1')).toEqual(pointOf('I was here'));
  });
});
