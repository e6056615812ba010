// What an instructor says once for all groups of an assignment: real sockets in two rooms, the gate, the disk.

import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { limitAssistant } from '#lib/data/classes/groups.ts';
import { enrol } from '#lib/data/classes/seats.ts';
import { assign, makeCourse, makeMember, stranger } from '#lib/data/fixture.ts';
import { inboxOf } from '#lib/data/notices/inbox.ts';
import type { Identity } from '#lib/data/people/identity.ts';
import { makeToken } from '#lib/data/people/tokens.ts';
import { changeRoom, recordsOf } from '#lib/data/readings/rooms.ts';
import { replaceRecordWriter, writeRecords } from '#lib/data/readings/writing.ts';
import { enterRoom, type RoomAccess, type SpaceAccess } from '#lib/data/spaces/access.ts';
import { announce } from '#lib/data/spaces/access-changes.ts';
import { makeInvite } from '#lib/data/spaces/invites.ts';
import { join } from '#lib/data/spaces/joining.ts';
import { database } from '#lib/data/store/database.ts';
import { quarantine } from '#lib/data/store/loading.ts';
import { roomDocument } from '#lib/model/document.ts';
import type { CounterpointRecord, Point, Ruling } from '#lib/model/record.ts';
import { refOf, withdrawnFrom } from '#lib/model/record.ts';
import { recordAt } from '#lib/sync/layers.ts';
import { Author, Peer, SyncServer } from './fixture.ts';
import { insideWriter } from './inside/writer.ts';

let server: SyncServer;
let space: SpaceAccess;
let ines: Identity;
let ada: Identity;
let bea: Identity;
let roomA: string;
let roomB: string;

const at = '2030-01-01T00:00:00.000Z';
const forAll = (body: string): Point => ({ type: 'point', kind: 'comment', at, body, forAll: true });
const said = (body: string): Point => ({ type: 'point', kind: 'comment', at, body });

async function enter(identity: Identity, room: string): Promise<RoomAccess> {
  const entered = await enterRoom(identity, room);
  if (!entered.ok) throw new Error(entered.reason);
  return entered.access;
}

async function write(identity: Identity, room: string, id: string, value: CounterpointRecord) {
  const access = await enter(identity, room);
  return writeRecords(identity, access, [{ participant: access.participant, id, value }]);
}

/** A socket of someone in a room, which has asked for everything. */
async function peerOf(identity: Identity, room: string): Promise<Peer> {
  const { token } = await makeToken(identity.accountId, 'test');
  const peer = await Peer.open(server, { token }, roomDocument(room));
  peer.askAll();
  return peer;
}

async function bodies(identity: Identity, room: string): Promise<(string | undefined)[]> {
  const records = await recordsOf(await enter(identity, room));
  return records.flatMap(({ value }) => (value.type === 'point' ? [value.body] : []));
}

async function settled(): Promise<void> {
  await vi.waitFor(
    async () => {
      const owed = await database()
        .read.selectFrom('note_for_all')
        .select('record_id')
        .where('owed', 'is not', null)
        .execute();
      expect(owed).toEqual([]);
    },
    { timeout: 5000 },
  );
}

/** A course of two groups, Ada's and Bea's, each in a section of its own, and an assignment on one text. */
beforeEach(async () => {
  server = await SyncServer.start();
  replaceRecordWriter(insideWriter(server.rooms));
  ines = await makeMember('Ines');
  space = await makeCourse(ines);
  [ada, bea] = [await makeMember('Ada'), await makeMember('Bea')];
  const row = (name: string, section: string) => ({
    name,
    email: `${name.toLowerCase()}@example.org`,
    section,
    group: `Group ${name}`,
    canvas: null,
  });
  await enrol(space, [row('Ada', 'Mon'), row('Bea', 'Tue')]);
  const made = await assign(space, {
    visibility: { kind: 'after-own-notes', notes: 1, words: 5 },
    names: 'pseudonymous',
  });
  [roomA, roomB] = made.rooms.map(({ id }) => id) as [string, string];
});

