import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { VisibilityRule } from '#lib/model/visibility.ts';
import {
  identityFor,
  makeCourse,
  makeMember,
  makeRoomIn,
  openFreshData,
  sayIn,
  stranger,
} from '../fixture.ts';
import type { Identity } from '../people/identity.ts';
import { enterRoom } from '../spaces/access.ts';
import { makeInvite } from '../spaces/invites.ts';
import { join } from '../spaces/joining.ts';
import { removeMember } from '../spaces/members.ts';
import { all, database } from '../store/database.ts';
import { demoKey, enterDemo, isDemoOpen } from './demo.ts';
import { libraryLimit, libraryOf } from './library.ts';
import { holdReading, readingsOfRooms } from './room-readings.ts';

beforeEach(() => {
  openFreshData();
});

const at = '2030-01-01T00:00:00.000Z';

async function letIn(space: Parameters<typeof makeInvite>[0], identity: Identity, roomId?: string) {
  const invite = await makeInvite(space, { role: 'member', roomId });
  if (!invite.ok) throw new Error(invite.reason);
  await join({ code: invite.code }, { ...stranger(), identity });
}

describe('the library', () => {
  test('of somebody new is empty', async () => {
    await makeMember('First');
    expect(await libraryOf(await makeMember('Ann'))).toEqual({ spaces: [], invited: [], isCut: false });
  });

  test('shows my spaces, their readings, and on each its rooms with what goes on in them', async () => {
    await makeMember('First');
    const kim = await makeMember('Kim');
    const { roomId } = await makeRoomIn(kim);
    const entered = await enterRoom(kim, roomId);
    if (!entered.ok) throw new Error(entered.reason);
    const said = await sayIn(entered.access, 'p', {
      type: 'point',
      kind: 'claim',
      at,
      body: '"type":"point"',
    });
    await sayIn(entered.access, 'gone', { type: 'point', kind: 'claim', at, withdrawn: true });
    await sayIn(entered.access, `helpful:${said}`, { type: 'reaction', of: said, kind: 'helpful' });
    expect(await libraryOf(kim)).toEqual({
      spaces: [
        {
          id: entered.access.room.spaceId,
          name: 'Rhetoric',
          kind: 'course',
          role: 'owner',
          readings: [
            {
              id: entered.access.room.readings[0],
              title: 'On ferries',
              byline: 'By a Passenger',
              createdAt: expect.any(String),
              rooms: [
                {
                  id: roomId,
                  title: 'On ferries',
                  assignment: null,
                  kind: 'seminar',
                  closedAt: null,
                  createdAt: expect.any(String),
                  participants: 1,
                  points: 1,
                  lastActivityAt: '2030-01-01T00:00:03.000Z',
                },
              ],
            },
          ],
        },
      ],
      invited: [],
      isCut: false,
    });
  });

  test('hides rooms one may not enter, and shows those one was invited to alone', async () => {
    const kim = await makeMember('Kim');
    const open = await makeRoomIn(kim);
    const closed = await makeRoomIn(kim, open.space, { entry: 'invited' });
    const ann = await makeMember('Ann');
    const visitor = await makeMember('Visitor');
    await letIn(open.space, ann);
    await letIn(open.space, visitor, closed.roomId);
    const roomsOf = async (identity: Identity) => {
      const { spaces, invited } = await libraryOf(identity);
      const inSpaces = spaces.flatMap((s) => s.readings.flatMap((r) => r.rooms.map((room) => room.id)));
      return [inSpaces.sort(), invited.map((room) => [room.id, room.spaceName, room.role])];
    };
    expect(await roomsOf(kim)).toEqual([[open.roomId, closed.roomId].sort(), []]);
    expect(await roomsOf(ann)).toEqual([[open.roomId], []]);
    expect(await roomsOf(visitor)).toEqual([[], [[closed.roomId, 'Rhetoric', 'member']]]);
    await removeMember(open.space, ann.accountId);
    await removeMember(open.space, visitor.accountId);
    expect(await roomsOf(ann)).toEqual([[], []]);
    expect(await roomsOf(visitor)).toEqual([[], []]);
  });

  test.each<[string, VisibilityRule]>([
    ['after own notes', { kind: 'after-own-notes', notes: 1, words: 3 }],
    ['from a time on', { kind: 'from', at: '2100-01-01T00:00:00.000Z' }],
    ['when it is opened', { kind: 'when-opened', opened: false }],
  ])('[AUTH3] is the same whether a peer wrote or not, while one sees peers %s', async (_, visibility) => {
    const kim = await makeMember('Kim');
    const { roomId, space } = await makeRoomIn(kim, undefined, { visibility });
    const [ann, ben] = [await makeMember('Ann'), await makeMember('Ben')];
    for (const one of [ann, ben]) await letIn(space, one);
    const placeOf = async (identity: Identity) => {
      const entered = await enterRoom(identity, roomId);
      if (!entered.ok) throw new Error(entered.reason);
      return entered.access;
    };
    const [kims, anns, bens] = [await placeOf(kim), await placeOf(ann), await placeOf(ben)];
    const pointsFor = async (identity: Identity) =>
      (await libraryOf(identity)).spaces.find(({ id }) => id === space.space.id)?.readings[0]?.rooms[0]
        ?.points;
    const before = JSON.stringify(await libraryOf(ben));
    const point = { type: 'point', kind: 'comment', at, body: 'a few words more' } as const;
    await sayIn(anns, 'n1', point);
    expect(JSON.stringify(await libraryOf(ben))).toBe(before);
    // What one may know is counted: one's own, and what an instructor says.
    await sayIn(kims, 'n1', point);
    await sayIn(bens, 'n1', point);
    expect([await pointsFor(ben), await pointsFor(kim)]).toEqual([2, 3]);
    const seen = JSON.stringify(await libraryOf(ben));
    await sayIn(anns, 'n2', point);
    expect(JSON.stringify(await libraryOf(ben))).toBe(seen);
  });

  test('[AUTH3] counts everyone once one has earned the sight of them', async () => {
    const visibility = { kind: 'after-own-notes', notes: 1, words: 3 } as const;
    const { roomId, space } = await makeRoomIn(await makeMember('Kim'), undefined, { visibility });
    const anchor = { reading: 'r', edition: 'e', start: 0, end: 1, quote: 'A', prefix: '', suffix: '' };
    for (const name of ['Ann', 'Ben']) {
      const identity = await makeMember(name);
      await letIn(space, identity);
      const entered = await enterRoom(identity, roomId);
      if (!entered.ok) throw new Error(entered.reason);
      const body = 'a few words more';
      await sayIn(entered.access, 'n1', { type: 'point', kind: 'comment', at, body, anchor });
      const { spaces } = await libraryOf(identity);
      expect(spaces[0]?.readings[0]?.rooms[0]?.points).toBe(name === 'Ann' ? 1 : 2);
    }
  });

  test('asks the database no more often for many rooms in which one is blind than for few', async () => {
    const kim = await makeMember('Kim');
    const visibility = { kind: 'after-own-notes', notes: 1, words: 3 } as const;
    const space = await makeCourse(kim);
    const ann = await makeMember('Ann');
    await letIn(space, ann);
    const asked = vi.spyOn(database().read.getExecutor(), 'executeQuery');
    const point = { type: 'point', kind: 'comment', at, body: 'Seen.' } as const;
    const timesWith = async (rooms: number) => {
      for (let i = 0; i < rooms; i++) {
        const { roomId } = await makeRoomIn(kim, space, { visibility });
        await enterRoom(ann, roomId);
        const entered = await enterRoom(kim, roomId);
        if (entered.ok) await sayIn(entered.access, 'n1', point);
      }
      asked.mockClear();
      const { spaces } = await libraryOf(ann);
      const points = spaces.flatMap((one) => one.readings.flatMap((r) => r.rooms.map((room) => room.points)));
      return { points, times: asked.mock.calls.length };
    };
    const few = await timesWith(2);
    const many = await timesWith(3);
    expect([few.points, many.points]).toEqual([Array(2).fill(1), Array(5).fill(1)]);
    expect(many.times).toBe(few.times);
    expect(few.times).toBeGreaterThan(0);
  });

  test('gives the newest when there is more than fits, and says so', async () => {
    const kim = await makeMember('Kim');
    const space = await makeCourse(kim);
    const { roomId } = await makeRoomIn(kim, space);
    const [reading = ''] = (await readingsOfRooms([roomId])).get(roomId) ?? [];
    const row = await database()
      .read.selectFrom('room')
      .selectAll()
      .where('id', '=', roomId)
      .executeTakeFirstOrThrow();
    await database().write(function* () {
      for (let i = 0; i < libraryLimit; i++) {
        yield* all(
          database()
            .build.insertInto('room')
            .values({ ...row, id: `room-${i}`, created_at: '2031-01-01T00:00:00.000Z' }),
        );
        yield* holdReading(`room-${i}`, reading, kim.accountId);
      }
    });
    const library = await libraryOf(kim);
    const rooms = library.spaces.flatMap((s) => s.readings.flatMap((r) => r.rooms));
    expect(library.isCut).toBe(true);
    expect(rooms).toHaveLength(libraryLimit);
    expect(rooms.some((room) => room.id === roomId)).toBe(false);
  });
});

