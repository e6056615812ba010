// Everything the database holds about one document, read at one moment, for those who check it rather than serve it.

import type { Selectable } from 'kysely';
import { all, database, first } from './database.ts';
import type { Schema } from './schema.ts';

export type Holdings = {
  document: Selectable<Schema['document']>;
  log: Selectable<Schema['log']>[];
  snapshots: Selectable<Schema['snapshot']>[];
  owners: Selectable<Schema['client_owner']>[];
  records: Selectable<Schema['record']>[];
  versions: Selectable<Schema['record_version']>[];
};

/** The names of all documents. */
export async function documentNames(): Promise<string[]> {
  const rows = await database().read.selectFrom('document').select('name').orderBy('name').execute();
  return rows.map(({ name }) => name);
}

/** Reads a document whole, in order of `seq`; undefined when there is none of that name. */
export function holdingsOf(name: string): Promise<Holdings | undefined> {
  const { build, readTogether } = database();
  return readTogether(function* () {
    const document = yield* first(build.selectFrom('document').selectAll().where('name', '=', name));
    if (!document) return undefined;
    return {
      document,
      log: yield* all(build.selectFrom('log').selectAll().where('document', '=', name).orderBy('seq')),
      snapshots: yield* all(
        build.selectFrom('snapshot').selectAll().where('document', '=', name).orderBy('seq'),
      ),
      owners: yield* all(build.selectFrom('client_owner').selectAll().where('document', '=', name)),
      records: yield* all(build.selectFrom('record').selectAll().where('document', '=', name)),
      versions: yield* all(build.selectFrom('record_version').selectAll().where('document', '=', name)),
    };
  });
}

/** Names that rows of other tables give to a document that does not exist. */
export async function strayDocuments(): Promise<string[]> {
  const { build, readTogether } = database();
  return readTogether(function* () {
    const names = new Set<string>();
    for (const table of ['log', 'snapshot', 'client_owner', 'record', 'record_version'] as const) {
      const rows = yield* all(
        build
          .selectFrom(table)
          .select('document')
          .distinct()
          .where('document', 'not in', (eb) => eb.selectFrom('document').select('name')),
      );
      for (const { document } of rows) names.add(document);
    }
    return [...names].sort();
  });
}
