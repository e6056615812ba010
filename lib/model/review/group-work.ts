// What a review of all groups shows of each, and since when someone sees the others: one shape for the query and the screen.

import type { ParticipantId } from '../record.ts';
import type { Grade } from './grade.ts';
import type { MatrixRow } from './matrix.ts';

export type StudentRow = MatrixRow & { name: string; grade: Grade | null };

export type GroupWork = {
  roomId: string;
  title: string;
  /** Null where the room lays out no counts. */
  rows: StudentRow[] | null;
};

/** When a student came to see the others' work. */
export type Sighted = [participant: ParticipantId, at: string];
