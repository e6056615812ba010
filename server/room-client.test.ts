// The browser's room client against the real server: that honest clients are never the ones to lose words.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aText, makeMember, makeRoomIn, openFreshData } from '#lib/data/fixture.ts';
import type { ReadingId, RoomId } from '#lib/data/ids.ts';
import type { Identity } from '#lib/data/people/identity.ts';
import { makeToken } from '#lib/data/people/tokens.ts';
import { addReading, removeReading } from '#lib/data/readings/changing-readings.ts';
import { keepReading } from '#lib/data/readings/readings.ts';
import { changeRoom } from '#lib/data/readings/rooms.ts';
import { changeRound } from '#lib/data/readings/rounds.ts';
import { settings } from '#lib/data/settings.ts';
import { enterRoom, enterSpace, type RoomAccess } from '#lib/data/spaces/access.ts';
import { all, database, replaceDatabase } from '#lib/data/store/database.ts';
import { openSqlite } from '#lib/data/store/sqlite.ts';
import {
  type ClockAct,
  type ClockRecord,
  type CounterpointRecord,
  type ParticipantId,
  type Ref,
  reactionId,
} from '#lib/model/record.ts';
import { clocksOf } from '#lib/model/round/clock.ts';
import { formatOf } from '#lib/model/round/presets.ts';
import { connectRoom } from '#lib/sync/room-client.ts';
import type { RoomClient, SaveState } from '#lib/sync/room-state.ts';
import { ScriptedDevice } from '#lib/sync/scripted-device.ts';
import { attachSync } from './door/attach.ts';
import { watchAccess } from './live/access-watch.ts';
import { Rooms } from './live/rooms.ts';

type Running = { http: Server; rooms: Rooms; stopWatching: () => void };

let running: Running;
let port = 0;
let ana: Identity;
let roomId: RoomId;
/** Nobody's in particular: the gate does not ask whether it stands. */
const aRef: Ref = 'someone/n1';
const open = new Set<RoomClient>();

beforeEach(async () => {
  openFreshData();
  port = 0;
  running = await listen();
  ana = await makeMember('Ana');
  ({ roomId } = await makeRoomIn(ana));
});

afterEach(async () => {
  for (const client of open) client.close();
  open.clear();
  await stop();
  await database().close();
});

/** On the port of last time, so that clients find it again. */
async function listen(): Promise<Running> {
  const rooms = new Rooms();
  const stopWatching = await watchAccess(rooms);
  const http = createServer();
  http.on('upgrade', attachSync(rooms).upgrade);
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  port = (http.address() as AddressInfo).port;
  return { http, rooms, stopWatching };
}

async function stop(): Promise<void> {
  running.stopWatching();
  running.http.close();
  await running.rooms.close();
  running.http.closeAllConnections();
}

async function entered(identity = ana): Promise<RoomAccess> {
  const outcome = await enterRoom(identity, roomId);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.access;
}

async function participantOf(identity: Identity): Promise<ParticipantId> {
  return (await entered(identity)).participant;
}

/** Another text in the room's course. */
async function bring(title: string): Promise<ReadingId> {
  const space = await enterSpace(ana, (await entered()).room.spaceId);
  const made = space && (await keepReading(space, { ...aText, title }));
  if (!made?.ok) throw new Error('the text was not kept');
  return made.reading.id;
}

/** A new tab of someone's device. */
async function visit(identity: Identity, device: ScriptedDevice): Promise<RoomClient> {
  const { token } = await makeToken(identity.accountId, 'test');
  const options = {
    room: roomId,
    participant: await participantOf(identity),
    role: 'member' as const,
    side: null,
    syncUrl: `ws://127.0.0.1:${port}/sync`,
  };
  const client = await connectRoom(options, { ...device.visit(), WebSocket: socketWith(token) });
  open.add(client);
  return client;
}

function socketWith(token: string): typeof WebSocket {
  return class extends WebSocket {
    constructor(url: string | URL) {
      super(url, `bearer.${token}`);
    }
  };
}

function note(body: string): CounterpointRecord {
  return { type: 'point', kind: 'comment', at: '2026-01-01T00:00:00.000Z', body };
}

