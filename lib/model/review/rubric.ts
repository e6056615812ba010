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

/** Plain complete or incomplete, for those who want no more of a rubric. */
export const completeRubric: RubricForm = {
  name: 'Complete or incomplete',
  scale: 'complete',
  criteria: [
    {
      id: 'done',
      name: 'Complete',
      counting: 'latest',
      levels: [
        { id: 'no', name: 'Incomplete', descriptor: 'Something that was asked for is missing.', points: 0 },
        { id: 'yes', name: 'Complete', descriptor: 'Everything that was asked for is there.', points: 1 },
      ],
    },
  ],
};

/** To begin with: what seminars look for, in four levels each. */
export const seminarRubric: RubricForm = {
  name: 'Seminar notes',
  scale: 'points',
  criteria: [
    criterionOf('reads', 'Reads closely', 'best', [
      'Speaks about the text in general',
      'Points at the passage',
      'Says what the words do',
      'Shows what hangs on these very words',
    ]),
    criterionOf('engages', 'Engages others', 'best', [
      'Says yes or no',
      'Takes up what was said',
      'Answers the reason, not the person',
      'Moves the other’s argument on',
    ]),
    criterionOf('asks', 'Asks a real question', 'mean', [
      'Asks what the text says',
      'Asks what it means',
      'Asks what would have to be true',
      'Asks what nobody here can answer yet',
    ]),
  ],
};

function criterionOf(
  id: string,
  name: string,
  counting: Counting,
  descriptors: readonly string[],
): Criterion {
  const levels = descriptors.map((descriptor, i) => ({
    id: `l${i + 1}`,
    name: String(i + 1),
    descriptor,
    points: i + 1,
  }));
  return { id, name, counting, levels };
}

function isDistinct(items: readonly { id: string }[]): boolean {
  return new Set(items.map((item) => item.id)).size === items.length;
}
