// A whole room goes out as an archive and comes in somewhere else, by the same gate and to the same disk as all else: the
// two are equal, as far as people can be carried.

import { beforeEach, describe, expect, test } from 'vitest';
import { makeCourse, makeMember, makeRoomIn, sayIn } from '#lib/data/fixture.ts';
import { auditOf } from '#lib/data/moderation/audit.ts';
import { makeRoomFrom } from '#lib/data/readings/archive-room.ts';
import { discussionOf } from '#lib/data/readings/discussion.ts';
import { libraryOf } from '#lib/data/readings/library.ts';
import { changeRoom, participantsOf } from '#lib/data/readings/rooms.ts';
import { changeRound } from '#lib/data/readings/rounds.ts';
import { replaceRecordWriter } from '#lib/data/readings/writing.ts';
import { enterSpace } from '#lib/data/spaces/access.ts';
import { unmakeDrafts } from '#lib/data/spaces/drafts.ts';
import { removeMember } from '#lib/data/spaces/members.ts';
import { spacesOf } from '#lib/data/spaces/spaces.ts';
import { all, database } from '#lib/data/store/database.ts';
import { writeArchive } from '#lib/exchange/discussions/archive.ts';
import { readArchive } from '#lib/exchange/discussions/archive-in.ts';
import { bytesOf } from '#lib/exchange/discussions/fixture.ts';
import { flagsDocument } from '#lib/model/document.ts';
import { flagPoint } from '#lib/model/flag.ts';
import type { Entry } from '#lib/model/record.ts';
import { clocksOf } from '#lib/model/round/clock.ts';
import { formatOf } from '#lib/model/round/presets.ts';
import { aDebate, at, base, enter, format, joins, type Person, refTo, say } from './debate-fixture.ts';
import { pointOf, SyncServer } from './fixture.ts';
import { insideWriter } from './inside/writer.ts';

let server: SyncServer;

beforeEach(async () => {
  server = await SyncServer.start();
  replaceRecordWriter(insideWriter(server.rooms));
});

/** The room as this person takes it away. */
async function takenBy({ identity, access }: Person) {
  const now = await enter(identity, access.room.id);
  const opened = readArchive(await bytesOf(writeArchive(await discussionOf(now.access, base)).parts));
  if (!opened.ok) throw new Error(opened.said.key);
  return opened.archive;
}

/** Takes the room away as this person, and makes a room of it in a course of someone else’s. */
async function movedBy(person: Person) {
  const archive = await takenBy(person);
  const ivo = await makeMember('Ivo');
  const made = await makeRoomFrom(ivo, await makeCourse(ivo), archive);
  if (!made.ok) throw new Error(JSON.stringify(made));
  expect(made.report).toEqual([]);
  return { copy: await enter(ivo, made.roomId), archive };
}

