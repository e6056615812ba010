import { beforeEach, expect, test } from 'vitest';
import type { Point, Ref } from '#lib/model/record.ts';
import { enrol } from '../classes/seats.ts';
import { assign, makeCourse, makeMember, makeRoomIn, openFreshData, sayIn, stranger } from '../fixture.ts';
import { enterRoom } from '../spaces/access.ts';
import { makeInvite } from '../spaces/invites.ts';
import { join } from '../spaces/joining.ts';
import { inboxOf, markInboxSeen, muteRoom } from './inbox.ts';

beforeEach(() => {
  openFreshData();
});

const at = '2030-01-01T00:00:00.000Z';
const note: Point = { type: 'point', kind: 'comment', at, body: 'A ferry is kind.' };
const reply = (to: Ref): Point => ({ ...note, body: 'Is it?', links: [{ to, stance: 'asks' }] });

async function discussion() {
  const kim = await makeMember('Kim');
  const space = await makeCourse(kim);
  const { roomId } = await makeRoomIn(kim, space, { visibility: { kind: 'when-opened', opened: false } });
  const link = await makeInvite(space, { role: 'member' });
  const [ann, bea] = [await makeMember('Ann'), await makeMember('Bea')];
  for (const identity of [ann, bea])
    await join({ code: link.ok ? link.code : '' }, { ...stranger(), identity });
  const accessOf = async (identity: typeof ann) => {
    const entered = await enterRoom(identity, roomId);
    if (!entered.ok) throw new Error(entered.reason);
    return entered.access;
  };
  return { kim, ann, bea, accessOf };
}

test('tells of an instructor’s reply, and of no peer’s before sight is earned', async () => {
  const { kim, ann, bea, accessOf } = await discussion();
  const ref = await sayIn(await accessOf(ann), 'n1', note);
  await sayIn(await accessOf(bea), 'n1', reply(ref));
  await sayIn(await accessOf(kim), 'n1', reply(ref));
  const { items } = await inboxOf(ann, 'en');
  expect(items).toMatchObject([{ kind: 'instructor', by: 'Kim', words: 'Is it?', isNew: true }]);
});

test('says of which assignment a group’s discussion is', async () => {
  const kim = await makeMember('Kim');
  const space = await makeCourse(kim);
  const ann = await makeMember('Ann');
  const row = { name: 'Ann', email: 'ann@example.org', section: null, group: 'Group 1', canvas: null };
  await enrol(space, [row]);
  for (const title of ['Week 1', 'Week 2']) {
    const made = await assign(space, { title });
    const [hers, kims] = await Promise.all(
      [ann, kim].map((identity) => enterRoom(identity, made.rooms[0]?.id ?? '')),
    );
    if (!hers?.ok || !kims?.ok) throw new Error('they are not in');
    await sayIn(kims.access, 'n2', reply(await sayIn(hers.access, 'n1', note)));
  }
  const { items } = await inboxOf(ann, 'en');
  expect(items.map(({ roomTitle }) => roomTitle).sort()).toEqual(['Week 1 · Group 1', 'Week 2 · Group 1']);
});

test('is quiet about a muted discussion, and knows what was seen', async () => {
  const { kim, ann, accessOf } = await discussion();
  const ref = await sayIn(await accessOf(ann), 'n1', note);
  await sayIn(await accessOf(kim), 'n1', reply(ref));
  await muteRoom(await accessOf(ann), true);
  expect(await inboxOf(ann, 'en')).toMatchObject({ items: [], muted: [{ title: 'On ferries' }] });
  await muteRoom(await accessOf(ann), false);
  expect((await inboxOf(ann, 'en')).items).toHaveLength(1);
  await markInboxSeen(ann);
  // The fixture writes in 2030, so what it says stays new; what matters is that looking is kept.
  expect((await inboxOf(ann, 'en')).items).toHaveLength(1);
});
