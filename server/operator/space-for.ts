// Which space a command means.

import type { SpaceId } from '#lib/data/ids.ts';
import { insertAccount } from '#lib/data/people/accounts.ts';
import { operatorAccess, type SpaceAccess } from '#lib/data/spaces/access.ts';
import { insertSpace } from '#lib/data/spaces/spaces.ts';
import { database } from '#lib/data/store/database.ts';
import { Refused } from './command.ts';

/** The named space, or the first that a person owns; where there is none yet, the operator's own. */
export async function spaceFor(id: string | undefined): Promise<SpaceAccess> {
  const spaceId = id ?? (await firstSpace());
  const access = await operatorAccess(spaceId);
  if (!access) throw new Refused(`There is no space ${spaceId}.`);
  return access;
}

async function firstSpace(): Promise<SpaceId> {
  const owned = await database()
    .read.selectFrom('space')
    .innerJoin('account', 'account.id', 'space.created_by')
    .select('space.id')
    .where('account.kind', '=', 'member')
    .orderBy('space.created_at')
    .executeTakeFirst();
  if (owned) return owned.id;
  return database().write(function* () {
    const owner = yield* insertAccount({ name: 'Operator', kind: 'guest' });
    return yield* insertSpace(owner, { name: 'First course', kind: 'course' });
  });
}
