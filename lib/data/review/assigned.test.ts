// A room of an assignment: its dates, its rubric in all rooms, extensions that stay private, and its way back to Canvas.

import { expect, test } from 'vitest';
import { completeRubric } from '#lib/words/rubrics-in-english.ts';
import { makeAssignment, runAssignment } from '../classes/assignments.ts';
import { enrol, seatsOf } from '../classes/seats.ts';
import { extend } from '../classes/terms.ts';
import { aText, makeCourse, makeMember, openFreshData } from '../fixture.ts';
import type { Identity } from '../people/identity.ts';
import { keepReading } from '../readings/readings.ts';
import { enterRoom, type RoomAccess } from '../spaces/access.ts';
import { allGroupsOf } from './all-groups.ts';
import { assignedTo, canvasPeopleIn } from './assigned.ts';
import { ownReview, reviewOf } from './review.ts';
import { asReviewer } from './reviewing.ts';
import { makeRubric } from './rubrics.ts';
import { changeReview, reviewSettingsOf } from './settings.ts';

const due = { notes: '2030-03-04T17:00:00.000Z', replies: '2030-03-06T17:00:00.000Z' };

const form = {
  title: 'On ferries',
  prompt: '',
  timeZone: 'UTC',
  notesDueAt: due.notes,
  repliesDueAt: due.replies,
  closesAt: null,
  requiredNotes: 1,
  requiredReplies: 1,
  visibility: { kind: 'open' },
  names: 'named',
  columnTitle: 'Ferries (77)',
  rooms: 'groups',
} as const;

async function enter(identity: Identity, roomId: string | undefined): Promise<RoomAccess> {
  const entered = await enterRoom(identity, roomId ?? '');
  if (!entered.ok) throw new Error(entered.reason);
  return entered.access;
}

async function twoRooms() {
  openFreshData();
  const kim = await makeMember('Kim');
  const space = await makeCourse(kim);
  const [ada, bea] = [await makeMember('Ada'), await makeMember('Bea')];
  const row = (name: string, group: string, id: string) => ({
    name,
    email: `${name.toLowerCase()}@example.org`,
    section: 'Mon',
    group,
    canvas: id ? { id, sisUserId: '', sisLoginId: name.toLowerCase() } : null,
  });
  await enrol(space, [row('Ada', 'Red', '101'), row('Bea', 'Blue', '')]);
  const kept = await keepReading(space, aText);
  if (!kept.ok) throw new Error(kept.reason);
  const made = await makeAssignment(space, { ...form, readingId: kept.reading.id });
  const run = made.ok && (await runAssignment(kim, made.id));
  if (!made.ok || !run) throw new Error('the assignment was not made');
  const roomOf = (group: string) => made.rooms.find(({ title }) => title.includes(group))?.id;
  const reviewer = async (group: string) => {
    const access = asReviewer(await enter(kim, roomOf(group)));
    if (!access) throw new Error('Kim runs this course');
    return access;
  };
  return { kim, space, run, ada, bea, roomOf, red: await reviewer('Red'), blue: await reviewer('Blue') };
}

test('its dates are the assignment’s, and its rubric that of every room', async () => {
  const { red, blue } = await twoRooms();
  expect(await reviewSettingsOf(red)).toMatchObject({ due, isAssigned: true, rubric: null });
  expect(await changeReview(red, { notesDueAt: null })).toEqual({ ok: false, reason: 'dates-are-assigned' });
  const { id } = await makeRubric(red, completeRubric);
  await changeReview(red, { rubricId: id });
  expect((await reviewSettingsOf(blue)).rubric?.id).toBe(id);
});

test('an extension counts for its student, and only the instructors and they know', async () => {
  const { space, run, red, blue, ada, bea, roomOf } = await twoRooms();
  const seats = await seatsOf(space);
  const seat = (seats.ok ? seats.seats : []).find(({ name }) => name === 'Ada');
  const later = '2030-03-10T17:00:00.000Z';
  await extend(run, seat?.id ?? '', { notesDueAt: later, repliesDueAt: null, closesAt: null });
  const place = await enter(ada, roomOf('Red'));
  expect((await reviewOf(red)).extensions).toEqual([[place.participant, { ...due, notes: later }]]);
  expect((await ownReview(place)).settings.due.notes).toBe(later);
  expect((await reviewOf(blue)).extensions).toEqual([]);
  expect((await ownReview(await enter(bea, roomOf('Blue')))).settings.due).toEqual(due);
});

test('Canvas finds those whose ids came with the roster', async () => {
  const { red, blue, ada, bea, roomOf } = await twoRooms();
  const { participant } = await enter(ada, roomOf('Red'));
  await enter(bea, roomOf('Blue'));
  expect([...(await canvasPeopleIn(red))]).toEqual([
    [participant, { student: 'Ada', id: '101', sisUserId: null, sisLoginId: 'ada', section: 'Mon' }],
  ]);
  expect(await canvasPeopleIn(blue)).toEqual(new Map());
  expect((await assignedTo(red))?.columnTitle).toBe('Ferries (77)');
});

test('a rubric made for one assignment is offered in the next, and marks by it the same way', async () => {
  const { red, space, kim } = await twoRooms();
  const { id } = await makeRubric(red, completeRubric);
  await changeReview(red, { rubricId: id });
  const kept = await keepReading(space, aText);
  if (!kept.ok) throw new Error(kept.reason);
  const next = await makeAssignment(space, { ...form, readingId: kept.reading.id, title: 'On bridges' });
  const other = next.ok ? asReviewer(await enter(kim, next.rooms[0]?.id)) : null;
  if (!other) throw new Error('the next assignment was not made');
  expect((await reviewSettingsOf(other)).rubric).toBeNull();
  expect((await reviewOf(other)).rubrics.map((rubric) => rubric.id)).toContain(id);
  await changeReview(other, { rubricId: id });
  expect((await reviewSettingsOf(other)).rubric).toEqual((await reviewSettingsOf(red)).rubric);
});

test('a room that lays out no counts has none among all groups, the others theirs', async () => {
  const { run, kim, red, ada, bea, roomOf } = await twoRooms();
  await enter(ada, roomOf('Red'));
  await enter(bea, roomOf('Blue'));
  await changeReview(red, { analytics: 'none' });
  const groups = await allGroupsOf(run, kim);
  expect(groups.map(({ title, rows }) => [title, rows?.map(({ name }) => name) ?? null]).sort()).toEqual([
    ['Blue', ['Bea']],
    ['Red', null],
  ]);
});
