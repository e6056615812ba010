// For tests and stories: a debate that is over, with everything in it that an archive of it holds, said through the gate.

import { aText, makeMember, makeRoomIn } from '#lib/data/fixture.ts';
import type { RoomId } from '#lib/data/ids.ts';
import type { Identity } from '#lib/data/people/identity.ts';
import { addReading } from '#lib/data/readings/changing-readings.ts';
import { discussionOf } from '#lib/data/readings/discussion.ts';
import { makeEdition } from '#lib/data/readings/editions.ts';
import { keepReading } from '#lib/data/readings/readings.ts';
import { changeRoom } from '#lib/data/readings/rooms.ts';
import { changeRound } from '#lib/data/readings/rounds.ts';
import { writeRecords } from '#lib/data/readings/writing.ts';
import { enterRoom, type RoomAccess, type SpaceAccess } from '#lib/data/spaces/access.ts';
import { makeInvite } from '#lib/data/spaces/invites.ts';
import { join } from '#lib/data/spaces/joining.ts';
import { type CounterpointRecord, filingId, type Point, type Ref } from '#lib/model/record.ts';
import { describe as anchorOn } from '#lib/model/text/anchor.ts';
import { textOf } from '#lib/model/text/text.ts';

export type Person = { identity: Identity; access: RoomAccess };

export const at = '2026-01-01T00:00:00.000Z';
export const base = 'https://talk.example';
export const format = { preset: 'public-forum', first: 'con' } as const;

/** Lets someone into a room. */
export async function enter(identity: Identity, roomId: RoomId): Promise<Person> {
  const entered = await enterRoom(identity, roomId);
  if (!entered.ok) throw new Error(entered.reason);
  return { identity, access: entered.access };
}

/** Someone new who comes in by a link. */
export async function joins(space: SpaceAccess, name: string, roomId: RoomId): Promise<Person> {
  const identity = await makeMember(name);
  const invite = await makeInvite(space, { role: 'member', roomId });
  if (!invite.ok) throw new Error(invite.reason);
  await join({ code: invite.code }, { identity, address: '192.0.2.1', userAgent: null });
  return enter(identity, roomId);
}

/** Writes as someone, who comes in anew: their seat may be another now. */
export async function say(
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
  type: 'point',
  kind: 'comment',
  at,
  body,
  ...fields,
});
/** What someone called this. */
export const refTo = ({ access }: Person, id: string): Ref => `${access.participant}/${id}`;

/** A round in Public Forum that is over: words, a card, clocks, a ballot, a side's preparation, and a corrected text. */
async function aRound() {
  const kim = await makeMember('Kim');
  const { roomId, space } = await makeRoomIn(kim, undefined, { format });
  const [ann, abe, con, jude] = [
    await joins(space, 'Ann', roomId),
    await joins(space, 'Abe', roomId),
    await joins(space, 'Con', roomId),
    await joins(space, 'Jude', roomId),
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
  return { kim, roomId, space, chair, ann, abe, con, jude };
}

/** Everything that there may be in a room: the one that is taken away. */
export async function aDebate() {
  const round = await aRound();
  const { chair, ann, abe, con, jude, roomId, space } = round;
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
    gone: point('Said too soon.'),
  });
  await say(ann, { gone: { type: 'point', kind: 'comment', at, withdrawn: true } });
  await say(abe, {
    both: point('One answer to two. #cost', {
      tags: ['cost'],
      links: [
        { to: refTo(con, 'slow'), stance: 'qualifies' },
        { to: refTo(ann, 'answer'), stance: 'supports' },
      ],
    }),
    rude: point('Nobody asked you.', { links: [{ to: refTo(ann, 'answer'), stance: 'rebuts' }] }),
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
    rude: { type: 'ruling', of: refTo(abe, 'rude'), act: 'hide', reason: 'Unkind.', at },
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
