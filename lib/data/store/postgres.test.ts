import pg from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { hasPostgres, TestPostgres } from '../postgres-fixture.ts';
import { all, type Database, DatabaseRefused } from './database.ts';
import { openPostgres } from './postgres.ts';
import { describeStore } from './store.contract.ts';

describe.skipIf(!hasPostgres())('with a Postgres on this machine', () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await TestPostgres.start();
  });
  afterAll(() => postgres.end());

  describeStore('postgres', async () => {
    const url = await postgres.makeDatabase();
    return { open: () => openPostgres(url), bytes: () => tableBytes(url) };
  });

  /** What Postgres itself reads in the files of a database's tables, once it has written them. */
  async function tableBytes(url: string): Promise<Buffer> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query('checkpoint');
      const { rows } = await client.query<{ bytes: Buffer }>(
        `select pg_read_binary_file(pg_relation_filepath(oid)) as bytes from pg_class
         where relkind in ('r', 't') and relnamespace in ('public'::regnamespace, 'pg_toast'::regnamespace)`,
      );
      return Buffer.concat(rows.map(({ bytes }) => bytes));
    } finally {
      await client.end();
    }
  }

  async function openServer(url: string): Promise<Database> {
    const db = await openPostgres(url, { asServer: true });
    onTestFinished(() => db.close());
    return db;
  }

  const put = (db: Database, key: string) =>
    db.write(() => all(db.build.insertInto('meta').values({ key, value: 'kept' })));

  const keysOf = async (db: Database) => {
    const rows = await db.read.selectFrom('meta').select('key').where('value', '=', 'kept').execute();
    return rows.map(({ key }) => key).sort();
  };

  /** Why it cannot be opened. */
  async function refusal(url: string): Promise<string> {
    try {
      await (await openPostgres(url, { asServer: true })).close();
    } catch (error) {
      expect(error).toBeInstanceOf(DatabaseRefused);
      return String(error);
    }
    throw new Error('it was opened');
  }

  describe('one server', () => {
    test('[DUR11] has a database: a second one is refused until it stops, the command line comes beside it', async () => {
      const url = await postgres.makeDatabase();
      const server = await openPostgres(url, { asServer: true });
      expect(await refusal(url)).toContain('Another server');
      const visitor = await openPostgres(url);
      await put(visitor, 'from the command line');
      expect(await keysOf(server)).toEqual(['from the command line']);
      await visitor.close();
      await server.close();
      await openServer(url);
    });

    test('[DUR11] keeps its place over a broken connection', async () => {
      const url = await postgres.makeDatabase();
      const server = await openServer(url);
      await postgres.ask(
        'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()',
      );
      await vi.waitFor(async () => expect(await refusal(url)).toContain('Another server'), 5000);
      await put(server, 'a');
      expect(await keysOf(server)).toEqual(['a']);
    });
  });

  describe('a database that may forget', () => {
    test.each(['fsync', 'synchronous_commit'])('[DUR3] is refused: %s = off', async (name) => {
      const url = await postgres.makeDatabase();
      const set = (value: string) =>
        postgres
          .ask(`alter system set ${name} = ${value}`)
          .then(() => postgres.ask('select pg_reload_conf()'));
      onTestFinished(() => set('on'));
      await set('off');
      await vi.waitFor(async () => expect(await refusal(url)).toContain(`${name} = off`), 5000);
      await set('on');
      await vi.waitFor(() => openServer(url), 5000);
    });
  });

  test('a refusal says where the database is, and not the password', async () => {
    const reason = await refusal('postgres://counterpoint:a-secret@127.0.0.1:1/nowhere');
    expect(reason).toContain('nowhere at 127.0.0.1:1');
    expect(reason).not.toContain('a-secret');
  });

  describe('a database that goes away', () => {
    /** One of its own: after a kill it syncs every file it has before it answers. */
    async function startMortal(): Promise<TestPostgres> {
      const mortal = await TestPostgres.start();
      onTestFinished(() => mortal.end());
      return mortal;
    }

    test('[DUR5] fails every transaction meanwhile, and heals by itself; [DUR3] what was written is there', async () => {
      const mortal = await startMortal();
      const url = await mortal.makeDatabase();
      const db = await openServer(url);
      await put(db, 'before');
      await mortal.kill();
      await expect(put(db, 'meanwhile')).rejects.toThrow();
      await expect(keysOf(db)).rejects.toThrow();
      await mortal.launch();
      await vi.waitFor(() => put(db, 'after'), 10_000);
      expect(await keysOf(db)).toEqual(['after', 'before']);
      expect(await refusal(url)).toContain('Another server');
    });

    test('[DUR3] under load keeps all that was acknowledged, whenever it is killed', async () => {
      const mortal = await startMortal();
      const db = await openServer(await mortal.makeDatabase());
      const acknowledged: string[] = [];
      let isLoaded = true;
      const load = (async () => {
        for (let i = 0; isLoaded; i++) {
          const key = `${i}`;
          await put(db, key).then(
            () => acknowledged.push(key),
            () => {},
          );
        }
      })();
      for (let kill = 1; kill <= 3; kill++) {
        const before = acknowledged.length;
        await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(before + 20), 10_000);
        await mortal.kill();
        await mortal.launch();
      }
      isLoaded = false;
      await load;
      const kept = new Set(await keysOf(db));
      expect(acknowledged.filter((key) => !kept.has(key))).toEqual([]);
    });
  });
});
