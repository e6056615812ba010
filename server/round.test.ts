// The round lock on a real socket: what a coach sends while a round is on reaches nobody, and is taken again after it.

import { expect, test } from 'vitest';
import { changeRound } from '#lib/data/readings/rounds.ts';
import { enterRoom } from '#lib/data/spaces/access.ts';
import { roomDocument } from '#lib/model/document.ts';
import type { RoundStage } from '#lib/model/round/rule.ts';
import { Author, type Class, makeClass, Peer, type Person, pointOf, SyncServer } from './fixture.ts';

type Names = 'cora' | 'deb';

async function start(stage: RoundStage) {
  const server = await SyncServer.start();
  const room = await makeClass<Names>({ cora: 'owner', deb: 'member' });
  await set(room, 'before', [{ participant: room.people.deb.participant, side: 'pro', part: 'chair' }]);
  if (stage !== 'before') await set(room, stage);
  return { server, room, ...room.people };
}

async function set(
  { roomId, people }: Class<Names>,
  stage: RoundStage,
  seats: { participant: string; side: string; part: 'chair' }[] = [],
): Promise<void> {
  for (const { identity } of [people.deb, people.cora]) {
    const entered = await enterRoom(identity, roomId);
    if (!entered.ok) throw new Error(entered.reason);
    const changed = await changeRound(entered.access, { format: { preset: 'public-forum' }, stage, seats });
    if (changed.ok) return;
  }
  throw new Error('neither may set the round');
}

const open = (server: SyncServer, person: Person, room: Class<Names>, client?: number) =>
  Peer.open(server, person, roomDocument(room.roomId), client === undefined ? {} : { client });

test('[GATE7] while a round is on a coach’s words are refused and a debater’s are taken', async () => {
  const { server, room, cora, deb } = await start('on');
  const coach = await open(server, cora, room);
  coach.update(new Author(cora).put('n1', pointOf('answer their second point')));
  expect(await coach.expect('refused')).toMatchObject({ records: [{ code: 'round-locked' }] });

  const debater = await open(server, deb, room);
  debater.update(new Author(deb).put('n1', pointOf('we answer their second point')));
  await debater.expect('durable', ({ n }) => n === 1);
});

test('[AUTH2] when a round begins or ends, the sockets in it are judged anew', async () => {
  const { server, room, cora } = await start('before');
  const coach = await open(server, cora, room);
  coach.update(new Author(cora).put('n1', pointOf('good luck')));
  await coach.expect('durable', ({ n }) => n === 1);
  await set(room, 'on');
  expect((await coach.closed).code).toBe(1012);
  await set(room, 'over');
  const again = await open(server, cora, room);
  again.update(new Author(cora).put('n2', pointOf('well argued')));
  await again.expect('durable', ({ n }) => n === 1);
});

test('[GATE9] while a round is on a coach is not seen to be there, nor at which words', async () => {
  const { server, room, cora, deb } = await start('on');
  const [coach, debater] = [await open(server, cora, room, 1), await open(server, deb, room, 2)];
  const listener = await open(server, deb, room, 3);
  coach.presence([1, 1, { selection: { start: 0, end: 9 } }]);
  // Asked for after it: whatever the server heard of presence goes out in one order.
  debater.presence([2, 1, { is: 'here' }]);
  await listener.expect('awareness', ({ states }) => states.some(({ client }) => client === 2));
  const heard = listener.all('awareness').flatMap(({ states }) => states.map(({ client }) => client));
  expect(heard).not.toContain(1);
});
