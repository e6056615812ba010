// A course copied for a new term, with rooms that are live: the notes that come along pass the gate.

import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type AssignmentForm, assignmentsOf, makeAssignment } from '#lib/data/classes/assignments.ts';
import { enrol } from '#lib/data/classes/seats.ts';
import { type CopyForm, copyCourse } from '#lib/data/copying/course.ts';
import { previewCopy } from '#lib/data/copying/preview.ts';
import { aText, makeCourse, makeMember } from '#lib/data/fixture.ts';
import type { SpaceId } from '#lib/data/ids.ts';
import type { Identity } from '#lib/data/people/identity.ts';
import { keepReading, type Reading } from '#lib/data/readings/readings.ts';
import { participantsOf, recordsOf } from '#lib/data/readings/rooms.ts';
import { replaceRecordWriter, writeRecords } from '#lib/data/readings/writing.ts';
import { asReviewer } from '#lib/data/review/reviewing.ts';
import { keepComment, makeRubric } from '#lib/data/review/rubrics.ts';
import { changeReview, reviewSettingsOf } from '#lib/data/review/settings.ts';
import { enterRoom, enterSpace, type RoomAccess, type SpaceAccess } from '#lib/data/spaces/access.ts';
import { unmakeDrafts } from '#lib/data/spaces/drafts.ts';
import { database } from '#lib/data/store/database.ts';
import type { Point } from '#lib/model/record.ts';
import { describe as anchorOf } from '#lib/model/text/anchor.ts';
import { textOf } from '#lib/model/text/text.ts';
import { completeRubric } from '#lib/words/rubrics-in-english.ts';
import { SyncServer } from './fixture.ts';
import { insideWriter } from './inside/writer.ts';

const at = '2030-01-01T00:00:00.000Z';
const form: Omit<AssignmentForm, 'readingId'> = {
  title: 'On ferries',
  prompt: 'Where is the argument weakest?',
  timeZone: 'Europe/Zurich',
  notesDueAt: '2030-03-04T17:00:00.000Z',
  repliesDueAt: '2030-03-06T17:00:00.000Z',
  closesAt: '2030-03-30T17:00:00.000Z',
  requiredNotes: 3,
  requiredReplies: 2,
  visibility: { kind: 'after-own-notes', notes: 3, words: 15 },
  names: 'pseudonymous',
  columnTitle: 'Ferries',
  rooms: 'groups',
};
const wanted: CopyForm = { name: 'Rhetoric 2031', shiftDays: 364, withNotes: true };

let server: SyncServer;
let kim: Identity;
let ann: Identity;
let space: SpaceAccess;
let reading: Reading;
let red: RoomAccess;
let blue: RoomAccess;

async function enter(identity: Identity, roomId = ''): Promise<RoomAccess> {
  const entered = await enterRoom(identity, roomId);
  if (!entered.ok) throw new Error(entered.reason);
  return entered.access;
}

async function say(identity: Identity, access: RoomAccess, id: string, point: Partial<Point>) {
  const value: Point = { type: 'point', kind: 'comment', at, ...point };
  const said = await writeRecords(identity, access, [{ participant: access.participant, id, value }]);
  if (!said.ok) throw new Error(JSON.stringify(said));
  return `${access.participant}/${id}` as const;
}

/** Kim’s course with the groups Red and Blue, a rubric, and a discussion in Red. */
beforeEach(async () => {
  server = await SyncServer.start();
  replaceRecordWriter(insideWriter(server.rooms));
  kim = await makeMember('Kim');
  ann = await makeMember('Ann');
  space = await makeCourse(kim, 'Rhetoric 2030');
  const row = (name: string, group: string) => ({
    name,
    email: `${name.toLowerCase()}@example.org`,
    section: 'Mon',
    group,
    canvas: null,
  });
  await enrol(space, [row('Ann', 'Red'), row('Bea', 'Blue')]);
  const kept = await keepReading(space, aText);
  if (!kept.ok) throw new Error(kept.reason);
  reading = kept.reading;
  const made = await makeAssignment(space, { ...form, readingId: reading.id });
  if (!made.ok) throw new Error(made.reason);
  const roomCalled = (wanted: string) => enter(kim, made.rooms.find(({ title }) => title === wanted)?.id);
  [red, blue] = [await roomCalled('Red'), await roomCalled('Blue')];
  const review = asReviewer(red);
  if (!review) throw new Error('Kim teaches');
  const rubric = await makeRubric(review, completeRubric);
  await changeReview(review, { rubricId: rubric.id, analytics: 'counts' });
  await keepComment(review, 'Say what it rests on.');
});

