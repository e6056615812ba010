// What one assignment is, and how its row is read.

import type { Selectable } from 'kysely';
import type { Dates } from '#lib/model/classes/assignment.ts';
import type { VisibilityRule } from '#lib/model/visibility.ts';
import type { ReadingId, SpaceId } from '../ids.ts';
import type { Schema } from '../store/schema.ts';

export type AssignmentId = string;

/** What its rooms keep together. */
export type AssignmentSettings = Dates & {
  title: string;
  prompt: string;
  timeZone: string;
  requiredNotes: number;
  requiredReplies: number;
  visibility: VisibilityRule;
  names: 'named' | 'pseudonymous';
  columnTitle: string;
};

export type Assignment = AssignmentSettings & {
  id: AssignmentId;
  spaceId: SpaceId;
  readingId: ReadingId;
  createdAt: string;
};

type AssignmentRow = Omit<Selectable<Schema['assignment']>, 'created_by' | 'archived_at'>;

/** An assignment as the rest of the code sees it, from its row; times ISO 8601 in UTC. */
export function assignmentIn(row: AssignmentRow): Assignment {
  return {
    id: row.id,
    spaceId: row.space_id,
    readingId: row.reading_id,
    title: row.title,
    prompt: row.prompt,
    timeZone: row.time_zone,
    notesDueAt: row.notes_due_at,
    repliesDueAt: row.replies_due_at,
    closesAt: row.closes_at,
    requiredNotes: row.required_notes,
    requiredReplies: row.required_replies,
    visibility: JSON.parse(row.visibility) as VisibilityRule,
    names: row.names,
    columnTitle: row.column_title,
    createdAt: row.created_at,
  };
}
