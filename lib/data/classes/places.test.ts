// Who is placed where: in an assignment that stands, and in one that was copied for a new term, whose rooms wait for its class.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RosterRow } from '#lib/model/classes/roster.ts';
import { copyCourse } from '../copying/course.ts';
import { previewCopy } from '../copying/preview.ts';
import { assign, makeCourse, makeFreshFolder, makeMember, openFreshData } from '../fixture.ts';
import type { Identity } from '../people/identity.ts';
import { hasPostgres, TestPostgres } from '../postgres-fixture.ts';
import { asReviewer } from '../review/reviewing.ts';
import { changeReview, reviewSettingsOf } from '../review/settings.ts';
import { enterRoom, enterSpace, type RoomAccess, type SpaceAccess } from '../spaces/access.ts';
import { database, replaceDatabase } from '../store/database.ts';
import { openPostgres } from '../store/postgres.ts';
import { enrol } from './seats.ts';

const row = (name: string, group: string | null, section: string | null = null): RosterRow => ({
  name,
  email: `${name.toLowerCase()}@example.org`,
  section,
  group,
  canvas: null,
});

describe('on SQLite', () => {
  beforeEach(() => {
    openFreshData();
  });
  describePlaces();
});

describe.skipIf(!hasPostgres())('on Postgres', () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await TestPostgres.start();
  });
  beforeEach(async () => {
    makeFreshFolder();
    replaceDatabase(await openPostgres(await postgres.makeDatabase()));
  });
  afterAll(async () => {
    await database().close();
    await postgres.end();
  });
  describePlaces();
});

function describePlaces(): void {
  let kim: Identity;
  let space: SpaceAccess;

  const enter = async (roomId: string): Promise<RoomAccess> => {
    const entered = await enterRoom(kim, roomId);
    if (!entered.ok) throw new Error(entered.reason);
    return entered.access;
  };

  /** Each room of a course's only assignment: its name, its section, and who belongs to it. */
  async function placedIn({ space: { id } }: SpaceAccess) {
    const rows = await database()
      .read.selectFrom('room')
      .leftJoin('place', 'place.room_id', 'room.id')
      .leftJoin('seat', 'seat.id', 'place.seat_id')
      .select(['room.id', 'room.title', 'room.group_name', 'room.section', 'seat.name'])
      .where('room.space_id', '=', id)
      .execute();
    return [...Map.groupBy(rows, (one) => one.id).values()]
      .map((some) => ({
        title: some[0]?.title ?? '',
        section: some[0]?.section,
        names: some.flatMap(({ name }) => name ?? []).sort(),
      }))
      .sort((a, b) => (a.title < b.title ? -1 : 1));
  }

  /** Kim’s course with Red in section Mon and Blue in Tue, and its copy for a new term. */
  async function copied(): Promise<SpaceAccess> {
    await enrol(space, [row('Ann', 'Red', 'Mon'), row('Bea', 'Blue', 'Tue')]);
    const made = await assign(space);
    for (const { id } of made.rooms) {
      const review = asReviewer(await enter(id));
      if (review) await changeReview(review, { analytics: 'counts' });
    }
    const form = { name: 'Next', shiftDays: null, withNotes: false };
    const copy = await copyCourse(kim, space, form);
    const access = copy.ok ? await enterSpace(kim, copy.id) : null;
    if (!access) throw new Error('there is no copy');
    return access;
  }

  beforeEach(async () => {
    kim = await makeMember('Kim');
    space = await makeCourse(kim);
  });

  test('a copied course keeps its sections; nobody of the old class is in one', async () => {
    expect(await placedIn(await copied())).toEqual([
      { title: 'Blue', section: 'Tue', names: [] },
      { title: 'Red', section: 'Mon', names: [] },
    ]);
    const preview = await previewCopy(kim, space);
    expect(preview.ok && preview.preview.assignments[0]?.sections).toEqual(['Mon', 'Tue']);
  });

  test('a larger class takes the rooms over and gets as many more as it has groups, each of its own section', async () => {
    const next = await copied();
    await enrol(next, [
      row('Cy', 'Green', 'Wed'),
      row('Dev', 'Gold', 'Mon'),
      row('Eli', 'Red', 'Tue'),
      row('Fay', 'Grey', 'Mon'),
      row('Gus', 'Grey', 'Tue'),
      row('Hal', 'Gold', 'Mon'),
    ]);
    expect(await placedIn(next)).toEqual([
      { title: 'Gold', section: 'Mon', names: ['Dev', 'Hal'] },
      { title: 'Green', section: 'Wed', names: ['Cy'] },
      { title: 'Grey', section: null, names: ['Fay', 'Gus'] },
      { title: 'Red', section: 'Tue', names: ['Eli'] },
    ]);
  });

  test('a room that was made for one group more is set like the others', async () => {
    const next = await copied();
    await enrol(
      next,
      ['Red', 'Blue', 'Grey'].map((group, i) => row(`S${i}`, group)),
    );
    const rooms = await database()
      .read.selectFrom('room')
      .select('id')
      .where('space_id', '=', next.space.id)
      .where('title', 'in', ['Grey', 'Blue'])
      .execute();
    for (const { id } of rooms) {
      const access = await enter(id);
      expect(access.room).toMatchObject({ names: 'named', visibility: { kind: 'open' } });
      expect((await reviewSettingsOf(access)).analytics).toBe('counts');
    }
    expect(rooms).toHaveLength(2);
  });

  test('a class without groups goes to the rooms of its sections', async () => {
    const next = await copied();
    await enrol(next, [row('Cy', null, 'Tue'), row('Dev', null, 'Mon'), row('Eli', null, 'Tue')]);
    expect(await placedIn(next)).toEqual([
      { title: 'Blue', section: 'Tue', names: ['Cy', 'Eli'] },
      { title: 'Red', section: 'Mon', names: ['Dev'] },
    ]);
  });

  test('of sections that the copied course did not have, it is dealt over all rooms, which are of no section then', async () => {
    const next = await copied();
    await enrol(
      next,
      ['Cy', 'Dev', 'Eli', 'Fay'].map((name, i) => row(name, null, i < 2 ? 'Fri' : 'Sat')),
    );
    const rooms = await placedIn(next);
    expect(rooms.map(({ section, names }) => [section, names.length])).toEqual([
      [null, 2],
      [null, 2],
    ]);
    // Those who were limited to the old ones instruct there otherwise now: sockets and lists are told.
    const changes = await database()
      .read.selectFrom('access_change')
      .innerJoin('room', 'room.id', 'access_change.room_id')
      .select(['room.title', 'access_change.kind'])
      .where('room.space_id', '=', next.space.id)
      .where('access_change.kind', '=', 'access')
      .execute();
    expect(changes.map(({ title }) => title).sort()).toEqual(['Blue', 'Red']);
  });

  test('in an assignment that stands, a new group has a room; one dealt later over people who have places has none', async () => {
    await enrol(space, [row('Ann', 'Red'), row('Bea', 'Red'), row('Cy', 'Blue')]);
    await assign(space);
    await enrol(space, [row('Dev', 'Gold'), row('Eli', 'Gold'), row('Fay', 'Team 1'), row('Ann', 'Team 1')]);
    expect((await placedIn(space)).map(({ title, names }) => [title, names])).toEqual([
      ['Blue', ['Cy', 'Fay']],
      ['Gold', ['Dev', 'Eli']],
      ['Red', ['Ann', 'Bea']],
    ]);
  });
}
