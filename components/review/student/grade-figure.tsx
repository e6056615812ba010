// A grade in a few characters: its points, what is marked so far, excused, or a dash. Never by colour alone.

import { useTranslations } from 'use-intl/react';
import type { Grade } from '#lib/model/review/grade.ts';
import css from './grade-figure.module.css';
import { usePoints } from './use-points.ts';

export function GradeFigure({ grade }: { grade: Grade | null }) {
  const t = useTranslations('review.student.figure');
  const { pointsOf } = usePoints();
  if (!grade) return <span className={css.none}>–</span>;
  const { result, soFar, unmarked, criteria } = grade;
  if (result.kind === 'excused') return <span className={css.done}>{t('excused')}</span>;
  if (result.kind === 'points') {
    return (
      <span className={css.done}>
        {pointsOf(result.points)}
        {grade.override && <span title={t('overridden')}>*</span>}
      </span>
    );
  }
  if (unmarked.length === criteria.length) return <span className={css.none}>–</span>;
  return (
    <span className={css.partly} title={t('unmarked', { count: unmarked.length })}>
      {pointsOf(soFar)}…
    </span>
  );
}
