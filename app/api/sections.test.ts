// An assistant who is limited to a section, at each door behind which students' work or grades are.

import { beforeEach, expect, test } from 'vitest';
import { runAssignment } from '#lib/data/classes/assignments.ts';
import { dealGroups, limitAssistant } from '#lib/data/classes/groups.ts';
import { changeSeat, enrol, seatsOf, strikeSeat } from '#lib/data/classes/seats.ts';
import { extend, studentsIn as placedIn } from '#lib/data/classes/terms.ts';
import {
  assign,
  identityFor,
  makeCourse,
  makeMember,
  openFreshData,
  sayIn,
  stranger,
} from '#lib/data/fixture.ts';
import { type Identity, sessionCookieName, sessionToken } from '#lib/data/people/identity.ts';
import { enterRoom, enterSpace, type RoomAccess, type SpaceAccess } from '#lib/data/spaces/access.ts';
import { makeInvite } from '#lib/data/spaces/invites.ts';
import { join } from '#lib/data/spaces/joining.ts';
import { reviewDocument } from '#lib/model/document.ts';
import type { Point } from '#lib/model/record.ts';
import { completeRubric } from '#lib/words/rubrics-in-english.ts';
import * as classFile from './assignments/[id]/review/export/route.ts';
import * as allGroups from './assignments/[id]/review/route.ts';
import * as assignment from './assignments/[id]/route.ts';
import { sender } from './fixture.ts';
import * as acceptances from './rooms/[id]/review/acceptances/route.ts';
import * as exported from './rooms/[id]/review/export/route.ts';
import * as overrides from './rooms/[id]/review/overrides/route.ts';
import * as releases from './rooms/[id]/review/releases/route.ts';
import * as review from './rooms/[id]/review/route.ts';
import * as rubrics from './rooms/[id]/review/rubrics/route.ts';

type Page = ReturnType<typeof sender>;
let owner: Page;
let assistant: Page;
let assignmentId: string;
let id: string;
let kim: Identity;
let sam: Identity;
let space: SpaceAccess;
let ada: RoomAccess;
let bea: RoomAccess;

const said = (body: string): Point => ({
  type: 'point',
  kind: 'comment',
  at: '2030-01-01T00:00:00.000Z',
  body,
});

async function place(identity: Identity): Promise<RoomAccess> {
  const entered = await enterRoom(identity, id);
  if (!entered.ok) throw new Error(entered.reason);
  return entered.access;
}

/** One room of two sections: Ada's, which Sam assists, and Bea's. */
beforeEach(async () => {
  openFreshData();
  kim = await makeMember('Kim');
  space = await makeCourse(kim);
  sam = await makeMember('Sam');
  const invite = await makeInvite(space, { role: 'assistant' });
  if (!invite.ok) throw new Error(invite.reason);
  await join({ code: invite.code }, { ...stranger(), identity: sam });
  await limitAssistant(space, sam.accountId, ['Mon']);
  const students = [await makeMember('Ada'), await makeMember('Bea')] as const;
  const row = (name: string, section: string) => ({
    name,
    email: `${name.toLowerCase()}@example.org`,
    section,
    group: null,
    canvas: { id: name, sisUserId: '', sisLoginId: '' },
  });
  await enrol(space, [row('Ada', 'Mon'), row('Bea', 'Tue')]);
  const made = await assign(space, { rooms: 'one' });
  [assignmentId, id] = [made.id, made.rooms[0]?.id ?? ''];
  [ada, bea] = [await place(students[0]), await place(students[1])];
  for (const one of [ada, bea]) await sayIn(one, 'n1', said(`words of ${one.participant}`));
  const teacher = await place(kim);
  owner = sender({ sessionId: (await identityFor(kim.accountId)).via.id });
  assistant = sender({ sessionId: (await identityFor(sam.accountId)).via.id });
  const { body } = await owner(rubrics.POST, 'POST', { id }, { rubric: completeRubric });
  await owner(review.PATCH, 'PATCH', { id }, { rubricId: (body as { rubric: { id: string } }).rubric.id });
  const stamp = { type: 'stamp', of: 'whole', criterion: 'done', level: 'yes' } as const;
  for (const one of [ada, bea])
    await sayIn(teacher, 'done:whole', stamp, reviewDocument(id, one.participant));
  const override = { decision: 'excused', reason: 'was ill', seen: null };
  await owner(overrides.POST, 'POST', { id }, { ...override, participant: bea.participant });
  await owner(acceptances.POST, 'POST', { id }, { ref: `${bea.participant}/n1`, accepted: true });
  await owner(releases.POST, 'POST', { id }, { participants: [bea.participant], released: true });
});

