// What a correction would do to the notes in all rooms on a reading. Private notes are not looked at: they are nobody's
// business but their writers'.

import { fullTitle } from '#lib/model/classes/assignment.ts';
import { roomDocument } from '#lib/model/document.ts';
import { mappingOf } from '#lib/model/editions/mapping.ts';
import { editionsNamed } from '#lib/model/editions/named.ts';
import { type Affected, type Outlook, outlookFor } from '#lib/model/editions/outlook.ts';
import { type Anchor, type Entry, parseRecord, partsOf, type Ref } from '#lib/model/record.ts';
import { mayInSpace } from '#lib/model/space-permission.ts';
import { type ReadingText, textOf } from '#lib/model/text/text.ts';
import { anchorOf, postsIn, threadsOf } from '#lib/model/threads/thread.ts';
import type { ReadingId, RoomId } from '../ids.ts';
import type { SpaceAccess } from '../spaces/access.ts';
import { database } from '../store/database.ts';
import { mappingsTo } from './editions.ts';
import { editionOf, newestEdition, type Reading } from './readings.ts';
import { roomsHolding } from './room-readings.ts';

/** A note in one of the rooms on a reading. */
export type NoteIn = { roomId: RoomId; roomTitle: string; ref: Ref };

/** How many of the affected notes are told of one by one. */
const mostTold = 200;

/** Tells an owner what publishing this text would do to the notes on it; nothing is kept. */
export async function outlookOf(
  access: SpaceAccess,
  readingId: ReadingId,
  text: ReadingText,
): Promise<
  | { ok: true; outlook: Outlook; affected: Affected<NoteIn>[] }
  | { ok: false; reason: 'not-allowed' | 'no-such-reading' }
> {
  if (!mayInSpace(access, 'correct-text')) return { ok: false, reason: 'not-allowed' };
  const reading = await newestEdition(readingId);
  if (reading?.spaceId !== access.space.id) return { ok: false, reason: 'no-such-reading' };
  const rooms = await roomsOn(readingId);
  const notes = rooms.flatMap(({ id, title, entries }) =>
    anchorsIn({ roomId: id, roomTitle: title }, entries),
  );
  const entries = rooms.flatMap((room) => room.entries);
  const is = textOf(text.blocks);
  const { outlook, affected } = outlookFor(
    notes,
    await standingText(reading, entries),
    await draftText(reading, entries, is),
  );
  return { ok: true, outlook, affected: affected.slice(0, mostTold) };
}

async function standingText(reading: Reading, entries: Entry[]) {
  const mappings = new Map(Object.entries(await mappingsTo(reading, entries)));
  return { reading: reading.id, edition: reading.edition, text: textOf(reading.blocks), mappings };
}

async function draftText(reading: Reading, entries: Entry[], text: string) {
  const mappings = new Map<string, ReturnType<typeof mappingOf>>();
  for (const edition of editionsNamed(reading.id, entries)) {
    const was = await editionOf(reading.id, edition);
    if (was) mappings.set(edition, mappingOf(textOf(was.blocks), text));
  }
  return { reading: reading.id, edition: 'corrected', text, mappings };
}

function anchorsIn(room: Omit<NoteIn, 'ref'>, entries: Entry[]): { of: NoteIn; anchor: Anchor }[] {
  return threadsOf(entries)
    .flatMap(postsIn)
    .flatMap((post) => {
      const anchor = anchorOf(post);
      return anchor && !post.entry?.value.withdrawn ? [{ of: { ...room, ref: post.ref }, anchor }] : [];
    });
}

async function roomsOn(readingId: ReadingId): Promise<{ id: RoomId; title: string; entries: Entry[] }[]> {
  const rooms = await database()
    .read.selectFrom('room')
    .leftJoin('assignment', 'assignment.id', 'room.assignment_id')
    .select(['room.id', 'room.title', 'assignment.title as assignment'])
    .where('room.id', 'in', roomsHolding(readingId))
    .orderBy('room.created_at')
    .execute();
  const found = [];
  for (const room of rooms)
    found.push({ id: room.id, title: fullTitle(room), entries: await entriesIn(room.id) });
  return found;
}

async function entriesIn(roomId: RoomId): Promise<Entry[]> {
  const rows = await database()
    .read.selectFrom('record')
    .select(['ref', 'value', 'created_seq', 'created_at'])
    .where('document', '=', roomDocument(roomId))
    .where('value', 'is not', null)
    .execute();
  return rows.flatMap(({ ref, value, created_seq, created_at }) => {
    const parsed = parseRecord(JSON.parse(value ?? 'null'));
    if (!parsed.ok) return [];
    const name = ref as Ref;
    return [
      { ref: name, ...partsOf(name), value: parsed.value, seq: Number(created_seq), createdAt: created_at },
    ];
  });
}
