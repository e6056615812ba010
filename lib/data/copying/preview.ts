// What a copy of a course would hold, for its owner to look at first. Nothing is made here.

import type { CopiedCourse } from '#lib/model/classes/new-term.ts';
import type { Locale } from '#lib/model/manners.ts';
import { nameOrder } from '#lib/model/name-order.ts';
import { mayInSpace } from '#lib/model/space-permission.ts';
import { fallbackLocale } from '#lib/words/locales.ts';
import { assignmentIn } from '../classes/assignment.ts';
import type { Identity } from '../people/identity.ts';
import { newestEdition } from '../readings/readings.ts';
import { rubricsOf, rubricWithId, stockCommentsOf } from '../review/rubrics.ts';
import type { SpaceAccess } from '../spaces/access.ts';
import { database } from '../store/database.ts';
import { countOf, ownNotesIn } from './own-notes.ts';

/** What a copy of this course would hold. */
export async function previewCopy(
  identity: Identity,
  access: SpaceAccess,
  locale: Locale = fallbackLocale,
): Promise<{ ok: true; preview: CopiedCourse } | { ok: false; reason: 'not-allowed' }> {
  const { space } = access;
  if (!mayCopy(access)) return { ok: false, reason: 'not-allowed' };
  const { read } = database();
  const [rows, readings, rubrics, comments, own] = await Promise.all([
    read
      .selectFrom('assignment')
      .selectAll()
      .where('space_id', '=', space.id)
      .where('archived_at', 'is', null)
      .orderBy('created_at')
      .orderBy('id')
      .execute(),
    read
      .selectFrom('reading')
      .select('id')
      .where('space_id', '=', space.id)
      .where('archived_at', 'is', null)
      .execute(),
    rubricsOf(space.id),
    stockCommentsOf(space.id),
    ownNotesIn(identity, access),
  ]);
  const assignments = await Promise.all(
    rows.map(async (row) => ({
      ...shown(assignmentIn(row)),
      reading: (await newestEdition(row.reading_id))?.title ?? '',
      ...(await roomsOf(row.id, locale)),
      rubric: row.rubric_id === null ? null : ((await rubricWithId(row.rubric_id))?.name ?? null),
      notes: countOf(own.filter(({ assignmentId }) => assignmentId === row.id)),
    })),
  );
  const counts = { readings: readings.length, rubrics: rubrics.length, comments: comments.length };
  return { ok: true, preview: { name: space.name, assignments, ...counts } };
}

/** May this person copy this space at all? Squads have no terms. */
export function mayCopy(access: SpaceAccess): boolean {
  return access.space.kind === 'course' && mayInSpace(access, 'copy');
}

function shown(one: ReturnType<typeof assignmentIn>) {
  const { id, title, prompt, timeZone, visibility, notesDueAt, repliesDueAt, closesAt } = one;
  return { id, title, prompt, timeZone, visibility, notesDueAt, repliesDueAt, closesAt };
}

/** The names of its rooms and of their sections. */
async function roomsOf(
  assignmentId: string,
  locale: Locale,
): Promise<{ rooms: string[]; sections: string[] }> {
  const inOrder = nameOrder(locale);
  const rows = await database()
    .read.selectFrom('room')
    .select(['title', 'section'])
    .where('assignment_id', '=', assignmentId)
    .execute();
  const sections = new Set(rows.flatMap(({ section }) => section ?? []));
  return {
    rooms: rows.map(({ title }) => title).sort(inOrder),
    sections: [...sections].sort(inOrder),
  };
}