const doors: [string, () => Promise<unknown>][] = [
  ['the review of the room', () => assistant(review.GET, 'GET', { id })],
  ['the matrix of all groups', () => assistant(allGroups.GET, 'GET', { id: assignmentId })],
  ['the assignment', () => assistant(assignment.GET, 'GET', { id: assignmentId })],
  [
    'late work',
    () => assistant(acceptances.POST, 'POST', { id }, { ref: `${ada.participant}/n1`, accepted: true }),
  ],
  ['releases', () => assistant(releases.POST, 'POST', { id }, { released: true })],
  ['notes as a file', () => file('notes')],
  ['receipts', () => file('receipts')],
  ['the gradebook', () => file('gradebook')],
  ['the Canvas file', () => file('canvas')],
];

async function file(kind: string): Promise<string> {
  const session = await identityFor(sam.accountId);
  const cookie = `${sessionCookieName()}=${await sessionToken(session.via.id)}`;
  const request = new Request(`http://localhost:3000/api?file=${kind}`, { headers: { cookie } });
  return (await exported.GET(request, { params: Promise.resolve({ id }) })).text();
}

test.each(doors)('through %s an assistant sees their own section’s students alone', async (_, open) => {
  // Who is not reviewed is told to the page, so that it can leave them out: by id, as the discussion has them anyway.
  const answer = JSON.stringify(await open(), (key, value) => (key === 'outside' ? [] : value));
  expect(answer).toMatch(new RegExp(`Ada|${ada.participant}`));
  for (const hidden of ['Bea', bea.participant]) expect(answer).not.toContain(hidden);
});

test('and is told that the rubric of all groups is not theirs to set', async () => {
  expect((await assistant(review.GET, 'GET', { id })).body).toMatchObject({ mayAssign: false });
  expect((await owner(review.GET, 'GET', { id })).body).toMatchObject({ mayAssign: true });
});

test('and decides about those alone', async () => {
  const form = { decision: 'points', points: 9, reason: 'because', seen: null };
  const { status } = await assistant(
    overrides.POST,
    'POST',
    { id },
    { ...form, participant: bea.participant },
  );
  expect(status).toBe(404);
  await assistant(releases.POST, 'POST', { id }, { released: false });
  const late = { ref: `${bea.participant}/n1`, accepted: false };
  const refused = await assistant(acceptances.POST, 'POST', { id }, late);
  expect(refused).toMatchObject({ status: 404, body: { error: { code: 'no-such-participant' } } });
  const { body } = await owner(review.GET, 'GET', { id });
  expect(body).toMatchObject({
    accepted: [`${bea.participant}/n1`],
    released: [[bea.participant, expect.any(String)]],
    overrides: [{ participant: bea.participant, points: null }],
  });
});

test('and one gradebook column holds the students of all groups whom one reviews', async () => {
  const fileFor = async (identity: Identity, file: string) => {
    const session = await identityFor(identity.accountId);
    const cookie = `${sessionCookieName()}=${await sessionToken(session.via.id)}`;
    const request = new Request(`http://localhost:3000/api?file=${file}`, { headers: { cookie } });
    return (await classFile.GET(request, { params: Promise.resolve({ id: assignmentId }) })).text();
  };
  for (const file of ['gradebook', 'canvas']) {
    const [whole, part] = [await fileFor(kim, file), await fileFor(sam, file)];
    expect(whole).toMatch(/Ada[\s\S]*Bea/);
    expect(part).toContain('Ada');
    expect(part).not.toContain('Bea');
  }
});

test('and keeps the roster of those alone', async () => {
  const access = await enterSpace(sam, space.space.id);
  const run = await runAssignment(sam, assignmentId);
  const seats = await seatsOf(space);
  if (!access || !run || !seats.ok) throw new Error('Sam assists in this course');
  const mine = await seatsOf(access);
  expect(mine.ok && mine.seats.map(({ name }) => name)).toEqual(['Ada']);
  expect((await placedIn(run)).map(({ name }) => name)).toEqual(['Ada']);
  const other = seats.seats.find(({ name }) => name === 'Bea')?.id ?? '';
  const none = { ok: false, reason: 'no-such-seat' };
  expect(await extend(run, other, null)).toEqual(none);
  expect(await changeSeat(access, other, { section: 'Mon' })).toEqual(none);
  expect(await strikeSeat(access, other)).toEqual(none);
  const denied = { ok: false, reason: 'not-allowed' };
  expect(await dealGroups(access, { size: 2, locale: 'en' })).toEqual(denied);
  const row = { name: 'Bea', email: 'bea@example.org', group: null, canvas: null };
  expect(await enrol(access, [{ ...row, section: 'Mon' }])).toEqual(denied);
  expect(await enrol(access, [{ ...row, section: 'Tue' }])).toEqual(denied);
});
