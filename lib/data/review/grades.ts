// The grades of a room: who its students are, and what the rubric says of each from the marks that stand.

import type { Locale } from '#lib/model/manners.ts';
import { nameOrder } from '#lib/model/name-order.ts';
import type { ParticipantId } from '#lib/model/record.ts';
import { type Grade, gradeOf, marksIn } from '#lib/model/review/grade.ts';
import type { Rubric } from '#lib/model/review/rubric.ts';
import { fallbackLocale } from '#lib/words/locales.ts';
import { participantsOf } from '../readings/rooms.ts';
import { overridesIn } from './decisions.ts';
import { reviewRecordsIn } from './marks.ts';
import type { ReviewAccess } from './reviewing.ts';

export type Graded = { id: ParticipantId; name: string; grade: Grade };

/** Everyone whose work this reviewer reviews: members who are still here, by name. */
export async function studentsIn(
  access: ReviewAccess,
  locale: Locale = fallbackLocale,
): Promise<{ id: ParticipantId; name: string }[]> {
  const inOrder = nameOrder(locale);
  const everyone = await participantsOf(access);
  return everyone
    .filter(({ id, role, removed }) => role === 'member' && !removed && !access.outside.has(id))
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => inOrder(a.name, b.name));
}

/** The grade of every student by this rubric, by name. */
export async function gradesIn(
  access: ReviewAccess,
  rubric: Rubric,
  locale: Locale = fallbackLocale,
): Promise<Graded[]> {
  const [students, records, overrides] = await Promise.all([
    studentsIn(access, locale),
    reviewRecordsIn(access),
    overridesIn(access),
  ]);
  const overrideOf = new Map(overrides.map((override) => [override.participant, override]));
  return students.map(({ id, name }) => ({
    id,
    name,
    grade: gradeOf(rubric, marksIn(records.get(id) ?? []), overrideOf.get(id)),
  }));
}
