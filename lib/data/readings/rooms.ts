// Rooms: on screen discussions and rounds. What is said in one is read here from the record table, which the log's own
// transaction writes; nothing here writes a record.

import { maySeeName, pseudonymsOf } from '#lib/model/classes/pseudonym.ts';
import { type DocumentName, roomDocument } from '#lib/model/document.ts';
import type { Locale } from '#lib/model/manners.ts';
import { nameOrder } from '#lib/model/name-order.ts';
import { isInstructor, type Role } from '#lib/model/permission.ts';
import {
  type CounterpointRecord,
  type Entry,
  keptRecord,
  type ParticipantId,
  parentOf,
  type Ref,
} from '#lib/model/record.ts';
import { parseRoomSettings, type RoomKind, type RoomSettings } from '#lib/model/room-settings.ts';
import type { FormatChoice } from '#lib/model/round/presets.ts';
import { isDebater, type RoundPart, type Seat } from '#lib/model/round/rule.ts';
import { mayInSpace, rolesToGive, withoutLimit } from '#lib/model/space-permission.ts';
import { hasSight, isVisibleTo, type VisibilityRule } from '#lib/model/visibility.ts';
import { fallbackLocale } from '#lib/words/locales.ts';
import { translatorOf } from '#lib/words/translate.ts';
import { newId, type ReadingId, type RoomId } from '../ids.ts';
import type { RoomAccess, SpaceAccess } from '../spaces/access.ts';
import { announce } from '../spaces/access-changes.ts';
import { makeParticipant, rolesIn } from '../spaces/participants.ts';
import { isWithinSections } from '../spaces/section-limits.ts';
import { all, database, first, type Transaction } from '../store/database.ts';
import { newestEdition, type Reading } from './readings.ts';
import { holdReading } from './room-readings.ts';

export type RoomForm = {
  readingId: ReadingId;
  /** Absent: the reading's own. */
  title?: string | undefined;
  /** Absent: a debate in a squad, a seminar in a course. */
  kind?: RoomKind | undefined;
  entry?: 'members' | 'invited' | undefined;
  visibility?: VisibilityRule | undefined;
  /** The room then holds a round of this format, and is a debate. */
  format?: FormatChoice | undefined;
};

/** Makes a room on a reading of the same space; whoever makes it has a place in it at once. */
export async function makeRoom(
  access: SpaceAccess,
  form: RoomForm,
): Promise<
  { ok: true; id: RoomId; title: string } | { ok: false; reason: 'not-allowed' | 'no-such-reading' }
> {
  const { space } = access;
  if (!mayInSpace(access, 'make-room')) return { ok: false, reason: 'not-allowed' };
  const reading = await newestEdition(form.readingId);
  if (reading?.spaceId !== space.id) return { ok: false, reason: 'no-such-reading' };
  const id = newId();
  const title = form.title ?? reading.title;
  const usual = space.kind === 'squad' ? 'debate' : 'seminar';
  const kind = form.format ? 'debate' : (form.kind ?? usual);
  const settings: RoomSettings = form.format ? { round: { format: form.format, stage: 'before' } } : {};
  await database().write(function* () {
    yield* all(
      database()
        .build.insertInto('room')
        .values({
          id,
          space_id: space.id,
          title,
          kind,
          settings: JSON.stringify(settings),
          entry: form.entry ?? 'members',
          visibility: JSON.stringify(form.visibility ?? { kind: 'open' }),
          created_by: access.accountId,
          created_at: new Date().toISOString(),
          closed_at: null,
        }),
    );
    yield* holdReading(id, reading.id, access.accountId);
    // Whoever opens a debate chairs its round until someone else is made to.
    yield* makeParticipant(access.accountId, id, null, kind === 'debate' ? 'chair' : null);
  });
  return { ok: true, id, title };
}

/** What a page needs to show a room to someone: the room, its text, and who they are in it. */
export type RoomView = {
  room: RoomAccess['room'] & { spaceName: string; spaceKind: 'course' | 'squad' };
  /** The first of its readings. */
  reading: Reading;
  /** All of them in their order, in their newest editions. */
  readings: readonly Reading[];
  me: {
    participantId: ParticipantId;
    role: Role;
    side: string | null;
    part: RoundPart | null;
    name: string;
    /** The roles into which one may make links: links are the space's to give, so one's role there decides. */
    mayInvite: Role[];
    mayChangeRoom: boolean;
    /** May one publish a corrected version of the text? */
    mayCorrect: boolean;
    /** How many groups of the room's assignment one may speak to at once; 0 for who is no instructor. */
    groups: number;
  };
};

