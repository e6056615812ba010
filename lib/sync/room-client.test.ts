import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CounterpointRecord, Ref } from '#lib/model/record.ts';
import { deviceStore } from './device/device-store.ts';
import { openNoCache } from './device/document-cache.ts';
import { connectRoom } from './room-client.ts';
import type { RoomEnvironment } from './room-environment.ts';
import type { RoomClient, SaveState } from './room-state.ts';
import { ScriptedDevice } from './scripted-device.ts';
import { ScriptedServer } from './scripted-server.ts';
import { close } from './wire/protocol.ts';

const room = 'room/r1';
let server: ScriptedServer;
const open = new Set<RoomClient>();

beforeEach(async () => {
  server = await ScriptedServer.start();
});

afterEach(async () => {
  for (const client of open) client.close();
  open.clear();
  await server.stop();
});

async function connect(environment: RoomEnvironment, participant = 'ana'): Promise<RoomClient> {
  const options = { room: 'r1', participant, role: 'member' as const, side: null, syncUrl: server.url };
  const client = await connectRoom(options, environment);
  open.add(client);
  return client;
}

function leave(client: RoomClient): void {
  client.close();
  open.delete(client);
}

function note(body: string): CounterpointRecord {
  return { type: 'point', kind: 'comment', at: '2026-01-01T00:00:00.000Z', body };
}

/** Eighty notes under names of their own. */
function manyNotes(body: string): (readonly [string, CounterpointRecord])[] {
  return Array.from({ length: 80 }, (_, i) => [`n${i}`, note(body)] as const);
}

const eventually = <T>(check: () => T) => vi.waitFor(check, { timeout: 10_000, interval: 5 });
const saveIs = (client: RoomClient, save: SaveState) =>
  eventually(() => expect(client.state().save).toEqual(save));
const isSaved = (client: RoomClient) => saveIs(client, { kind: 'saved' });

function bodies(entries: ReadonlyMap<Ref, { value: CounterpointRecord }>): Record<string, unknown> {
  const pairs = [...entries].map(([ref, { value }]) => [ref, 'body' in value ? value.body : undefined]);
  return Object.fromEntries(pairs);
}

const onServer = () => bodies(server.entries(room));
const onScreen = (client: RoomClient) => bodies(client.state().entries);
const inOutbox = async (device: ScriptedDevice) =>
  (await device.store.outbox.all('')).map(([, row]) => row.id);

