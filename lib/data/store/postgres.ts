// The engine for a database that outgrew one machine's disk: Postgres, by DATABASE_URL.
// A pool of connections that can only read stands behind Kysely; one connection writes (postgres-writer.ts). When the database
// goes away queries fail, and when it is back they work again: nothing here needs a restart.

import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresDialect,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import pg from 'pg';
import { type Database, DatabaseRefused, type Transaction } from './database.ts';
import { migrate } from './migrate.ts';
import { isServed, PostgresWriter, runQueries } from './postgres-writer.ts';
import { postgresDialect, type Schema } from './schema.ts';

/** How many connections read at once; Postgres itself allows 100 unless told otherwise. */
const readers = 10;
const connectTimeoutMs = 5000;
/** A query that takes longer is given up: the network may have swallowed it. */
const queryTimeoutMs = 30_000;

/**
 * Opens (and migrates) the database at an address such as postgres://user:password@host/name. `asServer` holds it for
 * this process alone among servers, as long as it lives (DUR11). Throws DatabaseRefused when it cannot be used as it
 * stands: not reachable, not durable, newer, or another server's.
 */
export async function openPostgres(url: string, options: { asServer?: boolean } = {}): Promise<Database> {
  const connection: pg.ClientConfig = {
    connectionString: url,
    connectionTimeoutMillis: connectTimeoutMs,
    query_timeout: queryTimeoutMs,
    keepAlive: true,
    types,
  };
  const writer = new PostgresWriter(connection, { asServer: options.asServer ?? false });
  // Migrations may take their time.
  const migrator = new PostgresWriter({ ...connection, query_timeout: 0 }, { asServer: false });
  try {
    // First of all its place: a server that is refused must not have migrated under the one that is there.
    await writer.connect();
    await migrator.run(() => migrate(postgresDialect, options.asServer ? undefined : isServed));
  } catch (error) {
    await writer.close();
    throw error instanceof DatabaseRefused ? error : refusal(url, error);
  } finally {
    await migrator.close();
  }
  const pool = new pg.Pool({
    ...connection,
    max: readers,
    onConnect: async (client) => {
      await client.query('set default_transaction_read_only = on');
    },
  });
  // A connection that breaks while nobody uses it: the next query gets a new one, and tells when there is none.
  pool.on('error', () => {});
  const read = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return {
    read,
    build: compilerOnly,
    write: (transaction) => writer.run(transaction),
    readTogether: (transaction) => readTogether(pool, transaction),
    scrub: () => rewriteTables(connection),
    async close() {
      await writer.close();
      await read.destroy();
    },
  };
}

/**
 * Writes every table anew with nothing but its rows, and drops the files they were in. Its own vacuum would leave the
 * bytes of deleted rows in place until others overwrite them. Commits wait meanwhile, as they do for any table in use.
 */
async function rewriteTables(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client({ ...connection, query_timeout: 0 });
  client.on('error', () => {
    // The query that runs is told of it, too.
  });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      'select tablename as name from pg_tables where schemaname = current_schema() order by tablename',
    );
    for (const { name } of rows) await client.query(`vacuum full ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

async function readTogether<T>(pool: pg.Pool, transaction: () => Transaction<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const value = await runQueries(
      async ({ sql, parameters }) => (await client.query(sql, [...parameters])).rows,
      transaction(),
    );
    await client.query('commit');
    client.release();
    return value;
  } catch (error) {
    // Whatever state it is in, nobody else should get it.
    client.release(true);
    throw error;
  }
}

/** Builds queries without a connection. */
const compilerOnly = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** Counts and sequence numbers: pg gives them as text because they could be larger than a number holds. Ours are not. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
};

/** Says where the database is and what is wrong with it. */
function refusal(url: string, error: unknown): DatabaseRefused {
  const { message, code } = error as Error & { code?: string };
  // Where a name has several addresses, Node's error for all of them has a code and no message.
  return new DatabaseRefused(`Counterpoint cannot use ${placeOf(url)}: ${message || code}.`);
}

/** A database's address in words for the operator, without user and password. */
export function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `the database ${pathname.slice(1)} at ${host}`;
}
