// The readings of a debate: who adds and removes them, and what keeps one where it is.

import { beforeEach, describe, expect, test } from 'vitest';
import { privateDocument, roomDocument, sideDocument } from '#lib/model/document.ts';
import type { Point } from '#lib/model/record.ts';
import { maxReadings } from '#lib/model/room-readings.ts';
import { aText, makeCourse, makeMember, makeRoomIn, openFreshData, sayIn } from '../fixture.ts';
import type { ReadingId } from '../ids.ts';
import type { Identity } from '../people/identity.ts';
import { enterRoom, type RoomAccess, type SpaceAccess } from '../spaces/access.ts';
import { makeParticipant } from '../spaces/participants.ts';
import { all, database } from '../store/database.ts';
import { addReading, orderReadings, removeReading } from './changing-readings.ts';
import { makeEdition } from './editions.ts';
import { libraryOf } from './library.ts';
import { keepReading, newestEdition, readingOf } from './readings.ts';
import { roomView } from './rooms.ts';
import { changeRound } from './rounds.ts';

let owner: Identity;
let space: SpaceAccess;
let roomId: string;
let first: ReadingId;
let second: ReadingId;

async function enter(identity: Identity = owner, room = roomId): Promise<RoomAccess> {
  const entered = await enterRoom(identity, room);
  if (!entered.ok) throw new Error(entered.reason);
  return entered.access;
}

async function bring(into = space, title = 'On bridges'): Promise<ReadingId> {
  const kept = await keepReading(into, { ...aText, title });
  if (!kept.ok) throw new Error(kept.reason);
  return kept.reading.id;
}

beforeEach(async () => {
  openFreshData();
  owner = await makeMember('Ada');
  ({ roomId, space } = await makeRoomIn(owner, undefined, { format: { preset: 'public-forum' } }));
  first = (await enter()).room.readings[0] ?? '';
  second = await bring();
});

const noteIn = (reading: ReadingId): Point => ({
  type: 'point',
  kind: 'highlight',
  at: '2030-01-01T00:00:00.000Z',
  anchor: { reading, edition: 'e', start: 0, end: 3, quote: 'A f', prefix: '', suffix: '' },
});

describe('addReading', () => {
  test('puts it after the others, once', async () => {
    expect(await addReading(owner, await enter(), second)).toEqual({ ok: true, readings: [first, second] });
    expect(await addReading(owner, await enter(), second)).toEqual({ ok: true, readings: [first, second] });
    const { reading, readings } = await roomView(await enter());
    expect([reading.id, ...readings.map(({ title }) => title)]).toEqual([first, 'On ferries', 'On bridges']);
  });

  test('opens it to whoever has a place in the room, and lists the room under both', async () => {
    const guest = await makeMember('Visitor');
    await database().write(() => makeParticipant(guest.accountId, roomId, 'member'));
    expect(await readingOf(guest, second)).toBeNull();
    await addReading(owner, await enter(), second);
    expect(await readingOf(guest, second)).toMatchObject({ title: 'On bridges' });
    const readings = (await libraryOf(owner)).spaces.flatMap((one) => one.readings);
    const listed = readings.map(({ title, rooms }) => [title, rooms.map(({ id }) => id)]);
    expect(listed.toSorted()).toEqual([
      ['On bridges', [roomId]],
      ['On ferries', [roomId]],
    ]);
  });

  test('is the chair’s and the instructors’; while a round is on the chair’s alone', async () => {
    const member = await makeMember('Ben');
    const participant = await database().write(() => makeParticipant(member.accountId, roomId, 'member'));
    const refused = { ok: false, reason: 'not-allowed' };
    expect(await addReading(member, await enter(member), second)).toEqual(refused);
    await changeRound(await enter(), {
      stage: 'on',
      seats: [
        { participant, side: null, part: 'chair' },
        { participant: (await enter()).participant, side: null, part: 'coach' },
      ],
    });
    expect(await addReading(owner, await enter(), second)).toEqual(refused);
    // A chair from outside adds what they may read; the others’ texts do not exist to them.
    expect(await addReading(member, await enter(member), second)).toEqual({
      ok: false,
      reason: 'no-such-reading',
    });
  });

  test('takes nothing from another course, nothing into a seminar, and no more than a page can hold', async () => {
    const elsewhere = await bring(await makeCourse(owner, 'Another'));
    expect(await addReading(owner, await enter(), elsewhere)).toEqual({
      ok: false,
      reason: 'no-such-reading',
    });
    const seminar = await makeRoomIn(owner, space);
    expect(await addReading(owner, await enter(owner, seminar.roomId), second)).toEqual({
      ok: false,
      reason: 'one-reading',
    });
    for (let i = 1; i < maxReadings; i++)
      expect(await addReading(owner, await enter(), await bring(space, `Text ${i}`))).toMatchObject({
        ok: true,
      });
    expect(await addReading(owner, await enter(), second)).toEqual({
      ok: false,
      reason: 'too-many-readings',
    });
  });

  test('a round that is on keeps the versions of all its texts', async () => {
    await addReading(owner, await enter(), second);
    await changeRound(await enter(), { stage: 'on' });
    const number = (await newestEdition(second))?.number ?? 0;
    expect(await makeEdition(space, second, number, { ...aText, title: 'On bridges, again' })).toEqual({
      ok: false,
      reason: 'round-on',
    });
  });
});

