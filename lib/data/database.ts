// Opens the database and is the only way to it: `read` for queries, `write` for transactions.
// Two connections: a read-only one behind Kysely, and one writer that runs whole transactions synchronously, so that
// nothing can slip into another's transaction and no second writer can make the event loop wait.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
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
import { migrations, type Schema, sqliteDialect } from './schema.ts';
import { settings } from './settings.ts';

/**
 * A transaction is a generator of queries: it yields each query and is handed its rows. The engine decides how to run
 * it (SQLite synchronously, Postgres by awaiting each), so one body serves both. Throwing rolls back.
 */
export type Transaction<T> = Generator<CompiledQuery, T, readonly unknown[]>;

type Compilable<Row> = { compile(): CompiledQuery<Row> };

/** Runs one query inside a transaction and gives its rows: `const found = yield* all(query)`. */
export function* all<Row>(query: Compilable<Row>): Transaction<Row[]> {
  return (yield query.compile()) as Row[];
}

/** Runs one query inside a transaction and gives its first row. */
export function* first<Row>(query: Compilable<Row>): Transaction<Row | undefined> {
  return (yield* all(query))[0];
}

export type Database = {
  /** For reading only: it cannot write. Rows are plain objects. */
  read: Kysely<Schema>;
  /** Builds queries for transactions; executing one directly fails. */
  build: Kysely<Schema>;
  /** Runs a transaction; resolves once it is on disk (`synchronous=FULL`), rejects with nothing written. */
  write<T>(transaction: () => Transaction<T>): Promise<T>;
  /** The writer's settings, for tests and for the start-up check (DUR3). */
  pragma(name: 'synchronous' | 'journal_mode'): unknown;
  close(): Promise<void>;
};

/** Opens (and makes, and migrates) the database in a data folder. `:memory:` is refused: nothing here is throw-away. */
export function openDatabase(dataDir: string, options: { busyTimeoutMs?: number } = {}): Database {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'counterpoint.db');
  const writer = new DatabaseSync(file, { timeout: options.busyTimeoutMs ?? 250 });
  writer.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
  migrate(writer);
  const reader = new DatabaseSync(file, { readOnly: true, timeout: options.busyTimeoutMs ?? 250 });
  const read = new Kysely<Schema>({ dialect: new SqliteDialect({ database: adapt(reader) }) });
  const statements = new Map<string, StatementSync>();

  return {
    read,
    build: compilerOnly,
    async write(transaction) {
      writer.exec('begin immediate');
      try {
        const value = runTransaction(writer, statements, transaction());
        writer.exec('commit');
        return value;
      } catch (error) {
        if (writer.isTransaction) writer.exec('rollback');
        throw error;
      }
    },
    pragma: (name) => Object.values(writer.prepare(`pragma ${name}`).get() ?? {})[0],
    async close() {
      await read.destroy();
      statements.clear();
      writer.close();
    },
  };
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

function runTransaction<T>(
  writer: DatabaseSync,
  statements: Map<string, StatementSync>,
  steps: Transaction<T>,
): T {
  let step = steps.next([]);
  while (!step.done) {
    let rows: readonly unknown[];
    try {
      rows = runQuery(writer, statements, step.value);
    } catch (error) {
      // The body may know what a failed query means; what it does not catch rolls back.
      step = steps.throw(error);
      continue;
    }
    step = steps.next(rows);
  }
  return step.value;
}

function runQuery(
  writer: DatabaseSync,
  statements: Map<string, StatementSync>,
  query: CompiledQuery,
): unknown[] {
  let statement = statements.get(query.sql);
  if (!statement) {
    statement = writer.prepare(query.sql);
    // Queries with lists of changing length would fill the cache; a fresh start costs microseconds.
    if (statements.size > 500) statements.clear();
    statements.set(query.sql, statement);
  }
  const parameters = query.parameters as never[];
  if (statement.columns().length === 0) {
    statement.run(...parameters);
    return [];
  }
  return statement.all(...parameters).map((row) => ({ ...row }));
}

function adapt(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = database.prepare(sql);
      return {
        reader: statement.columns().length > 0,
        // Rows of node:sqlite have no prototype, which server components refuse to pass on.
        all: (parameters) => statement.all(...(parameters as never[])).map((row) => ({ ...row })),
        run: (parameters) => {
          const { changes, lastInsertRowid } = statement.run(...(parameters as never[]));
          return { changes: BigInt(changes), lastInsertRowid: BigInt(lastInsertRowid) };
        },
        iterate: (parameters) => statement.iterate(...(parameters as never[])),
      };
    },
  };
}

function migrate(writer: DatabaseSync): void {
  writer.exec('create table if not exists meta (key text primary key, value text not null)');
  writer.exec('begin immediate');
  try {
    const row = writer.prepare(`select value from meta where key = 'schema_version'`).get();
    const done = row ? Number(row.value) : 0;
    if (done > migrations.length) {
      throw new Error(
        `the data folder was written by a newer version (schema ${done}, this one knows ${migrations.length})`,
      );
    }
    for (const migration of migrations.slice(done)) {
      for (const statement of migration(sqliteDialect)) writer.exec(statement);
    }
    writer
      .prepare(
        `insert into meta (key, value) values ('schema_version', ?) on conflict (key) do update set value = excluded.value`,
      )
      .run(String(migrations.length));
    writer.exec('commit');
  } catch (error) {
    if (writer.isTransaction) writer.exec('rollback');
    throw error;
  }
}

const handle = Symbol.for('counterpoint.database');
type Holder = { [handle]?: Database };

/**
 * The process's one database, opened when first asked for. It hangs on globalThis because Next's routes and the
 * server have separate copies of this module, and `next build` evaluates modules without a data folder.
 */
export function database(): Database {
  const holder = globalThis as Holder;
  holder[handle] ??= openDatabase(settings().dataDir);
  return holder[handle];
}

/** Puts a database in the place of the process's one: for the command line and for tests. */
export function replaceDatabase(db: Database | undefined): void {
  const holder = globalThis as Holder;
  if (db) holder[handle] = db;
  else delete holder[handle];
}
