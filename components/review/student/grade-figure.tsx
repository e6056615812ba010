// A grade in a few characters: its points, what is marked so far, excused, or a dash. Never by colour alone.

import type { Grade } from '#lib/model/review/grade.ts';
import css from './grade-figure.module.css';

export function GradeFigure({ grade }: { grade: Grade | null }) {
  if (!grade) return <span className={css.none}>–</span>;
  const { result, soFar, unmarked, criteria } = grade;
  if (result.kind === 'excused') return <span className={css.done}>excused</span>;
  if (result.kind === 'points') {
    return (
      <span className={css.done}>
        {pointsOf(result.points)}
        {grade.override && <span title="Overridden">*</span>}
      </span>
    );
  }
  if (unmarked.length === criteria.length) return <span className={css.none}>–</span>;
  return (
    <span className={css.partly} title={`${unmarked.length} criteria are not marked yet`}>
      {pointsOf(soFar)}…
    </span>
  );
}

/** Points as they are written: whole ones with one place, so that columns line up. */
export function pointsOf(points: number): string {
  return Number.isInteger(points * 10) ? points.toFixed(1) : points.toFixed(2);
}
