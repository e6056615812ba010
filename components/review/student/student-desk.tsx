// One student in place: the students on one side, the text with their notes in the middle, the rubric on the other side.
// All of it by key: students, notes, criteria, levels, a private word.

import { useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { nameOf } from '#components/room/scene/people.ts';
import { useScene } from '#components/room/scene/scene.ts';
import { Button } from '#components/ui/form/button.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import { isPoint, type ParticipantId, type Ref } from '#lib/model/record.ts';
import { type Grade, gradeOf as gradeFrom } from '#lib/model/review/grade.ts';
import type { MatrixRow } from '#lib/model/review/matrix.ts';
import type { ReviewPool } from '../live/review-pool.ts';
import type { Decisions } from '../use-decisions.ts';
import type { Looked } from '../use-room-work.ts';
import { KeyLegend } from './key-legend.tsx';
import { OverrideButton } from './override-form.tsx';
import { PrivateWord, privateWordId } from './private-word.tsx';
import { RubricPanel } from './rubric-panel.tsx';
import { Stamps, Words } from './stamps.tsx';
import css from './student-desk.module.css';
import { StudentList } from './student-list.tsx';
import { useGradingKeys } from './use-grading-keys.ts';
import { useMarking } from './use-marking.ts';
import { useStudentText } from './use-student-text.ts';
import { useTimeOf, WorkNote } from './work-note.tsx';
import { WorkText } from './work-text.tsx';

type Props = {
  student: ParticipantId;
  /** The note that was drilled to; null for the first. */
  note: Ref | null;
  rows: readonly MatrixRow[];
  looked: Looked;
  /** Where the work is shown as it was at unlock: when that was, null before it; else undefined. */
  sightedAt: string | null | undefined;
  pool: ReviewPool;
  version: number;
  decisions: Decisions;
  gradeOf: (participant: ParticipantId) => Grade | null;
  onOpen: (participant: ParticipantId) => void;
};

export function StudentDesk(props: Props) {
  const { student, note, rows, looked, pool, version, decisions, gradeOf, onOpen } = props;
  const { state } = useOpenRoom();
  const { people } = useScene();
  const t = useTranslations('review.student');
  const timeOf = useTimeOf();
  const { rubric, analytics } = decisions.settings;
  const text = useStudentText(looked.work, student);
  const marking = useMarking(pool, version, student);
  const [selected, setSelected] = useState<Ref | null>(note);
  const [criterion, setCriterion] = useState(rubric?.criteria[0]?.id ?? '');
  // Another student, or another note drilled to: what was selected belongs to the last one. The text stays.
  const [shown, setShown] = useState({ student, note });
  if (shown.student !== student || shown.note !== note) {
    setShown({ student, note });
    setSelected(note);
    setCriterion(rubric?.criteria[0]?.id ?? '');
  }
  useEffect(() => pool.look(student), [pool, student]);

  const target = selected ?? 'whole';
  const override = decisions.overrides.find(({ participant }) => participant === student) ?? null;
  const grade = useMemo(
    () => rubric && gradeFrom(rubric, marking.marks, override ?? undefined),
    [rubric, marking.marks, override],
  );
  const name = nameOf(people, student);
  const step = <T,>(items: readonly T[], at: number, by: number): T | undefined =>
    items[Math.max(0, Math.min(items.length - 1, at < 0 ? (by > 0 ? 0 : items.length - 1) : at + by))];

  useGradingKeys({
    student(by) {
      const next = step(
        rows,
        rows.findIndex((row) => row.participant === student),
        by,
      );
      if (next && next.participant !== student) onOpen(next.participant);
    },
    note(by) {
      const at = text.notes.findIndex(({ entry }) => entry.ref === selected);
      const next = step(text.notes, at, by);
      if (next) setSelected(next.entry.ref);
    },
    whole: () => setSelected(null),
    criterion(by) {
      const all = rubric?.criteria ?? [];
      const next = all[(all.findIndex(({ id }) => id === criterion) + by + all.length) % all.length];
      if (next) setCriterion(next.id);
    },
    level(index) {
      const all = rubric?.criteria ?? [];
      const at = all.findIndex(({ id }) => id === criterion);
      const level = all[at]?.levels[index];
      if (!level) return;
      marking.mark(criterion, level.id, target);
      const next = all[at + 1];
      if (next) setCriterion(next.id);
    },
    word: () => document.getElementById(privateWordId)?.focus(),
  });

  const isReleased = decisions.released.some(([id]) => id === student);
  const release = async () => {
    const problem = await decisions.release([student], !isReleased);
    showToast(problem ?? (isReleased ? t('withdrawn', { name }) : t('released', { name })));
  };
  const kind = selected === null ? 'whole' : 'note';
  return (
    <div className={css.desk}>
      <aside className={css.students} aria-label={t('students')}>
        <StudentList
          rows={rows}
          current={student}
          nameOf={(id) => nameOf(people, id)}
          gradeOf={(id) => (id === student ? grade : gradeOf(id))}
          isReleased={(id) => decisions.released.some(([one]) => one === id)}
          showsCounts={analytics !== 'none'}
          onOpen={onOpen}
        />
      </aside>
      <main className={css.work} aria-label={t('work', { name })}>
        <div className={css.who}>
          <h2 dir="auto">{name}</h2>
          <KeyLegend />
        </div>
        {props.sightedAt !== undefined && (
          <p className={css.quiet}>
            {props.sightedAt === null
              ? t('sight.none', { name })
              : t('sight.before', { name, at: timeOf(props.sightedAt) })}
          </p>
        )}
        {text.notes.length === 0 && <p className={css.quiet}>{t('silent', { name })}</p>}
        <WorkText
          text={text}
          selected={selected}
          renderNote={(said) => {
            const { ref } = said.entry;
            const now = state.entries.get(ref);
            const isChanged = now && isPoint(now) && now.acceptedAt !== said.entry.acceptedAt;
            return (
              <WorkNote
                key={ref}
                said={said}
                timing={looked.timingOf(said.entry)}
                since={isChanged ? now : undefined}
                isSelected={ref === selected}
                showsThread={ref === note}
                onSelect={() => setSelected(ref)}
                onAccept={(isAccepted) => void decisions.accept(ref, isAccepted)}
              >
                {rubric && <Stamps marks={marking.marks.filter(({ of }) => of === ref)} rubric={rubric} />}
                <Words
                  words={marking.words.filter(({ entry }) => entry.value.of === ref)}
                  onTakeBack={marking.takeBack}
                />
              </WorkNote>
            );
          }}
        />
      </main>
      <aside className={css.rubric} aria-label={t('rubric')}>
        <div className={css.target}>
          <span>{t.rich('marking', { target: kind, b: (words) => <b>{words}</b> })}</span>
          {selected !== null && (
            <Button look="quiet" onPress={() => setSelected(null)}>
              {t('markWhole')}
            </Button>
          )}
        </div>
        {rubric && grade ? (
          <>
            <RubricPanel
              rubric={rubric}
              grade={grade}
              marking={marking}
              target={target}
              current={criterion}
              onCurrent={setCriterion}
            />
            <OverrideButton
              key={student}
              participant={student}
              override={override}
              most={grade.most}
              onDecide={decisions.override}
            />
          </>
        ) : (
          <p className={css.quiet}>{t('noRubric')}</p>
        )}
        {rubric && <Stamps marks={marking.marks.filter(({ of }) => of === 'whole')} rubric={rubric} />}
        <Words
          words={marking.words.filter(({ entry }) => entry.value.of === 'whole')}
          onTakeBack={marking.takeBack}
        />
        <PrivateWord
          key={`word ${student}`}
          name={name}
          target={kind}
          comments={decisions.comments}
          onSay={(body) => marking.say(target, body)}
          onKeep={decisions.keepComment}
          onDrop={decisions.dropComment}
        />
        <Button onPress={release}>{isReleased ? t('withdraw', { name }) : t('release', { name })}</Button>
      </aside>
    </div>
  );
}
