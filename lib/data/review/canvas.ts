// What is known of people and columns in Canvas: kept from the gradebook export that a roster was read in from.

import type { ParticipantId } from '#lib/model/record.ts';
import { mostOf, type Rubric } from '#lib/model/review/rubric.ts';
import type { ReviewAccess } from './reviewing.ts';

export type KnownInCanvas = {
  student: string;
  id: string | null;
  sisUserId: string | null;
  sisLoginId: string | null;
  section: string | null;
};

/** Students as Canvas knows them; who did not come from a Canvas roster is not among them. */
export async function canvasPeopleIn(_access: ReviewAccess): Promise<Map<ParticipantId, KnownInCanvas>> {
  return new Map();
}

/** The column of this discussion's grades. */
export async function canvasColumnOf(
  { room }: ReviewAccess,
  rubric: Rubric,
): Promise<{ title: string; assignmentId: string | null; pointsPossible: number }> {
  const pointsPossible = rubric.criteria.reduce((sum, criterion) => sum + mostOf(criterion), 0);
  return { title: room.title, assignmentId: null, pointsPossible };
}