/** A note of Kim's on a passage, one of Ann's, and a reply of Kim's to each. */
async function discuss() {
  const { id, edition, blocks } = reading;
  const anchor = anchorOf({ start: 2, end: 7 }, textOf(blocks), { reading: id, edition });
  const note = await say(kim, red, 'n1', { anchor, body: 'Which of these was measured?' });
  await say(kim, red, 'n2', { body: 'Look at the tides.', links: [{ to: note, stance: 'supports' }] });
  const hers = await say(ann, await enter(ann, red.room.id), 'n1', { body: 'Ann’s own words on ferries.' });
  await say(kim, red, 'n3', { body: 'Well seen, Ann.', links: [{ to: hers, stance: 'supports' }] });
}

async function copied(change: Partial<CopyForm> = {}) {
  const outcome = await copyCourse(kim, space, { ...wanted, ...change });
  if (!outcome.ok) throw new Error(outcome.reason);
  const access = await enterSpace(kim, outcome.id);
  if (!access) throw new Error('the copy is not theirs');
  return { ...outcome, access, assignments: await assignmentsOf(access) };
}

const roomIn = ({ assignments }: Awaited<ReturnType<typeof copied>>, title: string) =>
  enter(kim, assignments[0]?.rooms.find((room) => room.title === title)?.id);

describe('a course copied for a new term', () => {
  test('has its assignments with prompt, settings, rubric, text and rooms, and dates that moved', async () => {
    const copy = await copied();
    expect(copy.access).toMatchObject({ role: 'owner', space: { name: 'Rhetoric 2031', kind: 'course' } });
    const { readingId: _, ...settings } = { ...form, readingId: '' };
    const { rooms: __, ...kept } = settings;
    expect(copy.assignments).toMatchObject([
      {
        ...kept,
        notesDueAt: '2031-03-03T17:00:00.000Z',
        repliesDueAt: '2031-03-05T17:00:00.000Z',
        closesAt: '2031-03-29T17:00:00.000Z',
        rooms: [
          { title: 'Blue', placed: 0, joined: 0 },
          { title: 'Red', placed: 0, joined: 0 },
        ],
      },
    ]);
    expect(copy.assignments[0]?.readingId).not.toBe(reading.id);
    const { rubric, analytics } = await reviewSettingsOf(await roomIn(copy, 'Red'));
    expect(rubric).toMatchObject({ name: completeRubric.name });
    expect(analytics).toBe('counts');
  });

  test('has no people but its owner, and none of their words', async () => {
    await discuss();
    const copy = await copied();
    expect(await participantsOf(await roomIn(copy, 'Red'))).toMatchObject([{ name: 'Kim' }]);
    const seats = await database()
      .read.selectFrom('seat')
      .selectAll()
      .where('space_id', '=', copy.id)
      .execute();
    expect(seats).toEqual([]);
    const said = JSON.stringify(await recordsOf(await roomIn(copy, 'Red')));
    for (const words of ['Ann’s own words', 'Well seen', 'Ann']) expect(said).not.toContain(words);
  });

  test('has its owner’s own notes in the same discussion, on the copied text', async () => {
    await discuss();
    const copy = await copied();
    expect(copy.notes).toBe(2);
    const there = await roomIn(copy, 'Red');
    const records = await recordsOf(there);
    const text = await database()
      .read.selectFrom('edition')
      .select(['id', 'reading_id'])
      .where('reading_id', '=', copy.assignments[0]?.readingId ?? '')
      .executeTakeFirstOrThrow();
    expect(records.map(({ participant, value }) => ({ participant, value }))).toMatchObject([
      {
        participant: there.participant,
        value: {
          body: 'Which of these was measured?',
          anchor: { reading: text.reading_id, edition: text.id, quote: 'ferry' },
        },
      },
      {
        participant: there.participant,
        value: { body: 'Look at the tides.', links: [{ to: `${there.participant}/n1`, stance: 'supports' }] },
      },
    ]);
    expect(await recordsOf(await roomIn(copy, 'Blue'))).toEqual([]);
    expect(
      await database().read.selectFrom('meta').select('key').where('key', 'like', 'draft/%').execute(),
    ).toEqual([]);
  });

  test('has what was for all groups in each of its rooms, counted once', async () => {
    await say(kim, red, 'all1', { body: 'Read the second part twice.', forAll: true });
    await vi.waitFor(async () => expect(await recordsOf(blue)).toHaveLength(1));
    const copy = await copied();
    expect(copy.notes).toBe(1);
    for (const title of ['Red', 'Blue'])
      expect(await recordsOf(await roomIn(copy, title))).toMatchObject([
        { id: 'all1', value: { body: 'Read the second part twice.', forAll: true } },
      ]);
    // A class with more groups than the last one: the room that is made for the third has it, too.
    const people = ['Red', 'Blue', 'Green'].map((group) => ({
      name: `Someone in ${group}`,
      email: null,
      section: null,
      group,
      canvas: null,
    }));
    await enrol(copy.access, people);
    const [one] = await assignmentsOf(copy.access);
    const third = one?.rooms.find(({ title }) => title === 'Green')?.id;
    await vi.waitFor(async () => expect(await recordsOf(await enter(kim, third))).toHaveLength(1), {
      timeout: 10_000,
    });
  });

  test('is without notes and dates where that is asked for', async () => {
    await discuss();
    const copy = await copied({ withNotes: false, shiftDays: null });
    expect(copy.notes).toBe(0);
    expect(copy.assignments[0]).toMatchObject({ notesDueAt: null, repliesDueAt: null, closesAt: null });
    expect(await recordsOf(await roomIn(copy, 'Red'))).toEqual([]);
  });

  test('places a new class by the names of its groups, and gives a free room to a group that has none', async () => {
    const copy = await copied();
    const person = (name: string, group: string) => ({
      name,
      email: null,
      section: null,
      group,
      canvas: null,
    });
    await enrol(copy.access, [person('Dora', 'Red'), person('Emil', 'Green'), person('Fay', 'Green')]);
    const [one] = await assignmentsOf(copy.access);
    expect(one?.rooms.map(({ title, placed }) => [title, placed]).sort()).toEqual([
      ['Green', 2],
      ['Red', 1],
    ]);
  });
});

