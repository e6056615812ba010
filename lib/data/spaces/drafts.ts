// Spaces in the making. What is made in many transactions is made in a space of its own that nobody is shown, and then
// counts as a whole or goes as a whole: at the next start, if the process ends before it is decided.

import type { SpaceKind } from '#lib/model/space-permission.ts';
import type { AccountId, SpaceId } from '../ids.ts';
import { unmakeSpace } from '../readings/unmaking.ts';
import { recordWriter } from '../readings/writing.ts';
import { all, database, type Transaction } from '../store/database.ts';
import { announce } from './access-changes.ts';
import { draftPrefix, insertSpace } from './spaces.ts';

/** Inserts a space that is a draft, owned by whoever makes it. */
export function* insertDraft(
  owner: AccountId,
  form: { name: string; kind: SpaceKind },
): Transaction<SpaceId> {
  const id = yield* insertSpace(owner, form);
  yield* all(
    database()
      .build.insertInto('meta')
      .values({ key: draftPrefix + id, value: id }),
  );
  return id;
}

/** From here on it is a space like any other. */
export function* endDraft(spaceId: SpaceId): Transaction<void> {
  yield* all(
    database()
      .build.deleteFrom('meta')
      .where('key', '=', draftPrefix + spaceId),
  );
}

/** Deletes a draft with all that stands in it. Its documents must be out of memory, or nobody may have written in them. */
export function* unmakeDraft(spaceId: SpaceId): Transaction<void> {
  const { build } = database();
  const rooms = yield* all(build.selectFrom('room').select('id').where('space_id', '=', spaceId));
  yield* unmakeSpace(spaceId);
  yield* endDraft(spaceId);
  for (const { id } of rooms) yield* announce({ kind: 'access', roomId: id });
}

/** Deletes a draft in which someone may have written. Where the disk takes nothing, the next start does it. */
export async function throwAwayDraft(spaceId: SpaceId): Promise<void> {
  const { read, write } = database();
  const rooms = await read.selectFrom('room').select('id').where('space_id', '=', spaceId).execute();
  await recordWriter().withClosed(
    rooms.map(({ id }) => id),
    () => write(() => unmakeDraft(spaceId)),
  );
}

/** Unmakes the drafts that an earlier process left. For the start, before anyone comes. */
export async function unmakeDrafts(): Promise<void> {
  await database().write(function* () {
    const drafts = yield* all(
      database().build.selectFrom('meta').select('value').where('key', 'like', `${draftPrefix}%`),
    );
    for (const { value } of drafts) yield* unmakeDraft(value);
  });
}
