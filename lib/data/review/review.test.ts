// What the database knows of a review: how work stood, who decided what, and that nobody else may know.

import { beforeEach, describe, expect, test } from 'vitest';
import { reviewDocument, roomDocument } from '#lib/model/document.ts';
import type { Point, Ref } from '#lib/model/record.ts';
import { asItStood, asUnlocked, nothingDue } from '#lib/model/review/timing.ts';
import { completeRubric, seminarRubric } from '#lib/words/rubrics-in-english.ts';
import { makeMember, makeRoomIn, openFreshData, sayIn, stranger } from '../fixture.ts';
import type { Identity } from '../people/identity.ts';
import { recordsOf } from '../readings/rooms.ts';
import { enterRoom, type RoomAccess } from '../spaces/access.ts';
import { makeInvite } from '../spaces/invites.ts';
import { join } from '../spaces/joining.ts';
import { all, database } from '../store/database.ts';
import { acceptedIn, acceptLate, overrideGrade, overridesIn, releaseReviews } from './decisions.ts';
import { gradesIn } from './grades.ts';
import { noteParts } from './note-parts.ts';
import { ownReview, reviewOf } from './review.ts';
import { asReviewer, type ReviewAccess } from './reviewing.ts';
import {
  dropComment,
  keepComment,
  makeRubric,
  replaceRubric,
  rubricsOf,
  stockCommentsOf,
} from './rubrics.ts';
import { changeReview, reviewSettingsOf } from './settings.ts';

let teacher: ReviewAccess;
let ada: RoomAccess;
let bea: RoomAccess;
let adaIdentity: Identity;

const words = (body: string): Point => ({
  type: 'point',
  kind: 'comment',
  at: '2030-01-01T00:00:00.000Z',
  body,
});

async function place(identity: Identity, roomId: string): Promise<RoomAccess> {
  const entered = await enterRoom(identity, roomId);
  if (!entered.ok) throw new Error(entered.reason);
  return entered.access;
}

beforeEach(async () => {
  openFreshData();
  const owner = await makeMember('Teacher');
  const { roomId, space } = await makeRoomIn(owner);
  const invite = await makeInvite(space, { role: 'member' });
  if (!invite.ok) throw new Error(invite.reason);
  const students: RoomAccess[] = [];
  for (const name of ['Ada', 'Bea']) {
    const identity = await makeMember(name);
    if (name === 'Ada') adaIdentity = identity;
    await join({ code: invite.code }, { ...stranger(), identity });
    students.push(await place(identity, roomId));
  }
  const access = asReviewer(await place(owner, roomId));
  const [first, second] = students;
  if (!access || !first || !second) throw new Error('the class was not made');
  [teacher, ada, bea] = [access, first, second];
});

/** Writes another value of a record, as the log does, at a moment of its own. */
async function revise(ref: Ref, value: Point, acceptedAt: string, seq: number): Promise<void> {
  const { build, write } = database();
  const document = roomDocument(teacher.room.id);
  const json = JSON.stringify(value);
  await write(function* () {
    yield* all(
      build
        .updateTable('record')
        .set({ value: json, accepted_at: acceptedAt, seq })
        .where('document', '=', document)
        .where('ref', '=', ref),
    );
    yield* all(
      build.insertInto('record_version').values({ document, ref, seq, value: json, accepted_at: acceptedAt }),
    );
  });
}

test('members and observers review nothing', () => {
  expect(asReviewer(ada)).toBeNull();
});

describe('a review', () => {
  test('begins with neither rubric nor dates, and keeps what is chosen', async () => {
    expect(await reviewSettingsOf(teacher)).toEqual({
      rubric: null,
      analytics: 'full',
      due: nothingDue,
      isAssigned: false,
    });
    const rubric = await makeRubric(teacher, seminarRubric);
    await changeReview(teacher, { rubricId: rubric.id, notesDueAt: '2030-01-02T00:00:00.000Z' });
    await changeReview(teacher, { analytics: 'counts' });
    expect(await reviewSettingsOf(teacher)).toEqual({
      rubric,
      analytics: 'counts',
      due: { notes: '2030-01-02T00:00:00.000Z', replies: null },
      isAssigned: false,
    });
    expect(await changeReview(teacher, { rubricId: 'elsewhere' })).toEqual({
      ok: false,
      reason: 'no-such-rubric',
    });
  });

  test('reads work as it stood when it was due', async () => {
    const ref = await sayIn(ada, 'n1', words('what it first said'));
    await revise(ref, words('what it first said'), '2030-01-01T00:00:01.000Z', 101);
    await revise(ref, words('what it says now'), '2030-01-03T00:00:00.000Z', 102);
    const due = { notes: '2030-01-02T00:00:00.000Z', replies: null };
    await changeReview(teacher, { notesDueAt: due.notes });
    const { past } = await reviewOf(teacher);
    const stood = asItStood(await recordsOf(teacher), past, () => due, new Set());
    expect(stood.map(({ value }) => value.type === 'point' && value.body)).toEqual(['what it first said']);
  });

  test('keeps each student’s text as it was when they unlocked the others’', async () => {
    const ref = await sayIn(ada, 'n1', words('what she thought alone'));
    await database().write(() =>
      all(
        database()
          .build.updateTable('participant')
          .set({ sighted_at: '2030-01-01T00:00:01.000Z' })
          .where('id', '=', ada.participant),
      ),
    );
    await revise(ref, words('what she thought alone'), '2030-01-01T00:00:01.000Z', 100);
    await revise(ref, words('what she copied'), '2030-01-01T00:00:02.000Z', 101);
    const { past, sighted } = await reviewOf(teacher);
    expect(sighted).toEqual([[ada.participant, '2030-01-01T00:00:01.000Z']]);
    const sightOf = new Map(sighted);
    const stood = asUnlocked(await recordsOf(teacher), past, (who) => sightOf.get(who) ?? null);
    expect(stood.map(({ value }) => value.type === 'point' && value.body)).toEqual([
      'what she thought alone',
    ]);
  });

  test('takes late work, and takes that back', async () => {
    const ref = await sayIn(ada, 'n1', words('late'));
    await acceptLate(teacher, ref, true);
    await acceptLate(teacher, ref, true);
    expect(await acceptedIn(teacher)).toEqual([ref]);
    await acceptLate(teacher, ref, false);
    expect(await acceptedIn(teacher)).toEqual([]);
  });

  test('shows a student their own until nothing and after its release everything, and nothing of others', async () => {
    const rubric = await makeRubric(teacher, completeRubric);
    await changeReview(teacher, { rubricId: rubric.id });
    const of = 'whole' as const;
    const stamp = { type: 'stamp', of, criterion: 'done', level: 'yes' } as const;
    for (const student of [ada, bea])
      await sayIn(teacher, 'done:whole', stamp, reviewDocument(teacher.room.id, student.participant));
    const form = { decision: 'points', points: 5, reason: 'spoke up', seen: null } as const;
    await overrideGrade(teacher, { ...form, participant: ada.participant });
    expect(await ownReview(ada)).toMatchObject({ releasedAt: null, records: [], override: null });

    await releaseReviews(teacher, [ada.participant], true);
    const again = await place(adaIdentity, ada.room.id);
    const own = await ownReview(again);
    expect(own.records.map(({ value }) => value)).toEqual([stamp]);
    expect(own.override).toMatchObject({ participant: ada.participant, points: 5, reason: 'spoke up' });
    expect(JSON.stringify(own)).not.toContain(bea.participant);

    await releaseReviews(teacher, null, false);
    expect(await ownReview(await place(adaIdentity, ada.room.id))).toMatchObject({ records: [] });
  });
});

