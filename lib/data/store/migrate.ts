// Brings a database's tables up to this version, in one transaction and one language for both engines.

import { CompiledQuery } from 'kysely';
import { DatabaseRefused, type Transaction } from './database.ts';
import { type Dialect, migrations } from './schema.ts';

/**
 * Runs the migrations that this database has not seen. Throws DatabaseRefused where a newer version has written, and where
 * an older server, as `isServed` says, relies on the tables as they are.
 */
export function* migrate(dialect: Dialect, isServed?: () => Transaction<boolean>): Transaction<void> {
  yield statement(
    `create table if not exists meta (key ${dialect.text} primary key, value ${dialect.text} not null)`,
  );
  const [row] = yield statement(`select value from meta where key = 'schema_version'`);
  const done = row ? Number((row as { value: string }).value) : 0;
  if (done > migrations.length) {
    throw new DatabaseRefused(
      `The database was written by a newer version (schema ${done}, this one knows ${migrations.length}).`,
    );
  }
  if (done < migrations.length && isServed && (yield* isServed())) {
    throw new DatabaseRefused(
      `A server is using this database, and its tables are older (schema ${done}, this version has ${migrations.length}). Stop it first.`,
    );
  }
  for (const migration of migrations.slice(done)) {
    for (const sql of migration(dialect)) yield statement(sql);
  }
  yield statement(
    `insert into meta (key, value) values ('schema_version', '${migrations.length}')
     on conflict (key) do update set value = excluded.value`,
  );
}

function statement(sql: string): CompiledQuery {
  return CompiledQuery.raw(sql);
}
