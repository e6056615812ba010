// A grade as one can work it out again: each criterion with its marks, how they count, what is missing, and the sum.

import type { CriterionGrade, Grade } from '#lib/model/review/grade.ts';
import type { Rubric } from '#lib/model/review/rubric.ts';
import { pointsOf } from '../student/grade-figure.tsx';
import css from './own-work.module.css';

export function GradeReceipt({ grade, rubric }: { grade: Grade; rubric: Rubric }) {
  const { result, override } = grade;
  return (
    <section>
      <h2>Your grade</h2>
      <p className={css.grade}>{headline(grade, rubric)}</p>
      {override && (
        <p>
          Decided by your instructor: {override.reason}{' '}
          {result.kind === 'points' && grade.sum !== null && `The rubric alone says ${pointsOf(grade.sum)}.`}
        </p>
      )}
      <ol className={css.criteria}>
        {grade.criteria.map((one) => (
          <li key={one.criterion.id}>
            <b dir="auto">{one.criterion.name}</b>
            <span>{one.points === null ? '–' : `${pointsOf(one.points)} / ${one.most}`}</span>
            <small>{formulaOf(one)}</small>
          </li>
        ))}
      </ol>
      {grade.unmarked.length > 0 && (
        <p className={css.quiet}>
          Not marked yet: {grade.unmarked.map(({ name }) => name).join(', ')}. Unmarked is not zero.
        </p>
      )}
      {rubric.scale === 'points' && grade.sum !== null && (
        <p className={css.quiet}>
          {grade.criteria.map(({ points }) => pointsOf(points ?? 0)).join(' + ')} = {pointsOf(grade.sum)}
        </p>
      )}
    </section>
  );
}

function headline({ result, most }: Grade, { scale }: Rubric): string {
  if (result.kind === 'excused') return 'Excused';
  if (result.kind === 'none') return 'Not complete yet';
  if (scale === 'complete') return result.points > 0 ? 'Complete' : 'Incomplete';
  return `${pointsOf(result.points)} / ${most}`;
}

const countingWords = { best: 'best of', latest: 'latest of', mean: 'mean of' } as const;

/** "mean of 2, 3" */
function formulaOf({ criterion, receipts }: CriterionGrade): string {
  if (receipts.length === 0) return 'no mark yet';
  const points = receipts.map((receipt) => pointsOf(receipt.points)).join(', ');
  return receipts.length === 1 ? `one mark: ${points}` : `${countingWords[criterion.counting]} ${points}`;
}