describe('an override', () => {
  const decide = (seen: number | null, points = 3) =>
    overrideGrade(teacher, {
      participant: ada.participant,
      decision: 'points',
      points,
      reason: 'agreed in person',
      seen,
    });

  test('is never written over one that was not seen', async () => {
    expect(await decide(null)).toEqual({ ok: true });
    expect(await decide(null, 9)).toEqual({ ok: false, reason: 'changed-meanwhile' });
    const [first] = await overridesIn(teacher);
    expect(first?.points).toBe(3);
    expect(await decide(first?.id ?? null, 9)).toEqual({ ok: true });
    expect((await overridesIn(teacher)).map(({ points }) => points)).toEqual([9]);
  });

  test('can be taken back, and then the rubric counts again', async () => {
    await decide(null);
    const [first] = await overridesIn(teacher);
    const back = { participant: ada.participant, decision: 'none', reason: 'a mistake' } as const;
    expect(await overrideGrade(teacher, { ...back, seen: first?.id ?? null })).toEqual({ ok: true });
    expect(await overridesIn(teacher)).toEqual([]);
    expect(await decide(null)).toEqual({ ok: true });
  });

  test('is of somebody in this room', async () => {
    const form = { participant: 'nobody', decision: 'none', reason: 'why', seen: null } as const;
    expect(await overrideGrade(teacher, form)).toEqual({ ok: false, reason: 'no-such-participant' });
  });
});

describe('gradesIn', () => {
  test('gives every student what the rubric says', async () => {
    const rubric = await makeRubric(teacher, completeRubric);
    const stamp = { type: 'stamp', of: 'whole', criterion: 'done', level: 'yes' } as const;
    await sayIn(teacher, 'done:whole', stamp, reviewDocument(teacher.room.id, bea.participant));
    const grades = await gradesIn(teacher, rubric);
    expect(grades.map(({ name, grade }) => [name, grade.sum])).toEqual([
      ['Ada', null],
      ['Bea', 1],
    ]);
  });
});

describe('what is used again', () => {
  test('a rubric that is edited is another one, and the old one is no longer offered', async () => {
    const first = await makeRubric(teacher, seminarRubric);
    const replaced = await replaceRubric(teacher, { ...seminarRubric, name: 'Better' }, first.id);
    if (!replaced.ok) throw new Error(replaced.reason);
    const second = replaced.rubric;
    expect((await rubricsOf(teacher.room.spaceId)).map(({ id }) => id)).toEqual([second.id]);
    await changeReview(teacher, { rubricId: first.id });
    expect((await reviewSettingsOf(teacher)).rubric?.name).toBe('Seminar notes');
  });

  test('the comment bank holds the same words once', async () => {
    const { id } = await keepComment(teacher, 'Say what the word does.');
    await keepComment(teacher, 'Say what the word does.');
    expect(await stockCommentsOf(teacher.room.spaceId)).toEqual([{ id, body: 'Say what the word does.' }]);
    await dropComment(teacher, id);
    expect(await stockCommentsOf(teacher.room.spaceId)).toEqual([]);
  });
});

test('notes leave in parts, without what was withdrawn or deleted', async () => {
  const { body: _, ...rest } = words('taken back');
  await sayIn(ada, 'n1', words('one'));
  await sayIn(bea, 'n1', words('two'));
  await sayIn(bea, 'n2', { ...rest, withdrawn: true });
  const bodies: unknown[] = [];
  for await (const part of noteParts(teacher)) bodies.push(...part.map(({ value }) => value.body));
  expect(bodies.sort()).toEqual(['one', 'two']);
  const own: unknown[] = [];
  for await (const part of noteParts(teacher, ada.participant))
    own.push(...part.map(({ value }) => value.body));
  expect(own).toEqual(['one']);
});