/** Everything about a room as its archive has it, with ids as numbers by their first appearance and without who took it. */
async function plainly(who: Person): Promise<unknown> {
  const { access } = await enter(who.identity, who.access.room.id);
  const { room, entries, people, whole } = await discussionOf(access, base);
  const prepared = await whole.preparation();
  const readings = await whole.readings();
  const ids = [
    ...entries.map(({ participant }) => participant),
    ...prepared.entries.map(({ participant }) => participant),
    ...readings.flatMap(({ id, editions }) => [id, ...editions.map(({ edition }) => edition)]),
  ];
  const values = (list: readonly Entry[]) =>
    list.map(({ ref, value, createdAt, acceptedAt }) => ({ ref, value, createdAt, acceptedAt }));
  const everything = {
    title: room.title,
    kind: room.kind,
    settings: whole.settings,
    isClosed: whole.isClosed,
    readings,
    entries: values(entries),
    prepared: values(prepared.entries),
    people: people
      .filter(({ id }) => ids.includes(id))
      .map(({ id, name, role, side, part }) => ({
        id,
        name: name.replace(', imported from an archive', ''),
        role,
        side,
        part,
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
  return numbered(everything, [...new Set(ids)]);
}

async function pastOf(who: Person): Promise<unknown> {
  const { access } = await enter(who.identity, who.access.room.id);
  const { entries, whole } = await discussionOf(access, base);
  const ids = [...new Set(entries.map(({ participant }) => participant))];
  const past = await whole.history();
  return numbered(
    past.map(({ ref, value, acceptedAt }) => ({ ref, value, acceptedAt })),
    ids,
  );
}

function numbered(value: unknown, ids: readonly string[]): unknown {
  let text = JSON.stringify(value);
  for (const [i, id] of ids.entries()) text = text.replaceAll(id, `#${i}`);
  return JSON.parse(text);
}

/** Ivo sits on this side for once, to see what it prepared. */
async function onSide(who: Person, side: string): Promise<Person> {
  const seats = [{ participant: who.access.participant, side, part: 'coach' as const }];
  const set = await changeRound(who.access, { seats });
  if (!set.ok) throw new Error(set.reason);
  return enter(who.identity, who.access.room.id);
}

test('a debate is equal where it comes in: seats, clocks, cards, preparation, ballots, versions and times', async () => {
  const { ann } = await aDebate();
  const { copy, archive } = await movedBy(ann);
  expect(archive.room.settings).toMatchObject({ round: { format, stage: 'over' }, standing: false });
  expect(await plainly(await onSide(copy, 'pro'))).toEqual(await plainly(ann));
  const clocksIn = async ({ access }: Person) => [
    ...clocksOf((await discussionOf(access, base)).entries, formatOf(format)).byId.values(),
  ];
  expect(await clocksIn(copy)).toEqual(await clocksIn(ann));
  const everyone = (await participantsOf(copy.access)).filter(({ kind }) => kind === 'imported');
  expect(everyone.map(({ name, side, part }) => [name, side, part])).toContainEqual([
    'Jude, imported from an archive',
    null,
    'judge',
  ]);
});

test('who is on no side takes no preparation along, and one side never takes the other’s', async () => {
  const { chair, ann, con } = await aDebate();
  const wordsTaken = async ({ identity, access }: Person) => {
    const fresh = await enter(identity, access.room.id);
    const { parts, report } = writeArchive(await discussionOf(fresh.access, base));
    const opened = readArchive(await bytesOf(parts));
    return { said: JSON.stringify(opened), report: report.map((said) => said.key) };
  };
  const [byChair, byAnn, byCon] = [await wordsTaken(chair), await wordsTaken(ann), await wordsTaken(con)];
  expect(byChair.said).not.toMatch(/about toll|answer on tolls/);
  expect(byChair.report).toContain('lost.archive.sides');
  expect(byAnn.said).toContain('about toll');
  expect(byAnn.said).not.toContain('answer on tolls');
  expect(byCon.said).toContain('answer on tolls');
  expect(byCon.said).not.toContain('about toll');
});

test('the past comes along, and a room that instructors took apart comes in as it stands', async () => {
  const kim = await makeMember('Kim');
  const made = await makeRoomIn(kim);
  const [owner, lee] = [await enter(kim, made.roomId), await joins(made.space, 'Lee', made.roomId)];
  await say(lee, { a: pointOf('First.'), b: pointOf('Rude.'), c: pointOf('Stays.') });
  await say(lee, { a: pointOf('Second.') });
  await say(lee, {
    [`helpful:${refTo(lee, 'a')}`]: { type: 'reaction', of: refTo(lee, 'a'), kind: 'helpful' },
  });
  await say(owner, {
    lock: { type: 'ruling', of: refTo(lee, 'a'), act: 'lock', at },
    out: { type: 'ruling', of: lee.access.participant, act: 'lock', at },
    erase: { type: 'ruling', of: refTo(lee, 'b'), act: 'erase', reason: 'Rude.', at },
  });
  await expect.poll(async () => JSON.stringify(await pastOf(owner))).not.toContain('"Rude."}');
  await changeRoom(owner.access, { closed: true, settings: { cards: true } });
  const { copy, archive } = await movedBy(owner);
  expect(JSON.stringify(archive)).not.toContain('"body":"Rude."');
  expect(await plainly(copy)).toEqual(await plainly(owner));
  expect(await pastOf(copy)).toEqual(await pastOf(owner));
});

test('what the archive does not explain is left out, and said', async () => {
  const { ann } = await aDebate();
  const archive = await takenBy(ann);
  const ivo = await makeMember('Ivo');
  const made = await makeRoomFrom(ivo, await makeCourse(ivo), {
    ...archive,
    room: { ...archive.room, settings: {} },
    replay: archive.replay.filter(({ side }) => side === null),
  });
  // Two of clocks and a ballot: of what round they were, nobody could tell.
  if (!made.ok) throw new Error(made.reason);
  expect(made.report.map((say) => say('en'))).toEqual([expect.stringContaining('3 values are left out')]);
});

test('who knows of flags is told that they stay behind', async () => {
  const kim = await makeMember('Kim');
  const made = await makeRoomIn(kim);
  const [owner, lee, mia] = [
    await enter(kim, made.roomId),
    await joins(made.space, 'Lee', made.roomId),
    await joins(made.space, 'Mia', made.roomId),
  ];
  await say(mia, { rude: pointOf('Rude.') });
  const reportFor = async (who: Person) =>
    writeArchive(await discussionOf(who.access, base)).report.filter(
      ({ key }) => key === 'lost.archive.flags',
    );
  expect(await reportFor(owner)).toEqual([]);
  const { id, value } = flagPoint(refTo(mia, 'rude'), 'This is about me.', at);
  await sayIn(lee.access, id, value, flagsDocument(made.roomId, lee.access.participant));
  expect(await reportFor(owner)).toHaveLength(1);
  expect(await reportFor(lee)).toHaveLength(1);
  // That someone flagged her is not hers to know.
  expect(await reportFor(mia)).toEqual([]);
});

describe('an archive that does not come in whole leaves nothing', () => {
  const tables = [
    'account',
    'audit',
    'client_owner',
    'document',
    'edition',
    'log',
    'membership',
    'meta',
    'participant',
    'reading',
    'record',
    'record_version',
    'room',
    'room_reading',
    'snapshot',
    'space',
  ] as const;
  const rows = async () =>
    Object.fromEntries(
      await Promise.all(
        tables.map(async (table) => [
          table,
          (await database().read.selectFrom(table).selectAll().execute()).length,
        ]),
      ),
    );

  async function aCourseAndAnArchive() {
    const { chair } = await aDebate();
    const archive = await takenBy(chair);
    const ivo = await makeMember('Ivo');
    const course = await makeCourse(ivo);
    return { archive, ivo, course, before: await rows() };
  }

  test('cancelled once words are written, and nobody is shown it meanwhile', async () => {
    const { archive, ivo, course, before } = await aCourseAndAnArchive();
    const cancel = new AbortController();
    let during: unknown[] = [];
    const writer = insideWriter(server.rooms);
    replaceRecordWriter({
      ...writer,
      write: async (...call) => {
        const outcome = await writer.write(...call);
        const { spaces, invited } = await libraryOf(ivo);
        during = [await spacesOf(ivo), spaces.flatMap(({ readings }) => readings), invited];
        cancel.abort();
        return outcome;
      },
    });
    const made = await makeRoomFrom(ivo, course, archive, { signal: cancel.signal });
    expect(made).toEqual({ ok: false, reason: 'cancelled' });
    expect(during).toEqual([[expect.objectContaining({ id: course.space.id })], [], []]);
    expect(await rows()).toEqual(before);
  });

  test('nor refused by the gate halfway', async () => {
    const { archive, ivo, course, before } = await aCourseAndAnArchive();
    const [first] = archive.replay;
    if (!first) throw new Error('the archive holds nothing');
    // Whoever forged it says something twice, the second time as another type: the gate takes no such change.
    const forged = { ...first, value: { type: 'ruling', of: 'room', act: 'lock', at } };
    const made = await makeRoomFrom(ivo, course, { ...archive, replay: [...archive.replay, forged] });
    expect(made).toMatchObject({ ok: false, reason: 'refused' });
    expect(await rows()).toEqual(before);
  });

  test('nor after whoever brings it in lost their right to', async () => {
    const { archive, course } = await aCourseAndAnArchive();
    const eve = await makeMember('Eve');
    await database().write(function* () {
      const removed = { removed_at: null, created_at: at, space_id: course.space.id };
      yield* all(
        database()
          .build.insertInto('membership')
          .values({ ...removed, account_id: eve.accountId, role: 'assistant' }),
      );
    });
    const hers = await enterSpace(eve, course.space.id);
    if (!hers) throw new Error('Eve is in the course');
    const before = await rows();
    const writer = insideWriter(server.rooms);
    replaceRecordWriter({
      ...writer,
      write: async (...call) => {
        const outcome = await writer.write(...call);
        await removeMember(course, eve.accountId);
        return outcome;
      },
    });
    expect(await makeRoomFrom(eve, hers, archive)).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await rows()).toEqual(before);
  });

  test('nor killed on its way: the next start throws it away', async () => {
    const { archive, ivo, course, before } = await aCourseAndAnArchive();
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
    void makeRoomFrom(ivo, course, archive);
    await writing;
    expect(await rows()).not.toEqual(before);
    await server.restart();
    await unmakeDrafts();
    expect(await rows()).toEqual(before);
  });
});

test('what instructors ruled stands in the trail of the course it came to', async () => {
  const { chair } = await aDebate();
  const { copy } = await movedBy(chair);
  const course = await enterSpace(copy.identity, copy.access.room.spaceId);
  const trail = course && (await auditOf(course));
  expect(trail).toMatchObject({
    ok: true,
    lines: [{ act: 'hide', reason: 'Unkind.' }, { act: 'show' }, { act: 'hide', reason: 'Not yet.' }],
  });
});

test('who may not bring words in makes nothing of an archive', async () => {
  const { ann, space } = await aDebate();
  const archive = await takenBy(ann);
  const before = (await participantsOf(ann.access)).length;
  const made = await makeRoomFrom(ann.identity, { ...space, role: 'member' }, archive);
  expect(made).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await participantsOf(ann.access)).toHaveLength(before);
});
