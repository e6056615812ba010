// What gradebook files are written from, as plain values: people, their grades and their work. Pure; neither a database
// nor a format is known here.

import type { Anchor, Entry, Point, Ref } from '#lib/model/record.ts';
import type { Grade } from '#lib/model/review/grade.ts';
import type { Timing } from '#lib/model/review/timing.ts';

export type GradedStudent = { id: string; name: string; grade: Grade };

/** One note with what the server knows of it. */
export type NoteLine = {
  entry: Entry<Point>;
  /** The passage it stands on: its author's, or where an instructor found it in a later version. */
  anchor?: Anchor | undefined;
  name: string;
  /** ISO UTC; null where nothing was due. */
  dueAt: string | null;
  timing: Timing;
  /** Paragraphs count from 1; null for the reading as a whole and for what is gone. */
  paragraph: number | null;
};

/** Who gave marks, and what a mark is on, in words. */
export type Names = {
  reviewer: (participant: string) => string;
  quoteOf: (ref: Ref) => string;
};

/** Points as a gradebook takes them: `EX` for excused, empty for not graded. */
export function pointsCell({ result }: Grade): string | number {
  if (result.kind === 'points') return result.points;
  return result.kind === 'excused' ? 'EX' : '';
}
