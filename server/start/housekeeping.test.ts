// What the server does every hour, while people are there: nobody is served what is being deleted, nothing of it comes
// back, and what fails stops nothing else.

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { hasPostgres, TestPostgres } from '#lib/data/postgres-fixture.ts';
import { changeRetention } from '#lib/data/retention/course.ts';
import { askForDeletion, deletionRequestOf } from '#lib/data/retention/person.ts';
import { enterSpace } from '#lib/data/spaces/access.ts';
import { all, database } from '#lib/data/store/database.ts';
import { strayDocuments } from '#lib/data/store/holdings.ts';
import { loadDocument, quarantine } from '#lib/data/store/loading.ts';
import { type DocumentName, privateDocument } from '#lib/model/document.ts';
import { Author, makeClass, Peer, type Person, pointOf, SyncServer } from '../fixture.ts';
import type { Room } from '../live/room.ts';
import { logger } from '../logger.ts';
import { tidy } from './housekeeping.ts';

async function aClass(env: Record<string, string>) {
  const server = await SyncServer.start(env);
  const course = await makeClass({ ines: 'owner', ben: 'member', cho: 'member' });
  const { ines, ben, cho } = course.people;
  const write = async (person: Person, document: DocumentName = course.document) => {
    const peer = await Peer.open(server, person, document);
    peer.update(new Author(person).put('n1', pointOf(`words of ${person.name}`)));
    await peer.expect('durable', ({ n }) => n === 1);
    return peer;
  };
  await write(ben);
  await write(ben, privateDocument(course.roomId, ben.participant));
  await write(cho);
  const end = async () => {
    const space = await enterSpace(ines.identity, course.spaceId);
    if (!space) throw new Error('not in');
    await changeRetention(space, { ended: true });
  };
  return { server, course, ines, ben, cho, end };
}

const inTwoYears = () => new Date(Date.now() + 2 * 366 * 86_400_000).toISOString();

/** Does something right before the next transaction begins. */
function beforeNextWrite(act: () => Promise<void>): void {
  const db = database();
  const works = db.write;
  db.write = async (transaction) => {
    db.write = works;
    await act();
    return works(transaction);
  };
}

/** Comes for a document as a socket does, right before the next transaction; gives what was opened, once it was. */
function comesBeforeNextWrite(server: SyncServer, course: Awaited<ReturnType<typeof aClass>>['course']) {
  const { promise, resolve } = Promise.withResolvers<Room | null>();
  beforeNextWrite(async () => {
    void server.rooms.open(course.document, { kind: 'room', room: course.roomId }).then(resolve);
    // As long as it takes to load it, where nothing holds it back.
    for (let i = 0; i < 100; i++) await loadDocument(course.document);
  });
  return promise;
}

function describeHousekeeping(engine: string, env: () => Promise<Record<string, string>>): void {
  describe(`housekeeping on ${engine}`, () => {
    test('[DUR6] who comes while someone is deleted waits, and is served the document without their words', async () => {
      const { server, course, ben } = await aClass(await env());
      await askForDeletion(ben.identity);
      const coming = comesBeforeNextWrite(server, course);
      await tidy(server.rooms);
      const stored = await loadDocument(course.document);
      if (!stored.ok) throw new Error(stored.detail);
      expect((await coming)?.lineage).toBe(stored.document.lineage);
      expect(await deletionRequestOf(ben.identity)).toMatchObject({ doneAt: expect.any(String) });
    });

    test('[DUR6] who comes while a course is purged makes nothing of it anew', async () => {
      const { server, course, end } = await aClass(await env());
      await end();
      const coming = comesBeforeNextWrite(server, course);
      await tidy(server.rooms, inTwoYears());
      expect(await coming).toBeNull();
      expect(await database().read.selectFrom('document').select('name').execute()).toEqual([]);
      expect(await strayDocuments()).toEqual([]);
    });

    test('[DUR7] a deletion waits for a document that is out of service, and is finished once that is well again', async () => {
      const { server, course, ben } = await aClass(await env());
      await askForDeletion(ben.identity);
      await server.rooms.forgetRooms(new Set([course.roomId]));
      await quarantine(course.document, 'a test');
      const failed = vi.spyOn(logger, 'error');
      await tidy(server.rooms);
      expect(failed).toHaveBeenCalledWith(
        expect.objectContaining({
          err: expect.objectContaining({ message: expect.stringContaining(course.document) }),
        }),
        expect.anything(),
      );
      expect(await deletionRequestOf(ben.identity)).toMatchObject({ doneAt: null });
      const { build, write } = database();
      await write(() => all(build.updateTable('document').set({ quarantined_at: null })));
      await tidy(server.rooms);
      expect(await deletionRequestOf(ben.identity)).toMatchObject({ doneAt: expect.any(String) });
      const kept = await database().read.selectFrom('record_version').select('value').execute();
      expect(JSON.stringify(kept)).not.toContain('words of ben');
    });

    test('a purge that fails stops no deletion, and the files are scrubbed once a round', async () => {
      const { server, course, ben, end } = await aClass(await env());
      await end();
      await askForDeletion(ben.identity);
      const scrubs = vi.spyOn(database(), 'scrub');
      beforeNextWrite(() => Promise.reject(new Error('the disk is full')));
      await tidy(server.rooms, inTwoYears());
      expect(await deletionRequestOf(ben.identity)).toMatchObject({ doneAt: expect.any(String) });
      expect(await loadDocument(course.document)).toMatchObject({ ok: true });
      await tidy(server.rooms, inTwoYears());
      expect(await database().read.selectFrom('space').select('id').execute()).toEqual([]);
      await tidy(server.rooms, inTwoYears());
      expect(scrubs).toHaveBeenCalledTimes(2);
    });
  });
}

describeHousekeeping('sqlite', async () => ({}));

describe.skipIf(!hasPostgres())('with a Postgres on this machine', () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await TestPostgres.start();
  });
  afterAll(() => postgres.end());

  describeHousekeeping('postgres', async () => ({ DATABASE_URL: await postgres.makeDatabase() }));
});
