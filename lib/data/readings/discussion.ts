// A room's discussion as formats are written from it (lib/exchange/discussions): what its viewer may see, with names,
// addresses and, on demand, the past.

import { type DocumentName, privateDocument, roomDocument, sideDocument } from '#lib/model/document.ts';
import { isInstructor } from '#lib/model/permission.ts';
import type { Entry, Ref } from '#lib/model/record.ts';
import { textOf } from '#lib/model/text/text.ts';
import { type Filter, filteredEntries } from '#lib/model/threads/filter.ts';
import { threadsOf } from '#lib/model/threads/thread.ts';
import { readMarksOf, unreadOf } from '#lib/model/threads/unread.ts';
import { annotationAddresses } from '../addresses.ts';
import type { ReadingId, RoomId } from '../ids.ts';
import { hasFlags } from '../moderation/flags.ts';
import type { RoomAccess } from '../spaces/access.ts';
import { database } from '../store/database.ts';
import { editionsOf, mappingsTo } from './editions.ts';
import { editionOf } from './readings.ts';
import { entriesIn, participantsOf, recordsOf, roomView } from './rooms.ts';

/** What this viewer may take away from a room. `base` is the address of the server in links. */
export async function discussionOf(access: RoomAccess, base: string) {
  const [{ reading, readings }, people, records] = await Promise.all([
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
    /** Of all the readings, in their order. */
    texts: readings.map((one) => ({
      id: one.id,
      edition: one.edition,
      title: one.title,
      text: textOf(one.blocks),
    })),
    mappings: await mappingsTo(reading, records),
    people: people.map((person) => ({
      id: person.id,
      name: person.name,
      role: person.role,
      kind: person.kind,
      side: person.side,
      part: person.part,
    })),
    entries: records.map(({ name: _, quote: _quote, parent: _parent, ...entry }) => entry),
    whole: {
      settings: access.room.settings,
      isClosed: access.room.closedAt !== null,
      side: access.side,
      hasReviews: isInstructor(access.role) && (await hasReviews(access.room.id)),
      hasFlags: await hasFlags(access),
      readings: () => withEditions(access.room.readings),
      history: () => historyOf(access, roomDocument(access.room.id), records),
      preparation: () => preparationOf(access),
    },
  };
}

/**
 * What a filter leaves of a discussion, with what this viewer has not read yet known as their screens know it (U44).
 * `shown` of `all` threads are in it.
 */
export async function narrowed<D extends { entries: readonly Entry[] }>(
  access: RoomAccess,
  discussion: D,
  filter: Filter,
): Promise<{ discussion: D & { leftOut: ReadonlySet<Ref> }; shown: number; all: number }> {
  const me = access.participant;
  const marks = filter.is.includes('unread')
    ? readMarksOf(await entriesIn(privateDocument(access.room.id, me)))
    : null;
  // Threads are joined for this a second time: only where it is asked for.
  const unread = marks && unreadOf(threadsOf(discussion.entries), marks, me);
  const { entries, leftOut, ...count } = filteredEntries(discussion.entries, filter, {
    me,
    isUnread: ({ ref }) => unread?.has(ref) ?? false,
  });
  return { discussion: { ...discussion, entries, leftOut }, ...count };
}

async function withEditions(ids: readonly ReadingId[]) {
  return Promise.all(
    ids.map(async (id) => {
      const rows = (await editionsOf(id)).reverse();
      const editions = await Promise.all(rows.map((row) => editionOf(id, row.id)));
      return {
        id,
        editions: editions.flatMap((one) =>
          one === null ? [] : [{ ...headingOf(one), edition: one.edition, blocks: one.blocks }],
        ),
      };
    }),
  );
}

/** What stands in the document of the viewer's side, and its past; nothing for who is on none. */
async function preparationOf(access: RoomAccess) {
  if (access.side === null) return { entries: [], history: [] };
  const document = sideDocument(access.room.id, access.side);
  const entries = await entriesIn(document);
  return { entries, history: await historyOf(access, document, entries) };
}

/** Has anyone's work been marked, remarked on or graded here? */
async function hasReviews(roomId: RoomId): Promise<boolean> {
  const { read } = database();
  const [said, decided] = await Promise.all([
    read
      .selectFrom('record')
      .select('ref')
      .where('document', 'like', `review/${roomId}/%`)
      .limit(1)
      .executeTakeFirst(),
    read.selectFrom('grade_override').select('id').where('room_id', '=', roomId).limit(1).executeTakeFirst(),
  ]);
  return said !== undefined || decided !== undefined;
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
async function historyOf(access: RoomAccess, document: DocumentName, entries: readonly { ref: Ref }[]) {
  const standing = new Set(entries.map(({ ref }) => ref));
  const rows = await database()
    .read.selectFrom('record_version')
    .select(['ref', 'seq', 'value', 'accepted_at'])
    .where('document', '=', document)
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
