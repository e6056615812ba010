// A first start that is cut short.

import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { goodPassword, openFreshData } from '#lib/data/fixture.ts';
import { addUser } from '#lib/data/people/accounts.ts';
import { demoRoom } from '#lib/data/readings/demo.ts';
import { replaceRecordWriter } from '#lib/data/readings/writing.ts';
import { all, database } from '#lib/data/store/database.ts';
import { roomDocument } from '#lib/model/document.ts';
import { insideWriter } from '../inside/writer.ts';
import { Rooms } from '../live/rooms.ts';
import { seedSample } from './sample.ts';

const tables = [
  'account',
  'session',
  'space',
  'membership',
  'reading',
  'edition',
  'room',
  'participant',
  'document',
  'record',
  'record_version',
  'client_owner',
  'meta',
] as const;

async function countRows(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const rows = await database().read.selectFrom(table).selectAll().execute();
    counts[table] = rows.length;
  }
  return counts;
}

async function start(words = Number.POSITIVE_INFINITY): Promise<void> {
  const rooms = new Rooms();
  onTestFinished(() => rooms.close());
  const writer = insideWriter(rooms);
  let kept = 0;
  replaceRecordWriter({
    ...writer,
    write: async (...call) => {
      const outcome = await writer.write(...call);
      if (kept++ >= words) throw new Error('cut short');
      return outcome;
    },
  });
  await seedSample();
}

/** The start ends after this many of the sample's words are kept, as by a lost power supply. */
async function startCutAfter(words: number): Promise<void> {
  await expect(start(words)).rejects.toThrow('cut short');
}

beforeEach(() => {
  openFreshData();
});

test.each([0, 3, 5])(
  'after %i words is made good by the next one, with nothing left of the first',
  async (words) => {
    await start();
    const whole = await countRows();
    openFreshData();
    await startCutAfter(words);
    expect(await demoRoom()).toBeNull();
    const halfMade = await database().read.selectFrom('room').select('id').executeTakeFirstOrThrow();
    await start();
    expect(await countRows()).toEqual(whole);
    const room = (await demoRoom()) ?? '';
    expect(room).not.toBe(halfMade.id);
    const said = await database().read.selectFrom('record').select('document').distinct().execute();
    expect(said).toEqual([{ document: roomDocument(room) }]);
  },
);

test('whoever was added in between stays', async () => {
  await startCutAfter(2);
  const added = await addUser({ name: 'Ann', email: 'ann@example.org', password: goodPassword });
  await start();
  const members = await database()
    .read.selectFrom('account')
    .select('id')
    .where('kind', '=', 'member')
    .execute();
  expect(added.ok && members).toEqual(added.ok && [{ id: added.accountId }]);
  expect(await demoRoom()).not.toBeNull();
});

test('the next start leaves a whole sample alone, and a database that people began gets none', async () => {
  await start();
  const room = await demoRoom();
  await start();
  expect(await demoRoom()).toBe(room);
  openFreshData();
  await addUser({ name: 'Ann', email: 'ann@example.org', password: goodPassword });
  await start();
  expect(await demoRoom()).toBeNull();
  expect(await database().write(() => all(database().build.selectFrom('room').select('id')))).toEqual([]);
});