describe('saving', () => {
  test('[DUR4] says Saved only once the server has settled the change', async () => {
    const device = new ScriptedDevice('ana');
    const client = await connect(device.visit());
    await isSaved(client);
    server.isHolding = true;
    await client.put('room', 'n1', note('first'));
    expect(client.state().save).toEqual({ kind: 'saving' });
    await eventually(() => expect(onServer()).toEqual({ 'ana/n1': 'first' }));
    expect(client.state().save).toEqual({ kind: 'saving' });
    expect(client.unsettled()).toBe(1);
    server.settle();
    await isSaved(client);
    expect(await inOutbox(device)).toEqual([]);
  });

  test('many records at once are one frame and one change of the screen', async () => {
    const client = await connect(new ScriptedDevice('ana').visit());
    await isSaved(client);
    const [peer] = server.peersOf(room);
    const before = peer?.frames ?? 0;
    const shown = new Set<number>();
    client.subscribe(() => shown.add(client.state().entries.size));
    await client.putAll('room', manyNotes('short'));
    expect([...shown].filter((size) => size > 0)).toEqual([80]);
    await isSaved(client);
    expect((peer?.frames ?? 0) - before).toBe(1);
    expect(Object.keys(onServer())).toHaveLength(80);
  });

  test('[LIM] many records that are too much for one frame go out in several', async () => {
    const client = await connect(new ScriptedDevice('ana').visit());
    await isSaved(client);
    const [peer] = server.peersOf(room);
    const before = peer?.frames ?? 0;
    await client.putAll('room', manyNotes('w'.repeat(8000)));
    await isSaved(client);
    expect((peer?.frames ?? 0) - before).toBe(3);
    expect(Object.keys(onServer())).toHaveLength(80);
  });

  test('[DUR4] counts private changes too', async () => {
    const client = await connect(new ScriptedDevice('ana').visit());
    await isSaved(client);
    server.isHolding = true;
    await client.put('private', 'p1', note('only me'));
    expect(client.state().save).toEqual({ kind: 'saving' });
    expect(bodies(client.state().privateEntries)).toEqual({ 'ana/p1': 'only me' });
    await eventually(() => expect(bodies(server.entries('private/r1/ana'))).toEqual({ 'ana/p1': 'only me' }));
    expect(onServer()).toEqual({});
    server.settle();
    await isSaved(client);
  });

  test('[DUR4] is Offline with the number of changes that are only on this device', async () => {
    const device = new ScriptedDevice('ana');
    const client = await connect(device.visit());
    await isSaved(client);
    server.goDark();
    await saveIs(client, { kind: 'offline', changes: 0, isLasting: true });
    await client.put('room', 'n1', note('one'));
    await client.put('room', 'n2', note('two'));
    await client.put('room', 'n2', note('two, again'));
    expect(client.state().save).toEqual({ kind: 'offline', changes: 2, isLasting: true });
    server.isDark = false;
    await isSaved(client);
    expect(onServer()).toEqual({ 'ana/n1': 'one', 'ana/n2': 'two, again' });
  });

  test('[DUR4] is Offline as soon as the device says that it has no network', async () => {
    const device = new ScriptedDevice('ana');
    const client = await connect(device.visit());
    await isSaved(client);
    device.setOnline(false);
    await client.put('room', 'n1', note('in the tunnel'));
    expect(client.state().save).toEqual({ kind: 'offline', changes: 1, isLasting: true });
    expect(onServer()).toEqual({});
    device.setOnline(true);
    await isSaved(client);
    expect(onServer()).toEqual({ 'ana/n1': 'in the tunnel' });
  });

  test('[DUR5] waits with the reason while commits fail, and heals by itself', async () => {
    const client = await connect(new ScriptedDevice('ana').visit());
    await isSaved(client);
    server.hold('storage');
    await client.put('room', 'n1', note('patience'));
    await saveIs(client, { kind: 'waiting', reason: 'storage' });
    expect(onScreen(client)).toEqual({ 'ana/n1': 'patience' });
    server.beat();
    const { rosterVersion } = client.state();
    server.announceRoster();
    await eventually(() => expect(client.state().rosterVersion).toBeGreaterThan(rosterVersion));
    expect(client.state().save.kind).toBe('waiting');
    server.settle();
    await isSaved(client);
  });

  test('[GATE10] a change is on the device before it is written', async () => {
    const environment = new ScriptedDevice('ana').visit();
    const { outbox } = environment.store;
    const device = Promise.withResolvers<void>();
    const slow: typeof outbox = { ...outbox, put: (rows) => device.promise.then(() => outbox.put(rows)) };
    const client = await connect({ ...environment, store: { ...environment.store, outbox: slow } });
    await isSaved(client);
    const put = client.put('room', 'n1', note('kept first'));
    expect(client.state().save).toEqual({ kind: 'saving' });
    expect(onScreen(client)).toEqual({});
    device.resolve();
    await put;
    expect(onScreen(client)).toEqual({ 'ana/n1': 'kept first' });
    await isSaved(client);
  });

  test('[GATE10] deleting is settled like writing, and deleting nothing needs no frame', async () => {
    const device = new ScriptedDevice('ana');
    const client = await connect(device.visit());
    await isSaved(client);
    const of = 'ben/n1' as const;
    await client.put('room', `helpful:${of}`, { type: 'reaction', of, kind: 'helpful' });
    await isSaved(client);
    await client.remove('room', `helpful:${of}`);
    await client.remove('room', 'never-there');
    await isSaved(client);
    expect(onServer()).toEqual({});
    expect(await inOutbox(device)).toEqual([]);
  });

  test('works without any storage on the device', async () => {
    const environment = new ScriptedDevice('ana').visit();
    const store = await deviceStore();
    const client = await connect({ ...environment, store, openCache: openNoCache });
    await client.put('room', 'n1', note('memory only'));
    await isSaved(client);
    expect(onServer()).toEqual({ 'ana/n1': 'memory only' });
    server.goDark();
    await client.put('room', 'n2', note('until the tab closes'));
    await saveIs(client, { kind: 'offline', changes: 1, isLasting: false });
  });
});

