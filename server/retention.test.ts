// The end of what is kept: courses purged when their time is over, people deleted on request, and what holds both back.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { placesFor } from '#lib/data/readings/importing.ts';
import { changeRetention, liftHold, openHold, retentionOf } from '#lib/data/retention/course.ts';
import { askForDeletion, heldAbout } from '#lib/data/retention/person.ts';
import { settings } from '#lib/data/settings.ts';
import { enterRoom, enterSpace } from '#lib/data/spaces/access.ts';
import { all, database } from '#lib/data/store/database.ts';
import { holdingsOf } from '#lib/data/store/holdings.ts';
import { flagsDocument, privateDocument } from '#lib/model/document.ts';
import { flagPoint } from '#lib/model/flag.ts';
import { Author, makeClass, noteOf, Peer, SyncServer } from './fixture.ts';
import { problemsOf } from './operator/verify.ts';
import { tidy } from './start/housekeeping.ts';

const [said, kept, flagged] = [
  'words said in the room',
  'words kept to oneself',
  'words for the instructors',
];

const brought = 'Zeno, imported from Kialo';

function isOnDisk(text: string): boolean {
  const { dataDir } = settings();
  return readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .some((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(text));
}

async function start() {
  const server = await SyncServer.start();
  const room = await makeClass({ ines: 'owner', ben: 'member', cho: 'member' });
  const { ines, ben, cho } = room.people;
  const space = await enterSpace(ines.identity, room.spaceId);
  if (!space) throw new Error('not in');
  const write = async (document: string, id: string, body: string, who = ben) => {
    const peer = await Peer.open(server, who, document);
    peer.update(new Author(who).put(id, noteOf(body)));
    await peer.expect('durable', ({ n }) => n === 1);
    return peer;
  };
  const bens = await write(room.document, 'n1', said);
  await write(privateDocument(room.roomId, ben.participant), 'n1', kept);
  const flags = await Peer.open(server, ben, flagsDocument(room.roomId, ben.participant));
  const { id, value } = flagPoint(`${cho.participant}/n1`, flagged, '2026-01-01T00:00:00.000Z');
  flags.update(new Author(ben).put(id, value));
  await flags.expect('durable', ({ n }) => n === 1);
  await write(room.document, 'n2', 'what another said', cho);
  const entered = await enterRoom(ines.identity, room.roomId);
  if (!entered.ok) throw new Error(entered.reason);
  await placesFor(entered.access, [{ key: 'zeno', name: brought, role: 'member' }]);
  return { server, room, space, ines, ben, cho, bens };
}

const inAYearAndADay = () => new Date(Date.now() + 367 * 86_400_000).toISOString();

describe('a course', () => {
  test('is kept until its time is over, then goes with every byte of it', async () => {
    const { server, space, ben, bens, room } = await start();
    await tidy(server.rooms, { nowIso: inAYearAndADay() });
    expect(isOnDisk(said)).toBe(true);
    await changeRetention(space, { ended: true });
    await tidy(server.rooms);
    expect(isOnDisk(said)).toBe(true);
    await tidy(server.rooms, { nowIso: inAYearAndADay() });
    for (const text of [said, kept, flagged, 'what another said', brought, 'Rhetoric'])
      expect(isOnDisk(text)).toBe(false);
    expect((await bens.closed).code).toBeGreaterThan(1000);
    expect(await enterRoom(ben.identity, room.roomId)).toEqual({ ok: false, reason: 'no-such-room' });
    const left = await database().read.selectFrom('audit').select('id').execute();
    expect(left).toEqual([]);
  });

  test('waits while a records request is open', async () => {
    const { server, space } = await start();
    await changeRetention(space, { ended: true, months: 6 });
    const hold = await openHold(space, {
      kind: 'records-request',
      note: 'the registrar asked',
      accountId: null,
    });
    await tidy(server.rooms, { nowIso: inAYearAndADay() });
    expect(isOnDisk(said)).toBe(true);
    expect(await retentionOf(space)).toMatchObject({ isHeld: true, months: 6 });
    await liftHold(space, hold.ok ? hold.id : '');
    await tidy(server.rooms, { nowIso: inAYearAndADay() });
    expect(isOnDisk(said)).toBe(false);
  });

  test('says when it goes, and when the last backup of it expires, where the operator says how long those are kept', async () => {
    const { space, room, ben } = await start();
    await changeRetention(space, { ended: true, months: 12 });
    expect(await retentionOf(space)).toMatchObject({ backupDays: null, backupsExpireAt: null });
    Object.assign(settings(), { backupDays: 30 });
    const theirs = await enterSpace(ben.identity, room.spaceId);
    const shown = theirs && (await retentionOf(theirs));
    expect(Date.parse(shown?.backupsExpireAt ?? '') - Date.parse(shown?.purgeAt ?? '')).toBe(30 * 86_400_000);
  });

  test('is never deleted by the choice of a shorter time, and not ended twice', async () => {
    const { server, space } = await start();
    await changeRetention(space, { ended: true });
    const endedAt = new Date(Date.now() - 100 * 86_400_000).toISOString();
    const { build } = database();
    await database().write(function* () {
      yield* all(build.updateTable('space').set({ ended_at: endedAt }).where('id', '=', space.space.id));
    });
    expect(await changeRetention(space, { months: 3 })).toEqual({ ok: false, reason: 'over-already' });
    expect(await changeRetention(space, { months: 6 })).toEqual({ ok: true });
    expect(await changeRetention(space, { ended: true })).toEqual({ ok: true });
    expect(await retentionOf(space)).toMatchObject({ endedAt, months: 6 });
    await tidy(server.rooms);
    expect(isOnDisk(said)).toBe(true);
  });

  test('is ended by its owner alone', async () => {
    const { room, ben } = await start();
    const access = await enterSpace(ben.identity, room.spaceId);
    expect(access && (await changeRetention(access, { ended: true }))).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
  });
});

describe('a person', () => {
  test('takes away everything held about them, and nothing about others', async () => {
    const { ben, cho } = await start();
    const text = JSON.stringify(await heldAbout(ben.identity));
    for (const own of [said, kept, flagged, 'Rhetoric']) expect(text).toContain(own);
    expect(text).not.toContain('what another said');
    expect(text).not.toContain(`"${cho.name}"`);
  });

  test('is deleted on request: words in every document, name and account; others’ words stay', async () => {
    const { server, room, ben } = await start();
    expect(await askForDeletion(ben.identity)).toEqual({ ok: true });
    await tidy(server.rooms);
    for (const text of [said, kept, flagged]) expect(isOnDisk(text)).toBe(false);
    expect(isOnDisk('what another said')).toBe(true);
    const holdings = await holdingsOf(room.document);
    expect(holdings && problemsOf(holdings)).toEqual([]);
    const account = await database()
      .read.selectFrom('account')
      .select(['name', 'closed_at'])
      .where('id', '=', ben.identity.accountId)
      .executeTakeFirst();
    expect(account).toMatchObject({ name: 'Former member', closed_at: expect.any(String) });
  });

  test('waits while an appeal of theirs is open; another’s appeal is no reason', async () => {
    const { server, space, ben, cho } = await start();
    await askForDeletion(ben.identity);
    const form = { kind: 'appeal', note: 'a grade' } as const;
    const own = await openHold(space, { ...form, accountId: ben.identity.accountId });
    await tidy(server.rooms);
    expect(isOnDisk(said)).toBe(true);
    await openHold(space, { ...form, accountId: cho.identity.accountId });
    await liftHold(space, own.ok ? own.id : '');
    await tidy(server.rooms);
    expect(isOnDisk(said)).toBe(false);
  });

  test('who owns a course hands it on first', async () => {
    const { ines } = await start();
    expect(await askForDeletion(ines.identity)).toEqual({ ok: false, reason: 'last-owner' });
  });
});
