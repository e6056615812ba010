// Versions of a reading over HTTP: publishing, seeing what it would do, and the way from one to the next.

import { beforeEach, expect, test } from 'vitest';
import { aText, makeMember, makeRoomIn, openFreshData, stranger } from '#lib/data/fixture.ts';
import { newestEdition } from '#lib/data/readings/readings.ts';
import { enterRoom } from '#lib/data/spaces/access.ts';
import { makeInvite } from '#lib/data/spaces/invites.ts';
import { join } from '#lib/data/spaces/joining.ts';
import { sender } from './fixture.ts';
import * as mapping from './readings/[id]/editions/[edition]/mapping/route.ts';
import * as edition from './readings/[id]/editions/[edition]/route.ts';
import * as preview from './readings/[id]/editions/preview/route.ts';
import * as editions from './readings/[id]/editions/route.ts';
import * as participants from './rooms/[id]/participants/route.ts';

let id: string;
let roomId: string;
let owner: ReturnType<typeof sender>;
let member: ReturnType<typeof sender>;

beforeEach(async () => {
  openFreshData();
  const ann = await makeMember('Ann');
  const made = await makeRoomIn(ann);
  roomId = made.roomId;
  const entered = await enterRoom(ann, roomId);
  if (!entered.ok) throw new Error(entered.reason);
  id = entered.access.room.readings[0] ?? '';
  owner = sender({ sessionId: ann.via.id });
  const ben = await makeMember('Ben');
  const invite = await makeInvite(made.space, { role: 'member' });
  if (!invite.ok) throw new Error(invite.reason);
  await join({ code: invite.code }, { ...stranger(), identity: ben });
  member = sender({ sessionId: ben.via.id });
});

const reading = {
  ...aText,
  blocks: aText.blocks.map((block) => ({ ...block, text: block.text.replace('slower', 'calmer') })),
};

test('an owner publishes a correction; the second of two is refused and told so', async () => {
  expect(await owner(editions.POST, 'POST', { id }, { reading, corrected: 1 })).toMatchObject({
    status: 201,
    body: { number: 2, blocks: reading.blocks },
  });
  const second = await owner(editions.POST, 'POST', { id }, { reading, corrected: 1 });
  expect(second).toMatchObject({ status: 409, body: { error: { code: 'newer-version' } } });
  expect(await member(editions.GET, 'GET', { id })).toMatchObject({
    body: { editions: [{ number: 2, by: 'Ann' }, { number: 1 }] },
  });
  expect(await member(participants.GET, 'GET', { id: roomId })).toMatchObject({
    body: { room: { readings: [{ id, edition: 2 }] } },
  });
});

test('members read every version and the way between two, and publish none', async () => {
  const first = (await newestEdition(id))?.edition ?? '';
  expect(await member(editions.POST, 'POST', { id }, { reading, corrected: 1 })).toMatchObject({
    status: 403,
    body: { error: { code: 'not-allowed' } },
  });
  expect(await member(preview.POST, 'POST', { id }, { reading })).toMatchObject({ status: 403 });
  await owner(editions.POST, 'POST', { id }, { reading, corrected: 1 });
  expect(await member(edition.GET, 'GET', { id, edition: first })).toMatchObject({
    body: { number: 1, blocks: aText.blocks },
  });
  expect(await member(mapping.GET, 'GET', { id, edition: first })).toMatchObject({
    status: 200,
    body: {
      kept: [
        [0, 0, 10],
        [18, 18, 46],
      ],
      moved: [],
      length: 64,
    },
  });
  expect(await member(mapping.GET, 'GET', { id, edition: 'none' })).toMatchObject({ status: 404 });
  expect(await member(edition.GET, 'GET', { id, edition: 'none' })).toMatchObject({ status: 404 });
});

test('what a correction would do is told, and nothing is kept', async () => {
  expect(await owner(preview.POST, 'POST', { id }, { reading })).toMatchObject({
    status: 200,
    body: { outlook: { exact: 0, gone: 0 }, notes: [] },
  });
  expect(await owner(editions.GET, 'GET', { id })).toMatchObject({ body: { editions: [{ number: 1 }] } });
});

test('to strangers none of it exists, and a text that is not one is refused', async () => {
  const stranger = sender({ sessionId: (await makeMember('Cleo')).via.id });
  for (const answer of [
    await stranger(editions.GET, 'GET', { id }),
    await stranger(editions.POST, 'POST', { id }, { reading, corrected: 1 }),
    await stranger(preview.POST, 'POST', { id }, { reading }),
  ])
    expect(answer).toMatchObject({ status: 404, body: { error: { code: 'no-such-reading' } } });
  const empty = { ...reading, blocks: [] };
  expect(await owner(editions.POST, 'POST', { id }, { reading: empty, corrected: 1 })).toMatchObject({
    status: 422,
  });
});
