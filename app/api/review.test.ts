// The routes of a review: for instructors alone, refused in words, and files that stream.

import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, test } from 'vitest';
import { identityFor, makeMember, makeRoomIn, openFreshData, sayIn, stranger } from '#lib/data/fixture.ts';
import { enterRoom, type RoomAccess } from '#lib/data/spaces/access.ts';
import { makeInvite } from '#lib/data/spaces/invites.ts';
import { join } from '#lib/data/spaces/joining.ts';
import { reviewDocument } from '#lib/model/document.ts';
import { completeRubric } from '#lib/words/rubrics-in-english.ts';
import { sender } from './fixture.ts';
import * as acceptances from './rooms/[id]/review/acceptances/route.ts';
import * as comment from './rooms/[id]/review/comments/[commentId]/route.ts';
import * as comments from './rooms/[id]/review/comments/route.ts';
import * as check from './rooms/[id]/review/export/check/route.ts';
import * as exported from './rooms/[id]/review/export/route.ts';
import * as overrides from './rooms/[id]/review/overrides/route.ts';
import * as releases from './rooms/[id]/review/releases/route.ts';
import * as review from './rooms/[id]/review/route.ts';
import * as rubrics from './rooms/[id]/review/rubrics/route.ts';
import * as work from './rooms/[id]/work/route.ts';

type Page = ReturnType<typeof sender>;
let teacher: Page;
let student: Page;
let id: string;
let teacherPlace: RoomAccess;
let studentPlace: RoomAccess;

beforeEach(async () => {
  openFreshData();
  const owner = await makeMember('Teacher');
  const { roomId, space } = await makeRoomIn(owner);
  const invite = await makeInvite(space, { role: 'member' });
  if (!invite.ok) throw new Error(invite.reason);
  const ada = await makeMember('Ada');
  await join({ code: invite.code }, { ...stranger(), identity: ada });
  const places = [];
  for (const who of [owner, ada]) {
    const entered = await enterRoom(who, roomId);
    if (!entered.ok) throw new Error(entered.reason);
    places.push(entered.access);
  }
  const [first, second] = places;
  if (!first || !second) throw new Error('the class was not made');
  [teacherPlace, studentPlace, id] = [first, second, roomId];
  teacher = sender({ sessionId: (await identityFor(owner.accountId)).via.id });
  student = sender({ sessionId: (await identityFor(ada.accountId)).via.id });
});

const codeOf = ({ body }: { body: unknown }) => (body as { error?: { code: string } }).error?.code;

async function withRubric(): Promise<void> {
  const made = await teacher(rubrics.POST, 'POST', { id }, { rubric: completeRubric });
  const { rubric } = made.body as { rubric: { id: string } };
  await teacher(review.PATCH, 'PATCH', { id }, { rubricId: rubric.id });
}

/** The text of a file that a route streams, and its headers. */
async function fileOf(file: string): Promise<{ text: string; headers: Headers }> {
  const session = await identityFor(teacherPlace.accountId);
  const { sessionCookieName, sessionToken } = await import('#lib/data/people/identity.ts');
  const request = new Request(`http://localhost:3000/api?file=${file}`, {
    headers: { cookie: `${sessionCookieName()}=${await sessionToken(session.via.id)}` },
  });
  const response = await exported.GET(request, { params: Promise.resolve({ id }) });
  return { text: await response.text(), headers: response.headers };
}

test('nothing of a review is a student’s to ask for or to change', async () => {
  const calls = [
    student(review.GET, 'GET', { id }),
    student(review.PATCH, 'PATCH', { id }, { analytics: 'none' }),
    student(rubrics.POST, 'POST', { id }, { rubric: completeRubric }),
    student(acceptances.POST, 'POST', { id }, { ref: 'a/b', accepted: true }),
    student(releases.POST, 'POST', { id }, { released: true }),
    student(overrides.POST, 'POST', { id }, { participant: 'x', decision: 'none', reason: 'r', seen: null }),
    student(comments.POST, 'POST', { id }, { body: 'well' }),
    student(comment.DELETE, 'DELETE', { id, commentId: 'c' }),
    student(exported.GET, 'GET', { id }),
    student(check.GET, 'GET', { id }),
  ];
  for (const answer of await Promise.all(calls)) expect(codeOf(answer)).toBe('not-allowed');
});

