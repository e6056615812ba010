// The inbox: what was said to one in the discussions one is in, and what is due by tomorrow. It is read from the records each
// time and keeps nothing of its own but when one last looked, so that it can tell nothing one may not see (AUTH3).

import { fullTitle } from '#lib/model/classes/assignment.ts';
import type { Locale } from '#lib/model/manners.ts';
import { isInstructor } from '#lib/model/permission.ts';
import { shownWords } from '#lib/model/threads/mention.ts';
import { type Notice, noticesOf } from '#lib/model/threads/notice.ts';
import { translatorOf } from '#lib/words/translate.ts';
import { termsFor } from '../classes/terms.ts';
import type { RoomId } from '../ids.ts';
import type { Identity } from '../people/identity.ts';
import { participantsOf, recordsOf } from '../readings/rooms.ts';
import { enterRoom, type RoomAccess } from '../spaces/access.ts';
import { all, database } from '../store/database.ts';

export type InboxItem = Omit<Notice, 'by'> & {
  by: string;
  roomId: RoomId;
  roomTitle: string;
  isNew: boolean;
};
/** `timeZone` is the assignment's: in whose days the date is said. */
export type Due = {
  roomId: RoomId;
  title: string;
  what: 'notes' | 'replies';
  at: string;
  timeZone: string;
};

/** How many items one look gives, and in how many discussions it looks, those entered last first. */
const itemLimit = 100;
const roomLimit = 50;
const dayMs = 86_400_000;

/**
 * What waits for someone, the newest first; muted discussions say nothing but what is due. `locale` is of the words that
 * stand in the place of names.
 */
export async function inboxOf(
  identity: Identity,
  locale: Locale,
  now = new Date(),
): Promise<{ items: InboxItem[]; due: Due[]; muted: { roomId: RoomId; title: string }[] }> {
  const [places, seenAt] = await Promise.all([placesOf(identity), seenAtOf(identity)]);
  const items: InboxItem[] = [];
  const due: Due[] = [];
  const muted: { roomId: RoomId; title: string }[] = [];
  for (const { roomId, roomTitle, isMuted } of places) {
    const entered = await enterRoom(identity, roomId);
    if (!entered.ok) continue;
    due.push(...(await dueIn(entered.access, now)));
    if (isMuted) {
      muted.push({ roomId, title: roomTitle });
      continue;
    }
    for (const notice of await noticesIn(entered.access, locale))
      items.push({ ...notice, roomId, roomTitle, isNew: notice.at > seenAt });
  }
  items.sort((a, b) => (a.at < b.at ? 1 : -1));
  return { items: items.slice(0, itemLimit), due: due.sort((a, b) => (a.at < b.at ? -1 : 1)), muted };
}

async function placesOf(identity: Identity) {
  const rows = await database()
    .read.selectFrom('participant')
    .innerJoin('room', 'room.id', 'participant.room_id')
    .leftJoin('assignment', 'assignment.id', 'room.assignment_id')
    .select(['participant.room_id', 'participant.muted_at', 'room.title', 'assignment.title as assignment'])
    .where('participant.account_id', '=', identity.accountId)
    .where('participant.removed_at', 'is', null)
    .orderBy('participant.created_at', 'desc')
    .limit(roomLimit)
    .execute();
  return rows.map((row) => ({
    roomId: row.room_id,
    roomTitle: fullTitle(row),
    isMuted: row.muted_at !== null,
  }));
}

async function seenAtOf(identity: Identity): Promise<string> {
  const row = await database()
    .read.selectFrom('account')
    .select('inbox_seen_at')
    .where('id', '=', identity.accountId)
    .executeTakeFirst();
  return row?.inbox_seen_at ?? '';
}

async function noticesIn(
  access: RoomAccess,
  locale: Locale,
): Promise<(Omit<Notice, 'by'> & { by: string })[]> {
  const [records, people] = await Promise.all([recordsOf(access), participantsOf(access, locale)]);
  const nobodyNamed = translatorOf(locale, 'terms.given')('someone');
  const instructors = new Set(people.filter(({ role }) => isInstructor(role)).map(({ id }) => id));
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return noticesOf(records, access.participant, instructors).map((notice) => ({
    ...notice,
    by: nameOf.get(notice.by) ?? nobodyNamed,
    words: shownWords(notice.words, (id) => nameOf.get(id)),
  }));
}

/** What is due within a day; instructors owe nothing. */
async function dueIn(access: RoomAccess, now: Date): Promise<Due[]> {
  const terms = isInstructor(access.role) ? null : await termsFor(access);
  if (!terms) return [];
  const [from, to] = [now.toISOString(), new Date(now.getTime() + dayMs).toISOString()];
  const dates = [
    ['notes', terms.notesDueAt],
    ['replies', terms.repliesDueAt],
  ] as const;
  return dates.flatMap(([what, at]) =>
    at !== null && at > from && at <= to
      ? [{ roomId: access.room.id, title: terms.title, what, at, timeZone: terms.timeZone }]
      : [],
  );
}

/** Everything up to now was seen. */
export async function markInboxSeen(identity: Identity): Promise<void> {
  await database().write(() =>
    all(
      database()
        .build.updateTable('account')
        .set({ inbox_seen_at: new Date().toISOString() })
        .where('id', '=', identity.accountId),
    ),
  );
}

/** Mutes a discussion for oneself, or lets it speak again. */
export async function muteRoom(access: RoomAccess, isMuted: boolean): Promise<void> {
  await database().write(() =>
    all(
      database()
        .build.updateTable('participant')
        .set({ muted_at: isMuted ? new Date().toISOString() : null })
        .where('id', '=', access.participant),
    ),
  );
}
