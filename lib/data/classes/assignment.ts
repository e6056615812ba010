// What one assignment is, and how its row is read.

import type { Dates } from '#lib/model/classes/assignment.ts';
import type { VisibilityRule } from '#lib/model/visibility.ts';
import type { ReadingId, SpaceId } from '../ids.ts';

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

type AssignmentRow = {
  id: string;
  space_id: string;
  reading_id: string;
  title: string;
  prompt: string;
  time_zone: string;
  notes_due_at: string | null;
  replies_due_at: string | null;
  closes_at: string | null;
  required_notes: number;
  required_replies: number;
  visibility: string;
  names: 'named' | 'pseudonymous';
  column_title: string;
  created_at: string;
};

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
