// What an assistant who is limited to sections may do in a course: what concerns their sections, and nothing that touches
// everyone (docs/decisions/028). Their review of work is told in app/api/sections.test.ts.

import { beforeEach, describe, expect, test } from 'vitest';
import { flagsDocument } from '#lib/model/document.ts';
import { flagPoint } from '#lib/model/flag.ts';
import { completeRubric } from '#lib/words/rubrics-in-english.ts';
import { changeAssignment, makeAssignment, runAssignment } from '../classes/assignments.ts';
import { dealGroups, limitAssistant } from '../classes/groups.ts';
import { enrol } from '../classes/seats.ts';
import { assign, makeCourse, makeMember, makeRoomIn, openFreshData, sayIn, stranger } from '../fixture.ts';
import type { RoomId } from '../ids.ts';
import { auditOf, keepAudit } from '../moderation/audit.ts';
import { flaggedRooms } from '../moderation/flags.ts';
import type { Identity } from '../people/identity.ts';
import { openHold, retentionOf } from '../retention/course.ts';
import { asReviewer } from '../review/reviewing.ts';
import { makeRubric, replaceRubric } from '../review/rubrics.ts';
import { changeReview } from '../review/settings.ts';
import { all, database, type Transaction } from '../store/database.ts';
import { enterRoom, enterSpace, type SpaceAccess } from './access.ts';
import { inviteBehind, invitesOf, makeInvite, revokeInvite } from './invites.ts';
import { join } from './joining.ts';
import { changeRole, membersOf, readmitMember, removeMember } from './members.ts';

const denied = { ok: false, reason: 'not-allowed' };

let kim: Identity;
let sam: Identity;
let ada: Identity;
let bea: Identity;
let space: SpaceAccess;
let sams: SpaceAccess;
let assignmentId: string;
/** The rooms of Ada's section, which Sam assists, of Bea's, and one of no section. */
let rooms: { mon: RoomId; tue: RoomId; open: RoomId };

async function enterAs(identity: Identity): Promise<SpaceAccess> {
  const access = await enterSpace(identity, space.space.id);
  if (!access) throw new Error('not of the course');
  return access;
}

beforeEach(async () => {
  openFreshData();
  kim = await makeMember('Kim');
  space = await makeCourse(kim);
  [sam, ada, bea] = [await makeMember('Sam'), await makeMember('Ada'), await makeMember('Bea')];
  const invite = await makeInvite(space, { role: 'assistant' });
  if (!invite.ok) throw new Error(invite.reason);
  await join({ code: invite.code }, { ...stranger(), identity: sam });
  const row = (name: string, section: string) => ({
    name,
    email: `${name.toLowerCase()}@example.org`,
    section,
    group: section,
    canvas: null,
  });
  await enrol(space, [row('Ada', 'Mon'), row('Bea', 'Tue')]);
  const made = await assign(space);
  assignmentId = made.id;
  const roomOf = (title: string) => made.rooms.find((room) => room.title === title)?.id ?? '';
  const { roomId: open } = await makeRoomIn(kim, space);
  rooms = { mon: roomOf('Mon'), tue: roomOf('Tue'), open };
  await limitAssistant(space, sam.accountId, ['Mon']);
  sams = await enterAs(sam);
});

/** That there is something in a document, as the store keeps it. */
function* keepDocument(name: string): Transaction<void> {
  const unused = { lineage: name, seq: 1, size_bytes: 1, quarantined_at: null, quarantine_reason: null };
  yield* all(
    database()
      .build.insertInto('document')
      .values({ name, ...unused }),
  );
}