describe('a note for all groups', () => {
  test('[AUTH3] reaches who has earned no sight yet, in every room at once; an answer stays in its own', async () => {
    const readers = [await peerOf(ada, roomA), await peerOf(bea, roomB)] as const;
    const me = (await enter(ines, roomA)).participant;
    const writer = await peerOf(ines, roomA);
    writer.update(new Author({ participant: me }).put('n1', forAll('Read the second paragraph twice.')));
    const rooms = [roomA, roomB] as const;
    for (const [i, reader] of readers.entries()) {
      const { participant } = await enter(ines, rooms[i] ?? '');
      await vi.waitFor(() =>
        expect(recordAt(reader.heard(), participant, 'n1')).toEqual(
          forAll('Read the second paragraph twice.'),
        ),
      );
    }
    const answer: Point = {
      ...said('In our group alone.'),
      links: [{ to: refOf(me, 'n1'), stance: 'supports' }],
    };
    expect(await write(ada, roomA, 'a1', answer)).toMatchObject({ ok: true });
    await settled();
    expect(await bodies(ines, roomB)).toEqual(['Read the second paragraph twice.']);
    expect(
      JSON.stringify([...readers[1].received].map((bytes) => Buffer.from(bytes).toString('latin1'))),
    ).not.toContain('In our group alone.');
  });

  test('changed or withdrawn in one room, is so in all', async () => {
    await write(ines, roomA, 'n1', forAll('First.'));
    await settled();
    await write(ines, roomB, 'n1', forAll('Second.'));
    await settled();
    expect(await bodies(ada, roomA)).toEqual(['Second.']);
    await write(ines, roomA, 'n1', withdrawnFrom(forAll('')));
    await settled();
    expect(await bodies(bea, roomB)).toEqual([undefined]);
  });

  test('changed in two rooms at once, ends the same in both', async () => {
    await write(ines, roomA, 'n1', forAll('First.'));
    await settled();
    await Promise.all([
      write(ines, roomA, 'n1', forAll('As said in A.')),
      write(ines, roomB, 'n1', forAll('As said in B.')),
    ]);
    await settled();
    expect(await bodies(ada, roomA)).toEqual(await bodies(bea, roomB));
  });

  test('[GATE7] is no student’s to write', async () => {
    expect(await write(ada, roomA, 'n1', forAll('Listen, everyone.'))).toMatchObject({
      reason: 'refused',
      refused: [{ code: 'not-instructor' }],
    });
    expect(await bodies(ines, roomB)).toEqual([]);
  });

  test('of an assistant stays within their sections', async () => {
    const sam = await makeMember('Sam');
    const invite = await makeInvite(space, { role: 'assistant' });
    if (!invite.ok) throw new Error(invite.reason);
    await join({ code: invite.code }, { ...stranger(), identity: sam });
    await limitAssistant(space, sam.accountId, ['Mon']);
    await write(sam, roomA, 'n1', forAll('For Monday.'));
    await settled();
    expect(await bodies(ines, roomA)).toEqual(['For Monday.']);
    expect(await bodies(ines, roomB)).toEqual([]);
  });

  test('of an assistant who is limited later changes in their sections alone', async () => {
    const sam = await makeMember('Sam');
    const invite = await makeInvite(space, { role: 'assistant' });
    if (!invite.ok) throw new Error(invite.reason);
    await join({ code: invite.code }, { ...stranger(), identity: sam });
    await write(sam, roomA, 'n1', forAll('To everyone.'));
    await settled();
    await limitAssistant(space, sam.accountId, ['Mon']);
    await write(sam, roomA, 'n1', forAll('Once more.'));
    await settled();
    expect(await bodies(ines, roomA)).toEqual(['Once more.']);
    expect(await bodies(ines, roomB)).toEqual(['To everyone.']);
  });

  test('that was said when the server stopped is in every room after the next start', async () => {
    await server.rooms.forAll.stop();
    await write(ines, roomA, 'n1', forAll('Kept through a stop.'));
    expect(await bodies(ines, roomB)).toEqual([]);
    await server.restart();
    replaceRecordWriter(insideWriter(server.rooms));
    // As the hourly round does, the first one at once.
    server.rooms.forAll.wake();
    await settled();
    expect(await bodies(bea, roomB)).toEqual(['Kept through a stop.']);
  });

  test('waits for a room that is closed', async () => {
    await changeRoom(await enter(ines, roomB), { closed: true });
    await write(ines, roomA, 'n1', forAll('While one was closed.'));
    await vi.waitFor(async () => expect(await bodies(ines, roomA)).toHaveLength(1));
    expect(await bodies(ines, roomB)).toEqual([]);
    await changeRoom(await enter(ines, roomB), { closed: false });
    await settled();
    expect(await bodies(bea, roomB)).toEqual(['While one was closed.']);
  });

  test('[DUR7] asks a room that is out of service ever more seldom', async () => {
    await write(bea, roomB, 'b1', said('Before it was damaged.'));
    await server.rooms.forgetRooms(new Set([roomB]));
    await quarantine(roomDocument(roomB), 'a test');
    const waits: number[] = [];
    const works = setTimeout;
    const impatient = (act: () => void, ms: number) => {
      if (![5000, 10_000, 20_000, 40_000].includes(ms)) return works(act, ms);
      waits.push(ms);
      return works(act, 0);
    };
    const spy = vi.spyOn(globalThis, 'setTimeout').mockImplementation(impatient as typeof setTimeout);
    onTestFinished(() => spy.mockRestore());
    await write(ines, roomA, 'n1', forAll('Not for the damaged one.'));
    await vi.waitFor(() => expect(waits.slice(-4)).toEqual([5000, 10_000, 20_000, 40_000]));
    // Someone's access changing elsewhere is no reason to ask it more often.
    const sharing = server.rooms.forAll as unknown as { look(): void; running?: Promise<void> };
    await vi.waitFor(() => expect(sharing.running).toBeUndefined());
    const [before, looks] = [waits.length, vi.spyOn(sharing, 'look')];
    await database().write(() => announce({ kind: 'access', accountId: ada.accountId }));
    await vi.waitFor(() => expect(looks).toHaveBeenCalled());
    await vi.waitFor(() => expect(sharing.running).toBeUndefined());
    expect(waits.length).toBe(before);
  });

  test('is in the inbox of every student, and of no instructor', async () => {
    await write(ines, roomA, 'n1', forAll('Look at this.'));
    await settled();
    for (const student of [ada, bea])
      expect((await inboxOf(student, 'en')).items).toMatchObject([
        { kind: 'for-all', by: 'Ines', words: 'Look at this.' },
      ]);
    expect((await inboxOf(ines, 'en')).items).toEqual([]);
  });
});

