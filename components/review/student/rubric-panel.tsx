// The rubric beside the work: a row of levels for each criterion, what the marks come to and which of them count, and
// the total with what a person decided over it.

import { useTranslations } from 'use-intl/react';
import { nameOf } from '#components/room/scene/people.ts';
import { useScene } from '#components/room/scene/scene.ts';
import type { CriterionGrade, Grade } from '#lib/model/review/grade.ts';
import type { Rubric } from '#lib/model/review/rubric.ts';
import css from './rubric-panel.module.css';
import type { Marking, Target } from './use-marking.ts';
import { usePoints } from './use-points.ts';

type Props = {
  rubric: Rubric;
  grade: Grade;
  marking: Marking;
  /** What a press marks: the note that is selected, or the whole. */
  target: Target;
  /** The criterion that the number keys mark. */
  current: string;
  onCurrent: (criterion: string) => void;
};

export function RubricPanel({ rubric, grade, marking, target, current, onCurrent }: Props) {
  const t = useTranslations('review.student.panel');
  const { pointsOf, figureOf } = usePoints();
  return (
    <div className={css.rubric}>
      {grade.criteria.map((one) => (
        <CriterionRow
          key={one.criterion.id}
          grade={one}
          marking={marking}
          target={target}
          isCurrent={current === one.criterion.id}
          isPlain={rubric.scale === 'complete'}
          onCurrent={onCurrent}
        />
      ))}
      {rubric.scale === 'points' && (
        <p className={css.sum}>
          <span>{grade.sum === null ? t('soFar') : t('total')}</span>
          <b>
            {pointsOf(grade.soFar)} / {figureOf(grade.most)}
          </b>
        </p>
      )}
      {grade.unmarked.length > 0 && grade.unmarked.length < grade.criteria.length && (
        <p className={css.about}>
          {t('unmarked', { criteria: grade.unmarked.map(({ name }) => name).join(', ') })}
        </p>
      )}
    </div>
  );
}

function CriterionRow({
  grade,
  marking,
  target,
  isCurrent,
  isPlain,
  onCurrent,
}: {
  grade: CriterionGrade;
  marking: Marking;
  target: Target;
  isCurrent: boolean;
  isPlain: boolean;
  onCurrent: (criterion: string) => void;
}) {
  const t = useTranslations('review.student.panel');
  const { pointsOf, figureOf } = usePoints();
  const { criterion, points, most, receipts } = grade;
  const mine = marking.mine(criterion.id, target);
  const shown = criterion.levels.find(({ id }) => id === mine?.level);
  return (
    <fieldset className={css.criterion} data-current={isCurrent} onFocus={() => onCurrent(criterion.id)}>
      <legend>
        <span>{criterion.name}</span>
        {!isPlain && (
          <span>
            {points === null ? '–' : pointsOf(points)} / {figureOf(most)}
          </span>
        )}
      </legend>
      <div className={css.levels}>
        {criterion.levels.map((level, i) => (
          <button
            key={level.id}
            type="button"
            title={t('level', {
              descriptor: level.descriptor,
              points: figureOf(level.points),
              key: i + 1,
            })}
            aria-label={`${criterion.name}: ${level.name}. ${level.descriptor}`}
            aria-pressed={mine?.level === level.id}
            onClick={() => {
              onCurrent(criterion.id);
              marking.mark(criterion.id, level.id, target);
            }}
          >
            {level.name}
          </button>
        ))}
      </div>
      <p className={css.about}>
        {shown?.descriptor ?? receiptLine(grade, t)}
        {shown && receipts.length > 1 && ` ${receiptLine(grade, t)}`}
      </p>
      <OthersMarks grade={grade} />
    </fieldset>
  );
}

/** A colleague's marks, so that nobody marks over what they have not seen. */
function OthersMarks({ grade: { criterion, receipts } }: { grade: CriterionGrade }) {
  const { people, me } = useScene();
  const t = useTranslations('review.student.panel');
  const others = receipts.filter(({ mark }) => mark.by !== me.participant);
  if (others.length === 0) return null;
  return (
    <p className={css.about}>
      {others.map(({ mark }) => {
        const level = criterion.levels.find(({ id }) => id === mark.level);
        return (
          <span key={mark.ref} className={css.other}>
            {t('gave', {
              name: nameOf(people, mark.by),
              level: level?.name ?? '',
              target: mark.of === 'whole' ? 'whole' : 'note',
            })}
          </span>
        );
      })}
    </p>
  );
}

/** "2 marks, averaged" */
function receiptLine(
  { criterion, receipts }: CriterionGrade,
  t: ReturnType<typeof useTranslations<'review.student.panel'>>,
): string {
  return receipts.length === 0 ? t('none') : t(criterion.counting, { count: receipts.length });
}
