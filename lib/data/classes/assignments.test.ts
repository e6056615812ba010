import { beforeEach, describe, expect, test } from 'vitest';
import type { Point } from '#lib/model/record.ts';
import { aText, identityFor, makeCourse, makeMember, openFreshData, sayIn } from '../fixture.ts';
import type { RoomId } from '../ids.ts';
import type { Identity } from '../people/identity.ts';
import { keepReading } from '../readings/readings.ts';
import { changeRoom, participantsOf, recordsOf } from '../readings/rooms.ts';
import { enterRoom, type RoomAccess, type SpaceAccess } from '../spaces/access.ts';
import { makeInvite } from '../spaces/invites.ts';
import { join } from '../spaces/joining.ts';
import { changeRole } from '../spaces/members.ts';
import { database } from '../store/database.ts';
import {
  type AssignmentForm,
  assignmentsOf,
  changeAssignment,
  makeAssignment,
  runAssignment,
} from './assignments.ts';
import { limitAssistant } from './groups.ts';
import { enrol, seatsOf } from './seats.ts';
import { extend, studentsIn, termsFor } from './terms.ts';

beforeEach(() => {
  openFreshData();
});

const form: Omit<AssignmentForm, 'readingId'> = {
  title: 'On ferries',
  prompt: 'Where is the argument weakest?',
  timeZone: 'Europe/Zurich',
  notesDueAt: '2030-03-04T17:00:00.000Z',
  repliesDueAt: '2030-03-06T17:00:00.000Z',
  closesAt: null,
  requiredNotes: 3,
  requiredReplies: 2,
  visibility: { kind: 'open' },
  names: 'named',
  columnTitle: 'Ferries',
  rooms: 'groups',
};

/** A course of Kim's with these people, group after name, and an assignment for them. */
async function assigned(groups: Record<string, string | null>, change: Partial<AssignmentForm> = {}) {
  const kim = await makeMember('Kim');
  const space = await makeCourse(kim);
  const people: Record<string, Identity> = {};
  for (const name of Object.keys(groups)) people[name] = await makeMember(name);
  await enrol(
    space,
    Object.entries(groups).map(([name, group]) => ({
      name,
      email: `${name.toLowerCase()}@example.org`,
      section: group?.split(' ')[0] ?? null,
      group,
      canvas: null,
    })),
  );
  const kept = await keepReading(space, aText);
  if (!kept.ok) throw new Error(kept.reason);
  const made = await makeAssignment(space, { ...form, readingId: kept.reading.id, ...change });
  if (!made.ok) throw new Error(made.reason);
  const run = await runAssignment(kim, made.id);
  if (!run) throw new Error('not theirs');
  const roomCalled = (title: string): RoomId => made.rooms.find((room) => room.title === title)?.id ?? '';
  return { kim, space, people, run, roomCalled, rooms: made.rooms, readingId: kept.reading.id };
}

async function enter(identity: Identity | undefined, roomId: RoomId): Promise<RoomAccess> {
  const entered = identity && (await enterRoom(identity, roomId));
  if (!entered?.ok) throw new Error(entered?.reason ?? 'nobody');
  return entered.access;
}

const note: Point = {
  type: 'point',
  kind: 'comment',
  at: '2030-01-01T00:00:00.000Z',
  body: 'Slow is a choice.',
};