describe('coming back', () => {
  test('[DUR8] declares client and lineage, the lineage only once a sync has finished', async () => {
    const device = new ScriptedDevice('ana');
    const first = await connect(device.visit());
    await isSaved(first);
    leave(first);
    await isSaved(await connect(device.visit()));
    const [before, after] = server.peersOf(room);
    expect(before).toMatchObject({ lineage: null });
    expect(after).toMatchObject({ lineage: 'lineage-1' });
    expect(before?.client).toMatch(/^\d+$/);
    expect(after?.client).not.toBe(before?.client);
  });

  test('[DUR8] a copy without a lineage is not sent', async () => {
    const device = new ScriptedDevice('ana');
    const first = await connect(device.visit());
    await first.put('room', 'n1', note('half synced'));
    await isSaved(first);
    leave(first);
    for (const kept of device.caches.values()) kept.lineage = null;
    server.restore('lineage-2');
    await isSaved(await connect(device.visit()));
    expect(onServer()).toEqual({});
  });

  test('shows the copy and the order of the server before any connection', async () => {
    const device = new ScriptedDevice('ana');
    const first = await connect(device.visit());
    await first.put('room', 'n1', note('kept'));
    await isSaved(first);
    leave(first);
    server.goDark();
    const again = await connect(device.visit());
    expect(again.state().phase).toBe('ready');
    expect(again.state().entries.get('ana/n1')).toMatchObject({ value: { body: 'kept' }, seq: 1 });
    expect(again.state().firstSync).toBe('pending');
  });

  test('tells whether the copy may be behind, and asks for names again on every connection', async () => {
    const device = new ScriptedDevice('ana');
    server.goDark();
    const client = await connect(device.visit());
    expect(client.state().firstSync).toBe('pending');
    await eventually(() => expect(client.state().firstSync).toBe('unreached'));
    server.isDark = false;
    await eventually(() => expect(client.state().firstSync).toBe('synced'));
    const { rosterVersion } = client.state();
    server.goDark();
    await saveIs(client, { kind: 'offline', changes: 0, isLasting: true });
    expect(client.state().firstSync).toBe('synced');
    server.isDark = false;
    await isSaved(client);
    // Names may have changed while nobody could say so.
    expect(client.state().rosterVersion).toBeGreaterThan(rosterVersion);
  });

  test('[GATE10] offline changes survive a reload, and step 2 carries them', async () => {
    const device = new ScriptedDevice('ana');
    const first = await connect(device.visit());
    await isSaved(first);
    server.goDark();
    await saveIs(first, { kind: 'offline', changes: 0, isLasting: true });
    await first.put('room', 'n1', note('on the bus'));
    leave(first);
    const again = await connect(device.visit());
    expect(onScreen(again)).toEqual({ 'ana/n1': 'on the bus' });
    expect(again.unsettled()).toBe(1);
    server.isDark = false;
    await isSaved(again);
    expect(server.peersOf(room).at(-1)).toMatchObject({ frames: 1, step2: 1 });
    expect(onServer()).toEqual({ 'ana/n1': 'on the bus' });
    expect(await inOutbox(device)).toEqual([]);
  });

  test('[GATE10] what the outbox holds and the copy does not is written again', async () => {
    const device = new ScriptedDevice('ana');
    const first = await connect(device.visit());
    await isSaved(first);
    server.goDark();
    await saveIs(first, { kind: 'offline', changes: 0, isLasting: true });
    const copy = new Map([...device.caches].map(([name, kept]) => [name, kept.updates.length]));
    await first.put('room', 'n1', note('older'));
    await first.put('room', 'n1', note('newer'));
    leave(first);
    // Killed between the outbox and the copy.
    for (const [name, kept] of device.caches) kept.updates.length = copy.get(name) ?? 0;
    const again = await connect(device.visit());
    expect(onScreen(again)).toEqual({ 'ana/n1': 'newer' });
    server.isDark = false;
    await isSaved(again);
    expect(onServer()).toEqual({ 'ana/n1': 'newer' });
  });

  test('[GATE10] words said before the room was ever loaded are shown, kept and sent', async () => {
    const device = new ScriptedDevice('ana');
    server.goDark();
    const client = await connect(device.visit());
    await client.put('room', 'n1', note('too early'));
    expect(client.state().phase).toBe('loading');
    expect(onScreen(client)).toEqual({ 'ana/n1': 'too early' });
    server.isDark = false;
    await isSaved(client);
    expect(client.state().phase).toBe('ready');
    expect(onServer()).toEqual({ 'ana/n1': 'too early' });
  });

  test('[GATE10] a tab clears only what it sent, and takes over from a tab that is gone', async () => {
    const device = new ScriptedDevice('ana');
    const [one, two] = [await connect(device.visit()), await connect(device.visit())];
    await Promise.all([isSaved(one), isSaved(two)]);
    server.isHolding = true;
    await one.put('room', 'n1', note('from one'));
    await eventually(() => expect(onScreen(two)).toEqual({ 'ana/n1': 'from one' }));
    server.isHolding = false;
    await two.put('room', 'n2', note('from two'));
    await isSaved(two);
    expect(await inOutbox(device)).toEqual(['n1']);
    expect(one.state().save).toEqual({ kind: 'saving' });
    leave(one);
    server.closeAll(close.restarting);
    await eventually(async () => expect(await inOutbox(device)).toEqual([]));
    expect(onServer()).toEqual({ 'ana/n1': 'from one', 'ana/n2': 'from two' });
  });
});