function noteIn(reading: ReadingId): CounterpointRecord {
  const anchor = { reading, edition: 'e', start: 0, end: 3, quote: 'A f', prefix: '', suffix: '' };
  return { type: 'point', kind: 'comment', at: '2026-01-01T00:00:00.000Z', body: `in ${reading}`, anchor };
}

const eventually = <T>(check: () => T) => vi.waitFor(check, { timeout: 15_000, interval: 10 });
const saveIs = (client: RoomClient, save: SaveState['kind']) =>
  eventually(() => expect(client.state().save.kind).toBe(save));
const isSaved = (client: RoomClient) => saveIs(client, 'saved');

async function kept(): Promise<string[]> {
  const rows = await database().read.selectFrom('record').select('value').orderBy('record_id').execute();
  return rows.map(({ value }) => (value ? JSON.parse(value).body : 'deleted'));
}

test('[DUR4] what is Saved is in the record table, shared and private', async () => {
  const client = await visit(ana, new ScriptedDevice('ana'));
  await client.put('room', 'n1', note('shared'));
  await client.put('private', 'n2', note('only me'));
  await isSaved(client);
  expect(await kept()).toEqual(['shared', 'only me']);
  await eventually(() => {
    const [entry] = [...client.state().entries.values()];
    expect(entry).toMatchObject({ seq: 1, acceptedAt: expect.stringMatching(/Z$/) });
  });
});

test('[GATE10] offline edits, deletions and reloads are all taken by the gate as they come', async () => {
  const device = new ScriptedDevice('ana');
  const first = await visit(ana, device);
  const reaction = { type: 'reaction', of: aRef, kind: 'helpful' } as const;
  await first.put('room', 'n1', note('before'));
  await first.put('room', reactionId('helpful', aRef), reaction);
  await isSaved(first);
  await stop();
  await saveIs(first, 'offline');
  await first.put('room', 'n1', note('changed offline'));
  await first.put('room', 'n2', note('new offline'));
  await first.remove('room', reactionId('helpful', aRef));
  first.close();
  const again = await visit(ana, device);
  await again.put('room', 'n2', note('changed after a reload'));
  running = await listen();
  await isSaved(again);
  expect(await kept()).toEqual(['deleted', 'changed offline', 'changed after a reload']);
  expect(await device.store.outbox.all('')).toEqual([]);
  expect(again.state().drafts).toEqual([]);
});

test('[GATE10] many tabs of one person, each with a copy of what the others wrote, are never refused', async () => {
  const device = new ScriptedDevice('ana');
  const tabs = [await visit(ana, device), await visit(ana, device), await visit(ana, device)];
  await Promise.all(tabs.map(isSaved));
  await Promise.all(tabs.map((tab, at) => tab.put('room', `n${at}`, note(`tab ${at}`))));
  await Promise.all(tabs.map((tab) => tab.put('room', 'shared', note('whoever is last'))));
  await Promise.all(tabs.map(isSaved));
  const late = await visit(ana, device);
  await late.put('room', 'shared', note('the late one'));
  await isSaved(late);
  await eventually(() =>
    expect(
      tabs.map((tab) => [...tab.state().entries.values()].map(({ value }) => 'body' in value && value.body)),
    ).toEqual(tabs.map(() => expect.arrayContaining(['tab 0', 'tab 1', 'tab 2', 'the late one']))),
  );
  expect([...tabs, late].flatMap((tab) => tab.state().drafts)).toEqual([]);
});

test('[GATE10] what the gate refuses becomes a draft, and all the rest is saved', async () => {
  const device = new ScriptedDevice('ana');
  const client = await visit(ana, device);
  await isSaved(client);
  await stop();
  await saveIs(client, 'offline');
  await client.put('room', 'n1', note('good'));
  await client.put('room', 'n2', note('long '.repeat(2000)));
  await client.put('room', 'n3', note('good too'));
  running = await listen();
  await saveIs(client, 'not-saved');
  expect(await kept()).toEqual(['good', 'good too']);
  expect(client.state().drafts).toMatchObject([{ id: 'n2' }]);
  await client.dropDraft(client.state().drafts[0]?.key ?? '');
  await client.put('room', 'n4', note('and on it goes'));
  await isSaved(client);
  expect(await kept()).toEqual(['good', 'good too', 'and on it goes']);
});

