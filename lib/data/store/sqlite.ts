// The engine on one machine: `node:sqlite` in the data folder.
// Two connections: a read-only one behind Kysely, and one writer that runs whole transactions synchronously, so that
// nothing can slip into another's transaction and no second writer can make the event loop wait.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { checkpointAside } from './checkpoints.ts';
import type { Database, Transaction } from './database.ts';
import { migrate } from './migrate.ts';
import { type Schema, sqliteDialect } from './schema.ts';

export type Sqlite = Database & {
  /** The writer's settings, for the tests of DUR3. */
  pragma(name: 'synchronous' | 'journal_mode'): unknown;
};

/** Where the database of a data folder is. */
export function databaseFile(dataDir: string): string {
  return join(dataDir, 'counterpoint.db');
}

export type SqliteOptions = {
  /** How long a query waits for another process's transaction. */
  busyTimeoutMs?: number;
  /** Take checkpoints on a thread of their own, out of the way of commits: for the server. */
  checkpointsAside?: boolean;
  /** Whether a server has this folder, for who comes beside it: asked only where tables would change under that server. */
  isServed?: () => boolean;
};

/** With checkpoints aside, the writer takes one itself only when the log has grown to this many pages (64 MB). */
const lastResortPages = 16_000;

/** Opens (and makes, and migrates) the database in a data folder. `:memory:` is refused: nothing here is throw-away. */
export function openSqlite(dataDir: string, options: SqliteOptions = {}): Sqlite {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = databaseFile(dataDir);
  const timeout = options.busyTimeoutMs ?? 250;
  const writer = new DatabaseSync(file, { timeout });
  writer.exec(
    'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on',
  );
  migrateOrClose(writer, options.isServed);
  if (options.checkpointsAside) writer.exec(`pragma wal_autocheckpoint = ${lastResortPages}`);
  const stopCheckpoints = options.checkpointsAside ? checkpointAside(file) : undefined;
  const reader = new DatabaseSync(file, { readOnly: true, timeout });
  const read = new Kysely<Schema>({ dialect: new SqliteDialect({ database: adapt(reader) }) });
  const [written, asked]: [Statements, Statements] = [new Map(), new Map()];

  return {
    read,
    build: compilerOnly,
    write: async (transaction) => inTransaction(writer, written, transaction),
    readTogether: async (transaction) => inTransaction(reader, asked, transaction, 'begin'),
    pragma: (name) => Object.values(writer.prepare(`pragma ${name}`).get() ?? {})[0],
    scrub: () => emptyLog(writer),
    async close() {
      await stopCheckpoints?.();
      await read.destroy();
      written.clear();
      asked.clear();
      writer.close();
    },
  };
}

const scrubTries = 50;

/** Moves the log into the file, where deleting has overwritten, and cuts it off. A reader or the other thread may be in the way. */
async function emptyLog(writer: DatabaseSync): Promise<void> {
  for (let tries = 0; tries < scrubTries; tries++) {
    try {
      const row = writer.prepare('pragma wal_checkpoint(truncate)').get();
      if (row && Number(row.busy) === 0) return;
    } catch {
      // Locked by a checkpoint on the other thread: it is over in a moment.
    }
    await setTimeout(20);
  }
  throw new Error('the write-ahead log could not be emptied');
}

function migrateOrClose(writer: DatabaseSync, isServed: SqliteOptions['isServed']): void {
  const asked =
    isServed &&
    // biome-ignore lint/correctness/useYield: the answer needs no query here
    function* () {
      return isServed();
    };
  try {
    inTransaction(writer, new Map(), () => migrate(sqliteDialect, asked));
  } catch (error) {
    writer.close();
    throw error;
  }
}

/** Builds queries without a connection. */
const compilerOnly = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** A prepared statement with the names of the columns it gives, none where it gives no rows: asking each time costs. */
type Prepared = { statement: StatementSync; columns: readonly string[] };
/** Those of one connection, by their text. */
type Statements = Map<string, Prepared>;

function inTransaction<T>(
  connection: DatabaseSync,
  statements: Statements,
  transaction: () => Transaction<T>,
  begin: 'begin' | 'begin immediate' = 'begin immediate',
): T {
  connection.exec(begin);
  try {
    const value = runTransaction(connection, statements, transaction());
    connection.exec('commit');
    return value;
  } catch (error) {
    if (connection.isTransaction) connection.exec('rollback');
    throw error;
  }
}

function runTransaction<T>(connection: DatabaseSync, statements: Statements, steps: Transaction<T>): T {
  let step = steps.next([]);
  while (!step.done) {
    let rows: readonly unknown[];
    try {
      rows = runQuery(connection, statements, step.value);
    } catch (error) {
      // The body may say better what it means, but not go on: on Postgres it could not either.
      steps.throw(error);
      throw error;
    }
    step = steps.next(rows);
  }
  return step.value;
}

function runQuery(connection: DatabaseSync, statements: Statements, query: CompiledQuery): unknown[] {
  const { statement, columns } = prepared(connection, statements, query.sql);
  const parameters = query.parameters as never[];
  if (columns.length === 0) {
    statement.run(...parameters);
    return [];
  }
  return statement.all(...parameters).map((values) => named(columns, values as unknown as Values));
}

type Values = readonly unknown[];

/**
 * A row as a plain object. node:sqlite's own have no prototype, which server components refuse to pass on, and to copy
 * those costs three times what it costs to make them here.
 */
function named(columns: readonly string[], values: Values): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let i = 0; i < columns.length; i++) row[columns[i] ?? ''] = values[i];
  return row;
}

function prepared(connection: DatabaseSync, statements: Statements, sql: string): Prepared {
  const known = statements.get(sql);
  if (known) return known;
  const statement = connection.prepare(sql);
  // Queries with lists of changing length would fill the cache; a fresh start costs microseconds.
  if (statements.size > 500) statements.clear();
  const made = { statement, columns: statement.columns().map(({ name }) => name) };
  statement.setReturnArrays(true);
  statements.set(sql, made);
  return made;
}

function adapt(database: DatabaseSync): SqliteDatabase {
  const statements: Statements = new Map();
  return {
    close() {
      statements.clear();
      database.close();
    },
    prepare(sql) {
      const { statement, columns } = prepared(database, statements, sql);
      const rowIn = (values: unknown) => named(columns, values as Values);
      return {
        reader: columns.length > 0,
        all: (parameters) => statement.all(...(parameters as never[])).map(rowIn),
        run: (parameters) => {
          const { changes, lastInsertRowid } = statement.run(...(parameters as never[]));
          return { changes: BigInt(changes), lastInsertRowid: BigInt(lastInsertRowid) };
        },
        *iterate(parameters) {
          for (const values of statement.iterate(...(parameters as never[]))) yield rowIn(values);
        },
      };
    },
  };
}
