// The matrix: one row a student, what they did and whether it came in time. Counts are for finding one's way to the
// work, never a score: people answered and passages touched are counted once each.

import type { Locale } from '../manners.ts';
import { nameOrder } from '../name-order.ts';
import type { ParticipantId, Ref } from '../record.ts';
import type { Range } from '../text/text.ts';
import { isAnswered, isAsking, isReply, type RoomWork, type Said } from './room-work.ts';
import { type DueOf, timingOf } from './timing.ts';

export type MatrixRow = {
  participant: ParticipantId;
  /** Own notes with words that answer nobody. */
  notes: number;
  questions: number;
  /** Points that answer someone else. */
  replies: number;
  /** Different people answered. */
  repliedTo: number;
  /** Different passages; those that overlap are one. */
  passages: number;
  /** Received after they were due, by the writer's own clock too. */
  late: number;
  /** Received after they were due though written before, by the device's clock; nobody has looked yet. */
  receivedLate: number;
  /** Has anybody answered anything of theirs? */
  isAnswered: boolean;
};

export const measures = ['notes', 'questions', 'replies', 'repliedTo', 'passages', 'late'] as const;
export type Measure = (typeof measures)[number];

/** One row a student, in the order of the students given; `accepted` are late works that count as in time. */
export function matrixOf(work: RoomWork, dueOf: DueOf, accepted: ReadonlySet<Ref>): MatrixRow[] {
  return work.students.map((participant) => rowOf(participant, work, dueOf, accepted));
}

/**
 * The same of work as it stood at some time. What came in late is not in it, and is counted all the same: over `now`.
 */
export function matrixOfPast(
  stood: RoomWork,
  now: RoomWork,
  dueOf: DueOf,
  accepted: ReadonlySet<Ref>,
): MatrixRow[] {
  const late = new Map(matrixOf(now, dueOf, accepted).map((row) => [row.participant, row.late]));
  return matrixOf(stood, dueOf, accepted).map((row) => ({ ...row, late: late.get(row.participant) ?? 0 }));
}

/** One student's row: what the instructor sees of them, and what they are shown of it themselves. */
export function rowOf(
  participant: ParticipantId,
  work: RoomWork,
  dueOf: DueOf,
  accepted: ReadonlySet<Ref>,
): MatrixRow {
  const own = work.byAuthor.get(participant) ?? [];
  const replies = own.filter(isReply);
  const timings = own.map(({ entry }) => timingOf(entry, dueOf, accepted));
  return {
    participant,
    notes: own.filter((said) => isNote(said)).length,
    questions: own.filter(isAsking).length,
    replies: replies.length,
    repliedTo: new Set(replies.map(({ parent }) => parent?.entry?.participant)).size,
    passages: distinctPassages(own.flatMap(({ range }) => range ?? [])),
    late: timings.filter((timing) => timing === 'late').length,
    receivedLate: timings.filter((timing) => timing === 'received-late').length,
    isAnswered: own.some(isAnswered),
  };
}

export type Sorting = { by: Measure | 'name'; isDescending: boolean };

/** Sorted rows; equal ones by name, so that the order never depends on who wrote first. */
export function sortRows(
  rows: readonly MatrixRow[],
  { by, isDescending }: Sorting,
  nameOf: (participant: ParticipantId) => string,
  locale: Locale,
): MatrixRow[] {
  const inOrder = nameOrder(locale);
  const names = new Map(rows.map(({ participant }) => [participant, nameOf(participant)]));
  const byName = (a: MatrixRow, b: MatrixRow) =>
    inOrder(names.get(a.participant) ?? '', names.get(b.participant) ?? '');
  const turn = isDescending ? -1 : 1;
  if (by === 'name') return rows.toSorted((a, b) => turn * byName(a, b));
  return rows.toSorted((a, b) => turn * (a[by] - b[by]) || byName(a, b));
}

function isNote(said: Said): boolean {
  return !isReply(said) && Boolean(said.entry.value.body);
}

function distinctPassages(ranges: readonly Range[]): number {
  let count = 0;
  let end = -1;
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    if (range.start >= end) count++;
    end = Math.max(end, range.end);
  }
  return count;
}
