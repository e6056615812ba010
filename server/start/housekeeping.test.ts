// What the server does every hour, while people are there: nobody is served what is being deleted, nothing of it comes
// back, and what fails stops nothing else.

import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { newId } from '#lib/data/ids.ts';
import { revokeSession } from '#lib/data/people/sessions.ts';
import { hasPostgres, TestPostgres } from '#lib/data/postgres-fixture.ts';
import { changeRetention, liftHold, openHold } from '#lib/data/retention/course.ts';
import { askForDeletion, deletionRequestOf } from '#lib/data/retention/person.ts';
import { askForPurge } from '#lib/data/retention/purging.ts';
import { enterSpace } from '#lib/data/spaces/access.ts';
import { announce, announceRosters } from '#lib/data/spaces/access-changes.ts';
import { all, database } from '#lib/data/store/database.ts';
import { strayDocuments } from '#lib/data/store/holdings.ts';
import { loadDocument, quarantine } from '#lib/data/store/loading.ts';
import { isScrubOwed } from '#lib/data/store/scrubbing.ts';
import { type DocumentName, privateDocument, sideDocument } from '#lib/model/document.ts';
import { refOf } from '#lib/model/record.ts';
import { removeRecord } from '#lib/sync/layers.ts';
import { Author, makeClass, Peer, type Person, pointOf, SyncServer } from '../fixture.ts';
import { newestChange } from '../live/access-watch.ts';
import { logger } from '../logger.ts';
import type { Room } from '../room/room.ts';
import { keepHouse, purgeAsked, tidy } from './housekeeping.ts';

/** Mailing the digests, for a test that says how long it takes. */
const mailing = vi.hoisted(() => ({ now: async () => ({ sent: 0, failed: [] }) }));
vi.mock('#lib/data/notices/digest.ts', () => ({ sendDigests: () => mailing.now() }));

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