describe('an assistant with sections', () => {
  test('changes no assignment, makes none and deals no groups: these are everyone’s', async () => {
    const run = await runAssignment(sam, assignmentId);
    if (!run) throw new Error('they run it for their section');
    expect(await changeAssignment(run, { visibility: { kind: 'open' } })).toEqual(denied);
    const { readingId, id: _, spaceId: __, createdAt: ___, ...settings } = run.assignment;
    expect(await makeAssignment(sams, { ...settings, readingId, rooms: 'groups' })).toEqual(denied);
    expect(await dealGroups(sams, { size: 2, locale: 'en' })).toEqual(denied);
    await limitAssistant(space, sam.accountId, []);
    const whole = await runAssignment(sam, assignmentId);
    expect(whole && (await changeAssignment(whole, { title: 'Ferries' }))).toEqual({ ok: true });
  });

  test('sets no rubric for all groups, and takes none from the others', async () => {
    const reviewer = async (roomId: RoomId) => {
      const entered = await enterRoom(sam, roomId);
      const review = entered.ok ? asReviewer(entered.access) : null;
      if (!review) throw new Error('they review there');
      return review;
    };
    const mine = await reviewer(rooms.mon);
    const { id } = await makeRubric(mine, completeRubric);
    expect(await changeReview(mine, { rubricId: id })).toEqual(denied);
    expect(await replaceRubric(mine, completeRubric, id)).toEqual(denied);
    // Their page sends the rubric that stands along with what they may change.
    expect(await changeReview(mine, { analytics: 'counts', rubricId: null })).toEqual({ ok: true });
    expect(await changeReview(await reviewer(rooms.open), { rubricId: id })).toEqual({ ok: true });
  });

  test('is told the addresses of their own people alone', async () => {
    await removeMember(space, bea.accountId);
    const shown = async () =>
      (await membersOf(sams)).map(({ name, email, isOutside }) => [name, email, isOutside]);
    expect(await shown()).toEqual([
      ['Ada', 'ada@example.org', false],
      ['Kim', null, true],
      ['Sam', null, true],
    ]);
    await readmitMember(space, bea.accountId);
    await removeMember(space, ada.accountId);
    expect(await shown()).toEqual([
      ['Ada', 'ada@example.org', false],
      ['Bea', null, true],
      ['Kim', null, true],
      ['Sam', null, true],
    ]);
    expect((await membersOf(space)).map(({ email }) => email)).not.toContain(null);
  });

  test('is told the requests and appeals of their own people alone, and that others hold the course back', async () => {
    const open = (accountId: string | null, note: string) =>
      openHold(space, { kind: 'appeal', note, accountId });
    await open(bea.accountId, 'about Bea');
    await open(null, 'about the course');
    const shown = async (access: SpaceAccess) => {
      const { holds, isHeld } = await retentionOf(access);
      return { isHeld, holds: holds.map(({ note, about }) => [note, about]).sort() };
    };
    expect(await shown(sams)).toEqual({ isHeld: true, holds: [] });
    await open(ada.accountId, 'about Ada');
    expect(await shown(sams)).toEqual({ isHeld: true, holds: [['about Ada', 'Ada']] });
    expect((await shown(space)).holds.map(([note]) => note)).toEqual([
      'about Ada',
      'about Bea',
      'about the course',
    ]);
  });

  test('removes their own people alone, and lets them back in', async () => {
    const late = await makeMember('Late');
    const invite = await makeInvite(space, { role: 'member' });
    await join({ code: invite.ok ? invite.code : '' }, { ...stranger(), identity: late });
    for (const other of [bea, late]) {
      expect(await removeMember(sams, other.accountId)).toEqual(denied);
      await removeMember(space, other.accountId);
      expect(await readmitMember(sams, other.accountId)).toEqual(denied);
    }
    expect(await removeMember(sams, ada.accountId)).toEqual({ ok: true });
    expect(await readmitMember(sams, ada.accountId)).toEqual({ ok: true });
    expect(await removeMember(sams, sam.accountId)).toEqual({ ok: true });
  });

  test('makes, sees and ends links into rooms of theirs alone', async () => {
    expect(await makeInvite(sams, { role: 'member' })).toEqual(denied);
    expect(await makeInvite(sams, { role: 'member', roomId: rooms.tue })).toEqual({
      ok: false,
      reason: 'no-such-room',
    });
    for (const roomId of [rooms.mon, rooms.open])
      expect(await makeInvite(sams, { role: 'member', roomId })).toMatchObject({ ok: true });
    const others = [
      await makeInvite(space, { role: 'member' }),
      await makeInvite(space, { role: 'member', roomId: rooms.tue }),
    ];
    const seen = await invitesOf(sams);
    expect(seen.ok && seen.invites.map(({ roomId }) => roomId).sort()).toEqual(
      [rooms.mon, rooms.open].sort(),
    );
    for (const one of others) expect(await revokeInvite(sams, one.ok ? one.code : '')).toEqual(denied);
  });

  test('is told of flags and rulings in rooms of theirs alone', async () => {
    const flagged: [string, RoomId][] = [];
    for (const [who, roomId] of [
      [ada, rooms.mon],
      [bea, rooms.tue],
    ] as const) {
      const entered = await enterRoom(who, roomId);
      if (!entered.ok) throw new Error(entered.reason);
      const { participant } = entered.access;
      flagged.push([participant, roomId]);
      const said = { type: 'point', kind: 'comment', at: '2030-01-01T00:00:00.000Z', body: 'x' } as const;
      await sayIn(entered.access, 'n1', said);
      const flag = flagPoint(`${participant}/n1`, 'rude', said.at);
      await sayIn(entered.access, flag.id, flag.value, flagsDocument(roomId, participant));
    }
    await database().write(function* () {
      const by = { spaceId: space.space.id, accountId: kim.accountId, act: 'hide' as const, about: 'a/n1' };
      for (const [who, roomId] of flagged) yield* keepDocument(flagsDocument(roomId, who));
      for (const roomId of [rooms.mon, rooms.tue, rooms.open]) yield* keepAudit({ ...by, roomId });
    });
    expect((await flaggedRooms(space)).map(({ id }) => id).sort()).toEqual([rooms.mon, rooms.tue].sort());
    expect((await flaggedRooms(sams)).map(({ id }) => id)).toEqual([rooms.mon]);
    const trail = async (access: SpaceAccess) => {
      const found = await auditOf(access);
      return found.ok ? found.lines.flatMap(({ roomId }) => roomId ?? []).sort() : [];
    };
    expect(await trail(space)).toEqual(expect.arrayContaining([rooms.tue]));
    expect([...new Set(await trail(sams))]).toEqual([rooms.mon, rooms.open].sort());
  });
});