/** Reads a room for one who may enter it. */
export async function roomView(access: RoomAccess): Promise<RoomView> {
  const [held, space, account, groups] = await Promise.all([
    Promise.all(access.room.readings.map(newestEdition)),
    spaceOf(access),
    database()
      .read.selectFrom('account')
      .select('name')
      .where('id', '=', access.accountId)
      .executeTakeFirstOrThrow(),
    groupsOf(access),
  ]);
  const readings = held.filter((one) => one !== null);
  const [reading] = readings;
  const standing = space.role && withoutLimit(space.role, space.kind);
  if (!reading) throw new Error(`room ${access.room.id} is about a reading that is not there`);
  return {
    room: { ...access.room, spaceName: space.name, spaceKind: space.kind },
    reading,
    readings,
    me: {
      participantId: access.participant,
      role: access.role,
      side: access.side,
      part: access.part,
      name: account.name,
      mayInvite: standing === null ? [] : rolesToGive(standing, 'room'),
      mayChangeRoom: mayInSpace(withoutLimit(access.role, space.kind), 'close-room'),
      mayCorrect: standing !== null && mayInSpace(standing, 'correct-text'),
      groups,
    },
  };
}

/** The rooms of its assignment that this instructor may enter: an assistant's are those of their sections. */
async function groupsOf({ room, role, accountId }: RoomAccess): Promise<number> {
  if (room.assignmentId === null || !isInstructor(role)) return 0;
  const row = await database()
    .read.selectFrom('room')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.space_id', '=', 'room.space_id')
        .on('membership.account_id', '=', accountId)
        .on('membership.removed_at', 'is', null)
        .on(isWithinSections),
    )
    .select(({ fn }) => fn.countAll().as('count'))
    .where('room.assignment_id', '=', room.assignmentId)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** The space of a room, and one's role in it; null for who came to the room alone, or is limited to other sections. */
function spaceOf(access: RoomAccess) {
  return database()
    .read.selectFrom('room')
    .innerJoin('space', 'space.id', 'room.space_id')
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.space_id', '=', 'space.id')
        .on('membership.account_id', '=', access.accountId)
        .on('membership.removed_at', 'is', null)
        .on(isWithinSections),
    )
    .select(['space.name', 'space.kind', 'membership.role'])
    .where('room.id', '=', access.room.id)
    .executeTakeFirstOrThrow();
}

export type RoomChange = {
  title?: string | undefined;
  closed?: boolean | undefined;
  visibility?: VisibilityRule | undefined;
  /** Those that are to change; the others stay. */
  settings?: RoomSettings | undefined;
};

/** Changes a room's title, settings or who sees what, closes it or opens it again; its sockets are judged again (AUTH2). */
export async function changeRoom(
  access: RoomAccess,
  change: RoomChange,
): Promise<{ ok: true } | { ok: false; reason: 'not-allowed' }> {
  const space = await spaceOf(access);
  if (!mayInSpace(withoutLimit(access.role, space.kind), 'close-room'))
    return { ok: false, reason: 'not-allowed' };
  // A title, too, is something that debaters see.
  const { stage } = access.room.settings.round ?? {};
  if (stage === 'on' && access.part !== 'chair') return { ok: false, reason: 'not-allowed' };
  const roomId = access.room.id;
  const closedAt = access.room.closedAt ?? new Date().toISOString();
  const values = {
    ...(change.title !== undefined && { title: change.title }),
    ...(change.closed !== undefined && { closed_at: change.closed ? closedAt : null }),
    ...(change.visibility !== undefined && { visibility: JSON.stringify(change.visibility), is_apart: 1 }),
  };
  await database().write(function* () {
    const { build } = database();
    if (change.settings) yield* changeSettings(roomId, change.settings);
    if (Object.keys(values).length > 0) {
      yield* all(build.updateTable('room').set(values).where('id', '=', roomId));
      yield* announce({ kind: 'access', roomId });
    }
    yield* announce({ kind: 'roster', roomId });
  });
  return { ok: true };
}

/** Two people may change different settings at once: what stands is read in the transaction that writes. */
function* changeSettings(roomId: RoomId, change: RoomSettings): Transaction<void> {
  const { build } = database();
  const row = yield* first(build.selectFrom('room').select('settings').where('id', '=', roomId));
  const settings = { ...parseRoomSettings(row?.settings ?? '{}'), ...change };
  yield* all(
    build
      .updateTable('room')
      .set({ settings: JSON.stringify(settings) })
      .where('id', '=', roomId),
  );
}

export type Participant = {
  id: ParticipantId;
  name: string;
  /** Who was removed has none any more and counts as a member. */
  role: Role;
  /** `imported`: whose words were brought in from elsewhere; the name says from where. */
  kind: 'member' | 'guest' | 'imported';
  removed: boolean;
  /** What members call them here, for those who see the name as well; absent in a room of real names. */
  pseudonym?: string;
} & Seat;

/**
 * Who has a place in the room, as this viewer may see it (AUTH3): all, or oneself and the instructors. `locale` is of the
 * words that stand in the place of names.
 */
export async function participantsOf(
  access: RoomAccess,
  locale: Locale = fallbackLocale,
): Promise<Participant[]> {
  const [everyone, viewer] = await Promise.all([rosterOf(access, locale), viewerOf(access)]);
  return everyone.filter((one) => isVisibleTo(viewer, { participant: one.id, role: one.role }));
}

