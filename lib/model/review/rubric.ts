// Rubrics: criteria with levels, each with a descriptor and points. A rubric never changes once made: whoever edits one
// makes another, so that a grade can be told from the rubric it was given by.

import * as v from 'valibot';
import { fault } from '../fault.ts';

/** Which of several marks on one criterion counts. */
export const countings = ['best', 'latest', 'mean'] as const;
export type Counting = (typeof countings)[number];

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,40}$/));
const text = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most));

const level = v.strictObject({
  id,
  name: v.pipe(text(60), v.minLength(1, fault('level-nameless'))),
  descriptor: text(500),
  points: v.pipe(v.number(), v.minValue(0), v.maxValue(1000)),
});

const criterion = v.strictObject({
  id,
  name: v.pipe(text(120), v.minLength(1, fault('criterion-nameless'))),
  counting: v.picklist(countings),
  levels: v.pipe(v.array(level), v.minLength(2, fault('criterion-levels')), v.maxLength(9)),
});

/** What an instructor writes. `scale` complete: one criterion whose two levels are complete and incomplete. */
export const rubricForm = v.pipe(
  v.strictObject({
    name: v.pipe(text(120), v.minLength(1, fault('rubric-nameless'))),
    scale: v.picklist(['points', 'complete']),
    criteria: v.pipe(
      v.array(criterion),
      v.minLength(1, fault('rubric-empty')),
      v.maxLength(20, fault('rubric-too-long')),
    ),
  }),
  v.check(
    ({ criteria }) => isDistinct(criteria) && criteria.every(({ levels }) => isDistinct(levels)),
    fault('rubric-ids'),
  ),
);

export type RubricForm = v.InferOutput<typeof rubricForm>;
export type Criterion = RubricForm['criteria'][number];
export type Rubric = RubricForm & { id: string };

/** What one criterion can bring. */
export function mostOf({ levels }: Criterion): number {
  return Math.max(...levels.map(({ points }) => points));
}

type Aspect = 'reads' | 'engages' | 'asks';
/** What the ready-made rubrics say: the catalogue of a language has the words. */
export type RubricWord =
  | 'complete.name'
  | 'complete.criterion'
  | `complete.${'no' | 'yes'}.${'name' | 'descriptor'}`
  | 'seminar.name'
  | `seminar.${Aspect}.${'name' | 'l1' | 'l2' | 'l3' | 'l4'}`;
type Say = (word: RubricWord) => string;

/** Plain complete or incomplete, for those who want no more of a rubric, in the words of `say`. */
export function completeRubricIn(say: Say): RubricForm {
  const level = (id: 'no' | 'yes', points: number) => ({
    id,
    name: say(`complete.${id}.name`),
    descriptor: say(`complete.${id}.descriptor`),
    points,
  });
  const levels = [level('no', 0), level('yes', 1)];
  return {
    name: say('complete.name'),
    scale: 'complete',
    criteria: [{ id: 'done', name: say('complete.criterion'), counting: 'latest', levels }],
  };
}

/** To begin with: what seminars look for, in four levels each, in the words of `say`. */
export function seminarRubricIn(say: Say): RubricForm {
  return {
    name: say('seminar.name'),
    scale: 'points',
    criteria: [
      criterionOf('reads', 'best', say),
      criterionOf('engages', 'best', say),
      criterionOf('asks', 'mean', say),
    ],
  };
}

function criterionOf(id: Aspect, counting: Counting, say: Say): Criterion {
  const levels = (['l1', 'l2', 'l3', 'l4'] as const).map((level, i) => ({
    id: level,
    name: String(i + 1),
    descriptor: say(`seminar.${id}.${level}`),
    points: i + 1,
  }));
  return { id, name: say(`seminar.${id}.name`), counting, levels };
}

function isDistinct(items: readonly { id: string }[]): boolean {
  return new Set(items.map((item) => item.id)).size === items.length;
}
