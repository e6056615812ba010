// When students came to see the others' work, for reading theirs as it was before that. The server's times, as the commit
// that earned sight wrote them.

import type { Sighted } from '#lib/model/review/group-work.ts';
import { database } from '../store/database.ts';
import { firstOf } from './past.ts';
import type { ReviewAccess } from './reviewing.ts';

/** Those who see the others' work by the room's rule; nobody where it was never hidden. */
export async function sightedIn({ room, outside }: ReviewAccess): Promise<Sighted[]> {
  const rows = await database()
    .read.selectFrom('participant')
    .select(['id', 'sighted_at'])
    .where('room_id', '=', room.id)
    .execute();
  const { visibility } = room;
  const since =
    visibility.kind === 'from' && visibility.at <= new Date().toISOString() ? visibility.at : null;
  return rows.flatMap(({ id, sighted_at }): Sighted[] => {
    const at = firstOf([sighted_at, since]);
    return at === null || outside.has(id) ? [] : [[id, at]];
  });
}