test('a rubric is made, chosen and answered; one of another course is not', async () => {
  await withRubric();
  expect((await teacher(review.GET, 'GET', { id })).body).toMatchObject({
    settings: { rubric: completeRubric, analytics: 'full' },
    rubrics: [completeRubric],
  });
  expect(codeOf(await teacher(review.PATCH, 'PATCH', { id }, { rubricId: 'elsewhere' }))).toBe(
    'no-such-rubric',
  );
  const broken = { ...completeRubric, criteria: [] };
  const refused = await teacher(rubrics.POST, 'POST', { id }, { rubric: broken });
  expect(refused).toMatchObject({
    status: 422,
    body: { error: { message: expect.stringContaining('A rubric needs a criterion') } },
  });
});

test('an override needs a reason, and is not written over one that was not seen', async () => {
  const form = { participant: studentPlace.participant, decision: 'points', points: 1, seen: null };
  expect((await teacher(overrides.POST, 'POST', { id }, { ...form, reason: ' ' })).status).toBe(422);
  expect(await teacher(overrides.POST, 'POST', { id }, { ...form, reason: 'spoke up' })).toMatchObject({
    status: 200,
    body: { overrides: [{ points: 1, reason: 'spoke up' }] },
  });
  const again = await teacher(overrides.POST, 'POST', { id }, { ...form, reason: 'also' });
  expect(again).toMatchObject({ status: 409, body: { error: { code: 'changed-meanwhile' } } });
});

test('marks reach the student’s own address only while they are released', async () => {
  await withRubric();
  const stamp = { type: 'stamp', of: 'whole', criterion: 'done', level: 'yes', body: 'All there.' } as const;
  await sayIn(teacherPlace, 'done:whole', stamp, reviewDocument(id, studentPlace.participant));
  const own = async () => JSON.stringify((await student(work.GET, 'GET', { id })).body);
  expect(await own()).not.toContain('All there.');
  const { participant } = studentPlace;
  await teacher(releases.POST, 'POST', { id }, { participants: [participant], released: true });
  expect(await own()).toContain('All there.');
  await teacher(releases.POST, 'POST', { id }, { released: false });
  expect(await own()).not.toContain('All there.');
});

describe('files', () => {
  test('stream with their names and how long they will be', async () => {
    await sayIn(studentPlace, 'n1', {
      type: 'point',
      kind: 'comment',
      at: '2030-01-01T00:00:00.000Z',
      body: '=1+1',
    });
    const { text, headers } = await fileOf('notes');
    expect(headers.get('content-disposition')).toBe('attachment; filename="notes.csv"');
    expect(headers.get('x-lines')).toBe('1');
    const [row]: Record<string, string>[] = parse(text, { columns: true, bom: true });
    expect(row).toMatchObject({ student: 'Ada', note: "'=1+1", lateness: 'in-time' });
  });

  test('about grades need a rubric; Canvas’s names whom it will not find', async () => {
    expect(codeOf(await teacher(check.GET, 'GET', { id }))).toBe('no-such-rubric');
    await withRubric();
    expect((await teacher(check.GET, 'GET', { id })).body).toEqual({
      unmatched: [{ id: studentPlace.participant, name: 'Ada' }],
      isColumnNew: true,
    });
    expect((await fileOf('gradebook')).text).toContain('Ada');
    expect((await fileOf('receipts')).text).toContain('unmarked');
    expect((await fileOf('canvas')).text.split('\r\n')[1]).toBe('    Points Possible,,,,,1');
  });
});

test('the comment bank is filled and emptied', async () => {
  const kept = await teacher(comments.POST, 'POST', { id }, { body: 'Say why.' });
  const { comment: made } = kept.body as { comment: { id: string } };
  expect(kept).toMatchObject({ status: 201, body: { comment: { body: 'Say why.' } } });
  expect((await teacher(comment.DELETE, 'DELETE', { id, commentId: made.id })).status).toBe(204);
  expect((await teacher(review.GET, 'GET', { id })).body).toMatchObject({ comments: [] });
});

test('late work is accepted by one call', async () => {
  const form = { ref: `${studentPlace.participant}/n1`, accepted: true };
  expect((await teacher(acceptances.POST, 'POST', { id }, form)).body).toEqual({ accepted: [form.ref] });
  expect((await teacher(acceptances.POST, 'POST', { id }, { ...form, accepted: false })).body).toEqual({
    accepted: [],
  });
});
