// What a note said before leaves for whoever may see the note, and for nobody else.

import { beforeEach, expect, test } from 'vitest';
import { roomDocument } from '#lib/model/document.ts';
import type { Point, Ref } from '#lib/model/record.ts';
import { makeCourse, makeMember, makeRoomIn, openFreshData, sayIn, stranger } from '../fixture.ts';
import type { Identity } from '../people/identity.ts';
import { enterRoom, type RoomAccess } from '../spaces/access.ts';
import { makeInvite } from '../spaces/invites.ts';
import { join } from '../spaces/joining.ts';
import { all, database } from '../store/database.ts';
import { versionsOf } from './history.ts';
import { changeRoom } from './rooms.ts';

const at = '2030-01-01T00:00:00.000Z';
const anchor = { reading: 'r', edition: 'e', start: 0, end: 5, quote: 'ferry', prefix: '', suffix: '' };
const note: Point = { type: 'point', kind: 'comment', at, body: 'A ferry is kinder.', anchor };

let kim: Identity;
let ann: Identity;
let bea: Identity;
let accessOf: (identity: Identity) => Promise<RoomAccess>;

beforeEach(async () => {
  openFreshData();
  kim = await makeMember('Kim');
  const space = await makeCourse(kim);
  const { roomId } = await makeRoomIn(kim, space, { visibility: { kind: 'open' } });
  const link = await makeInvite(space, { role: 'member' });
  [ann, bea] = [await makeMember('Ann'), await makeMember('Bea')];
  for (const identity of [ann, bea])
    await join({ code: link.ok ? link.code : '' }, { ...stranger(), identity });
  accessOf = async (identity) => {
    const entered = await enterRoom(identity, roomId);
    if (!entered.ok) throw new Error(entered.reason);
    return entered.access;
  };
});

/** As the log keeps what it accepted. */
async function kept(access: RoomAccess, ref: Ref, values: Point[]): Promise<void> {
  const { build, write } = database();
  await write(function* () {
    for (const [i, value] of values.entries())
      yield* all(
        build.insertInto('record_version').values({
          document: roomDocument(access.room.id),
          ref,
          seq: i + 1,
          value: JSON.stringify(value),
          accepted_at: `2030-01-01T00:00:0${i}.000Z`,
        }),
      );
  });
}

async function edited(last: Point = note): Promise<Ref> {
  const access = await accessOf(ann);
  const ref = await sayIn(access, 'n1', last);
  await kept(access, ref, [{ ...note, body: 'A ferry is kind.' }, last]);
  return ref;
}

const bodiesFor = async (identity: Identity, ref: Ref) => {
  const found = await versionsOf(await accessOf(identity), ref);
  return found.ok ? found.versions.map(({ body, placed }) => body ?? (placed ? 'placed' : '')) : found.reason;
};

test('[U16] whoever sees a note sees what it said before, and where an instructor placed it', async () => {
  const ref = await edited();
  const from = { edition: 'e', start: 0, end: 5 };
  const placing = { type: 'placing', of: ref, from, anchor: { ...anchor, quote: 'boat' }, at } as const;
  await sayIn(await accessOf(kim), 'p1', placing);
  expect(await bodiesFor(bea, ref)).toEqual(['A ferry is kind.', 'A ferry is kinder.', 'placed']);
});

test('[AUTH3] nothing of it leaves before sight is earned', async () => {
  const ref = await edited();
  await changeRoom(await accessOf(kim), { visibility: { kind: 'when-opened', opened: false } });
  expect(await bodiesFor(bea, ref)).toBe('no-such-note');
  expect(await bodiesFor(ann, ref)).toHaveLength(2);
});

test.each([
  ['hide', { bea: 'no-such-note', ann: 2, kim: 2 }],
  ['erase', { bea: 'no-such-note', ann: 'no-such-note', kim: 'no-such-note' }],
] as const)('[AUTH3] after the ruling %s', async (act, expected) => {
  const ref = await edited();
  await sayIn(await accessOf(kim), 'r1', { type: 'ruling', act, of: ref, at });
  for (const [who, identity] of Object.entries({ bea, ann, kim })) {
    const bodies = await bodiesFor(identity, ref);
    expect(typeof bodies === 'string' ? bodies : bodies.length, who).toBe(
      expected[who as keyof typeof expected],
    );
  }
});

test('what was taken back is for its author alone', async () => {
  const ref = await edited({ type: 'point', kind: 'comment', at, anchor, withdrawn: true });
  expect(await bodiesFor(bea, ref)).toBe('no-such-note');
  expect(await bodiesFor(ann, ref)).toEqual(['A ferry is kind.', '']);
});
