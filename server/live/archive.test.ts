// A whole room goes out as an archive and comes in somewhere else, by the same gate and to the same disk as all else: the
// two are equal, as far as people can be carried.

import { beforeEach, describe, expect, test } from 'vitest';
import { aText, makeCourse, makeMember, makeRoomIn, sayIn } from '#lib/data/fixture.ts';
import { auditOf } from '#lib/data/moderation/audit.ts';
import type { Identity } from '#lib/data/people/identity.ts';
import { makeRoomFrom } from '#lib/data/readings/archive-room.ts';
import { addReading } from '#lib/data/readings/changing-readings.ts';
import { discussionOf } from '#lib/data/readings/discussion.ts';
import { makeEdition } from '#lib/data/readings/editions.ts';
import { libraryOf } from '#lib/data/readings/library.ts';
import { keepReading } from '#lib/data/readings/readings.ts';
import { changeRoom, participantsOf } from '#lib/data/readings/rooms.ts';
import { changeRound } from '#lib/data/readings/rounds.ts';
import { replaceRecordWriter, writeRecords } from '#lib/data/readings/writing.ts';
import { enterRoom, enterSpace, type RoomAccess, type SpaceAccess } from '#lib/data/spaces/access.ts';
import { unmakeDrafts } from '#lib/data/spaces/drafts.ts';
import { makeInvite } from '#lib/data/spaces/invites.ts';
import { join } from '#lib/data/spaces/joining.ts';
import { removeMember } from '#lib/data/spaces/members.ts';
import { spacesOf } from '#lib/data/spaces/spaces.ts';
import { all, database } from '#lib/data/store/database.ts';
import { writeArchive } from '#lib/exchange/discussions/archive.ts';
import { readArchive } from '#lib/exchange/discussions/archive-in.ts';
import { bytesOf } from '#lib/exchange/discussions/fixture.ts';
import { flagsDocument } from '#lib/model/document.ts';
import { flagPoint } from '#lib/model/flag.ts';
import { type CounterpointRecord, type Entry, filingId, type Point, type Ref } from '#lib/model/record.ts';
import { clocksOf } from '#lib/model/round/clock.ts';
import { formatOf } from '#lib/model/round/presets.ts';
import { describe as anchorOn } from '#lib/model/text/anchor.ts';
import { textOf } from '#lib/model/text/text.ts';
import { pointOf, SyncServer } from '../fixture.ts';
import { insideWriter } from './inside-writer.ts';

type Person = { identity: Identity; access: RoomAccess };

const at = '2026-01-01T00:00:00.000Z';
const base = 'https://talk.example';
const format = { preset: 'public-forum', first: 'con' } as const;

let server: SyncServer;
let space: SpaceAccess;

beforeEach(async () => {
  server = await SyncServer.start();
  replaceRecordWriter(insideWriter(server.rooms));
});

async function enter(identity: Identity, roomId: string): Promise<Person> {
  const entered = await enterRoom(identity, roomId);
  if (!entered.ok) throw new Error(entered.reason);
  return { identity, access: entered.access };
}

async function joins(name: string, roomId: string): Promise<Person> {
  const identity = await makeMember(name);
  const invite = await makeInvite(space, { role: 'member', roomId });
  if (!invite.ok) throw new Error(invite.reason);
  await join({ code: invite.code }, { identity, address: '192.0.2.1', userAgent: null });
  return enter(identity, roomId);
}

/** Writes as someone, who comes in anew: their seat may be another now. */
async function say(
  { identity, access }: Person,
  records: Record<string, CounterpointRecord | null>,
  side?: string,
): Promise<void> {
  const now = await enter(identity, access.room.id);
  const writings = Object.entries(records).map(([id, value]) => ({
    participant: access.participant,
    id,
    value,
  }));
  const outcome = await writeRecords(identity, now.access, writings, side === undefined ? {} : { side });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
}

const point = (body: string, fields: Partial<Point> = {}): Point => ({
  ...(pointOf(body) as Point),
  ...fields,
});
const refTo = ({ access }: Person, id: string): Ref => `${access.participant}/${id}`;

/** A round in Public Forum that is over: words, a card, clocks, a ballot, a side's preparation, and a corrected text. */
async function aRound() {
  const kim = await makeMember('Kim');
  const made = await makeRoomIn(kim, undefined, { format });
  space = made.space;
  const { roomId } = made;
  const [ann, abe, con, jude] = [
    await joins('Ann', roomId),
    await joins('Abe', roomId),
    await joins('Con', roomId),
    await joins('Jude', roomId),
  ];
  const chair = await enter(kim, roomId);
  const set = await changeRound(chair.access, {
    seats: [
      { participant: ann.access.participant, side: 'pro', part: null },
      { participant: abe.access.participant, side: 'pro', part: null },
      { participant: con.access.participant, side: 'con', part: null },
      { participant: jude.access.participant, side: null, part: 'judge' },
    ],
  });
  if (!set.ok) throw new Error(set.reason);
  return { kim, roomId, chair, ann, abe, con, jude };
}

