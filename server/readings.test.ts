// The readings of a debate on a real socket: a passage in one that was just added is taken at once, and nothing is
// written in one that was just taken out.

import { expect, test } from 'vitest';
import { aText } from '#lib/data/fixture.ts';
import { addReading, removeReading } from '#lib/data/readings/changing-readings.ts';
import { keepReading } from '#lib/data/readings/readings.ts';
import { changeRound } from '#lib/data/readings/rounds.ts';
import { enterSpace } from '#lib/data/spaces/access.ts';
import { roomDocument } from '#lib/model/document.ts';
import type { Point } from '#lib/model/record.ts';
import { Author, makeClass, Peer, SyncServer } from './fixture.ts';

async function start() {
  const server = await SyncServer.start();
  const room = await makeClass({ cora: 'owner', deb: 'member' });
  const { cora } = room.people;
  await changeRound(await room.accessOf(cora), { format: { preset: 'public-forum' } });
  const space = await enterSpace(cora.identity, room.spaceId);
  const kept = space && (await keepReading(space, aText));
  if (!kept?.ok) throw new Error('the reading was not kept');
  const open = (who: typeof cora) => Peer.open(server, who, roomDocument(room.roomId));
  return { room, reading: kept.reading.id, open, ...room.people };
}

const noteIn = (reading: string): Point => ({
  type: 'point',
  kind: 'highlight',
  at: '2030-01-01T00:00:00.000Z',
  anchor: { reading, edition: 'e', start: 0, end: 3, quote: 'A f', prefix: '', suffix: '' },
});

test('[GATE12] a passage is refused until its reading is in the room, and taken from that moment on', async () => {
  const { room, reading, open, cora, deb } = await start();
  const early = await open(deb);
  early.update(new Author(deb).put('n1', noteIn(reading)));
  expect(await early.expect('refused')).toMatchObject({ records: [{ code: 'no-such-reading' }] });
  const debater = await open(deb);
  await debater.expect('hello');
  await addReading(cora.identity, await room.accessOf(cora), reading);
  debater.update(new Author(deb).put('n1', noteIn(reading)));
  await debater.expect('durable', ({ n }) => n === 1);
});

test('[GATE12] when a reading goes, sockets are judged anew and nothing more is written in it', async () => {
  const { room, reading, open, cora, deb } = await start();
  await addReading(cora.identity, await room.accessOf(cora), reading);
  const debater = await open(deb);
  await debater.expect('hello');
  expect(await removeReading(await room.accessOf(cora), reading)).toMatchObject({ ok: true });
  const author = new Author(deb);
  const words = author.put('n1', noteIn(reading));
  debater.update(words);
  expect((await debater.closed).code).toBe(1012);
  const again = await open(deb);
  again.update(words);
  expect(await again.expect('refused')).toMatchObject({ records: [{ code: 'no-such-reading' }] });
});
