// A grade is what the rubric says from the marks, each of which is kept as its receipt. Unmarked is not zero: while a
// criterion has no mark there is no total. Only a person may say otherwise, with a reason.

import type { Entry, ParticipantId, Ref, Stamp } from '../record.ts';
import { type Counting, type Criterion, mostOf, type Rubric } from './rubric.ts';

/** One rubric mark, as it stands: which level of which criterion, on which note, by whom and when. */
export type Mark = {
  ref: Ref;
  by: ParticipantId;
  of: Stamp['of'];
  criterion: string;
  level: string;
  body?: string;
  /** The server's time, ISO UTC; what it has not taken yet sorts last. */
  at: string | null;
};

/** A mark with the points of its level. */
export type Receipt = { mark: Mark; points: number };

export type CriterionGrade = {
  criterion: Criterion;
  /** Null while unmarked. */
  points: number | null;
  most: number;
  /** In the order in which they were given. */
  receipts: readonly Receipt[];
};

/** What a person decided over the rubric. `points` null excuses: the work counts neither way. */
export type Override = { points: number | null; reason: string; by: ParticipantId; at: string };

export type Grade = {
  criteria: readonly CriterionGrade[];
  /** What the rubric says; null while a criterion is unmarked. */
  sum: number | null;
  /** What the marked criteria bring so far. */
  soFar: number;
  most: number;
  unmarked: readonly Criterion[];
  override?: Override;
  /** What counts in the end. */
  result: { kind: 'points'; points: number } | { kind: 'excused' } | { kind: 'none' };
};

/**
 * What a rubric makes of marks, and of an override over them, with every step kept as receipt. Unmarked is
 * not zero: there is no sum until all criteria are marked.
 */
export function gradeOf(rubric: Rubric, marks: readonly Mark[], override?: Override): Grade {
  const criteria = rubric.criteria.map((criterion) => criterionGrade(criterion, marks));
  const unmarked = criteria.filter(({ points }) => points === null).map(({ criterion }) => criterion);
  const soFar = rounded(criteria.reduce((sum, { points }) => sum + (points ?? 0), 0));
  const sum = unmarked.length > 0 ? null : soFar;
  return {
    criteria,
    sum,
    soFar,
    most: criteria.reduce((all, { most }) => all + most, 0),
    unmarked,
    ...(override ? { override } : {}),
    result: resultOf(sum, override),
  };
}

/** The marks among the records of a review document. A withdrawn one says nothing any more. */
export function marksIn(entries: Iterable<Entry>): Mark[] {
  const marks: Mark[] = [];
  for (const { ref, participant, value, acceptedAt } of entries) {
    if (value.type !== 'stamp' || value.withdrawn) continue;
    const { of, criterion, level, body } = value;
    marks.push({
      ref,
      by: participant,
      of,
      criterion,
      level,
      ...(body ? { body } : {}),
      at: acceptedAt ?? null,
    });
  }
  return marks.sort(inOrder);
}

/** The points that several marks on one criterion come to; null for none. */
export function countedPoints(points: readonly number[], counting: Counting): number | null {
  if (points.length === 0) return null;
  switch (counting) {
    case 'best':
      return Math.max(...points);
    case 'latest':
      return points.at(-1) ?? null;
    case 'mean':
      return rounded(points.reduce((sum, one) => sum + one, 0) / points.length);
  }
}

function criterionGrade(criterion: Criterion, marks: readonly Mark[]): CriterionGrade {
  const receipts = marks
    .filter((mark) => mark.criterion === criterion.id)
    .sort(inOrder)
    .flatMap((mark) => {
      const level = criterion.levels.find(({ id }) => id === mark.level);
      return level ? [{ mark, points: level.points }] : [];
    });
  const points = countedPoints(
    receipts.map((receipt) => receipt.points),
    criterion.counting,
  );
  return { criterion, points, most: mostOf(criterion), receipts };
}

function resultOf(sum: number | null, override: Override | undefined): Grade['result'] {
  if (override) {
    return override.points === null ? { kind: 'excused' } : { kind: 'points', points: override.points };
  }
  return sum === null ? { kind: 'none' } : { kind: 'points', points: sum };
}

/** Two places, halves up: what a gradebook keeps, and what a student can do by hand. */
function rounded(points: number): number {
  return Math.round((points + Number.EPSILON) * 100) / 100;
}

function inOrder(a: Mark, b: Mark): number {
  const [left, right] = [a.at ?? '~', b.at ?? '~'];
  if (left !== right) return left < right ? -1 : 1;
  return a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0;
}
