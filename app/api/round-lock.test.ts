// Round lock, outside the socket: while a round is on, nothing that a coach, a judge or a listener does by HTTP reaches who
// debates. Names are words, too, and so are links, texts and released reviews.

import { beforeEach, describe, expect, test } from 'vitest';
import { aText, makeMember, makeRoomIn, openFreshData, sayIn } from '#lib/data/fixture.ts';
import type { Identity } from '#lib/data/people/identity.ts';
import { changeRound } from '#lib/data/readings/rounds.ts';
import { enterRoom, type RoomAccess, type SpaceAccess } from '#lib/data/spaces/access.ts';
import { invitesOf } from '#lib/data/spaces/invites.ts';
import { makeParticipant } from '#lib/data/spaces/participants.ts';
import { all, database } from '#lib/data/store/database.ts';
import type { Point } from '#lib/model/record.ts';
import { sender } from './fixture.ts';
import * as inbox from './inbox/route.ts';
import * as editions from './readings/[id]/editions/route.ts';
import * as roomImport from './rooms/[id]/import/route.ts';
import * as roomInvites from './rooms/[id]/invites/route.ts';
import * as participants from './rooms/[id]/participants/route.ts';
import * as releases from './rooms/[id]/review/releases/route.ts';

type Someone = { identity: Identity; call: ReturnType<typeof sender> };

let space: SpaceAccess;
let roomId: string;
let chair: Someone;
let coach: Someone;
let debater: Someone;

const someone = (identity: Identity): Someone => ({
  identity,
  call: sender({ sessionId: identity.via.id }),
});

async function accessOf({ identity }: Someone): Promise<RoomAccess> {
  const entered = await enterRoom(identity, roomId);
  if (!entered.ok) throw new Error(entered.reason);
  return entered.access;
}

/** The names that someone reads in the room. */
async function namesFor(who: Someone, language = 'en'): Promise<string[]> {
  const { body } = await who.call(participants.GET, 'GET', { id: roomId }, undefined, {
    'accept-language': language,
  });
  return (body as { participants: { name: string }[] }).participants.map(({ name }) => name);
}

beforeEach(async () => {
  openFreshData();
  coach = someone(await makeMember('Cora'));
  const made = await makeRoomIn(coach.identity, undefined, { format: { preset: 'public-forum' } });
  ({ roomId, space } = made);
  chair = someone(await makeMember('Chandra'));
  debater = someone(await makeMember('Deb'));
  const judge = await makeMember('Jude');
  const [chairs, debates, judges] = await database().write(function* () {
    return [
      yield* makeParticipant(chair.identity.accountId, roomId, 'member'),
      yield* makeParticipant(debater.identity.accountId, roomId, 'member'),
      yield* makeParticipant(judge.accountId, roomId, 'member'),
    ] as const;
  });
  const coaches = (await accessOf(coach)).participant;
  const set = await changeRound(await accessOf(coach), {
    stage: 'on',
    seats: [
      { participant: chairs, side: null, part: 'chair' },
      { participant: debates, side: 'pro', part: null },
      { participant: judges, side: null, part: 'judge' },
      { participant: coaches, side: 'pro', part: 'coach' },
    ],
  });
  if (!set.ok) throw new Error(set.reason);
});

const setStage = async (stage: 'on' | 'over') => changeRound(await accessOf(chair), { stage });

describe('[GATE7] round lock', () => {
  test('names of those who debate not reach no debater while the round is on, whatever they become', async () => {
    await database().write(function* () {
      const { build } = database();
      yield* all(
        build
          .updateTable('account')
          .set({ name: 'Answer the cost' })
          .where('id', '=', coach.identity.accountId),
      );
    });
    expect((await namesFor(debater)).sort()).toEqual(['A coach', 'A judge', 'Deb', 'The chair']);
    expect(await namesFor(chair)).toContain('Answer the cost');
    await setStage('over');
    expect(await namesFor(debater)).toContain('Answer the cost');
  });

  test('what they are in it is said in the language of the request', async () => {
    expect((await namesFor(debater, 'de')).sort()).toEqual([
      'Deb',
      'Der Vorsitz',
      'Ein Coach',
      'Jemand aus der Jury',
    ]);
  });

  test('and so does the inbox say it', async () => {
    const note: Point = { type: 'point', kind: 'comment', at: '2030-01-01T00:00:00.000Z', body: 'Why?' };
    const ref = await sayIn(await accessOf(debater), 'n1', note);
    await sayIn(await accessOf(coach), 'n1', { ...note, links: [{ to: ref, stance: 'asks' }] });
    const told = async (language: string) =>
      (await debater.call(inbox.GET, 'GET', {}, undefined, { 'accept-language': language })).body;
    expect(await told('de')).toMatchObject({ items: [{ by: 'Ein Coach', words: 'Why?' }] });
    expect(await told('en')).toMatchObject({ items: [{ by: 'A coach', words: 'Why?' }] });
  });

  test('who comes in meanwhile has no name for a debater either', async () => {
    const late = await makeMember('Say-it-twice');
    await database().write(() => makeParticipant(late.accountId, roomId, 'observer'));
    expect(await namesFor(debater)).toContain('A listener');
    expect(await namesFor(debater)).not.toContain('Say-it-twice');
  });

  test('a link into the room is for its chair and its debaters to make', async () => {
    const made = await coach.call(roomInvites.POST, 'POST', { id: roomId }, { role: 'member' });
    expect([made.status, made.body]).toMatchObject([409, { error: { code: 'round-on' } }]);
    await setStage('over');
    expect((await coach.call(roomInvites.POST, 'POST', { id: roomId }, { role: 'member' })).status).toBe(201);
  });

  test('a debater finds no link but their own, though they may make some', async () => {
    await setStage('over');
    await coach.call(roomInvites.POST, 'POST', { id: roomId }, { role: 'member' });
    await database().write(function* () {
      yield* all(
        database().build.insertInto('membership').values({
          space_id: space.space.id,
          account_id: debater.identity.accountId,
          role: 'assistant',
          created_at: new Date().toISOString(),
          removed_at: null,
        }),
      );
    });
    const asDebater: SpaceAccess = {
      ...space,
      accountId: debater.identity.accountId,
      role: 'assistant',
    };
    const found = async () => {
      const listed = await invitesOf(asDebater);
      return listed.ok ? listed.invites.length : listed.reason;
    };
    expect(await found()).toBe(1);
    await setStage('on');
    expect(await found()).toBe(0);
    await debater.call(roomInvites.POST, 'POST', { id: roomId }, { role: 'member' });
    expect(await found()).toBe(1);
  });

  test('annotations, corrected texts and reviews wait until it is over', async () => {
    const file = new FormData();
    file.set('file', new File(['[]'], 'Answer the cost.json'));
    const correction = { corrected: 1, reading: { ...aText, title: 'Answer the cost' } };
    const [readingId = ''] = (await accessOf(coach)).room.readings;
    const tried = [
      await coach.call(roomImport.POST, 'POST', { id: roomId }, file),
      await coach.call(editions.POST, 'POST', { id: readingId }, correction),
      await coach.call(releases.POST, 'POST', { id: roomId }, { released: true }),
    ];
    for (const { status, body } of tried)
      expect([status, body]).toMatchObject([409, { error: { code: 'round-on' } }]);
    await setStage('over');
    expect((await coach.call(releases.POST, 'POST', { id: roomId }, { released: true })).status).toBe(200);
    expect((await coach.call(editions.POST, 'POST', { id: readingId }, correction)).status).toBe(201);
  });
});