describe('nothing is ever half copied', () => {
  const spaces = async (): Promise<SpaceId[]> =>
    (await database().read.selectFrom('space').select('id').execute()).map(({ id }) => id);
  const rows = async () => {
    const { read } = database();
    const tables = [
      'reading',
      'edition',
      'room',
      'assignment',
      'rubric',
      'participant',
      'document',
      'meta',
    ] as const;
    return Promise.all(
      tables.map(async (table) => (await read.selectFrom(table).selectAll().execute()).length),
    );
  };

  test('notes that the gate does not take undo the whole copy', async () => {
    await discuss();
    const [before, standing] = [await rows(), await spaces()];
    const writer = insideWriter(server.rooms);
    let calls = 0;
    replaceRecordWriter({
      ...writer,
      write: async (...call) => {
        await writer.write(...call);
        calls++;
        return { ok: false, reason: 'interrupted' };
      },
    });
    const outcome = await copyCourse(kim, space, wanted);
    expect(calls).toBe(1);
    expect(outcome).toEqual({
      ok: false,
      reason: 'not-written',
      refusal: { ok: false, reason: 'interrupted' },
    });
    expect(await spaces()).toEqual(standing);
    expect(await rows()).toEqual(before);
    // Nor in memory, whence it could be written again.
    expect([...server.rooms.all()].map(({ address }) => address.room)).toEqual([red.room.id]);
  });

  test('a copy that a crash cut short is gone after the next start', async () => {
    await discuss();
    const [before, standing] = [await rows(), await spaces()];
    // As a process that dies while it writes leaves it: never an answer.
    let reached: () => void = () => {};
    const writing = new Promise<void>((resolve) => {
      reached = resolve;
    });
    replaceRecordWriter({
      ...insideWriter(server.rooms),
      write: () => {
        reached();
        return new Promise(() => {});
      },
    });
    void copyCourse(kim, space, wanted);
    await writing;
    expect(await spaces()).toHaveLength(standing.length + 1);
    await server.restart();
    await unmakeDrafts();
    expect(await spaces()).toEqual(standing);
    expect(await rows()).toEqual(before);
  });

  test('nor one that would be closed before anyone comes', async () => {
    const standing = await spaces();
    expect(await copyCourse(kim, space, { ...wanted, shiftDays: -1461 })).toEqual({
      ok: false,
      reason: 'closed-already',
    });
    expect(await spaces()).toEqual(standing);
  });
});

test('is its owner’s alone to look at and to make', async () => {
  const mine = await enterSpace(ann, space.space.id);
  if (!mine) throw new Error('Ann is in the course');
  expect(await previewCopy(ann, mine)).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await copyCourse(ann, mine, wanted)).toEqual({ ok: false, reason: 'not-allowed' });
});

test('the preview says what would come along', async () => {
  await discuss();
  expect(await previewCopy(kim, space)).toMatchObject({
    ok: true,
    preview: {
      name: 'Rhetoric 2030',
      readings: 1,
      rubrics: 1,
      comments: 1,
      assignments: [
        {
          title: 'On ferries',
          reading: aText.title,
          rooms: ['Blue', 'Red'],
          rubric: completeRubric.name,
          notes: 2,
        },
      ],
    },
  });
});