async function aDebate() {
  const round = await aRound();
  const { chair, ann, abe, con, jude, roomId } = round;
  const { reading } = await discussionOf(ann.access, base);
  const text = textOf(reading.blocks);
  const passage = anchorOn({ start: 2, end: 7 }, text, { reading: reading.id, edition: reading.edition });
  await say(chair, { c1: { type: 'clock', speech: 'constructive-1', act: 'start', at } });
  await say(con, { slow: point('Slow.', { anchor: passage }) });
  await say(con, {
    slow: point('Slow is dear.', { anchor: passage, speech: 'constructive-1', sheet: 'Cost' }),
  });
  await say(ann, {
    card: {
      type: 'point',
      kind: 'card',
      at,
      anchor: anchorOn({ start: 0, end: 32 }, text, { reading: reading.id, edition: reading.edition }),
      card: {
        tag: 'Ferries are slow',
        cite: { author: 'Passenger' },
        marks: [{ kind: 'underline', start: 2, end: 7 }],
      },
    },
    answer: point('Dear is not bad.', { links: [{ to: refTo(con, 'slow'), stance: 'rebuts' }] }),
    gone: { type: 'point', kind: 'comment', at, withdrawn: true },
  });
  const tolls = await keepReading(space, { ...aText, title: 'On tolls' });
  if (!tolls.ok) throw new Error(tolls.reason);
  const added = await addReading(chair.identity, chair.access, tolls.reading.id);
  if (!added.ok) throw new Error(added.reason);
  const there = { reading: tolls.reading.id, edition: tolls.reading.edition };
  await say(con, {
    elsewhere: point('There, too.', { anchor: anchorOn({ start: 2, end: 7 }, text, there) }),
  });
  await say(chair, {
    c2: { type: 'clock', speech: 'constructive-1', act: 'end', at },
    hide: { type: 'ruling', of: refTo(con, 'slow'), act: 'hide', reason: 'Not yet.', at },
    show: { type: 'ruling', of: refTo(con, 'slow'), act: 'show', at },
  });
  const filing = (order: string): CounterpointRecord => ({
    type: 'filing',
    of: refTo(ann, 'card'),
    into: 'file',
    pocket: 'Cost',
    order,
  });
  const filed = filingId({ into: 'file', of: refTo(ann, 'card') });
  await say(ann, { [filed]: filing('b'), prep: point('Ask them about toll.') }, 'pro');
  await say(abe, { [filed]: filing('a') }, 'pro');
  await say(ann, { [filed]: filing('c') }, 'pro');
  await say(abe, { reword: { type: 'revision', of: refTo(ann, 'answer'), at, body: 'Too old.' } }, 'pro');
  await say(ann, {
    answer: point('Dear is good.', { links: [{ to: refTo(con, 'slow'), stance: 'rebuts' }] }),
  });
  await say(con, { secret: point('They have no answer on tolls.') }, 'con');
  const corrected = {
    ...aText,
    blocks: aText.blocks.map((block, i) => (i === 0 ? { ...block, text: `Indeed: ${block.text}` } : block)),
  };
  const edition = await makeEdition(space, reading.id, 1, corrected);
  if (!edition.ok) throw new Error(edition.reason);
  const over = await changeRound((await enter(chair.identity, roomId)).access, { stage: 'over' });
  if (!over.ok) throw new Error(over.reason);
  await say(jude, {
    ballot: {
      type: 'ballot',
      at,
      winner: 'pro',
      reason: 'They answered.',
      points: [{ speaker: ann.access.participant, points: 28 }],
    },
  });
  await changeRoom(chair.access, { settings: { standing: false } });
  return round;
}

/** The room as this person takes it away. */
async function takenBy({ identity, access }: Person) {
  const now = await enter(identity, access.room.id);
  const opened = readArchive(await bytesOf(writeArchive(await discussionOf(now.access, base)).parts));
  if (!opened.ok) throw new Error(opened.message);
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
    return { said: JSON.stringify(opened), report: report.join(' ') };
  };
  const [byChair, byAnn, byCon] = [await wordsTaken(chair), await wordsTaken(ann), await wordsTaken(con)];
  expect(byChair.said).not.toMatch(/about toll|answer on tolls/);
  expect(byChair.report).toContain('What the sides prepared is not carried');
  expect(byAnn.said).toContain('about toll');
  expect(byAnn.said).not.toContain('answer on tolls');
  expect(byCon.said).toContain('answer on tolls');
  expect(byCon.said).not.toContain('about toll');
});

test('the past comes along, and a room that instructors took apart comes in as it stands', async () => {
  const kim = await makeMember('Kim');
  const made = await makeRoomIn(kim);
  space = made.space;
  const [owner, lee] = [await enter(kim, made.roomId), await joins('Lee', made.roomId)];
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
  expect(made).toMatchObject({ ok: true, report: [expect.stringContaining('3 values are left out')] });
});

test('who knows of flags is told that they stay behind', async () => {
  const kim = await makeMember('Kim');
  const made = await makeRoomIn(kim);
  space = made.space;
  const [owner, lee, mia] = [
    await enter(kim, made.roomId),
    await joins('Lee', made.roomId),
    await joins('Mia', made.roomId),
  ];
  await say(mia, { rude: pointOf('Rude.') });
  const reportFor = async (who: Person) =>
    writeArchive(await discussionOf(who.access, base)).report.filter((line) => line.startsWith('Flags'));
  expect(await reportFor(owner)).toEqual([]);
  const { id, value } = flagPoint(refTo(mia, 'rude'), 'This is about me.', at);
  await sayIn(lee.access, id, value, flagsDocument(made.roomId, lee.access.participant));
  expect(await reportFor(owner)).toEqual([expect.stringContaining('not carried')]);
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
  expect(trail).toMatchObject({ ok: true, lines: [{ act: 'show' }, { act: 'hide', reason: 'Not yet.' }] });
});

test('who may not bring words in makes nothing of an archive', async () => {
  const { ann } = await aDebate();
  const archive = await takenBy(ann);
  const before = (await participantsOf(ann.access)).length;
  const made = await makeRoomFrom(ann.identity, { ...space, role: 'member' }, archive);
  expect(made).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await participantsOf(ann.access)).toHaveLength(before);
});
