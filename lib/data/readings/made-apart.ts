// What is brought in whole or not at all: it is made in a draft of its own, where nobody sees it, and then moves into its
// space in one transaction. Cut short, it goes without a trace, the audit trail of what was ruled in it included.

import { mayImportWords } from '#lib/model/imported.ts';
import type { SpaceId } from '../ids.ts';
import type { Identity } from '../people/identity.ts';
import { enterSpace, type SpaceAccess } from '../spaces/access.ts';
import { announce } from '../spaces/access-changes.ts';
import { insertDraft, throwAwayDraft, unmakeDraft } from '../spaces/drafts.ts';
import { all, database, first, type Transaction } from '../store/database.ts';

type NotAllowed = { ok: false; reason: 'not-allowed' };

/**
 * Lets `make` put rooms and readings into a draft, and moves them into `space` once it is done. Of whatever does not come
 * to `ok` nothing is left.
 */
export async function madeApart<Made extends { ok: boolean }>(
  identity: Identity,
  space: SpaceAccess,
  make: (draft: SpaceAccess) => Promise<Made>,
): Promise<Made | NotAllowed> {
  if (!mayImportWords(space.role)) return { ok: false, reason: 'not-allowed' };
  const form = { name: space.space.name, kind: space.space.kind };
  const draft = await database().write(() => insertDraft(identity.accountId, form));
  let isWhole = false;
  try {
    const access = await enterSpace(identity, draft);
    if (!access) throw new Error('a draft that was just made is not there');
    const made = await make(access);
    if (!made.ok) return made;
    isWhole = await database().write(() => moveInto(space, draft));
    return isWhole ? made : { ok: false, reason: 'not-allowed' };
  } finally {
    if (!isWhole) await throwAwayDraft(draft);
  }
}

/** False where whoever brings it in lost their right to meanwhile. */
function* moveInto({ space, accountId }: SpaceAccess, draft: SpaceId): Transaction<boolean> {
  const { build } = database();
  const standing = yield* first(
    build
      .selectFrom('membership')
      .select('role')
      .where('space_id', '=', space.id)
      .where('account_id', '=', accountId)
      .where('removed_at', 'is', null),
  );
  if (!standing || !mayImportWords(standing.role)) return false;
  const rooms = yield* all(build.selectFrom('room').select('id').where('space_id', '=', draft));
  for (const table of ['reading', 'room'] as const)
    yield* all(build.updateTable(table).set({ space_id: space.id }).where('space_id', '=', draft));
  yield* moveAudit(space.id, draft);
  yield* unmakeDraft(draft);
  for (const { id } of rooms) yield* announce({ kind: 'access', roomId: id });
  return true;
}

/** The trail is only ever added to: its lines are said again where the rooms now are, and go with the draft. */
function* moveAudit(to: SpaceId, draft: SpaceId): Transaction<void> {
  const { build } = database();
  yield* all(
    build
      .insertInto('audit')
      .columns(['at', 'space_id', 'room_id', 'account_id', 'act', 'about', 'reason'])
      .expression(
        build
          .selectFrom('audit')
          .select((eb) => [
            'at',
            eb.val(to).as('space_id'),
            'room_id',
            'account_id',
            'act',
            'about',
            'reason',
          ])
          .where('space_id', '=', draft)
          .orderBy('id'),
      ),
  );
}