describe('an assignment', () => {
  test('makes a room a group, and lets each student into theirs alone', async () => {
    const { people, rooms, roomCalled } = await assigned({ Ann: 'Mon 1', Bea: 'Mon 2', Chi: 'Mon 1' });
    expect(rooms.map(({ title }) => title)).toEqual(['Mon 1', 'Mon 2']);
    expect(await enter(people.Ann, roomCalled('Mon 1'))).toMatchObject({ role: 'member' });
    expect(await enterRoom(people.Ann as Identity, roomCalled('Mon 2'))).toEqual({
      ok: false,
      reason: 'not-a-member',
    });
    expect(
      (await participantsOf(await enter(people.Chi, roomCalled('Mon 1')))).map(({ name }) => name).sort(),
    ).toEqual(['Ann', 'Chi', 'Kim']);
  });

  test('who comes late joins their group by its name, else the smallest', async () => {
    const { space, roomCalled, run } = await assigned({ Ann: 'Mon 1', Bea: 'Mon 1', Chi: 'Mon 2' });
    await makeMember('Dev');
    await makeMember('Eli');
    await enrol(space, [
      { name: 'Dev', email: 'dev@example.org', section: null, group: 'Mon 1', canvas: null },
      { name: 'Eli', email: 'eli@example.org', section: null, group: null, canvas: null },
      { name: 'Fay', email: 'fay@example.org', section: null, group: null, canvas: null },
    ]);
    const placed = new Map((await studentsIn(run)).map((one) => [one.name, one]));
    expect(placed.get('Dev')?.roomId).toBe(roomCalled('Mon 1'));
    expect(placed.get('Eli')?.roomId).toBe(roomCalled('Mon 2'));
    expect(placed.get('Fay')).toMatchObject({ roomId: roomCalled('Mon 2'), hasJoined: false });
  });

  test('a newcomer by the course’s link has a room at once', async () => {
    const { space, run } = await assigned({ Ann: 'Mon 1' });
    const link = await makeInvite(space, { role: 'member' });
    const dev = await makeMember('Dev');
    await join({ code: link.ok ? link.code : '' }, { identity: dev, address: '192.0.2.1', userAgent: null });
    expect((await studentsIn(run)).map(({ name }) => name)).toEqual(['Ann', 'Dev']);
  });

  test('lists students in the order of the reader’s language, not of the bytes of their names', async () => {
    const { space, run } = await assigned({ Zoe: 'Mon 1', Ann: 'Mon 1' });
    const late = (name: string) => ({ name, email: null, section: null, group: null, canvas: null });
    await enrol(space, ['Ähn', 'bea', 'Östen'].map(late));
    const names = (await studentsIn(run, 'de')).map(({ name }) => name);
    expect(names).toEqual(['Ähn', 'Ann', 'bea', 'Östen', 'Zoe']);
  });

  test('admits no guest with only a name', async () => {
    const { space, roomCalled } = await assigned({ Ann: 'Mon 1' });
    const link = await makeInvite(space, { role: 'member', roomId: roomCalled('Mon 1') });
    const joined = await join(
      { code: link.ok ? link.code : '', name: 'Gus' },
      { identity: null, address: '192.0.2.1', userAgent: null },
    );
    if (!joined.ok) throw new Error(joined.reason);
    const gus = await identityFor(joined.accountId);
    expect(await enterRoom(gus, roomCalled('Mon 1'))).toEqual({ ok: false, reason: 'guests-not-here' });
  });

  test('keeps its rooms’ settings together until one is changed apart', async () => {
    const { kim, run, roomCalled, people } = await assigned({ Ann: 'Mon 1', Bea: 'Mon 2' });
    await changeRoom(await enter(kim, roomCalled('Mon 2')), {
      visibility: { kind: 'when-opened', opened: false },
    });
    await changeAssignment(run, { visibility: { kind: 'after-own-notes', notes: 3, words: 15 } });
    expect((await enter(people.Ann, roomCalled('Mon 1'))).room.visibility.kind).toBe('after-own-notes');
    expect((await enter(people.Bea, roomCalled('Mon 2'))).room.visibility.kind).toBe('when-opened');
  });

  test.each<[string, Partial<AssignmentForm>, string]>([
    ['replies before notes', { repliesDueAt: '2030-03-01T00:00:00.000Z' }, 'dates-out-of-order'],
    ['closing before replies', { closesAt: '2030-03-05T00:00:00.000Z' }, 'dates-out-of-order'],
    ['a reading from elsewhere', { readingId: 'nowhere' }, 'no-such-reading'],
  ])('refuses %s', async (_, change, reason) => {
    const { space, readingId } = await assigned({ Ann: 'Mon 1' });
    expect(await makeAssignment(space, { ...form, readingId, ...change })).toEqual({ ok: false, reason });
  });

  test('without groups it makes one room for everyone, and says so rather than none', async () => {
    const { space, readingId } = await assigned({ Ann: null }, { rooms: 'one' });
    expect(await makeAssignment(space, { ...form, readingId })).toEqual({
      ok: false,
      reason: 'nobody-to-group',
    });
    expect((await assignmentsOf(space))[0]?.rooms).toMatchObject([{ placed: 1, joined: 1 }]);
  });
});

describe('dates', () => {
  test('an extension is one student’s: closing, too', async () => {
    const closesAt = '2030-03-07T17:00:00.000Z';
    const { run, people, roomCalled } = await assigned({ Ann: 'Mon 1', Bea: 'Mon 1' }, { closesAt });
    const ann = (await studentsIn(run)).find(({ name }) => name === 'Ann');
    const later = {
      notesDueAt: '2030-03-09T17:00:00.000Z',
      repliesDueAt: null,
      closesAt: '2030-03-10T17:00:00.000Z',
    };
    expect(await extend(run, ann?.seatId ?? '', later)).toEqual({ ok: true });
    const anns = await enter(people.Ann, roomCalled('Mon 1'));
    const beas = await enter(people.Bea, roomCalled('Mon 1'));
    expect(await termsFor(anns)).toMatchObject({
      notesDueAt: later.notesDueAt,
      repliesDueAt: form.repliesDueAt,
      isExtended: true,
    });
    expect(await termsFor(beas)).toMatchObject({ notesDueAt: form.notesDueAt, isExtended: false });
    expect([anns.room.closesAt, beas.room.closesAt]).toEqual([later.closesAt, closesAt]);
    await extend(run, ann?.seatId ?? '', null);
    expect((await enter(people.Ann, roomCalled('Mon 1'))).room.closesAt).toBe(closesAt);
  });
});