describe('refusals', () => {
  const locked = { code: 'not-allowed', detail: 'This thread is locked.' };
  const refuseBad = () => {
    server.refuse = ({ ref, value }) =>
      'body' in value && value.body?.startsWith('bad') ? { ref, ...locked } : null;
  };

  test('[GATE10] the refused becomes a draft, the rest is written again under a new client id', async () => {
    const device = new ScriptedDevice('ana');
    const client = await connect(device.visit());
    await isSaved(client);
    refuseBad();
    server.goDark();
    await saveIs(client, { kind: 'offline', changes: 0, isLasting: true });
    await client.put('room', 'n1', note('good'));
    await client.put('room', 'n2', note('bad'));
    await client.put('room', 'n3', note('good too'));
    server.isDark = false;
    await saveIs(client, { kind: 'not-saved', ...locked });
    expect(onServer()).toEqual({ 'ana/n1': 'good', 'ana/n3': 'good too' });
    expect(onScreen(client)).toEqual(onServer());
    expect(client.state().drafts).toMatchObject([{ place: 'room', id: 'n2', value: note('bad'), ...locked }]);
    const clients = new Set(server.peersOf(room).map((peer) => peer.client));
    expect(clients.size).toBe(2);
    leave(client);
    const again = await connect(device.visit());
    expect(again.state().drafts).toHaveLength(1);
    await again.dropDraft(again.state().drafts[0]?.key ?? '');
    await isSaved(again);
    expect(await device.store.drafts.all('')).toEqual([]);
  });

  test('[GATE10] what was said after the refused change and before the refusal came is not lost', async () => {
    const client = await connect(new ScriptedDevice('ana').visit());
    await isSaved(client);
    refuseBad();
    const puts = ['good', 'bad', 'later', 'latest'].map((body, at) =>
      client.put('room', `n${at}`, note(body)),
    );
    await Promise.all(puts);
    await saveIs(client, { kind: 'not-saved', ...locked });
    expect(onServer()).toEqual({ 'ana/n0': 'good', 'ana/n2': 'later', 'ana/n3': 'latest' });
  });

  test('[GATE10] of many records in one frame only the refused comes back', async () => {
    const client = await connect(new ScriptedDevice('ana').visit());
    await isSaved(client);
    refuseBad();
    const records = ['good', 'bad', 'good too'].map((body, at) => [`n${at}`, note(body)] as const);
    await client.putAll('room', records);
    await saveIs(client, { kind: 'not-saved', ...locked });
    expect(onServer()).toEqual({ 'ana/n0': 'good', 'ana/n2': 'good too' });
    expect(client.state().drafts).toMatchObject([{ id: 'n1', value: note('bad') }]);
  });

  test('[GATE10] an edit that is refused leaves the words that were accepted', async () => {
    const client = await connect(new ScriptedDevice('ana').visit());
    await client.put('room', 'n1', note('good'));
    await isSaved(client);
    refuseBad();
    await client.put('room', 'n1', note('bad'));
    await saveIs(client, { kind: 'not-saved', ...locked });
    expect(onScreen(client)).toEqual({ 'ana/n1': 'good' });
    expect(client.state().drafts).toMatchObject([{ id: 'n1', value: note('bad') }]);
  });

  test('[GATE10] nothing leaves the screen while the document is opened anew', async () => {
    const client = await connect(new ScriptedDevice('ana').visit());
    await client.put('room', 'n1', note('stays'));
    await isSaved(client);
    server.isDark = true;
    server.closeAll(close.otherLineage);
    await eventually(() => expect(client.state().save.kind).toBe('offline'));
    await client.put('room', 'n2', note('said meanwhile'));
    expect(onScreen(client)).toEqual({ 'ana/n1': 'stays', 'ana/n2': 'said meanwhile' });
    server.isDark = false;
    await isSaved(client);
    expect(onServer()).toEqual({ 'ana/n1': 'stays', 'ana/n2': 'said meanwhile' });
  });

  test('[GATE10] a copy of another lineage is dropped, and the unsettled written on the new one', async () => {
    const device = new ScriptedDevice('ana');
    const client = await connect(device.visit());
    await client.put('room', 'n1', note('lost by the restore'));
    await isSaved(client);
    server.isHolding = true;
    await client.put('room', 'n2', note('not yet settled'));
    await eventually(() => expect(Object.keys(onServer())).toHaveLength(2));
    server.isHolding = false;
    server.restore('lineage-2');
    await eventually(() => expect(onServer()).toEqual({ 'ana/n2': 'not yet settled' }));
    await isSaved(client);
    expect(onScreen(client)).toEqual({ 'ana/n2': 'not yet settled' });
    expect([...device.caches.values()].map(({ lineage }) => lineage)).toEqual(['lineage-2', 'lineage-2']);
  });

  test('[GATE10] an unsettled edit wins over what the server has of the same record', async () => {
    // Written beside the server's value instead of after it, it would win or lose by the accident of its client id.
    for (let round = 0; round < 6; round++) {
      const client = await connect(new ScriptedDevice('ana').visit());
      await isSaved(client);
      server.goDark();
      await saveIs(client, { kind: 'offline', changes: 0, isLasting: true });
      await client.put('room', 'n1', note(`edit ${round}`));
      // The same words under another lineage, so that the copy on the device is void.
      server.lineage = `after restore ${round}`;
      server.isDark = false;
      await isSaved(client);
      expect(onServer()).toEqual({ 'ana/n1': `edit ${round}` });
      leave(client);
    }
  });

  test('a change that is too large becomes a draft', async () => {
    const client = await connect(new ScriptedDevice('ana').visit());
    await isSaved(client);
    server.isHolding = true;
    await client.put('room', 'n1', note('small'));
    await client.put('room', 'n2', note('large '.repeat(100)));
    server.isHolding = false;
    server.closeAll(close.tooLarge, room);
    await eventually(() => expect(client.state().drafts).toMatchObject([{ id: 'n2', code: 'too-large' }]));
    await eventually(() => expect(client.unsettled()).toBe(0));
    expect(onServer()).toMatchObject({ 'ana/n1': 'small' });
  });

  test('a refusal that names nothing blames the document first, then the change', async () => {
    const client = await connect(new ScriptedDevice('ana').visit());
    await isSaved(client);
    server.refuse = ({ id }) => (id === 'n2' ? { code: 'malformed', detail: 'Unreadable.' } : null);
    await client.put('room', 'n1', note('good'));
    await client.put('room', 'n2', note('unreadable'));
    await saveIs(client, { kind: 'not-saved', code: 'malformed', detail: 'Unreadable.' });
    expect(client.state().drafts).toMatchObject([{ id: 'n2', code: 'malformed' }]);
    expect(onServer()).toEqual({ 'ana/n1': 'good' });
  });

  test('refused again and again with nothing to refuse, it stops and says why', async () => {
    const client = await connect(new ScriptedDevice('ana').visit());
    await isSaved(client);
    server.closeCode = close.refused;
    server.closeAll(close.refused, room);
    await eventually(() => expect(client.state().save.kind).toBe('not-saved'));
    expect(server.peersOf(room).length).toBeLessThanOrEqual(4);
  });
});

