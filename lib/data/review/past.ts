// What records said before they were edited, for reading work as it stood when it was due. The kept versions are the
// log's own; nothing here is derived from a client's clock.

import { roomDocument } from '#lib/model/document.ts';
import type { ParticipantId } from '#lib/model/record.ts';
import { parseRecord, type Ref } from '#lib/model/record.ts';
import type { Due, PastValue } from '#lib/model/review/timing.ts';
import type { RoomAccess } from '../spaces/access.ts';
import { database } from '../store/database.ts';
import type { ReviewAccess } from './reviewing.ts';

/** The first of several dates; null where nothing is due. */
export function firstOf({ notes, replies }: Due): string | null {
  if (notes === null || replies === null) return notes ?? replies;
  return notes < replies ? notes : replies;
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
  { room }: RoomAccess,
  since: string,
  participant?: ParticipantId,
): Promise<PastValue[]> {
  const query = database()
    .read.selectFrom('record')
    .innerJoin('record_version', (join) =>
      join
        .onRef('record_version.document', '=', 'record.document')
        .onRef('record_version.ref', '=', 'record.ref'),
    )
    .select(['record_version.ref', 'record_version.value', 'record_version.accepted_at'])
    .where('record.document', '=', roomDocument(room.id))
    .where('record.accepted_at', '>', since)
    .whereRef('record.created_at', '<', 'record.accepted_at')
    .orderBy('record_version.seq');
  const rows = await (participant === undefined
    ? query
    : query.where('record.participant_id', '=', participant)
  ).execute();
  return rows.map(({ ref, value, accepted_at }) => ({
    ref: ref as Ref,
    value: valueIn(value),
    acceptedAt: accepted_at,
  }));
}

function valueIn(json: string | null): PastValue['value'] {
  if (json === null) return null;
  const parsed = parseRecord(JSON.parse(json));
  if (!parsed.ok) throw new Error(`a kept version is no record: ${parsed.reason}`);
  return parsed.value;
}
