// A course copied for a new term: its readings, rubrics, stock comments and assignments with their rooms, in one
// transaction; then, where asked for, its owner's own notes by the gate. People, their words and their grades stay behind.
// A copy that does not come to its end is unmade, at the next start if need be: nothing is ever half copied.

import { type DateShift, inNewTerm, type TermBound } from '#lib/model/classes/new-term.ts';
import { mayOwnSpace } from '#lib/model/space-permission.ts';
import { insertAssignedRoom, type Maker, type NewRoom } from '../classes/assigned-rooms.ts';
import { type Assignment, assignmentIn } from '../classes/assignment.ts';
import { insertAssignment } from '../classes/assignments.ts';
import { type AccountId, newId, type SpaceId } from '../ids.ts';
import type { Identity } from '../people/identity.ts';
import type { WriteRefusal } from '../readings/writing.ts';
import type { SpaceAccess } from '../spaces/access.ts';
import { endDraft, insertDraft, throwAwayDraft } from '../spaces/drafts.ts';
import { insertSpace } from '../spaces/spaces.ts';
import { all, database, first, type Transaction } from '../store/database.ts';
import { countOf, type NewNames, type OwnNotes, ownNotesIn, writeOwnNotes } from './own-notes.ts';
import { mayCopy } from './preview.ts';

export type CopyForm = {
  name: string;
  /** By how many days dates move; null leaves them empty. */
  shiftDays: DateShift;
  /** Do the caller's own notes come along? */
  withNotes: boolean;
};

type Refused = { ok: false; reason: 'not-allowed' | 'members-only' | 'closed-already' };

/** Makes a new course of the caller's from one that they own. With `not-written` no new course stands. */
export async function copyCourse(
  identity: Identity,
  access: SpaceAccess,
  form: CopyForm,
): Promise<
  | { ok: true; id: SpaceId; notes: number }
  | Refused
  | { ok: false; reason: 'not-written'; refusal: WriteRefusal }
> {
  if (!mayCopy(access)) return { ok: false, reason: 'not-allowed' };
  if (!mayOwnSpace(identity.kind)) return { ok: false, reason: 'members-only' };
  const own = form.withNotes ? await ownNotesIn(identity, access) : [];
  const made = await database().write(() => insertCopy(access, identity.accountId, form, own.length > 0));
  if (!made.ok) return made;
  const refusal = await writeAll(identity, own, made);
  if (refusal) return { ok: false, reason: 'not-written', refusal };
  return { ok: true, id: made.id, notes: countOf(own) };
}

/** Undefined once all are written and the copy is whole; else nothing of it is left. */
async function writeAll(
  identity: Identity,
  own: readonly OwnNotes[],
  { id, names }: Copy,
): Promise<WriteRefusal | undefined> {
  let isWhole = false;
  try {
    for (const notes of own) {
      const outcome = await writeOwnNotes(identity, notes, names, id);
      if (!outcome.ok) return outcome;
    }
    isWhole = true;
    return undefined;
  } finally {
    if (!isWhole) await throwAwayDraft(id);
    else if (own.length > 0) await database().write(() => endDraft(id));
  }
}

type Copy = { id: SpaceId; names: NewNames };

function* insertCopy(
  { space }: SpaceAccess,
  accountId: AccountId,
  form: CopyForm,
  isDraft: boolean,
): Transaction<({ ok: true } & Copy) | Refused> {
  const assignments = yield* assignmentsToCopy(space.id, form.shiftDays);
  const now = new Date().toISOString();
  if (assignments.some(({ next: { closesAt } }) => closesAt !== null && closesAt <= now))
    return { ok: false, reason: 'closed-already' };
  const insert = isDraft ? insertDraft : insertSpace;
  const id = yield* insert(accountId, { name: form.name, kind: space.kind });
  const maker: Maker = { accountId, spaceId: id };
  const names = new Map<string, string>([[space.id, id]]);
  yield* copyRetention(space.id, id);
  yield* copyReadings(space.id, maker, names);
  yield* copyRubrics(space.id, maker, names);
  yield* copyComments(space.id, maker);
  for (const one of assignments) yield* copyAssignment(one, maker, names);
  return { ok: true, id, names };
}

function* copyRetention(from: SpaceId, to: SpaceId): Transaction<void> {
  const { build } = database();
  const old = yield* first(build.selectFrom('space').select('retention_months').where('id', '=', from));
  if (old)
    yield* all(
      build.updateTable('space').set({ retention_months: old.retention_months }).where('id', '=', to),
    );
}