test('an open page is told of a student’s later dates, since it closes by them', async () => {
  const { run, roomCalled } = await assigned({ Ann: 'Mon 1' });
  const [ann] = await studentsIn(run);
  const announced = () =>
    database()
      .read.selectFrom('access_change')
      .select('kind')
      .where('room_id', '=', roomCalled('Mon 1'))
      .execute();
  const before = (await announced()).length;
  await extend(run, ann?.seatId ?? '', { notesDueAt: null, repliesDueAt: null, closesAt: null });
  expect((await announced()).slice(before)).toEqual([{ kind: 'access' }, { kind: 'roster' }]);
});

describe('assistants with sections', () => {
  test('enter the rooms of their sections and are nothing in the others', async () => {
    const { space, people, roomCalled } = await assigned({ Tom: 'Mon 1', Ann: 'Mon 1', Bea: 'Tue 1' });
    const tom = people.Tom as Identity;
    await changeRole(space as SpaceAccess, tom.accountId, 'assistant');
    expect(await enter(tom, roomCalled('Tue 1'))).toMatchObject({ role: 'assistant' });
    await limitAssistant(space, tom.accountId, ['Mon']);
    expect(await enter(tom, roomCalled('Mon 1'))).toMatchObject({ role: 'assistant' });
    expect(await enterRoom(tom, roomCalled('Tue 1'))).toEqual({ ok: false, reason: 'no-such-room' });
  });
});

describe('pseudonymous rooms', () => {
  const setUp = () => assigned({ Ann: 'Mon 1', Bea: 'Mon 1', Chi: 'Mon 2' }, { names: 'pseudonymous' });

  test('peers see pseudonyms, instructors both, everyone themselves', async () => {
    const { kim, people, roomCalled } = await setUp();
    const roomId = roomCalled('Mon 1');
    const names = async (identity: Identity | undefined) =>
      (await participantsOf(await enter(identity, roomId))).map(({ name }) => name);
    expect(await names(people.Ann)).toEqual(expect.arrayContaining(['Ann', 'Kim']));
    expect(await names(people.Ann)).not.toContain('Bea');
    const seen = await participantsOf(await enter(kim, roomId));
    expect(seen.find(({ name }) => name === 'Bea')?.pseudonym).toMatch(/^\w+ \w+$/);
  });

  test('records that leave for a peer carry the pseudonym', async () => {
    const { people, roomCalled } = await setUp();
    await sayIn(await enter(people.Bea, roomCalled('Mon 1')), 'n1', note);
    const [seen] = await recordsOf(await enter(people.Ann, roomCalled('Mon 1')));
    expect(seen?.name).not.toBe('Bea');
    expect(JSON.stringify(await recordsOf(await enter(people.Ann, roomCalled('Mon 1'))))).not.toContain(
      'Bea',
    );
  });

  test('neither pseudonym nor id leads from one room to the next', async () => {
    const { people, space, roomCalled, readingId } = await setUp();
    const second = await makeAssignment(space, { ...form, readingId, names: 'pseudonymous' });
    const rooms = [
      roomCalled('Mon 1'),
      second.ok ? (second.rooms.find(({ title }) => title === 'Mon 1')?.id ?? '') : '',
    ];
    const seen = await Promise.all(
      rooms.map(async (id) => {
        const everyone = await participantsOf(await enter(people.Ann, id));
        return everyone.filter(({ name }) => !['Ann', 'Kim'].includes(name));
      }),
    );
    const [bea, again] = seen.map((others) => others[0]);
    expect(seen.map((others) => others.length)).toEqual([1, 1]);
    expect(bea?.id).not.toBe(again?.id);
    // The name is made from the id of that room alone (pseudonym.ts), and nothing else of her is told.
    expect(JSON.stringify(seen)).not.toContain('Bea');
    expect(JSON.stringify(seen)).not.toContain(people.Bea?.accountId);
  });

  test('the promise is kept once anyone wrote under it', async () => {
    const { run, people, roomCalled } = await setUp();
    expect(await changeAssignment(run, { names: 'named' })).toEqual({ ok: true });
    const again = { ...run, assignment: { ...run.assignment, names: 'pseudonymous' as const } };
    await sayIn(await enter(people.Bea, roomCalled('Mon 1')), 'n1', note);
    expect(await changeAssignment(again, { names: 'named' })).toEqual({
      ok: false,
      reason: 'names-promised',
    });
  });

  test('the roster is kept where one may keep it', async () => {
    const { space } = await setUp();
    const found = await seatsOf(space);
    expect(found.ok && found.seats).toHaveLength(3);
  });
});