test('[GATE10] over two devices: a refused edit is a draft on the device that wrote it, and the other goes on, after reloads too', async () => {
  const [laptop, phone] = [new ScriptedDevice('ana'), new ScriptedDevice('ana')];
  const onPhone = await visit(ana, phone);
  let onLaptop = await visit(ana, laptop);
  await onPhone.put('room', 'n1', note('from the phone'));
  await Promise.all([isSaved(onPhone), isSaved(onLaptop)]);
  laptop.setOnline(false);
  await saveIs(onLaptop, 'offline');
  const tooLong = note('long '.repeat(2000));
  await onLaptop.put('room', 'n1', note('changed on the train'));
  await onLaptop.put('room', 'n2', tooLong);
  await onLaptop.put('room', 'n3', note('also from the train'));
  onLaptop.close();
  await onPhone.put('room', 'n4', note('meanwhile'));
  await isSaved(onPhone);

  // The train arrives, the page is loaded again.
  onLaptop = await visit(ana, laptop);
  await saveIs(onLaptop, 'not-saved');
  expect(onLaptop.state().drafts).toMatchObject([{ id: 'n2', value: tooLong }]);
  expect(await kept()).toEqual(['changed on the train', 'also from the train', 'meanwhile']);
  await eventually(() =>
    expect([...onPhone.state().entries.values()].map(({ id }) => id).sort()).toEqual(['n1', 'n3', 'n4']),
  );
  expect(onPhone.state()).toMatchObject({ drafts: [], save: { kind: 'saved' } });
  await onPhone.put('room', 'n1', note('and back on the phone'));
  await isSaved(onPhone);

  // Once more: the draft is still there, on the laptop alone, and what is said on either is saved.
  onLaptop.close();
  onPhone.close();
  const [laptopAgain, phoneAgain] = [await visit(ana, laptop), await visit(ana, phone)];
  await isSaved(phoneAgain);
  await eventually(() => expect(laptopAgain.state().drafts).toMatchObject([{ id: 'n2', value: tooLong }]));
  expect(phoneAgain.state().drafts).toEqual([]);
  await laptopAgain.dropDraft(laptopAgain.state().drafts[0]?.key ?? '');
  await laptopAgain.put('room', 'n2', note('shorter now'));
  await phoneAgain.put('room', 'n5', note('the end'));
  await Promise.all([isSaved(laptopAgain), isSaved(phoneAgain)]);
  expect(await kept()).toEqual([
    'and back on the phone',
    'shorter now',
    'also from the train',
    'meanwhile',
    'the end',
  ]);
});

test('[GATE10] words said in a room that closed meanwhile are kept as drafts', async () => {
  const client = await visit(ana, new ScriptedDevice('ana'));
  await client.put('room', 'n1', note('in time'));
  await isSaved(client);
  await stop();
  await saveIs(client, 'offline');
  await client.put('room', 'n2', note('too late'));
  await changeRoom(await entered(), { closed: true });
  running = await listen();
  await saveIs(client, 'not-saved');
  expect(client.state().drafts).toMatchObject([{ id: 'n2', value: note('too late') }]);
  expect(await kept()).toEqual(['in time']);
});

test('[GATE10] [GATE12] words in a reading that was taken out meanwhile are kept as drafts, all others saved', async () => {
  await changeRound(await entered(), { format: { preset: 'public-forum' } });
  const [other, gone] = [await bring('On bridges'), await bring('On tunnels')];
  for (const id of [other, gone]) await addReading(ana, await entered(), id);
  const client = await visit(ana, new ScriptedDevice('ana'));
  await isSaved(client);
  await stop();
  await saveIs(client, 'offline');
  await client.put('room', 'n1', noteIn(other));
  await client.put('room', 'n2', noteIn(gone));
  expect(await removeReading(await entered(), gone)).toMatchObject({ ok: true });
  running = await listen();
  await saveIs(client, 'not-saved');
  expect(client.state().drafts).toMatchObject([{ id: 'n2', value: noteIn(gone) }]);
  expect(await kept()).toEqual([`in ${other}`]);
});