/** Someone's place on the roster, who was mailed their link at an address that did not take it. */
function seatOf(spaceId: string, { name, identity }: Person) {
  const [at, address] = ['2026-01-01T00:00:00.000Z', `${name}@example.org`];
  return {
    ...{
      id: newId(),
      space_id: spaceId,
      account_id: identity.accountId,
      name,
      email: address,
      code: newId(),
    },
    ...{ section: null, group_name: null, canvas: null, created_at: at },
    ...{ mailed_at: at, mailed_to: address, mail_problem: `${address} is unknown` },
  };
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
      await tidy(server.rooms, { nowIso: inTwoYears() });
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

    test('[DUR7] while a deletion waits nothing is erased, no discussion closes and none begins a new lineage', async () => {
      const { server, course, ben } = await aClass(await env());
      await askForDeletion(ben.identity);
      const closed = vi.spyOn(server.rooms, 'withClosed');
      const side = sideDocument(course.roomId, 'pro');
      await loadDocument(side);
      await quarantine(side, 'a test');
      const lineage = async () => {
        const stored = await loadDocument(course.document);
        return stored.ok && stored.document.lineage;
      };
      const before = await lineage();
      await tidy(server.rooms);
      await tidy(server.rooms);
      expect(await lineage()).toBe(before);
      expect(closed).not.toHaveBeenCalled();
      const kept = await database().read.selectFrom('record_version').select('value').execute();
      expect(JSON.stringify(kept)).toContain('words of ben');
    });

    test('[DUR10] a reaction that they took back goes from the history as well', async () => {
      const { server, course, ben, cho } = await aClass(await env());
      const [peer, author] = [await Peer.open(server, ben, course.document), new Author(ben)];
      const of = refOf(cho.participant, 'n1');
      peer.update(author.put(`helpful:${of}`, { type: 'reaction', of, kind: 'helpful' }));
      peer.update(author.change(() => removeRecord(author.doc, ben.participant, `helpful:${of}`)));
      await peer.expect('durable', ({ n }) => n === 2);
      await askForDeletion(ben.identity);
      await tidy(server.rooms);
      expect(await deletionRequestOf(ben.identity)).toMatchObject({ doneAt: expect.any(String) });
      const kept = await database().read.selectFrom('record_version').select('value').execute();
      expect(JSON.stringify(kept)).not.toContain('helpful');
    });

    test('a hold keeps who came by a link to one room as well, about them or about the whole course', async () => {
      const { server, course, ines, ben } = await aClass(await env());
      const { build, write } = database();
      // As someone whom a room's link brought in: a place there, and none in the course.
      await write(() => all(build.deleteFrom('membership').where('account_id', '=', ben.identity.accountId)));
      await askForDeletion(ben.identity);
      const space = await enterSpace(ines.identity, course.spaceId);
      if (!space) throw new Error('not in');
      for (const accountId of [ben.identity.accountId, null]) {
        const hold = await openHold(space, { kind: 'records-request', note: 'asked', accountId });
        if (!hold.ok) throw new Error(hold.reason);
        await tidy(server.rooms);
        expect(await deletionRequestOf(ben.identity)).toMatchObject({ doneAt: null, isHeld: true });
        await liftHold(space, hold.id);
      }
      await tidy(server.rooms);
      expect(await deletionRequestOf(ben.identity)).toMatchObject({ doneAt: expect.any(String) });
    });

    test('whoever is deleted leaves no address they were mailed at, no device and no name of a program', async () => {
      const { server, course, ben } = await aClass(await env());
      const { build, read, write } = database();
      await write(function* () {
        yield* all(build.insertInto('seat').values(seatOf(course.spaceId, ben)));
        yield* all(build.updateTable('session').set({ user_agent: 'a browser of theirs' }));
      });
      await askForDeletion(ben.identity);
      await tidy(server.rooms);
      const seat = await read.selectFrom('seat').selectAll().executeTakeFirstOrThrow();
      expect(seat).toMatchObject({ email: null, mailed_to: null, mailed_at: null, mail_problem: null });
      for (const table of ['session', 'token'] as const) {
        const owners = await read.selectFrom(table).select('account_id').execute();
        expect(owners.length, table).toBeGreaterThan(0);
        expect(owners, table).not.toContainEqual({ account_id: ben.identity.accountId });
      }
    });

    test('[AUTH2] sessions that ended are forgotten, and changes of access a day later, but for the newest', async () => {
      const { server, ines, ben, cho } = await aClass(await env());
      const { read, write } = database();
      await revokeSession(ben.identity, ben.identity.via.id);
      await write(() => announce({ kind: 'access', accountId: ines.identity.accountId }));
      await write(() => announceRosters(ben.identity.accountId));
      const sessions = async () =>
        (await read.selectFrom('session').select('account_id').execute()).map((row) => row.account_id).sort();
      const changes = async () => (await read.selectFrom('access_change').select('kind').execute()).length;
      const [newest, newestAccess, before] = [
        await newestChange(),
        await newestChange('access'),
        await changes(),
      ];
      await tidy(server.rooms);
      expect(await sessions()).toEqual([ines.identity.accountId, cho.identity.accountId].sort());
      expect(await changes()).toBe(before);
      await tidy(server.rooms, { nowIso: new Date(Date.now() + 25 * 3_600_000).toISOString() });
      expect(await changes()).toBe(2);
      expect([await newestChange(), await newestChange('access')]).toEqual([newest, newestAccess]);
      await tidy(server.rooms, { nowIso: new Date(Date.now() + 31 * 86_400_000).toISOString() });
      expect(await sessions()).toEqual([]);
    });

    test('a purge that fails stops no deletion, and the files are scrubbed once a round', async () => {
      const { server, course, ben, end } = await aClass(await env());
      await end();
      await askForDeletion(ben.identity);
      const scrubs = vi.spyOn(database(), 'scrub');
      beforeNextWrite(() => Promise.reject(new Error('the disk is full')));
      await tidy(server.rooms, { nowIso: inTwoYears() });
      expect(await deletionRequestOf(ben.identity)).toMatchObject({ doneAt: expect.any(String) });
      expect(await loadDocument(course.document)).toMatchObject({ ok: true });
      await tidy(server.rooms, { nowIso: inTwoYears() });
      expect(await database().read.selectFrom('space').select('id').execute()).toEqual([]);
      await tidy(server.rooms, { nowIso: inTwoYears() });
      expect(scrubs).toHaveBeenCalledTimes(2);
    });

    test('a scrub that failed is made good in the next round, though nothing more is deleted', async () => {
      const { server, end } = await aClass(await env());
      await end();
      const scrub = vi.spyOn(database(), 'scrub').mockRejectedValueOnce(new Error('the disk is full'));
      await tidy(server.rooms, { nowIso: inTwoYears() });
      expect(await isScrubOwed()).toBe(true);
      await tidy(server.rooms);
      expect(scrub).toHaveBeenCalledTimes(2);
      expect(await isScrubOwed()).toBe(false);
    });

    test('between the rounds only what is asked for goes, and what failed once disturbs nobody again', async () => {
      const { server, course, end } = await aClass(await env());
      await end();
      const failed = new Set<string>();
      const closed = vi.spyOn(server.rooms, 'withClosed');
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(inTwoYears()) });
      onTestFinished(() => void vi.useRealTimers());
      await purgeAsked(server.rooms, failed);
      expect(closed).not.toHaveBeenCalled();
      expect(await askForPurge(course.spaceId)).toBe(true);
      beforeNextWrite(() => Promise.reject(new Error('the disk is full')));
      for (let looks = 0; looks < 3; looks++) await purgeAsked(server.rooms, failed);
      expect(closed).toHaveBeenCalledTimes(1);
      await tidy(server.rooms);
      expect(await database().read.selectFrom('space').select('id').execute()).toEqual([]);
    });

    test('what a hold holds back cannot be asked for', async () => {
      const { course, ines } = await aClass(await env());
      const space = await enterSpace(ines.identity, course.spaceId);
      if (!space) throw new Error('not in');
      await openHold(space, { kind: 'appeal', note: 'a grade', accountId: null });
      expect(await askForPurge(course.spaceId)).toBe(false);
      const kept = await database().read.selectFrom('space').select(['ended_at']).execute();
      expect(kept).toEqual([{ ended_at: null }]);
    });

    test('while digests are mailed, what is asked for goes all the same', async () => {
      const { server, course } = await aClass(await env());
      vi.spyOn(mailing, 'now').mockReturnValue(new Promise(() => {}));
      await askForPurge(course.spaceId);
      vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
      const stop = keepHouse(server.rooms);
      onTestFinished(async () => {
        await stop();
        vi.useRealTimers();
      });
      const spaces = () => database().read.selectFrom('space').select('id').execute();
      await vi.waitFor(async () => expect(await spaces()).toEqual([]));
      const next = await makeClass({ ines: 'owner' });
      await askForPurge(next.spaceId);
      await expect
        .poll(async () => {
          vi.advanceTimersByTime(5000);
          return spaces();
        })
        .toEqual([]);
    });

    test('[DUR6] a stop waits for the deletion under way, and begins no other', async () => {
      const { server, course, ben } = await aClass(await env());
      await askForPurge(course.spaceId);
      await askForDeletion(ben.identity);
      const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
      const { promise: goesOn, resolve: goOn } = Promise.withResolvers<void>();
      beforeNextWrite(() => {
        begin();
        return goesOn;
      });
      const stop = keepHouse(server.rooms);
      await begun;
      let isStopped = false;
      const stopped = stop().then(() => {
        isStopped = true;
      });
      await database().read.selectFrom('space').select('id').execute();
      expect(isStopped).toBe(false);
      goOn();
      await stopped;
      expect(await database().read.selectFrom('space').select('id').execute()).toEqual([]);
      expect(await deletionRequestOf(ben.identity)).toMatchObject({ doneAt: null });
      // The next start makes good what is owed.
      expect(await isScrubOwed()).toBe(true);
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
