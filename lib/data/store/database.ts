// What a database is to the rest of the code, and the process's one handle to it: `read` for queries, `write` for
// transactions. The engines are in sqlite.ts and postgres.ts; nothing else knows which one it talks to.

import type { CompiledQuery, Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/**
 * A transaction is a generator of queries: it yields each query and is handed its rows. The engine decides how to run
 * it (SQLite synchronously, Postgres by awaiting each), so one body serves both. Throwing rolls back, and so does a
 * query that fails, whatever the body makes of its error.
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

/** A place in a template that each run fills. */
class Slot {
  readonly name: PropertyKey;
  constructor(name: PropertyKey) {
    this.name = name;
  }
}

/** A query with slots: run inside a transaction, or read on its own. */
export type Template<Values, Row> = {
  (values: Values): Transaction<Row[]>;
  read(values: Values): Promise<Row[]>;
};

/**
 * A query that is compiled once and run with other values each time, for the few that every commit or every newcomer
 * runs: building and compiling them anew cost more than the database does. `slot.name` stands for a value:
 * `yield* run({ name: … })`, or outside of a transaction `await run.read({ name: … })`.
 */
export function template<Values extends object, Row>(
  make: (build: Kysely<Schema>, slot: Values) => Compilable<Row>,
): Template<Values, Row> {
  // Compiled once for each engine: tests have several in one process.
  const compiled = new WeakMap<Kysely<Schema>, CompiledQuery<Row>>();
  const slots = new Proxy({}, { get: (_, name) => new Slot(name) }) as Values;
  const filled = (values: Values): CompiledQuery<Row> => {
    const { build } = database();
    let query = compiled.get(build);
    if (!query) {
      query = make(build, slots).compile();
      compiled.set(build, query);
    }
    const fill = (parameter: unknown) =>
      parameter instanceof Slot ? values[parameter.name as keyof Values] : parameter;
    return { ...query, parameters: query.parameters.map(fill) };
  };
  const run = function* (values: Values): Transaction<Row[]> {
    return (yield filled(values)) as Row[];
  };
  return Object.assign(run, {
    read: async (values: Values) => (await database().read.executeQuery(filled(values))).rows,
  });
}

export type Database = {
  /** For reading only: it cannot write. Rows are plain objects, whole numbers are numbers. */
  read: Kysely<Schema>;
  /** Builds queries for transactions; executing one directly fails. */
  build: Kysely<Schema>;
  /**
   * Runs a transaction; resolves once it is on disk, rejects with nothing written. (When a connection breaks during the
   * very commit, it rejects without anyone knowing: whoever tries again must be able to tell.) One runs at a time, over
   * all processes, so what a transaction has read stays true until its end.
   */
  write<T>(transaction: () => Transaction<T>): Promise<T>;
  /** Runs queries that see one and the same moment, whatever is written meanwhile. They cannot write. */
  readTogether<T>(transaction: () => Transaction<T>): Promise<T>;
  /**
   * Sees to it that what was deleted is in no file of a table any more: SQLite overwrites as it deletes and needs only its
   * log emptied; Postgres writes its tables anew, and its log goes when it is recycled (docs/privacy.md).
   */
  scrub(): Promise<void>;
  close(): Promise<void>;
};

/** Thrown when a database cannot be opened as it stands; its message is for the operator, and holds no secret. */
export class DatabaseRefused extends Error {}

const handle = Symbol.for('counterpoint.database');
type Holder = { [handle]?: Database };

/**
 * The process's one database. It hangs on globalThis because Next's routes and the server have separate copies of this
 * module. Whoever starts a process opens it before anyone asks.
 */
export function database(): Database {
  const opened = (globalThis as Holder)[handle];
  if (!opened) throw new Error('the database was asked for before it was opened');
  return opened;
}

/** Makes this database the process's one; undefined takes it away. */
export function replaceDatabase(db: Database | undefined): void {
  const holder = globalThis as Holder;
  if (db) holder[handle] = db;
  else delete holder[handle];
}