/** The one place where names leave for a room: its pages, exports, presence and notifications all ask here. */
async function rosterOf(access: RoomAccess, locale: Locale): Promise<Participant[]> {
  const [roles, rows] = await Promise.all([
    rolesIn(access.room.id),
    database()
      .read.selectFrom('participant')
      .innerJoin('account', 'account.id', 'participant.account_id')
      .select([
        'participant.id',
        'account.name',
        'account.kind',
        'participant.removed_at',
        'participant.side',
        'participant.part',
      ])
      .where('participant.room_id', '=', access.room.id)
      .orderBy('participant.created_at')
      .orderBy('participant.id')
      .execute(),
  ]);
  const people = rows.map((row) => ({
    id: row.id,
    name: row.name,
    role: roles.get(row.id) ?? 'member',
    kind: row.kind,
    removed: row.removed_at !== null,
    side: row.side,
    part: row.part,
  }));
  const named = access.room.names === 'named' ? people : underPseudonyms(access, people, locale);
  const isLocked = isDebater(access) && access.room.settings.round?.stage === 'on';
  return isLocked ? named.map((person) => underLock(person, locale)) : named;
}

/**
 * Of the others of a round that is on, its debaters read only what they are in it: names are words, too, and whoever comes
 * in or is called otherwise meanwhile says nothing by it. Imported names stand as they were.
 */
function underLock(person: Participant, locale: Locale): Participant {
  const isShown = isDebater(person) || person.kind === 'imported';
  if (isShown) return person;
  return { ...person, name: translatorOf(locale, 'round.unnamed')(person.part ?? 'listener') };
}

/** In the order of the names that are seen: the order of coming is often that of a list of real names. */
function underPseudonyms(access: RoomAccess, people: readonly Participant[], locale: Locale): Participant[] {
  const inOrder = nameOrder(locale);
  const pseudonyms = pseudonymsOf(people.map(({ id }) => id));
  const seen = people.map((person): Participant => {
    const pseudonym = isInstructor(person.role) ? undefined : pseudonyms.get(person.id);
    if (pseudonym === undefined) return person;
    return maySeeName(access, { participant: person.id, role: person.role })
      ? { ...person, pseudonym }
      : { ...person, name: pseudonym };
  });
  return seen.sort((a, b) => inOrder(a.name, b.name));
}

/** A record with the server's times; a withdrawn point has no body. */
export type KeptRecord = {
  ref: Ref;
  participant: ParticipantId;
  id: string;
  name: string;
  value: CounterpointRecord;
  seq: number;
  createdAt: string;
  acceptedAt: string;
  quote: string | null;
  parent: Ref | null;
};

/** Every record of the room that stands, on the layers this viewer may see (AUTH3), in the server's order. */
export async function recordsOf(access: RoomAccess): Promise<KeptRecord[]> {
  const visible = new Map((await participantsOf(access)).map((one) => [one.id, one.name]));
  const rows = await database()
    .read.selectFrom('record')
    .selectAll()
    .where('document', '=', roomDocument(access.room.id))
    .where('value', 'is not', null)
    .orderBy('created_seq')
    .execute();
  return rows.flatMap((row) => {
    const name = visible.get(row.participant_id);
    return name === undefined ? [] : [withTimes(row, name)];
  });
}

/** What stands in one document, in the server's order, for whoever already holds proof that they may open it. */
export async function entriesIn(document: DocumentName): Promise<Entry[]> {
  const rows = await database()
    .read.selectFrom('record')
    .selectAll()
    .where('document', '=', document)
    .where('value', 'is not', null)
    .orderBy('created_seq')
    .execute();
  return rows.map((row) => {
    const { name: _, quote: _quote, parent: _parent, ...entry } = withTimes(row, '');
    return entry;
  });
}

type RecordRow = {
  ref: string;
  participant_id: string;
  record_id: string;
  value: string | null;
  created_seq: number;
  created_at: string;
  accepted_at: string;
};

function withTimes(row: RecordRow, name: string): KeptRecord {
  const value = keptIn(row);
  return {
    ref: row.ref as Ref,
    participant: row.participant_id,
    id: row.record_id,
    name,
    value,
    seq: Number(row.created_seq),
    createdAt: row.created_at,
    acceptedAt: row.accepted_at,
    quote: value.type === 'point' ? (value.anchor?.quote ?? null) : null,
    parent: value.type === 'point' ? (parentOf(value) ?? null) : null,
  };
}

function keptIn({ value }: { value: string | null }): CounterpointRecord {
  return keptRecord(value ?? 'null');
}

/** The viewer as visibility.ts judges them, from what they have said here so far. */
async function viewerOf(access: RoomAccess): Promise<{ participant: ParticipantId; hasSight: boolean }> {
  // Instructors see all, whatever they said: no need to look.
  if (isInstructor(access.role)) return { participant: access.participant, hasSight: true };
  const own = await database()
    .read.selectFrom('record')
    .select(['ref', 'value'])
    .where('document', '=', roomDocument(access.room.id))
    .where('participant_id', '=', access.participant)
    .where('value', 'is not', null)
    .execute();
  return {
    participant: access.participant,
    hasSight: hasSight(access, access.room.visibility, own.map(keptIn), new Date().toISOString()),
  };
}
