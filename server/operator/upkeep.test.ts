// Backup, restore, verify and renew, by the command line as an operator runs them.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { revokeSession } from '#lib/data/people/sessions.ts';
import { settings } from '#lib/data/settings.ts';
import { database, replaceDatabase } from '#lib/data/store/database.ts';
import { holdingsOf } from '#lib/data/store/holdings.ts';
import { loadDocument } from '#lib/data/store/loading.ts';
import { isScrubOwed, oweScrub } from '#lib/data/store/scrubbing.ts';
import { databaseFile, openSqlite } from '#lib/data/store/sqlite.ts';
import { recordAt, removeRecord } from '#lib/sync/layers.ts';
import { serve } from '../door/serve.ts';
import { Author, makeClass, Peer, pointOf, SyncServer } from '../fixture.ts';
import { Rooms } from '../live/rooms.ts';
import { applyStored, fingerprintOf } from '../room/content.ts';
import { holdDataFolder } from '../start/data-folder.ts';
import { keepHouse } from '../start/housekeeping.ts';
import { backUp } from './backup.ts';
import { verifyAll } from './verify.ts';

const node = join(import.meta.dirname, '..', '..', 'node_modules', '.bin', 'node');
const program = join(import.meta.dirname, '..', 'cli.ts');

/** Runs the command line on a data folder, as a process of its own. */
async function cli(dataDir: string, ...args: string[]) {
  const child = spawn(node, ['--no-warnings', program, ...args], {
    env: { ...process.env, DATA_DIR: dataDir },
  });
  let [printed, said] = ['', ''];
  child.stdout.on('data', (chunk) => {
    printed += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const [code] = await once(child, 'close');
  const lines = printed.split('\n').filter(Boolean);
  return { code: Number(code), lines: lines.map((line) => JSON.parse(line)), said };
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'counterpoint-copy-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A server on which two people have written, edited and deleted. */
async function world() {
  const server = await SyncServer.start();
  const room = await makeClass({ ada: 'owner', ben: 'member' });
  const { ada, ben } = room.people;
  const [adaPeer, benPeer] = [
    await Peer.open(server, ada, room.document),
    await Peer.open(server, ben, room.document),
  ];
  const [adaAuthor, benAuthor] = [new Author(ada), new Author(ben)];
  for (const body of ['first', 'second', 'third']) adaPeer.update(adaAuthor.put('n1', pointOf(body)));
  for (let i = 0; i < 5; i++) benPeer.update(benAuthor.put(`n${i}`, pointOf(`Ben ${i}`)));
  await adaPeer.expect('durable', ({ n }) => n === 3);
  await benPeer.expect('durable', ({ n }) => n === 5);
  const { dataDir } = settings();
  return { server, room, document: room.document, dataDir, ada, ben, adaPeer, benPeer, adaAuthor, benAuthor };
}

/** Works on another data folder for a while. */
async function within<T>(dataDir: string, look: () => Promise<T>): Promise<T> {
  const before = database();
  const other = openSqlite(dataDir);
  replaceDatabase(other);
  try {
    return await look();
  } finally {
    replaceDatabase(before);
    await other.close();
  }
}

/** What proves that two folders hold the same document: the Yjs document and every row but its lineage. */
async function proofOf(dataDir: string, document: string) {
  return within(dataDir, async () => {
    const stored = await loadDocument(document);
    const holdings = await holdingsOf(document);
    if (!stored.ok || !holdings) throw new Error('it does not load');
    const doc = new Y.Doc();
    applyStored(doc, stored.document.updates);
    const { lineage, ...row } = holdings.document;
    return { lineage, rest: { ...holdings, document: row, fingerprint: fingerprintOf(doc) } };
  });
}

describe('a backup', () => {
  test('[DUR9] of a running server, taken while people write, is one moment of it: restored, it is equal and verifies', async () => {
    const { document, dataDir, adaPeer, adaAuthor } = await world();
    const [copy, restored] = [folder(), folder()];
    let sent = 3;
    const writing = setInterval(() => {
      sent = adaPeer.update(adaAuthor.put(`n${sent}`, pointOf(`while copying ${sent}`)));
    }, 2);
    onTestFinished(() => clearInterval(writing));
    const backup = await cli(dataDir, 'backup', copy);
    clearInterval(writing);
    expect(backup).toMatchObject({ code: 0, said: '' });
    await adaPeer.expect('durable', ({ n }) => n === sent);
    expect(sent).toBeGreaterThan(10);
    expect(await cli(restored, 'restore', copy)).toMatchObject({
      code: 0,
      lines: [{ documents: 1, movedTo: null }],
    });
    expect(await cli(restored, 'verify')).toEqual({
      code: 0,
      lines: [{ documents: 1, damaged: 0 }],
      said: '',
    });
    const [was, is, lives] = [
      await proofOf(copy, document),
      await proofOf(restored, document),
      await proofOf(dataDir, document),
    ];
    expect(is.rest).toEqual(was.rest);
    expect(is.lineage).not.toBe(was.lineage);
    // One moment of it: all that came before the copy began, and nothing that the server does not have.
    expect(was.rest.versions.length).toBeGreaterThanOrEqual(8);
    expect(lives.rest.versions).toEqual(expect.arrayContaining(was.rest.versions));
    expect(lives.rest.log).toEqual(expect.arrayContaining(was.rest.log));
  });

  test('[DUR9] holds the secret too, and only its owner can read it', async () => {
    const { dataDir } = await world();
    const copy = join(folder(), 'new');
    writeFileSync(join(dataDir, 'auth-secret'), 'a secret of at least thirty-two letters\n');
    await cli(dataDir, 'backup', copy);
    expect(readdirSync(copy).sort()).toEqual(['auth-secret', 'counterpoint.db']);
    for (const name of readdirSync(copy)) expect(statSync(join(copy, name)).mode & 0o777).toBe(0o600);
    expect(statSync(copy).mode & 0o777).toBe(0o700);
  });

  test('never overwrites anything, and is not made of nothing', async () => {
    const { dataDir } = await world();
    const [taken, empty] = [folder(), folder()];
    writeFileSync(join(taken, 'notes.txt'), 'mine');
    expect(await cli(dataDir, 'backup', taken)).toMatchObject({
      code: 1,
      said: expect.stringContaining('not empty'),
    });
    expect(readdirSync(taken)).toEqual(['notes.txt']);
    const target = folder();
    expect(await cli(empty, 'backup', target)).toMatchObject({
      code: 1,
      said: expect.stringContaining('no'),
    });
    expect([readdirSync(empty), readdirSync(target)]).toEqual([[], []]);
  });
});

describe('a restore', () => {
  test('[DUR11] is refused while a server has the folder', async () => {
    const { dataDir } = await world();
    const [copy, held] = [folder(), folder()];
    await cli(dataDir, 'backup', copy);
    const release = holdDataFolder(held);
    onTestFinished(() => release?.());
    const refused = await cli(held, 'restore', copy);
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('A server is using') });
    expect(existsSync(databaseFile(held))).toBe(false);
  });

  test('[DUR9] moves what was there aside, whole, with what was only in its log', async () => {
    const { document, dataDir, adaPeer, adaAuthor } = await world();
    const [copy, target] = [folder(), folder()];
    await cli(dataDir, 'backup', copy);
    await cli(target, 'restore', copy);
    adaPeer.update(adaAuthor.put('later', pointOf('after the backup')));
    await adaPeer.expect('durable', ({ n }) => n === 4);
    const later = folder();
    await cli(dataDir, 'backup', later);
    const second = await cli(target, 'restore', later);
    const [{ movedTo }] = second.lines;
    expect((await proofOf(movedTo, document)).rest).toEqual((await proofOf(copy, document)).rest);
    expect((await proofOf(target, document)).rest).toEqual((await proofOf(later, document)).rest);
  });

  test('[DUR9] signs everyone out, so that no session that was ended since the backup lives again', async () => {
    const { dataDir, ada } = await world();
    const [copy, target] = [folder(), folder()];
    await cli(dataDir, 'backup', copy);
    await revokeSession(ada.identity, ada.identity.via.id);
    expect(await cli(target, 'restore', copy)).toMatchObject({ code: 0, lines: [{ sessionsEnded: 2 }] });
    const open = await within(target, () =>
      database().read.selectFrom('session').select('id').where('revoked_at', 'is', null).execute(),
    );
    expect(open).toEqual([]);
  });

  test('[DUR9] of a damaged copy changes nothing', async () => {
    const { document, dataDir } = await world();
    const [copy, target] = [folder(), folder()];
    await cli(dataDir, 'backup', copy);
    await cli(target, 'restore', copy);
    const before = await proofOf(target, document);
    const bytes = readFileSync(databaseFile(copy));
    bytes.fill(0x55, 4096, 8192);
    writeFileSync(databaseFile(copy), bytes);
    expect(await cli(target, 'restore', copy)).toMatchObject({ code: 1, lines: [] });
    expect(await proofOf(target, document)).toEqual(before);
    expect(readdirSync(target).filter((name) => name.startsWith('restoring-'))).toEqual([]);
  });

  test('[DUR8] turns away copies of the former lineage with 4409, and welcomes those who come without one', async () => {
    const { document, dataDir, ada } = await world();
    const [copy, target] = [folder(), folder()];
    await cli(dataDir, 'backup', copy);
    await cli(target, 'restore', copy);
    const { lineage } = await proofOf(copy, document);
    await within(target, async () => {
      const serving = await serve(new Rooms(), { handle: (_, response) => void response.end() });
      try {
        const door = { url: `ws://127.0.0.1:${serving.port}` };
        const late = await Peer.open(door, ada, document, { lineage });
        expect((await late.closed).code).toBe(4409);
        // Before step 1: nothing of the older copy may mix with this one.
        expect(late.kinds()).toEqual(['hello']);
        const fresh = await Peer.open(door, ada, document);
        const { hello } = await fresh.expect('hello');
        expect(hello.lineage).not.toBe(lineage);
        fresh.askAll();
        await fresh.expect('step2');
        expect(recordAt(fresh.heard(), ada.participant, 'n1')).toEqual(pointOf('third'));
      } finally {
        await serving.stop();
      }
    });
  });
});

test('[DUR11] beside a server with older tables the command line makes none, and does once that has stopped', async () => {
  const held = folder();
  const release = holdDataFolder(held);
  const refused = await cli(held, 'verify');
  expect(refused).toMatchObject({ code: 1, lines: [], said: expect.stringContaining('Stop it first') });
  const db = new DatabaseSync(databaseFile(held), { readOnly: true });
  expect(db.prepare('select name from sqlite_schema').all()).toEqual([]);
  db.close();
  release?.();
  expect(await cli(held, 'verify')).toMatchObject({ code: 0, lines: [{ documents: 0, damaged: 0 }] });
});

describe('a purge', () => {
  test('[DUR11] beside a running server is done by that server, for who is in the discussion as well', async () => {
    const { server, room, dataDir, adaPeer } = await world();
    const stop = keepHouse(server.rooms);
    onTestFinished(stop);
    const forgotten = vi.spyOn(server.rooms, 'withClosed');
    expect(await cli(dataDir, 'purge', '--space', room.spaceId)).toMatchObject({
      code: 0,
      lines: [{ purged: room.spaceId, name: 'Rhetoric' }, { purged: 1 }],
    });
    expect(forgotten).toHaveBeenCalledTimes(1);
    expect((await adaPeer.closed).code).toBe(1012);
    expect([...server.rooms.all()]).toEqual([]);
    expect(await database().read.selectFrom('document').select('name').execute()).toEqual([]);
  });

  test('[DUR11] beside a running server is over once the files are scrubbed as well', async () => {
    const { server, room, dataDir } = await world();
    onTestFinished(keepHouse(server.rooms));
    const { promise: scrubbed, resolve: scrub } = Promise.withResolvers<void>();
    const scrubs = vi.spyOn(database(), 'scrub').mockReturnValue(scrubbed);
    let isOver = false;
    const purged = cli(dataDir, 'purge', '--space', room.spaceId).finally(() => {
      isOver = true;
    });
    await vi.waitFor(() => expect(scrubs).toHaveBeenCalled(), { timeout: 20_000 });
    expect(await database().read.selectFrom('space').select('id').execute()).toEqual([]);
    expect([isOver, await isScrubOwed()]).toEqual([false, true]);
    scrub();
    expect(await purged).toMatchObject({ code: 0 });
    expect(await isScrubOwed()).toBe(false);
  });

  test('without a server makes good a scrub that was owed before', async () => {
    const { dataDir } = await world();
    const copy = folder();
    await cli(dataDir, 'backup', copy);
    await within(copy, () => database().write(oweScrub));
    expect(await cli(copy, 'purge')).toMatchObject({ code: 0, lines: [{ purged: 0 }] });
    expect(await within(copy, isScrubOwed)).toBe(false);
  });

  test('without a server is done by the command line itself', async () => {
    const { room, dataDir } = await world();
    const copy = folder();
    await cli(dataDir, 'backup', copy);
    expect(await cli(copy, 'purge', '--space', room.spaceId)).toMatchObject({
      code: 0,
      lines: [{ purged: room.spaceId, name: 'Rhetoric' }, { purged: 1 }],
    });
    const names = await within(copy, () => database().read.selectFrom('document').select('name').execute());
    expect(names).toEqual([]);
    expect(readFileSync(databaseFile(copy)).includes('third')).toBe(false);
    expect(await cli(copy, 'purge', '--space', room.spaceId)).toMatchObject({
      code: 1,
      said: expect.stringContaining('There is no course'),
    });
  });
});

test('[DUR8] renew gives every document a new lineage and ends every session, and nothing else', async () => {
  const { document, dataDir } = await world();
  const copy = folder();
  await cli(dataDir, 'backup', copy);
  const before = await proofOf(copy, document);
  expect(await cli(copy, 'renew')).toMatchObject({ code: 0, lines: [{ documents: 1, sessionsEnded: 2 }] });
  const after = await proofOf(copy, document);
  expect(after.rest).toEqual(before.rest);
  expect(after.lineage).not.toBe(before.lineage);
});

const harms: [name: string, sql: string, problem: string][] = [
  [
    'a damaged log row',
    `update log set bytes = x'010203' where seq = (select max(seq) from log)`,
    'is damaged',
  ],
  ['a missing log row', 'delete from log where seq = (select max(seq) from log)', 'the log ends at'],
  ['a missing first row', 'delete from log where seq = (select min(seq) from log)', 'words are missing'],
  [
    'a value changed in the table',
    `update record set value = '{}' where record_id = 'n1'`,
    'not what the table says',
  ],
  ['a record missing from the table', `delete from record where record_id = 'n2'`, 'missing from the table'],
  ['history without what stands', `delete from record_version where ref like '%/n3'`, 'never accepted'],
  ['a client id of nobody', 'delete from client_owner', 'nobody is known'],
  [
    'a client id given to another',
    'update client_owner set participant_id = (select min(participant_id) from client_owner)',
    'not its own',
  ],
  [
    'a document out of service',
    `update document set quarantined_at = 'now', quarantine_reason = 'a test'`,
    'a test',
  ],
  ['rows of no document', `update document set name = 'room/else'`, 'the document itself is missing'],
];

/** A copy of a fresh world to which something happened. */
async function harmed(sql: string) {
  const { document, dataDir } = await world();
  const copy = join(folder(), 'copy');
  backUp(dataDir, copy);
  const db = new DatabaseSync(databaseFile(copy));
  db.exec(sql);
  db.close();
  return { document, copy };
}

test.each(harms)('[DUR9] verify finds %s', async (_, sql, problem) => {
  const { document, copy } = await harmed(sql);
  const reports = await within(copy, () => Array.fromAsync(verifyAll()));
  const found = reports.find((report) => report.document === document);
  expect(found?.problems.join('\n')).toContain(problem);
});

test('[DUR9] verify names the documents that are damaged, counts, and exits with 1', async () => {
  const { document, copy } = await harmed('delete from client_owner');
  expect(await cli(copy, 'verify')).toEqual({
    code: 1,
    lines: [
      { document, problems: expect.arrayContaining([expect.stringContaining('nobody is known')]) },
      { documents: 1, damaged: 1 },
    ],
    said: '1 of 1 documents are damaged.\n',
  });
});

test('[DUR9] verify accepts a compacted document, losing concurrent writes, deletions and a copy half made', async () => {
  const { server, document, dataDir, ada, ben, adaPeer, benPeer, benAuthor } = await world();
  const phone = await Peer.open(server, ada, document);
  const low = new Author(ada, 1);
  phone.update(low.put('n1', pointOf('a losing write')));
  await phone.expect('durable', ({ n }) => n === 1);
  const reaction = { type: 'reaction', of: `${ada.participant}/n1`, kind: 'helpful' } as const;
  benPeer.update(benAuthor.put(`helpful:${reaction.of}`, reaction));
  benPeer.update(
    benAuthor.change(() => removeRecord(benAuthor.doc, ben.participant, `helpful:${reaction.of}`)),
  );
  await benPeer.expect('durable', ({ n }) => n === 7);
  for (const rows of [1, 2]) {
    for (const room of server.rooms.all()) room.logRows = 500;
    await vi.waitFor(async () => {
      const kept = await database().read.selectFrom('snapshot').select('hash').execute();
      expect(kept.filter(({ hash }) => hash !== '')).toHaveLength(rows);
    }, 5000);
    adaPeer.update(new Author(ada).put(`after-${rows}`, pointOf('more')));
    await adaPeer.expect('durable', ({ n }) => n === 3 + rows);
  }
  expect(await cli(dataDir, 'verify')).toMatchObject({ code: 0, lines: [{ documents: 1, damaged: 0 }] });
});
