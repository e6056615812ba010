// What records said before they were edited, for reading work as it stood when it was due. The kept versions are the
// log's own; nothing here is derived from a client's clock.

import { roomDocument } from '#lib/model/document.ts';
import { keptRecord, type ParticipantId, partsOf, type Ref } from '#lib/model/record.ts';
import type { PastValue } from '#lib/model/review/timing.ts';
import type { RoomAccess } from '../spaces/access.ts';
import { database } from '../store/database.ts';
import type { ReviewAccess } from './reviewing.ts';

/** The first of several moments, ISO UTC; null where there is none. */
export function firstOf(moments: Iterable<string | null>): string | null {
  return [...moments].reduce(
    (first, at) => (at !== null && (first === null || at < first) ? at : first),
    null,
  );
}

/** Every version of the records of a room that were edited after `since`, ISO UTC. */
export function pastOf(access: ReviewAccess, since: string): Promise<PastValue[]> {
  return editedSince(access, since);
}

/** The same, of one's own records only: for a participant who looks at their own work. */
export function ownPastOf(access: RoomAccess, since: string): Promise<PastValue[]> {
  return editedSince(access, since, access.participant);
}

async function editedSince(
  { room, outside }: RoomAccess,
  since: string,
  participant?: ParticipantId,
): Promise<PastValue[]> {
  const document = roomDocument(room.id);
  const { read } = database();
  // By a list of names, not by a join: versions have no index by name, and one would cost every commit.
  const edited = read
    .selectFrom('record')
    .select('ref')
    .where('document', '=', document)
    .where('accepted_at', '>', since)
    .whereRef('created_at', '<', 'accepted_at');
  const rows = await read
    .selectFrom('record_version')
    .select(['ref', 'value', 'accepted_at'])
    .where('document', '=', document)
    .where('ref', 'in', participant === undefined ? edited : edited.where('participant_id', '=', participant))
    .orderBy('seq')
    .execute();
  const mine = rows.filter(({ ref }) => !outside.has(partsOf(ref as Ref).participant));
  return mine.map(({ ref, value, accepted_at }) => ({
    ref: ref as Ref,
    value: value === null ? null : keptRecord(value),
    acceptedAt: accepted_at,
  }));
}
