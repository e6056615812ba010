'use client';
// A student's own page: their work as it is recorded, and, once released, their marks in place, how the grade is made
// and what is missing. Nothing about others beyond the threads that anyone in the room sees.

import { useCallback, useMemo } from 'react';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { useScene } from '#components/room/scene/scene.ts';
import { gradeOf, marksIn } from '#lib/model/review/grade.ts';
import type { OwnWorkData } from '../review-data.ts';
import { Stamps, Words } from '../student/stamps.tsx';
import { lineOf } from '../student/student-list.tsx';
import { wordsIn } from '../student/use-marking.ts';
import { useStudentText } from '../student/use-student-text.ts';
import { timeOf, WorkNote } from '../student/work-note.tsx';
import { WorkText } from '../student/work-text.tsx';
import { useRoomWork } from '../use-room-work.ts';
import { GradeReceipt } from './grade-receipt.tsx';
import css from './own-work.module.css';

const neverLocked = () => null;

export function OwnWork({ data }: { data: OwnWorkData }) {
  const { state } = useOpenRoom();
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
      <main className={css.work} aria-label="Your work">
        {text.notes.length === 0 && (
          <p className={css.quiet}>You have said nothing here yet. Select words in the text to begin.</p>
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
                    Edited {timeOf(state.entries.get(ref)?.acceptedAt ?? said.entry.value.at)}, after it was
                    due: instructors see both.
                  </p>
                )}
                {rubric && <Stamps marks={marks.filter(({ of }) => of === ref)} rubric={rubric} />}
                <Words words={words.filter(({ entry }) => entry.value.of === ref)} />
              </WorkNote>
            );
          }}
        />
      </main>
      <aside className={css.side} aria-label="Your marks">
        {grade && rubric ? (
          <>
            <GradeReceipt grade={grade} rubric={rubric} />
            <Stamps marks={marks.filter(({ of }) => of === 'whole')} rubric={rubric} />
          </>
        ) : (
          <section>
            <h2>Your marks</h2>
            <p className={css.quiet}>
              {releasedAt === null
                ? 'Nothing is released to you yet. Once your instructor releases it, your marks stand here and in the text.'
                : 'There is no rubric here. What your instructor wrote to you stands below and in the text.'}
            </p>
          </section>
        )}
        <Words words={words.filter(({ entry }) => entry.value.of === 'whole')} />
        <section>
          <h2>What is recorded</h2>
          {row && analytics !== 'none' ? (
            <p>
              Your instructors see: {lineOf(row)}; {row.questions} that ask; {row.passages} different
              passages.
            </p>
          ) : (
            <p>Your instructors see your work itself, and no counts of it.</p>
          )}
          <p className={css.quiet}>
            With each note the server keeps when it was received and every wording it had. Nobody records how
            long you read. Counts never become a grade.
          </p>
          {due.notes && <p>Notes were due {timeOf(due.notes)}.</p>}
          {due.replies && <p>Replies were due {timeOf(due.replies)}.</p>}
        </section>
      </aside>
    </div>
  );
}