describe('orderReadings', () => {
  test('puts all that the room holds in another order, and the first is what it opens with', async () => {
    await addReading(owner, await enter(), second);
    expect(await orderReadings(await enter(), [second, first])).toEqual({
      ok: true,
      readings: [second, first],
    });
    const { reading, readings } = await roomView(await enter());
    expect([reading.id, ...readings.map(({ title }) => title)]).toEqual([second, 'On bridges', 'On ferries']);
    const third = await bring(space, 'On tunnels');
    expect(await addReading(owner, await enter(), third)).toMatchObject({ readings: [second, first, third] });
  });

  test.each([
    ['one too few', () => [second]],
    ['one twice', () => [second, second]],
    ['one that it does not hold', () => [first, 'another']],
  ])('changes nothing where it names %s: somebody else was there before', async (_, ids) => {
    await addReading(owner, await enter(), second);
    expect(await orderReadings(await enter(), ids())).toEqual({ ok: false, reason: 'changed-meanwhile' });
    expect((await enter()).room.readings).toEqual([first, second]);
  });

  test('is for those who may add them', async () => {
    const member = await makeMember('Ben');
    await database().write(() => makeParticipant(member.accountId, roomId, 'member'));
    expect(await orderReadings(await enter(member), [first])).toEqual({ ok: false, reason: 'not-allowed' });
  });
});

describe('removeReading', () => {
  test('takes out one in which nothing stands, and never the last', async () => {
    await addReading(owner, await enter(), second);
    expect(await removeReading(await enter(), first)).toEqual({ ok: true, readings: [second] });
    expect(await removeReading(await enter(), second)).toEqual({ ok: false, reason: 'last-reading' });
    expect(await removeReading(await enter(), first)).toEqual({ ok: false, reason: 'no-such-reading' });
  });

  test.each([
    ['said in the room', () => roomDocument(roomId)],
    ['kept private', (me: string) => privateDocument(roomId, me)],
    ['prepared by a side', () => sideDocument(roomId, 'pro')],
  ])('[GATE12] leaves one in which something is %s', async (_, documentFor) => {
    await addReading(owner, await enter(), second);
    const access = await enter();
    await sayIn(access, 'n1', noteIn(second), documentFor(access.participant));
    expect(await removeReading(await enter(), second)).toEqual({ ok: false, reason: 'reading-in-use' });
    expect((await enter()).room.readings).toEqual([first, second]);
  });

  test('does not count what was withdrawn', async () => {
    await addReading(owner, await enter(), second);
    await sayIn(await enter(), 'n1', { ...noteIn(second), withdrawn: true });
    expect(await removeReading(await enter(), second)).toEqual({ ok: true, readings: [first] });
  });

  test('every change has the room’s sockets judged again (AUTH2)', async () => {
    await addReading(owner, await enter(), second);
    const changes = await database().write(() =>
      all(
        database().build.selectFrom('access_change').select(['kind', 'room_id']).where('kind', '=', 'access'),
      ),
    );
    expect(changes).toContainEqual({ kind: 'access', room_id: roomId });
  });
});
