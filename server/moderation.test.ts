// What instructors do to others' words, as it reaches sockets, tables and the disk.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { auditOf } from '#lib/data/moderation/audit.ts';
import { settings } from '#lib/data/settings.ts';
import { enterSpace } from '#lib/data/spaces/access.ts';
import { all, database } from '#lib/data/store/database.ts';
import { holdingsOf } from '#lib/data/store/holdings.ts';
import type { Ruling } from '#lib/model/record.ts';
import { recordAt } from '#lib/sync/layers.ts';
import { Author, makeClass, noteOf, Peer, SyncServer } from './fixture.ts';
import { problemsOf } from './operator/verify.ts';

const words = 'a sentence that must not be kept anywhere';

const ruling = (act: Ruling['act'], of: string, reason?: string): Ruling =>
  ({ type: 'ruling', act, of, at: '2026-01-01T00:00:00.000Z', ...(reason ? { reason } : {}) }) as Ruling;

async function start() {
  const server = await SyncServer.start();
  const room = await makeClass({ ines: 'owner', ben: 'member', cho: 'member' });
  return { server, room, ...room.people };
}

/** Is this text in any file of the data folder, whatever the file is? */
function isOnDisk(text: string): boolean {
  const { dataDir } = settings();
  return readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .some((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(text));
}

describe('erasing', () => {
  async function erased() {
    const started = await start();
    const { server, room, ines, ben, cho } = started;
    const [bens, reader] = [
      await Peer.open(server, ben, room.document),
      await Peer.open(server, cho, room.document),
    ];
    const author = new Author(ben);
    bens.update(author.put('n1', noteOf(`Once: ${words}.`)));
    bens.update(author.put('n1', noteOf(`Edited: ${words}.`)));
    bens.update(author.put('n2', noteOf('A sentence that stays.')));
    await vi.waitFor(() => expect(recordAt(reader.heard(), ben.participant, 'n2')).toBeDefined());
    const instructor = await Peer.open(server, ines, room.document);
    const { lineage } = (await instructor.expect('hello')).hello;
    instructor.update(
      new Author(ines).put('r1', ruling('erase', `${ben.participant}/n1`, 'a private matter')),
    );
    await Promise.all([bens.closed, reader.closed, instructor.closed]);
    return { ...started, lineage, closed: await reader.closed };
  }

  test('[DUR6] takes the words from memory, log, snapshots, record, history and every file, at once', async () => {
    const { room, server, cho, ben } = await erased();
    const peer = await Peer.open(server, cho, room.document);
    peer.askAll();
    await peer.expect('step2');
    const standing = recordAt(peer.heard(), ben.participant, 'n1');
    expect(standing).toMatchObject({ type: 'point', withdrawn: true });
    expect(recordAt(peer.heard(), ben.participant, 'n2')).toMatchObject({ body: 'A sentence that stays.' });
    const holdings = await holdingsOf(room.document);
    expect(JSON.stringify(holdings?.versions)).not.toContain(words);
    expect(isOnDisk(words)).toBe(false);
    expect(isOnDisk('A sentence that stays.')).toBe(true);
    expect(holdings && problemsOf(holdings)).toEqual([]);
  });

  test('[DUR8] sends every device for a fresh copy', async () => {
    const { room, server, cho, lineage, closed } = await erased();
    expect(closed.code).toBe(4409);
    const stale = await Peer.open(server, cho, room.document, { lineage });
    expect((await stale.closed).code).toBe(4409);
  });

  test('its author cannot write it again, and the audit trail tells who erased and why', async () => {
    const { room, server, ben, ines } = await erased();
    const peer = await Peer.open(server, ben, room.document);
    peer.update(new Author(ben).put('n1', noteOf(words)));
    expect((await peer.expect('refused')).records[0]?.code).toBe('erased');
    const space = await enterSpace(ines.identity, room.spaceId);
    const trail = space && (await auditOf(space));
    expect(trail?.ok && trail.lines).toMatchObject([
      { act: 'erase', about: `${ben.participant}/n1`, reason: 'a private matter', by: 'ines' },
    ]);
  });

  /** A ruling that erases Ben's note is on disk, and then the disk failed for the erasure alone. */
  async function unerased() {
    const started = await start();
    const { server, room, ines, ben } = started;
    const peer = await Peer.open(server, ben, room.document);
    peer.update(new Author(ben).put('n1', noteOf(words)));
    await peer.expect('durable', ({ n }) => n === 1);
    const db = database();
    const works = db.write;
    const instructor = await Peer.open(server, ines, room.document);
    db.write = (transaction) =>
      works(function* () {
        const steps = transaction();
        let step = steps.next([]);
        while (!step.done) {
          if (step.value.sql.includes('delete from "client_owner"')) throw new Error('no more');
          step = steps.next(yield step.value);
        }
        return step.value;
      });
    instructor.update(new Author(ines).put('r1', ruling('erase', `${ben.participant}/n1`)));
    await instructor.closed;
    db.write = works;
    return started;
  }

  test('is made good at the next visit when a crash came between', async () => {
    const { server, room, ben, cho } = await unerased();
    await vi.waitFor(async () => {
      const reader = await Peer.open(server, cho, room.document);
      await reader.expect('hello');
      reader.askAll();
      await reader.expect('step2');
      expect(recordAt(reader.heard(), ben.participant, 'n1')).toMatchObject({ withdrawn: true });
    }, 5000);
    expect(isOnDisk(words)).toBe(false);
  });

  test('[DUR7] is not tried in a document out of service, which is read all the same', async () => {
    const { server, room, cho } = await unerased();
    await database().write(() => all(database().build.deleteFrom('log').where('seq', '=', 1)));
    await server.restart();
    const reader = await Peer.open(server, cho, room.document);
    await reader.expect('held', ({ held }) => held.reason.includes('damaged'));
    reader.askAll();
    await reader.expect('step2');
  });
});

describe('locks', () => {
  test('[GATE7] a lock is heeded by the next frame, and its lifting too', async () => {
    const { server, room, ines, ben } = await start();
    const instructor = await Peer.open(server, ines, room.document);
    const author = new Author(ines);
    instructor.update(author.put('r1', ruling('lock', ben.participant, 'cool down')));
    await instructor.expect('durable', ({ n }) => n === 1);
    const locked = await Peer.open(server, ben, room.document);
    locked.update(new Author(ben).put('n1', noteOf('I will be heard.')));
    expect((await locked.expect('refused')).records[0]?.code).toBe('locked');
    instructor.update(author.put('r2', ruling('unlock', ben.participant)));
    await instructor.expect('durable', ({ n }) => n === 2);
    const again = await Peer.open(server, ben, room.document);
    again.update(new Author(ben).put('n1', noteOf('I will be heard.')));
    await again.expect('durable', ({ n }) => n === 1);
  });

  test('stand after a restart', async () => {
    const { server, room, ines, ben } = await start();
    const instructor = await Peer.open(server, ines, room.document);
    instructor.update(new Author(ines).put('r1', ruling('lock', 'room')));
    await instructor.expect('durable', ({ n }) => n === 1);
    await server.restart();
    const peer = await Peer.open(server, ben, room.document);
    peer.update(new Author(ben).put('n1', noteOf('Anyone?')));
    expect((await peer.expect('refused')).records[0]?.code).toBe('locked');
  });
});

describe('the audit trail', () => {
  test('holds every ruling about others’ words, and no query edits it', async () => {
    const { server, room, ines, ben } = await start();
    const instructor = await Peer.open(server, ines, room.document);
    const author = new Author(ines);
    instructor.update(author.put('r1', ruling('hide', `${ben.participant}/n1`, 'off topic')));
    instructor.update(author.put('r2', ruling('show', `${ben.participant}/n1`)));
    instructor.update(author.put('r3', ruling('resolve', `${ben.participant}/n1`)));
    await instructor.expect('durable', ({ n }) => n === 3);
    const space = await enterSpace(ines.identity, room.spaceId);
    const trail = space && (await auditOf(space));
    expect(trail?.ok && trail.lines.map(({ act, reason }) => [act, reason])).toEqual([
      ['show', null],
      ['hide', 'off topic'],
    ]);
    const { build, write } = database();
    const edit = () => write(() => all(build.updateTable('audit').set({ reason: 'another' })));
    const remove = () => write(() => all(build.deleteFrom('audit')));
    await expect(edit()).rejects.toThrow('append-only');
    await expect(remove()).rejects.toThrow('append-only');
  });

  test('members do not read it', async () => {
    const { room, ben } = await start();
    const space = await enterSpace(ben.identity, room.spaceId);
    expect(space && (await auditOf(space))).toEqual({ ok: false, reason: 'not-allowed' });
  });
});