/** In all their versions: a note stands in the version it was written on. */
function* copyReadings(from: SpaceId, maker: Maker, names: Map<string, string>): Transaction<void> {
  const { build } = database();
  const { accountId } = maker;
  const assigned = build.selectFrom('assignment').select('reading_id').where('space_id', '=', from);
  const readings = yield* all(
    build
      .selectFrom('reading')
      .selectAll()
      .where('space_id', '=', from)
      .where((eb) => eb.or([eb('archived_at', 'is', null), eb('id', 'in', assigned)]))
      .orderBy('created_at')
      .orderBy('id'),
  );
  for (const reading of readings) {
    const id = newId();
    names.set(reading.id, id);
    yield* all(
      build.insertInto('reading').values({
        ...reading,
        id,
        space_id: maker.spaceId,
        created_by: accountId,
        created_at: new Date().toISOString(),
      }),
    );
    const editions = yield* all(
      build.selectFrom('edition').selectAll().where('reading_id', '=', reading.id).orderBy('number'),
    );
    for (const edition of editions) {
      const copy = newId();
      names.set(edition.id, copy);
      const createdBy = edition.created_by === null ? null : accountId;
      yield* all(
        build.insertInto('edition').values({ ...edition, id: copy, reading_id: id, created_by: createdBy }),
      );
    }
  }
}

/** Those that can be chosen, and those that an assignment still goes by. */
function* copyRubrics(from: SpaceId, maker: Maker, names: Map<string, string>): Transaction<void> {
  const { build } = database();
  const used = build.selectFrom('assignment').select('rubric_id').where('space_id', '=', from);
  const rubrics = yield* all(
    build
      .selectFrom('rubric')
      .selectAll()
      .where('space_id', '=', from)
      .where((eb) => eb.or([eb('archived_at', 'is', null), eb('id', 'in', used)]))
      .orderBy('created_at')
      .orderBy('id'),
  );
  for (const rubric of rubrics) {
    const id = newId();
    names.set(rubric.id, id);
    yield* all(
      build
        .insertInto('rubric')
        .values({ ...rubric, id, space_id: maker.spaceId, created_by: maker.accountId }),
    );
  }
}

function* copyComments(from: SpaceId, maker: Maker): Transaction<void> {
  const { build } = database();
  const comments = yield* all(build.selectFrom('stock_comment').selectAll().where('space_id', '=', from));
  for (const comment of comments)
    yield* all(
      build
        .insertInto('stock_comment')
        .values({ ...comment, id: newId(), space_id: maker.spaceId, created_by: maker.accountId }),
    );
}

type ToCopy = { old: Assignment; next: TermBound; rubricId: string | null };

/** The assignments of a course, in the order in which they were set, with what they become. */
function* assignmentsToCopy(spaceId: SpaceId, shift: DateShift): Transaction<ToCopy[]> {
  const rows = yield* all(
    database()
      .build.selectFrom('assignment')
      .selectAll()
      .where('space_id', '=', spaceId)
      .where('archived_at', 'is', null)
      .orderBy('created_at')
      .orderBy('id'),
  );
  return rows.map((row) => {
    const old = assignmentIn(row);
    return { old, next: inNewTerm(old, shift), rubricId: row.rubric_id };
  });
}

function* copyAssignment(
  { old, next, rubricId }: ToCopy,
  maker: Maker,
  names: Map<string, string>,
): Transaction<void> {
  const id = newId();
  const form = { ...old, ...next, readingId: names.get(old.readingId) ?? '' };
  yield* insertAssignment(maker, id, form, rubricId === null ? null : (names.get(rubricId) ?? null));
  yield* copyRooms(maker, { from: old.id, to: id, form }, names);
}

/** Empty ones, by the names of their groups and sections; the new class's groups take them over (classes/places.ts). */
function* copyRooms(
  maker: Maker,
  { from, to, form }: { from: string; to: string; form: NewRoom['form'] },
  names: Map<string, string>,
): Transaction<void> {
  const rooms = yield* all(
    database()
      .build.selectFrom('room')
      .leftJoin('review', 'review.room_id', 'room.id')
      .select([
        'room.id',
        'room.title',
        'room.group_name as name',
        'room.section',
        'room.settings',
        'review.analytics',
      ])
      .where('room.assignment_id', '=', from)
      .orderBy('room.created_at')
      .orderBy('room.id'),
  );
  for (const { id, ...room } of rooms)
    names.set(id, yield* insertAssignedRoom(maker, { assignmentId: to, form, ...room }));
}