describe('refusals that speak of no change', () => {
  test('[GATE10] it stops without trying other client ids, and the words wait in the outbox', async () => {
    const device = new ScriptedDevice('ana');
    const client = await connect(device.visit());
    await isSaved(client);
    server.refuse = () => ({ code: 'too-many-clients', detail: 'more than 64 client ids a day' });
    await client.put('room', 'n1', note('one id too many'));
    await eventually(() => expect(client.state().save).toMatchObject({ kind: 'not-saved' }));
    expect(client.state().drafts).toEqual([]);
    expect(onScreen(client)).toEqual({ 'ana/n1': 'one id too many' });
    expect(server.peersOf(room)).toHaveLength(1);
    leave(client);
    server.refuse = () => null;
    await isSaved(await connect(device.visit()));
    expect(onServer()).toEqual({ 'ana/n1': 'one id too many' });
  });
});

describe('a room that is gone', () => {
  test.each([
    [close.notSignedIn, 'signed-out'],
    [close.noSuchDocument, 'no-such-room'],
  ] as const)('close code %i is final: %s', async (code, gone) => {
    const client = await connect(new ScriptedDevice('ana').visit());
    await client.put('room', 'n1', note('seen'));
    await isSaved(client);
    server.closeAll(code);
    await eventually(() => expect(client.state()).toMatchObject({ phase: 'gone', gone }));
    expect(onScreen(client)).toEqual({ 'ana/n1': 'seen' });
    expect(client.state().presence).toEqual([]);
  });

  test('[GATE10] unsettled words are shown as drafts, and sent when their author is back', async () => {
    const device = new ScriptedDevice('ana');
    const client = await connect(device.visit());
    await isSaved(client);
    server.isHolding = true;
    await client.put('room', 'n1', note('just in time?'));
    server.closeAll(close.notSignedIn);
    await eventually(() => expect(client.state().phase).toBe('gone'));
    expect(client.state().drafts).toMatchObject([{ id: 'n1', value: note('just in time?') }]);
    expect(client.state().save.kind).toBe('not-saved');
    await client.put('room', 'n2', note('too late'));
    expect(client.state().drafts).toHaveLength(2);
    leave(client);
    server.isHolding = false;
    const again = await connect(device.visit());
    await isSaved(again);
    expect(again.state().drafts).toEqual([]);
    expect(onServer()).toEqual({ 'ana/n1': 'just in time?', 'ana/n2': 'too late' });
  });

  test('when another account signed in beside it, nothing is sent in their name', async () => {
    const device = new ScriptedDevice('ana');
    server.goDark();
    const client = await connect(device.visit());
    await client.put('room', 'n1', note("ana's"));
    const { WebSocket } = new ScriptedDevice('ben').visit();
    leave(client);
    server.isDark = false;
    const again = await connect({ ...device.visit(), WebSocket });
    await eventually(() => expect(again.state()).toMatchObject({ phase: 'gone', gone: 'signed-out' }));
    expect(onServer()).toEqual({});
    expect(again.state().drafts).toMatchObject([{ id: 'n1' }]);
  });
});

