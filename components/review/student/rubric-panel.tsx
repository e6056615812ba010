// The rubric beside the work: a row of levels for each criterion, what the marks come to and which of them count, and
// the total with what a person decided over it.

import { nameOf } from '#components/room/scene/people.ts';
import { useScene } from '#components/room/scene/scene.ts';
import type { CriterionGrade, Grade } from '#lib/model/review/grade.ts';
import type { Rubric } from '#lib/model/review/rubric.ts';
import { pointsOf } from './grade-figure.tsx';
import css from './rubric-panel.module.css';
import type { Marking, Target } from './use-marking.ts';

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
          <span>{grade.sum === null ? 'So far' : 'Total'}</span>
          <b>
            {pointsOf(grade.soFar)} / {grade.most}
          </b>
        </p>
      )}
      {grade.unmarked.length > 0 && grade.unmarked.length < grade.criteria.length && (
        <p className={css.about}>
          Not marked yet: {grade.unmarked.map(({ name }) => name).join(', ')}. Unmarked is not zero: there is
          no grade until all are.
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
  const { criterion, points, most, receipts } = grade;
  const mine = marking.mine(criterion.id, target);
  const shown = criterion.levels.find(({ id }) => id === mine?.level);
  return (
    <fieldset className={css.criterion} data-current={isCurrent} onFocus={() => onCurrent(criterion.id)}>
      <legend>
        <span>{criterion.name}</span>
        {!isPlain && (
          <span>
            {points === null ? '–' : pointsOf(points)} / {most}
          </span>
        )}
      </legend>
      <div className={css.levels}>
        {criterion.levels.map((level, i) => (
          <button
            key={level.id}
            type="button"
            title={`${level.descriptor} (${level.points} points, key ${i + 1})`}
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
        {shown?.descriptor ?? receiptLine(grade)}
        {shown && receipts.length > 1 && ` ${receiptLine(grade)}`}
      </p>
      <OthersMarks grade={grade} />
    </fieldset>
  );
}

/** A colleague's marks, so that nobody marks over what they have not seen. */
function OthersMarks({ grade: { criterion, receipts } }: { grade: CriterionGrade }) {
  const { people, me } = useScene();
  const others = receipts.filter(({ mark }) => mark.by !== me.participant);
  if (others.length === 0) return null;
  return (
    <p className={css.about}>
      {others.map(({ mark }) => {
        const level = criterion.levels.find(({ id }) => id === mark.level);
        const where = mark.of === 'whole' ? 'the whole' : 'a note';
        return (
          <span key={mark.ref} className={css.other}>
            {nameOf(people, mark.by)} gave {level?.name} on {where}.
          </span>
        );
      })}
    </p>
  );
}

const countingWords = { best: 'the best counts', latest: 'the latest counts', mean: 'averaged' } as const;

/** "2 marks, averaged" */
function receiptLine({ criterion, receipts }: CriterionGrade): string {
  if (receipts.length === 0) return 'No mark yet';
  const count = receipts.length === 1 ? '1 mark' : `${receipts.length} marks`;
  return `${count}, ${countingWords[criterion.counting]}`;
}
