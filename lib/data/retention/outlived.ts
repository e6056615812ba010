// Rows that have outlived their use, and would otherwise tell for ever who was where and when.

import { all, database, type Transaction } from '../store/database.ts';

/** Longer than any process takes to notice a change of access. */
const accessChangeMs = 24 * 3_600_000;

/** Deletes sessions and tokens that have ended, and the changes of access that everyone has noticed. */
export async function deleteOutlived(nowIso: string): Promise<void> {
  await database().write(function* () {
    const { build } = database();
    yield* all(
      build
        .deleteFrom('session')
        .where((eb) => eb.or([eb('expires_at', '<=', nowIso), eb('revoked_at', 'is not', null)])),
    );
    yield* all(build.deleteFrom('token').where('revoked_at', 'is not', null));
    yield* forgetChanges(new Date(Date.parse(nowIso) - accessChangeMs).toISOString());
  });
}

/** The newest of each kind stay: by their number everyone tells whether there was another since (AUTH2). */
function* forgetChanges(untilIso: string): Transaction<void> {
  const { build } = database();
  const newest = build
    .selectFrom('access_change')
    .select((eb) => eb.fn.max('id').as('id'))
    .groupBy('kind');
  yield* all(build.deleteFrom('access_change').where('at', '<=', untilIso).where('id', 'not in', newest));
}
