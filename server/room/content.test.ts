// A large room opened after a restart: who only reads is answered from the stored bytes, and nobody can tell.

import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { recordAt } from '#lib/sync/layers.ts';
import { Author, makeClass, noteOf, Peer, pointOf, SyncServer } from '../fixture.ts';

async function startWritten(visibility?: Parameters<typeof makeClass>[1]) {
  const server = await SyncServer.start();
  const room = await makeClass({ ada: 'owner', ben: 'member', cy: 'member' }, visibility);
  const { ada, ben, cy } = room.people;
  const [adaWrites, benWrites] = [new Author(ada), new Author(ben)];
  const [adaPeer, benPeer] = [
    await Peer.open(server, ada, room.document),
    await Peer.open(server, ben, room.document),
  ];
  adaPeer.update(adaWrites.put('n1', pointOf('said in haste')));
  await adaPeer.expect('durable', ({ n }) => n === 1);
  adaPeer.update(adaWrites.put('n1', pointOf('said with care')));
  benPeer.update(benWrites.put('n1', noteOf('by a peer')));
  await Promise.all([
    adaPeer.expect('durable', ({ n }) => n === 2),
    benPeer.expect('durable', ({ n }) => n === 1),
  ]);
  await server.restart();
  const enter = (person: typeof ada) => Peer.open(server, person, room.document);
  return { server, document: room.document, ada, ben, cy, adaWrites, enter };
}

function isBuilt(server: SyncServer): boolean {
  const [room] = server.rooms.all() as Iterable<unknown> as Iterable<{
    content: { built: Y.Doc | undefined };
  }>;
  return room?.content.built !== undefined;
}

test('whoever only reads is told everything that stands, and the document is not built for it', async () => {
  const { server, ada, ben, cy, adaWrites, enter } = await startWritten();
  const peer = await enter(cy);
  peer.askAll();
  // As a stock client does that has nothing to say.
  peer.sync('step2', new Uint8Array([0, 0]));
  const { bytes } = await peer.expect('step2');
  expect(recordAt(peer.heard(), ada.participant, 'n1')).toEqual(pointOf('said with care'));
  expect(recordAt(peer.heard(), ben.participant, 'n1')).toEqual(noteOf('by a peer'));
  expect(Buffer.from(bytes).includes('said in haste')).toBe(false);
  expect((await peer.expect('times')).rows).toHaveLength(2);
  await peer.expect('durable', ({ n }) => n === 1);
  const [asked] = peer.all('step1');
  expect(asked?.bytes).toBeDefined();
  expect(isBuilt(server)).toBe(false);
  const again = await enter(ada);
  again.sync('step1', asked?.bytes ?? new Uint8Array());
  const rest = await again.expect('step2');
  expect(Buffer.from(rest.bytes).includes('said with care')).toBe(false);
  expect(isBuilt(server)).toBe(false);
  again.update(adaWrites.put('n2', pointOf('goes on')));
  await peer.expect('update');
  expect(isBuilt(server)).toBe(true);
  expect(recordAt(peer.heard(), ada.participant, 'n2')).toEqual(pointOf('goes on'));
});

test('[DUR1] what is written while the first answer is on its way reaches the one who asked', async () => {
  const { ada, cy, adaWrites, enter } = await startWritten();
  const [adaPeer, reader] = await Promise.all([enter(ada), enter(cy)]);
  const ids = Array.from({ length: 20 }, (_, i) => `m${i}`);
  for (const [i, id] of ids.entries()) {
    if (i === 10) reader.askAll();
    adaPeer.update(adaWrites.put(id, pointOf(id)));
  }
  await adaPeer.expect('durable', ({ n }) => n === ids.length);
  const late = await enter(cy);
  late.askAll();
  await late.expect('step2');
  await reader.expect('step2');
  for (const id of ids) {
    expect(recordAt(reader.heard(), ada.participant, id)).toEqual(pointOf(id));
    expect(recordAt(late.heard(), ada.participant, id)).toEqual(pointOf(id));
  }
});

test('[AUTH3] the stored bytes are sent to the blind without the layers that they have not earned', async () => {
  const { server, ada, ben, cy, enter } = await startWritten({ kind: 'when-opened', opened: false });
  const blind = await enter(cy);
  blind.askAll();
  await blind.expect('step2');
  expect(recordAt(blind.heard(), ada.participant, 'n1')).toEqual(pointOf('said with care'));
  expect(recordAt(blind.heard(), ben.participant, 'n1')).toBeUndefined();
  const { rows } = await blind.expect('times');
  expect(rows.map(([ref]) => ref)).toEqual([`${ada.participant}/n1`]);
  expect(blind.received.some((bytes) => Buffer.from(bytes).includes('by a peer'))).toBe(false);
  expect(isBuilt(server)).toBe(false);
});