test.each([
  [
    'with a limit',
    () => limitAssistant(space, sam.accountId, []),
    () => limitAssistant(space, sam.accountId, ['Mon']),
  ],
  [
    'with the role to which a limit belongs that stands still',
    () => changeRole(space, sam.accountId, 'owner'),
    () => changeRole(space, sam.accountId, 'assistant'),
  ],
])('%s end the links that could not be made under it', async (_, lift, limit) => {
  await lift();
  const whole = await enterAs(sam);
  const made = [];
  for (const form of [{}, { roomId: rooms.mon }, { roomId: rooms.tue }, { roomId: rooms.open }]) {
    const invite = await makeInvite(whole, { role: 'member', ...form });
    made.push(invite.ok ? invite.code : '');
  }
  const kims = await makeInvite(space, { role: 'member' });
  await limit();
  const work = await Promise.all(made.map(async (code) => (await inviteBehind(code)).ok));
  expect(work).toEqual([false, true, false, true]);
  expect((await inviteBehind(kims.ok ? kims.code : '')).ok).toBe(true);
});

describe('who instructs where', () => {
  async function announcedBy(act: () => Promise<unknown>) {
    const read = () => database().read.selectFrom('access_change').selectAll().orderBy('id').execute();
    const before = (await read()).length;
    await act();
    return (await read())
      .slice(before)
      .map(({ kind, account_id, space_id, room_id }) => [kind, account_id ?? space_id ?? room_id]);
  }

  test('[AUTH3] is told to every room of theirs with their limit, whether or not they are there', async () => {
    for (const roomId of [rooms.mon, rooms.open]) await enterRoom(sam, roomId);
    const told = await announcedBy(() => limitAssistant(space, sam.accountId, ['Tue']));
    expect(told).toEqual(
      expect.arrayContaining([
        ['access', sam.accountId],
        ['roster', rooms.mon],
        ['roster', rooms.open],
      ]),
    );
  });

  test('is told with the section of a room, and of a student', async () => {
    const row = { name: 'Ada', email: 'ada@example.org', group: null, canvas: null };
    const judgedAgain = ['access', space.space.id];
    expect(await announcedBy(() => enrol(space, [{ ...row, section: 'Mon' }]))).not.toContainEqual(
      judgedAgain,
    );
    expect(await announcedBy(() => enrol(space, [{ ...row, section: 'Tue' }]))).toContainEqual(judgedAgain);
  });
});
