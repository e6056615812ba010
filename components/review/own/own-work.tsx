'use client';
// A student's own page: their work as it is recorded, and, once released, their marks in place, how the grade is made
// and what is missing. Nothing about others beyond the threads that anyone in the room sees.

import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl/react';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { useScene } from '#components/room/scene/scene.ts';
import { LinkButton } from '#components/ui/form/button.tsx';
import { EmptyState } from '#components/ui/page/empty-state.tsx';
import { gradeOf, marksIn } from '#lib/model/review/grade.ts';
import type { OwnWorkData } from '../review-data.ts';
import { Stamps, Words } from '../student/stamps.tsx';
import { lineOf } from '../student/student-list.tsx';
import { wordsIn } from '../student/use-marking.ts';
import { useStudentText } from '../student/use-student-text.ts';
import { useTimeOf, WorkNote } from '../student/work-note.tsx';
import { WorkText } from '../student/work-text.tsx';
import { useRoomWork } from '../use-room-work.ts';
import { GradeReceipt } from './grade-receipt.tsx';
import css from './own-work.module.css';

const neverLocked = () => null;

export function OwnWork({ data }: { data: OwnWorkData }) {
  const t = useTranslations('review.own');
  const line = useTranslations('review.student.line');
  const timeOf = useTimeOf();
  const { info, state } = useOpenRoom();
  const { me } = useScene();
  const { settings, past, accepted, releasedAt, records, override } = data;
  const { rubric, due, analytics } = settings;
  const students = useMemo(() => [me.participant], [me.participant]);
  const dueOf = useCallback(() => due, [due]);
  const looked = useRoomWork({ students, dueOf, past, accepted, sightOf: neverLocked, when: 'now' });
  const text = useStudentText(looked.work, me.participant);
  const marks = useMemo(() => marksIn(records), [records]);
  const words = useMemo(() => wordsIn(records, me.participant), [records, me.participant]);
  const grade = rubric && releasedAt !== null ? gradeOf(rubric, marks, override ?? undefined) : null;
  const [row] = looked.rows;
  const isChanged = (ref: string) => looked.editedBy.get(me.participant)?.has(ref as never) ?? false;
  return (
    <div className={css.own}>
      <main className={css.work} aria-label={t('work')}>
        {text.notes.length === 0 && (
          <div className={css.silent}>
            <EmptyState
              title={t('silent.title')}
              action={<LinkButton href={`/rooms/${info.room.id}`}>{t('silent.act')}</LinkButton>}
            >
              {t('silent.text')}
            </EmptyState>
          </div>
        )}
        <WorkText
          text={text}
          selected={null}
          renderNote={(said) => {
            const { ref } = said.entry;
            return (
              <WorkNote key={ref} said={said} timing={looked.timingOf(said.entry)}>
                {isChanged(ref) && (
                  <p className={css.quiet}>
                    {t('edited', {
                      at: timeOf(state.entries.get(ref)?.acceptedAt ?? said.entry.value.at),
                    })}
                  </p>
                )}
                {rubric && <Stamps marks={marks.filter(({ of }) => of === ref)} rubric={rubric} />}
                <Words words={words.filter(({ entry }) => entry.value.of === ref)} />
              </WorkNote>
            );
          }}
        />
      </main>
      <aside className={css.side} aria-label={t('marks')}>
        {grade && rubric ? (
          <>
            <GradeReceipt grade={grade} rubric={rubric} />
            <Stamps marks={marks.filter(({ of }) => of === 'whole')} rubric={rubric} />
          </>
        ) : (
          <section>
            <h2>{t('marks')}</h2>
            <p className={css.quiet}>{releasedAt === null ? t('notReleased') : t('noRubric')}</p>
          </section>
        )}
        <Words words={words.filter(({ entry }) => entry.value.of === 'whole')} />
        <section>
          <h2>{t('recorded.title')}</h2>
          {row && analytics !== 'none' ? (
            <p>
              {t('recorded.counts', {
                line: lineOf(row, line),
                questions: row.questions,
                passages: row.passages,
              })}
            </p>
          ) : (
            <p>{t('recorded.noCounts')}</p>
          )}
          <p className={css.quiet}>{t('recorded.kept')}</p>
          {due.notes && <p>{t('recorded.notesDue', { at: timeOf(due.notes) })}</p>}
          {due.replies && <p>{t('recorded.repliesDue', { at: timeOf(due.replies) })}</p>}
        </section>
      </aside>
    </div>
  );
}