describe('a ruling on a note for all groups', () => {
  const ruling = (act: Ruling['act'], of: string): Ruling =>
    ({ type: 'ruling', act, of, at, reason: 'not for here' }) as Ruling;
  const rulingsIn = async (room: string) =>
    (await recordsOf(await enter(ines, room))).flatMap(({ value }) =>
      value.type === 'ruling' ? [[value.act, value.of]] : [],
    );

  test('hides it everywhere, and is about each room’s own copy', async () => {
    await write(ines, roomA, 'n1', forAll('Said too early.'));
    await settled();
    const [here, there] = [await enter(ines, roomA), await enter(ines, roomB)];
    await write(ines, roomA, 'r1', ruling('hide', refOf(here.participant, 'n1')));
    await settled();
    expect(await rulingsIn(roomB)).toEqual([['hide', refOf(there.participant, 'n1')]]);
    await write(ines, roomB, 'r2', ruling('show', refOf(there.participant, 'n1')));
    await settled();
    expect(await rulingsIn(roomA)).toEqual([
      ['hide', refOf(here.participant, 'n1')],
      ['show', refOf(here.participant, 'n1')],
    ]);
  });

  /** Rules in each room as if nothing had been carried over yet, and then lets it be; gives what holds in A and B. */
  async function ruled(rulings: [room: string, id: string, act: Ruling['act']][]) {
    await write(ines, roomA, 'n1', forAll('Said too early.'));
    await settled();
    await server.rooms.forAll.stop();
    for (const [room, id, act] of rulings)
      await write(ines, room, id, ruling(act, refOf((await enter(ines, room)).participant, 'n1')));
    await server.restart();
    replaceRecordWriter(insideWriter(server.rooms));
    server.rooms.forAll.wake();
    await settled();
    const rulingsNow = [await rulingsIn(roomA), await rulingsIn(roomB)] as const;
    return rulingsNow.map((made) => made.map(([act]) => act));
  }

  test('holds everywhere when it was the last, though an earlier one of another room had not come there yet', async () => {
    const [inA, inB] = await ruled([
      [roomA, 'r1', 'hide'],
      [roomB, 'r2', 'show'],
    ]);
    expect([inA?.at(-1), inB?.at(-1)]).toEqual(['show', 'show']);
  });

  test('holds everywhere when it was the last, though the copy of an earlier one came in after it', async () => {
    const [inA, inB] = await ruled([
      [roomA, 'r1', 'hide'],
      [roomB, 'r2', 'show'],
      [roomB, 'r1', 'hide'],
    ]);
    expect([inA?.at(-1), inB?.at(-1)]).toEqual(['show', 'show']);
    // And goes on to follow what is ruled next.
    const { participant } = await enter(ines, roomB);
    await write(ines, roomB, 'r3', ruling('hide', refOf(participant, 'n1')));
    await settled();
    expect((await rulingsIn(roomA)).at(-1)?.[0]).toBe('hide');
  });

  test('[DUR6] that erases it takes the words from every room, its history and its log', async () => {
    await write(ines, roomA, 'n1', forAll('A sentence that must go.'));
    await settled();
    const { participant } = await enter(ines, roomB);
    await write(ines, roomB, 'r1', ruling('erase', refOf(participant, 'n1')));
    await settled();
    await vi.waitFor(async () => {
      expect(await bodies(ada, roomA)).toEqual([undefined]);
      expect(await bodies(bea, roomB)).toEqual([undefined]);
    });
    const versions = await database().read.selectFrom('record_version').select('value').execute();
    expect(JSON.stringify(versions)).not.toContain('must go');
  });

  test('folds or locks the talk of one group alone', async () => {
    await write(ines, roomA, 'n1', forAll('Discuss.'));
    await settled();
    const { participant } = await enter(ines, roomA);
    await write(ines, roomA, 'r1', ruling('lock', refOf(participant, 'n1')));
    await settled();
    expect(await rulingsIn(roomB)).toEqual([]);
  });
});
