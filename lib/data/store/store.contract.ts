// What every engine must do, told once and run against each: transactions, reading at one moment, and all that log.ts and
// access.ts build on them.

import { CompiledQuery } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Ref } from '#lib/model/record.ts';
import { newId } from '../ids.ts';
import { insertAccount } from '../people/accounts.ts';
import { unmakeDocument } from '../readings/unmaking.ts';
import { announce, announceRosters } from '../spaces/access-changes.ts';
import { makeParticipant } from '../spaces/participants.ts';
import { insertSpace } from '../spaces/spaces.ts';
import { all, type Database, DatabaseRefused, first, replaceDatabase, type Transaction } from './database.ts';
import { replaceDocument } from './erasing.ts';
import { type LoadResult, loadDocument, quarantine, type StoredDocument } from './loading.ts';
import { appendBatch, type Batch, newestAccessChange, StaleSequence } from './log.ts';
import { migrations, postgresDialect, sqliteDialect } from './schema.ts';
import { dropCompacted, keepSnapshot } from './snapshots.ts';

/** An empty store of a test's own, which may be opened more than once. */
export type EmptyStore = {
  open(): Promise<Database>;
  /** Every byte that the files of its tables hold now. */
  bytes(): Promise<Buffer>;
};

/** Describes an engine; `make` gives each test a store of its own. */
export function describeStore(engine: string, make: () => Promise<EmptyStore>): void {
  async function openFresh(): Promise<{ db: Database; store: EmptyStore }> {
    const store = await make();
    const db = await store.open();
    replaceDatabase(db);
    onTestFinished(async () => {
      replaceDatabase(undefined);
      await db.close();
    });
    return { db, store };
  }

  describe(`scrubbing on ${engine}`, () => {
    test('[DUR6] leaves no word of what was deleted or overwritten in the files, and all that stands', async () => {
      const { db, store } = await openFresh();
      const holds = async (text: string) => (await store.bytes()).includes(text);
      await db.write(function* () {
        yield* keep(db, 'deleted', 'words that were deleted for good');
        yield* keep(db, 'changed', 'words that were overwritten');
        yield* keep(db, 'kept', 'words that stay');
      });
      expect(await holds('words that were deleted')).toBe(true);
      await db.write(function* () {
        yield* all(db.build.deleteFrom('meta').where('key', '=', 'deleted'));
        yield* all(db.build.updateTable('meta').set({ value: '' }).where('key', '=', 'changed'));
      });
      await db.scrub();
      for (const gone of ['words that were deleted', 'words that were overwritten'])
        expect(await holds(gone), gone).toBe(false);
      expect(await holds('words that stay')).toBe(true);
      expect(await readValue(db, 'kept')).toBe('words that stay');
    });
  });

  describe(`transactions on ${engine}`, () => {
    test('read what they wrote, and others read it once they are through', async () => {
      const { db } = await openFresh();
      const seen = await db.write(function* () {
        yield* keep(db, 'a', '1');
        return yield* valueUnder(db, 'a');
      });
      expect(seen).toBe('1');
      expect(await readValue(db, 'a')).toBe('1');
    });

    test('that throw leave nothing behind, and the next one runs', async () => {
      const { db } = await openFresh();
      const failing = db.write(function* () {
        yield* keep(db, 'a', '1');
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      await db.write(() => keep(db, 'b', '2'));
      expect([await readValue(db, 'a'), await readValue(db, 'b')]).toEqual([undefined, '2']);
    });

    test('with a query that fails are rolled back even when the body would go on', async () => {
      const { db } = await openFresh();
      const failing = db.write(function* () {
        yield* keep(db, 'a', '1');
        try {
          yield* all(db.build.insertInto('meta').values({ key: 'a', value: 'twice' }));
        } catch {
          return 'as if nothing had happened';
        }
        return 'never';
      });
      await expect(failing).rejects.toThrow(/unique/i);
      expect(await readValue(db, 'a')).toBeUndefined();
    });

    test('run one at a time: what one has read stays true until its end', async () => {
      const { db, store } = await openFresh();
      const beside = await store.open();
      onTestFinished(() => beside.close());
      await db.write(() => keep(db, 'count', '0'));
      const adding = (through: Database) =>
        through.write(function* () {
          const count = Number(yield* valueUnder(through, 'count'));
          yield* keep(through, 'count', String(count + 1));
        });
      await Promise.all(Array.from({ length: 40 }, (_, i) => adding(i % 2 ? db : beside)));
      expect(await readValue(db, 'count')).toBe('40');
    });

    test('keep whole numbers, bytes and text as they are', async () => {
      const { db } = await openFresh();
      const bytes = new Uint8Array([0, 1, 127, 128, 255]);
      const client = 2 ** 32 - 1;
      await db.write(function* () {
        const row = { document: 'd', seq: 1, bytes, checksum: client, accepted_at: '' };
        yield* all(db.build.insertInto('log').values(row));
        yield* keep(db, 'a', 'naïve “日本語” \\u0000 👩‍🚀');
      });
      const row = await db.read.selectFrom('log').selectAll().executeTakeFirstOrThrow();
      expect([row.seq, row.checksum, [...row.bytes]]).toEqual([1, client, [...bytes]]);
      expect(await readValue(db, 'a')).toBe('naïve “日本語” \\u0000 👩‍🚀');
      const count = await db.read
        .selectFrom('log')
        .select((eb) => [eb.fn.countAll().as('rows'), eb.fn.max('seq').as('seq')])
        .executeTakeFirstOrThrow();
      expect(count).toEqual({ rows: 1, seq: 1 });
    });

    test('order text by its bytes, whatever the locale', async () => {
      const { db } = await openFresh();
      await db.write(function* () {
        for (const key of ['b', 'a', 'B', '_', 'é', '-']) yield* keep(db, key, '');
      });
      const rows = await db.read
        .selectFrom('meta')
        .select('key')
        .where('value', '=', '')
        .orderBy('key')
        .execute();
      expect(rows.map(({ key }) => key)).toEqual(['-', 'B', '_', 'a', 'b', 'é']);
    });
  });

  describe(`reading on ${engine}`, () => {
    test('sees one moment when it reads together, whatever is written meanwhile', async () => {
      const { db } = await openFresh();
      const writeBoth = (n: number) =>
        db.write(function* () {
          yield* keep(db, 'a', String(n));
          yield* keep(db, 'b', String(n));
        });
      const readBoth = () =>
        db.readTogether(function* () {
          return [yield* valueUnder(db, 'a'), yield* valueUnder(db, 'b')];
        });
      const turns = Array.from({ length: 30 }, (_, n) => [writeBoth(n), readBoth()]).flat();
      const seen = (await Promise.all(turns)).filter((pair) => pair !== undefined);
      expect(seen.length).toBe(30);
      for (const [a, b] of seen) expect(a).toBe(b);
    });

    test('never writes', async () => {
      const { db } = await openFresh();
      const row = { key: 'a', value: '1' };
      await expect(db.read.insertInto('meta').values(row).execute()).rejects.toThrow(/read.?only/i);
      await expect(db.readTogether(() => keep(db, 'a', '1'))).rejects.toThrow(/read.?only/i);
      expect(await readValue(db, 'a')).toBeUndefined();
      expect(await db.readTogether(() => valueUnder(db, 'a'))).toBeUndefined();
    });
  });

  describe(`opening on ${engine}`, () => {
    test('again finds everything', async () => {
      const { db, store } = await openFresh();
      await db.write(() => keep(db, 'a', '1'));
      const again = await store.open();
      onTestFinished(() => again.close());
      expect(await readValue(again, 'a')).toBe('1');
    });

    test('is refused where a newer version has written', async () => {
      const { db, store } = await openFresh();
      await db.write(() => keep(db, 'schema_version', '999'));
      const refused = await store.open().catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(DatabaseRefused);
      expect(String(refused)).toContain('newer version');
    });
  });

  describe(`migrations on ${engine}`, () => {
    test('a room’s one reading becomes the first of those it holds', async () => {
      const { db } = await openFresh();
      const { account, room } = await makeRoomRow(db);
      const reading = newId();
      const dialect = engine === 'sqlite' ? sqliteDialect : postgresDialect;
      const statements = migrations
        .map((of) => of(dialect))
        .find((some) => some[0]?.includes('room_reading'));
      await db.write(function* () {
        const { space_id } = (yield* all(db.build.selectFrom('room').select('space_id')))[0] ?? {
          space_id: '',
        };
        yield* all(
          db.build.insertInto('reading').values({
            ...{ id: reading, space_id, created_by: account, created_at: atOf(0), archived_at: null },
          }),
        );
        // As the tables were before.
        yield CompiledQuery.raw('drop table room_reading');
        yield CompiledQuery.raw(
          `alter table room add column reading_id ${dialect.text} references reading(id)`,
        );
        yield CompiledQuery.raw(`update room set reading_id = '${reading}'`);
        for (const sql of statements ?? []) yield CompiledQuery.raw(sql);
      });
      expect(await db.read.selectFrom('room_reading').selectAll().execute()).toEqual([
        { room_id: room, reading_id: reading, position: 1, added_by: account, added_at: atOf(0) },
      ]);
    });
  });

  describe(`the log on ${engine}`, () => {
    test('[DUR10] keeps a commit whole: bytes, owners, what stands, every value, sight', async () => {
      const { db } = await openFresh();
      const { account, room } = await makeRoomRow(db);
      const participant = await db.write(() => makeParticipant(account, room, null));
      const fresh = await loaded('d');
      expect([fresh.seq, fresh.updates, fresh.logRows]).toEqual([0, [], 0]);
      await db.write(() =>
        appendBatch(
          batchOf('d', 0, 2, {
            claims: [{ client: 2 ** 32 - 1, participant }],
            earned: [participant],
            values: [valueAt(participant, 'n1', 1, '"lost"'), valueAt(participant, 'n1', 2, '"stands"')],
            standing: [valueAt(participant, 'n1', 2, '"stands"')],
          }),
        ),
      );
      const { lineage, seq, sizeBytes, updates, owners, times } = await loaded('d');
      expect({ lineage, seq, sizeBytes }).toEqual({ lineage: fresh.lineage, seq: 2, sizeBytes: 3 });
      expect(updates.map((update) => [...update])).toEqual([[0, 2, 9]]);
      expect(owners).toEqual([{ client: 2 ** 32 - 1, participant, claimedAt: atOf(2) }]);
      expect([...times.values()]).toEqual([{ seq: 2, acceptedAt: atOf(2), createdAt: atOf(2) }]);
      const versions = await db.read.selectFrom('record_version').selectAll().orderBy('seq').execute();
      expect(versions.map(({ seq: at, value }) => [at, value])).toEqual([
        [1, '"lost"'],
        [2, '"stands"'],
      ]);
      const place = await db.read.selectFrom('participant').select('sighted_at').executeTakeFirst();
      expect(place?.sighted_at).toBe(atOf(2));
    });

    test('keeps a record’s place in the order when it is edited or deleted', async () => {
      const { db } = await openFresh();
      await loaded('d');
      for (const [seq, json] of [
        [1, '"first"'],
        [2, '"edited"'],
        [3, null],
      ] as const) {
        const value = valueAt('p', 'n1', seq, json);
        await db.write(() => appendBatch(batchOf('d', seq - 1, seq, { values: [value], standing: [value] })));
      }
      const rows = await db.read.selectFrom('record').selectAll().execute();
      expect(rows).toMatchObject([
        { value: null, seq: 3, created_seq: 1, created_at: atOf(1), accepted_at: atOf(3) },
      ]);
    });

    test('appends only at the number its judge saw; nothing of a late commit stays', async () => {
      const { db } = await openFresh();
      await loaded('d');
      await db.write(() => appendBatch(batchOf('d', 0, 1)));
      const late = batchOf('d', 0, 1, { values: [valueAt('p', 'late', 1, '1')] });
      await expect(db.write(() => appendBatch(late))).rejects.toBeInstanceOf(StaleSequence);
      expect(await db.read.selectFrom('record_version').selectAll().execute()).toEqual([]);
      expect((await loaded('d')).seq).toBe(1);
    });

    test('loads a document whole while commits and compactions go on', async () => {
      const { db } = await openFresh();
      await loaded('d');
      const writing = (async () => {
        for (let seq = 1; seq <= 60; seq++) {
          await db.write(() => appendBatch(batchOf('d', seq - 1, seq)));
          if (seq % 10 === 0) await compactAt('d', seq);
        }
      })();
      const seen: LoadResult[] = [];
      for (let i = 0; i < 40; i++) seen.push(await loadDocument('d'));
      await writing;
      expect(seen.filter((result) => !result.ok)).toEqual([]);
      expect((await loaded('d')).seq).toBe(60);
    });

    test('[DUR6] after compaction loads the snapshot and the log from there, a damaged snapshot aside', async () => {
      const { db } = await openFresh();
      await loaded('d');
      for (const seq of [1, 2, 3, 4]) {
        await db.write(() => appendBatch(batchOf('d', seq - 1, seq)));
        if (seq % 2 === 0) await compactAt('d', seq);
      }
      await db.write(() => appendBatch(batchOf('d', 4, 5)));
      expect((await loaded('d')).updates.map((update) => update[1])).toEqual([104, 5]);
      const damaged = { bytes: new Uint8Array([7]) };
      await db.write(() => all(db.build.updateTable('snapshot').set(damaged).where('seq', '=', 4)));
      expect((await loaded('d')).updates.map((update) => update[1])).toEqual([102, 3, 4, 5]);
    });

    test('keeps what is large compressed, in log and snapshot, and gives it back as it was', async () => {
      const { db } = await openFresh();
      await loaded('d');
      const large = new TextEncoder().encode('words and more words, '.repeat(400));
      await db.write(() => appendBatch(batchOf('d', 0, 1, { bytes: large })));
      const document = await loaded('d');
      const kept = await keepSnapshot(document, 1, large);
      expect(kept?.update).toEqual(large);
      expect((await loaded('d')).updates).toEqual([large]);
      await dropCompacted(document, 1, kept?.hash ?? '');
      expect((await loaded('d')).updates).toEqual([large]);
      for (const table of ['log', 'snapshot'] as const) {
        const rows = await db.read.selectFrom(table).select(['bytes', 'packing']).execute();
        expect(rows.map(({ packing }) => packing)).toEqual([1]);
        expect(rows[0]?.bytes.length).toBeLessThan(large.length / 10);
      }
    });

    test('[DUR6] writes no snapshot of a document that was erased from, deleted or made anew since it was read', async () => {
      const { db } = await openFresh();
      const snapshots = () => db.read.selectFrom('snapshot').select('document').execute();
      const before = await loaded('d');
      await db.write(() => appendBatch(batchOf('d', 0, 1)));
      const bytes = new Uint8Array([0, 101]);
      expect(await keepSnapshot(before, 2, bytes)).toBeNull();
      const kept = await keepSnapshot(before, 1, bytes);
      const erased = new Uint8Array([0, 2, 9]);
      await replaceDocument({ name: 'd', seq: 1, bytes: erased, owners: [], changes: [] });
      expect(kept && (await dropCompacted(before, 1, kept.hash))).toBe(false);
      expect(await keepSnapshot(before, 1, bytes)).toBeNull();
      expect((await loaded('d')).updates).toEqual([erased]);
      const changed = await loaded('d');
      await db.write(() => unmakeDocument('d'));
      expect(await keepSnapshot(changed, 2, bytes)).toBeNull();
      await loaded('d');
      expect(await keepSnapshot(changed, 0, bytes)).toBeNull();
      expect(await snapshots()).toEqual([]);
    });

    test('reads rows from before there was a choice of packing', async () => {
      const { db } = await openFresh();
      await loaded('d');
      await db.write(() => appendBatch(batchOf('d', 0, 1)));
      await db.write(() => appendBatch(batchOf('d', 1, 2)));
      await db.write(() => all(db.build.updateTable('log').set({ follows: null, packing: 0 })));
      expect((await loaded('d')).updates.map((update) => update[1])).toEqual([1, 2]);
    });

    test('[DUR7] notices a missing row between others, whatever it held', async () => {
      const { db } = await openFresh();
      await loaded('d');
      for (const seq of [1, 2, 3]) await db.write(() => appendBatch(batchOf('d', seq - 1, seq)));
      await db.write(() => all(db.build.deleteFrom('log').where('seq', '=', 2)));
      expect(await loadDocument('d')).toMatchObject({
        ok: false,
        detail: 'the log row 3 follows 2, which is missing',
      });
    });

    test('[DUR7] takes a document with a damaged or missing row out of service, and no other', async () => {
      const { db } = await openFresh();
      for (const name of ['damaged', 'missing', 'fine']) {
        await loaded(name);
        await db.write(() => appendBatch(batchOf(name, 0, 1)));
      }
      const harm = { bytes: new Uint8Array([1, 1, 1]) };
      await db.write(function* () {
        yield* all(db.build.updateTable('log').set(harm).where('document', '=', 'damaged'));
        yield* all(db.build.deleteFrom('log').where('document', '=', 'missing'));
      });
      expect(await loadDocument('damaged')).toMatchObject({ ok: false, reason: 'quarantined' });
      expect(await loadDocument('missing')).toMatchObject({ ok: false, reason: 'quarantined' });
      expect((await loaded('fine')).seq).toBe(1);
      await expect(db.write(() => appendBatch(batchOf('missing', 1, 2)))).rejects.toBeInstanceOf(
        StaleSequence,
      );
      await quarantine('missing', 'a later reason');
      expect(await loadDocument('missing')).toMatchObject({ detail: expect.stringContaining('log ends') });
    });
  });

  describe(`changes of access on ${engine}`, () => {
    test('[AUTH2] are numbered in the order in which they were written', async () => {
      const { db } = await openFresh();
      expect(await db.write(newestAccessChange)).toBe(0);
      const { account, room } = await makeRoomRow(db);
      await db.write(() => announce({ kind: 'access', accountId: account }));
      const before = await db.write(newestAccessChange);
      await db.write(() => makeParticipant(account, room, 'member'));
      await db.write(() => announceRosters(account));
      expect(await db.write(newestAccessChange)).toBeGreaterThan(before);
      const rows = await db.read.selectFrom('access_change').selectAll().orderBy('id').execute();
      expect(rows.map(({ kind, room_id, account_id }) => [kind, room_id, account_id])).toEqual([
        ['access', null, account],
        ['roster', room, null],
        ['roster', room, null],
      ]);
    });

    test('[AUTH5] give one place for each room and account', async () => {
      const { db } = await openFresh();
      const { account, room } = await makeRoomRow(db);
      const places = await Promise.all(
        [1, 2, 3].map(() => db.write(() => makeParticipant(account, room, null))),
      );
      expect(new Set(places).size).toBe(1);
    });
  });
}

function* keep(db: Database, key: string, value: string): Transaction<void> {
  yield* all(
    db.build
      .insertInto('meta')
      .values({ key, value })
      .onConflict((oc) => oc.column('key').doUpdateSet({ value })),
  );
}

function* valueUnder(db: Database, key: string): Transaction<string | undefined> {
  return (yield* first(db.build.selectFrom('meta').select('value').where('key', '=', key)))?.value;
}

async function readValue(db: Database, key: string): Promise<string | undefined> {
  const row = await db.read.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value;
}

/** When the commit that ends at `seq` was accepted. */
function atOf(seq: number): string {
  return new Date(Date.UTC(2030, 0, 1, 0, 0, seq)).toISOString();
}

/** A commit of the three bytes 0, `after`, 9. */
function batchOf(document: string, before: number, after: number, more: Partial<Batch> = {}): Batch {
  const bytes = new Uint8Array([0, after, 9]);
  const nothing = { values: [], standing: [], claims: [], earned: [] };
  return { document, before, after, bytes, acceptedAt: atOf(after), ...nothing, ...more };
}

function valueAt(participant: string, id: string, seq: number, json: string | null) {
  const ref: Ref = `${participant}/${id}`;
  return { ref, participant, id, json, seq };
}

/** A snapshot of the two bytes 0, 100 + `seq`, kept and found good. */
async function compactAt(document: string, seq: number): Promise<void> {
  const origin = await loaded(document);
  const kept = await keepSnapshot(origin, seq, new Uint8Array([0, 100 + seq]));
  expect(kept && (await dropCompacted(origin, seq, kept.hash))).toBe(true);
}

async function loaded(name: string): Promise<StoredDocument> {
  const result = await loadDocument(name);
  if (!result.ok) throw new Error(result.detail);
  return result.document;
}

async function makeRoomRow(db: Database): Promise<{ account: string; room: string }> {
  const account = await db.write(() => insertAccount({ name: 'Ada', kind: 'guest' }));
  const space = await db.write(() => insertSpace(account, { name: 'Rhetoric', kind: 'course' }));
  const [room, at] = [newId(), atOf(0)];
  await db.write(function* () {
    const made = { created_by: account, created_at: at };
    yield* all(
      db.build.insertInto('room').values({
        ...made,
        id: room,
        space_id: space,
        title: 'A room',
        kind: 'seminar',
        entry: 'members',
        visibility: '{}',
        closed_at: null,
      }),
    );
  });
  return { account, room };
}