test('[DUR8] after a restore the copy is dropped and the unsettled is written again', async () => {
  const device = new ScriptedDevice('ana');
  const client = await visit(ana, device);
  await client.put('room', 'n1', note('accepted'));
  await isSaved(client);
  await stop();
  await saveIs(client, 'offline');
  await client.put('room', 'n1', note('edited offline'));
  const { build } = database();
  await database().write(() => all(build.updateTable('document').set({ lineage: 'restored' })));
  running = await listen();
  await isSaved(client);
  expect(await kept()).toEqual(['edited offline']);
  expect([...device.caches.values()].map(({ lineage }) => lineage)).toEqual(['restored', 'restored']);
});

test('[GATE10] whoever may not come back in finds their unsent words in hand', async () => {
  const client = await visit(ana, new ScriptedDevice('ana'));
  await client.put('room', 'n1', note('mine'));
  await isSaved(client);
  const { build } = database();
  const removedAt = new Date().toISOString();
  await stop();
  await saveIs(client, 'offline');
  await client.put('room', 'n2', note('unsent'));
  await database().write(() => all(build.updateTable('token').set({ revoked_at: removedAt })));
  running = await listen();
  await eventually(() => expect(client.state()).toMatchObject({ phase: 'gone', gone: 'signed-out' }));
  expect(client.state().drafts).toMatchObject([{ id: 'n2' }]);
});

test('[U38] a clock stands on every device as the server took it, over two restarts and a chair’s wrong clock', async () => {
  const format = formatOf({ preset: 'public-forum' });
  const slot = format.slots[0]?.id ?? '';
  const entered = await enterRoom(ana, roomId);
  if (!entered.ok) throw new Error(entered.reason);
  const seats = [{ participant: entered.access.participant, side: null, part: 'chair' as const }];
  const set = await changeRound(entered.access, { format: { preset: 'public-forum' }, stage: 'on', seats });
  expect(set.ok).toBe(true);
  // Twenty years slow.
  const turn = (act: ClockAct): ClockRecord => ({
    type: 'clock',
    speech: slot,
    act,
    at: '2006-01-01T00:00:00.000Z',
  });
  const clockOn = (client: RoomClient) => clocksOf(client.state().entries.values(), format).byId.get(slot);

  const chair = await visit(ana, new ScriptedDevice('chair'));
  await chair.put('room', 'c1', turn('start'));
  await isSaved(chair);
  chair.close();
  await restart();
  await restart();
  const [desk, phone] = [
    await visit(ana, new ScriptedDevice('desk')),
    await visit(ana, new ScriptedDevice('phone')),
  ];
  const startedMs = await acceptedMs('c1');
  for (const client of [desk, phone])
    await eventually(() => expect(clockOn(client)).toMatchObject({ runsSinceMs: startedMs, usedMs: 0 }));
  const now = Date.now();
  for (const client of [desk, phone]) expect(Math.abs(client.serverNowMs() - now)).toBeLessThan(60_000);

  await desk.put('room', 'c2', turn('pause'));
  await isSaved(desk);
  await restart();
  const later = await visit(ana, new ScriptedDevice('later'));
  const usedMs = (await acceptedMs('c2')) - startedMs;
  for (const client of [desk, phone, later])
    await eventually(() => expect(clockOn(client)).toMatchObject({ runsSinceMs: null, usedMs }));
});

/** A new process on the same data. */
async function restart(): Promise<void> {
  await stop();
  await database().close();
  replaceDatabase(openSqlite(settings().dataDir));
  running = await listen();
}

async function acceptedMs(id: string): Promise<number> {
  const row = await database()
    .read.selectFrom('record')
    .select('accepted_at')
    .where('record_id', '=', id)
    .executeTakeFirstOrThrow();
  return Date.parse(row.accepted_at);
}