describe('the demo', () => {
  test('lets a stranger in as a guest, and whoever is signed in as themselves', async () => {
    expect(await enterDemo(stranger())).toEqual({ ok: false, reason: 'no-demo' });
    const kim = await makeMember('Kim');
    const { roomId } = await makeRoomIn(kim, undefined, { entry: 'invited' });
    await database().write(() =>
      all(database().build.insertInto('meta').values({ key: demoKey, value: roomId })),
    );
    const guest = await enterDemo(stranger());
    expect(guest).toMatchObject({ ok: true, roomId, sessionId: expect.any(String) });
    const ann = await identityFor((await makeMember('Ann')).accountId);
    const entered = await enterDemo({ ...stranger(), identity: ann });
    expect(entered).toMatchObject({ ok: true, sessionId: null });
    expect(await enterRoom(ann, roomId)).toMatchObject({ ok: true, access: { role: 'member' } });
  });

  test.each([
    [{}, 'localhost:3000', true],
    [{}, '127.0.0.1:3000', true],
    [{}, '[::1]:3000', true],
    [{}, 'evil.example:3000', false],
    [{}, 'localhost.evil.example', false],
    [{}, '', false],
    [{ HOST: '0.0.0.0' }, 'localhost:3000', false],
    [{ PUBLIC_URL: 'http://localhost:3000' }, 'localhost:3000', false],
  ])('with settings %j and Host %j it is open: %j', (env, host, isOpen) => {
    openFreshData(env as Record<string, string>);
    expect(isDemoOpen(host)).toBe(isOpen);
  });
});