describe('what the screen gets', () => {
  test('the same state until something changes, the same entries until a record changes', async () => {
    const client = await connect(new ScriptedDevice('ana').visit());
    await client.put('room', 'n1', note('one'));
    await isSaved(client);
    const before = client.state();
    expect(client.state()).toBe(before);
    server.announceRoster();
    await eventually(() => expect(client.state().rosterVersion).toBeGreaterThan(before.rosterVersion));
    expect(client.state()).not.toBe(before);
    expect(client.state().entries).toBe(before.entries);
    await client.put('room', 'n2', note('two'));
    expect(before.entries.size).toBe(1);
    expect(client.state().entries.size).toBe(2);
    expect(client.state().entries.get('ana/n1')).toBe(before.entries.get('ana/n1'));
  });

  test("another's words arrive with the server's order, and tell the listener", async () => {
    const [ana, ben] = [
      await connect(new ScriptedDevice('ana').visit()),
      await connect(new ScriptedDevice('ben').visit(), 'ben'),
    ];
    await Promise.all([isSaved(ana), isSaved(ben)]);
    const heard = vi.fn();
    ben.subscribe(heard);
    await ana.put('room', 'n1', note('hello'));
    await eventually(() =>
      expect(ben.state().entries.get('ana/n1')).toMatchObject({
        participant: 'ana',
        seq: 1,
        value: note('hello'),
      }),
    );
    await eventually(() => expect(heard).toHaveBeenCalled());
  });

  test('a burst from others is one change on the screen, not one each', async () => {
    const [ana, ben] = [
      await connect(new ScriptedDevice('ana').visit()),
      await connect(new ScriptedDevice('ben').visit(), 'ben'),
    ];
    await Promise.all([isSaved(ana), isSaved(ben)]);
    const heard = vi.fn();
    ben.subscribe(heard);
    await Promise.all(Array.from({ length: 200 }, (_, at) => ana.put('room', `n${at}`, note(`${at}`))));
    await eventually(() => expect(ben.state().entries.size).toBe(200));
    expect(heard.mock.calls.length).toBeLessThan(100);
  });

  test('[GATE9] shows who is here and what they answer, oneself marked', async () => {
    const ana = await connect(new ScriptedDevice('ana').visit());
    const ben = await connect(new ScriptedDevice('ben').visit(), 'ben');
    ana.present({ answering: 'ben/n1', selection: { start: 3, end: 9 } });
    await eventually(() => {
      const here = ben.state().presence.map(({ client: _, ...rest }) => rest);
      expect(here).toContainEqual({
        participant: 'ana',
        isMe: false,
        answering: 'ben/n1',
        selection: { start: 3, end: 9 },
      });
      expect(here).toContainEqual({ participant: 'ben', isMe: true });
    });
    leave(ana);
    await eventually(() =>
      expect(ben.state().presence.map(({ participant }) => participant)).toEqual(['ben']),
    );
  });
});
