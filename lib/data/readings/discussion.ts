// A room's discussion as formats are written from it (lib/exchange/discussions): what its viewer may see, with names,
// addresses and, on demand, the past.

import { roomDocument } from '#lib/model/document.ts';
import { isInstructor } from '#lib/model/permission.ts';
import type { Ref } from '#lib/model/record.ts';
import { annotationAddresses } from '../addresses.ts';
import type { RoomAccess } from '../spaces/access.ts';
import { database } from '../store/database.ts';
import { mappingsTo } from './editions.ts';
import { participantsOf, recordsOf, roomView } from './rooms.ts';

/** What this viewer may take away from a room. `base` is the address of the server in links. */
export async function discussionOf(access: RoomAccess, base: string) {
  const [{ reading }, people, records] = await Promise.all([
    roomView(access),
    participantsOf(access),
    recordsOf(access),
  ]);
  const { roomUrl, readingUrl } = annotationAddresses(base, access.room.id, reading.id);
  const { id, title, kind } = access.room;
  return {
    room: { id, title, kind, url: roomUrl },
    reading: {
      ...headingOf(reading),
      id: reading.id,
      edition: reading.edition,
      blocks: reading.blocks,
      url: readingUrl,
    },
    mappings: await mappingsTo(reading, records),
    people: people.map((person) => ({
      id: person.id,
      name: person.name,
      role: person.role,
      kind: person.kind,
    })),
    entries: records.map(({ name: _, quote: _quote, parent: _parent, ...entry }) => entry),
    history: () => historyOf(access, new Set(records.map(({ ref }) => ref))),
  };
}

/** What a reading lacks is absent, as importers leave it. */
function headingOf(reading: {
  title: string;
  standfirst: string | null;
  byline: string | null;
  credit: string | null;
  source: string | null;
}) {
  const { title, standfirst, byline, credit, source } = reading;
  return {
    title,
    ...(standfirst !== null && { standfirst }),
    ...(byline !== null && { byline }),
    ...(credit !== null && { credit }),
    ...(source !== null && { source }),
  };
}

/**
 * Every value that was ever accepted for what stands (DUR10): of everyone for instructors, else one's own. A record
 * that stands no more has left; what someone took back is not carried on.
 */
async function historyOf(access: RoomAccess, standing: ReadonlySet<Ref>) {
  const rows = await database()
    .read.selectFrom('record_version')
    .select(['ref', 'seq', 'value', 'accepted_at'])
    .where('document', '=', roomDocument(access.room.id))
    .$if(!isInstructor(access.role), (query) => query.where('ref', 'like', `${access.participant}/%`))
    .orderBy('seq')
    .execute();
  return rows.flatMap((row) => {
    const ref = row.ref as Ref;
    if (!standing.has(ref)) return [];
    return [
      {
        ref,
        seq: Number(row.seq),
        value: JSON.parse(row.value ?? 'null') as unknown,
        acceptedAt: row.accepted_at,
      },
    ];
  });
}
