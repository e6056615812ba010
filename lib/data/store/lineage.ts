// Documents that do not go on where their copies stopped: after a restore every device has to drop what it kept (DUR8).

import { newId } from '../ids.ts';
import { all, database, type Transaction } from './database.ts';

/** Gives every document a new lineage. Gives how many there are. */
export function* renewLineages(): Transaction<number> {
  const { build } = database();
  const documents = yield* all(build.selectFrom('document').select('name'));
  for (const { name } of documents) {
    yield* all(build.updateTable('document').set({ lineage: newId() }).where('name', '=', name));
  }
  return documents.length;
}
