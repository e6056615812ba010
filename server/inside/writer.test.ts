// Writing without a socket: the same gate, the same disk, the same log.

import { beforeEach, expect, test } from 'vitest';
import { makeMember, makeRoomIn } from '#lib/data/fixture.ts';
import type { Identity } from '#lib/data/people/identity.ts';
import { placesFor } from '#lib/data/readings/importing.ts';
import { participantsOf, recordsOf } from '#lib/data/readings/rooms.ts';
import { replaceRecordWriter, type Writing, writeRecords } from '#lib/data/readings/writing.ts';
import { enterRoom, type RoomAccess, type SpaceAccess } from '#lib/data/spaces/access.ts';
import { makeInvite } from '#lib/data/spaces/invites.ts';
import { join } from '#lib/data/spaces/joining.ts';
import { database } from '#lib/data/store/database.ts';
import { quarantine } from '#lib/data/store/loading.ts';
import { roomDocument } from '#lib/model/document.ts';
import type { CounterpointRecord } from '#lib/model/record.ts';
import { breakCommits, pointOf, SyncServer } from '../fixture.ts';
import { insideWriter } from './writer.ts';

let kim: Identity;
let space: SpaceAccess;
let access: RoomAccess;
let server: SyncServer;

beforeEach(async () => {
  server = await SyncServer.start();
  replaceRecordWriter(insideWriter(server.rooms));
  kim = await makeMember('Kim');
  const made = await makeRoomIn(kim);
  space = made.space;
  access = await enter(kim, made.roomId);
});

async function enter(identity: Identity, roomId: string): Promise<RoomAccess> {
  const entered = await enterRoom(identity, roomId);
  if (!entered.ok) throw new Error(entered.reason);
  return entered.access;
}

async function member(name: string): Promise<{ identity: Identity; access: RoomAccess }> {
  const identity = await makeMember(name);
  const invite = await makeInvite(space, { role: 'member', roomId: access.room.id });
  if (!invite.ok) throw new Error(invite.reason);
  await join({ code: invite.code }, { identity, address: '192.0.2.1', userAgent: null });
  return { identity, access: await enter(identity, access.room.id) };
}

const own = (id: string, value: CounterpointRecord | null): Writing => ({
  participant: access.participant,
  id,
  value,
});
const bodies = async (in_ = access) =>
  (await recordsOf(in_)).map(({ value }) => (value.type === 'point' ? value.body : value.type));

test('[DUR1] what is written is on disk when it is said to be, and every value is kept', async () => {
  expect(await writeRecords(kim, access, [own('a', pointOf('one')), own('a', pointOf('two'))])).toEqual({
    ok: true,
    written: 2,
  });
  expect(await bodies()).toEqual(['two']);
  const versions = await database().read.selectFrom('record_version').select('value').execute();
  expect(versions.map(({ value }) => JSON.parse(value ?? '').body)).toEqual(['one', 'two']);
});

test('[GATE2] a hundred calls use one client id, before and after a restart', async () => {
  for (let i = 0; i < 50; i++) await writeRecords(kim, access, [own('a', pointOf(`one ${i}`))]);
  await server.restart();
  replaceRecordWriter(insideWriter(server.rooms));
  const all = Array.from({ length: 50 }, (_, i) =>
    writeRecords(kim, access, [own(`b${i}`, pointOf('at once'))]),
  );
  for (const outcome of await Promise.all(all)) expect(outcome).toEqual({ ok: true, written: 1 });
  expect(await bodies()).toHaveLength(51);
  expect(await database().read.selectFrom('client_owner').selectAll().execute()).toHaveLength(1);
});

test('[GATE7] what the rule refuses is refused, and others’ layers are nobody’s to write on', async () => {
  const lee = await member('Lee');
  const ruling = { type: 'ruling', of: 'room', act: 'hide', at: '2026-01-01T00:00:00.000Z' } as const;
  const mine = { participant: lee.access.participant, id: 'r', value: ruling };
  expect(await writeRecords(lee.identity, lee.access, [mine])).toMatchObject({
    ok: false,
    reason: 'refused',
    refused: [{ code: 'not-instructor' }],
  });
  const theirs = [own('x', pointOf('forged'))];
  expect(await writeRecords(lee.identity, lee.access, theirs)).toEqual({ ok: false, reason: 'not-allowed' });
  const back = [{ participant: lee.access.participant, id: 'x', value: pointOf('forged') }];
  expect(await writeRecords(kim, access, back)).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await placesFor(lee.access, [])).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await bodies()).toEqual([]);
});

test('the imported are named as such, cannot sign in, and are the same people the second time', async () => {
  const arriving = ['Jane', 'Joe'].map((key) => ({
    key,
    name: `${key}, imported from Elsewhere`,
    role: 'member' as const,
  }));
  const given = await placesFor(access, arriving);
  const again = await placesFor(access, arriving);
  if (!given.ok || !again.ok) throw new Error('not given');
  expect([...again.places]).toEqual([...given.places]);
  const [jane = '', joe = ''] = given.places.values();
  // Their words in turn: the room's order is that of the file.
  const turns = Array.from({ length: 30 }, (_, i) => ({
    participant: i % 2 ? joe : jane,
    id: `t${i}`,
    value: pointOf(`turn ${i}`),
  }));
  const counts: number[] = [];
  expect(await writeRecords(kim, access, turns, { onWritten: (n) => counts.push(n) })).toEqual({
    ok: true,
    written: 30,
  });
  expect(counts).toEqual([30]);
  expect(await bodies()).toEqual(turns.map((_, i) => `turn ${i}`));
  expect(await participantsOf(access)).toContainEqual(
    expect.objectContaining({
      id: jane,
      name: 'Jane, imported from Elsewhere',
      kind: 'imported',
      role: 'member',
    }),
  );
  const accounts = await database()
    .read.selectFrom('account')
    .selectAll()
    .where('kind', '=', 'imported')
    .execute();
  expect(accounts.map(({ email, password_hash }) => [email, password_hash])).toEqual([
    [null, null],
    [null, null],
  ]);
});

test('[DUR5] while the disk takes nothing, nothing is said to be written; then it is', async () => {
  await writeRecords(kim, access, [own('a', pointOf('in time'))]);
  const mend = breakCommits();
  const outcome = writeRecords(kim, access, [own('a', pointOf('late'))]);
  await expect.poll(() => [...server.rooms.all()].map((room) => room.isHeld)).toEqual([true]);
  expect(await bodies()).toEqual(['in time']);
  mend();
  expect(await outcome).toEqual({ ok: true, written: 1 });
  expect(await bodies()).toEqual(['late']);
});

test('[DUR7] a document out of service takes nothing and says so, each time, and leaves memory again', async () => {
  await writeRecords(kim, access, [own('a', pointOf('whole'))]);
  await server.rooms.forgetRooms(new Set([access.room.id]));
  await quarantine(roomDocument(access.room.id), 'a test');
  for (const id of ['b', 'c'])
    expect(await writeRecords(kim, access, [own(id, pointOf('too late'))])).toEqual({
      ok: false,
      reason: 'interrupted',
    });
  expect([...server.rooms.all()].map((room) => room.isIdle)).toEqual([true]);
  const rooms = server.rooms as unknown as { sweep(nowMs: number): void };
  const nowMs = Date.now();
  rooms.sweep(nowMs);
  rooms.sweep(nowMs + 31_000);
  expect([...server.rooms.all()]).toEqual([]);
});
