// A grade as one can work it out again: each criterion with its marks, how they count, what is missing, and the sum.

import { useTranslations } from 'use-intl/react';
import type { CriterionGrade, Grade } from '#lib/model/review/grade.ts';
import type { Rubric } from '#lib/model/review/rubric.ts';
import { type Points, usePoints } from '../student/use-points.ts';
import css from './own-work.module.css';

export function GradeReceipt({ grade, rubric }: { grade: Grade; rubric: Rubric }) {
  const t = useTranslations('review.own.grade');
  const points = usePoints();
  const { pointsOf, figureOf } = points;
  const { result, override } = grade;
  return (
    <section>
      <h2>{t('title')}</h2>
      <p className={css.grade}>{headline(grade, rubric, points, t)}</p>
      {override && (
        <p>
          {t('decided', { reason: override.reason })}{' '}
          {result.kind === 'points' &&
            grade.sum !== null &&
            t('rubricAlone', { points: pointsOf(grade.sum) })}
        </p>
      )}
      <ol className={css.criteria}>
        {grade.criteria.map((one) => (
          <li key={one.criterion.id}>
            <b dir="auto">{one.criterion.name}</b>
            <span>{one.points === null ? '–' : `${pointsOf(one.points)} / ${figureOf(one.most)}`}</span>
            <small>{formulaOf(one, points, t)}</small>
          </li>
        ))}
      </ol>
      {grade.unmarked.length > 0 && (
        <p className={css.quiet}>
          {t('unmarked', { criteria: grade.unmarked.map(({ name }) => name).join(', ') })}
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

type Said = ReturnType<typeof useTranslations<'review.own.grade'>>;

function headline(
  { result, most }: Grade,
  { scale }: Rubric,
  { pointsOf, figureOf }: Points,
  t: Said,
): string {
  if (result.kind === 'excused') return t('excused');
  if (result.kind === 'none') return t('none');
  if (scale === 'complete') return result.points > 0 ? t('complete') : t('incomplete');
  return `${pointsOf(result.points)} / ${figureOf(most)}`;
}

/** "mean of 2, 3" */
function formulaOf({ criterion, receipts }: CriterionGrade, { pointsOf }: Points, t: Said): string {
  if (receipts.length === 0) return t('noMark');
  const points = receipts.map((receipt) => pointsOf(receipt.points)).join(t('between'));
  return receipts.length === 1 ? t('oneMark', { points }) : t(criterion.counting, { points });
}
