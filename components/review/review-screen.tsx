'use client';
// The review of a room's work, for its instructors: the class at a look or one student in place, by the same records
// that the room shows. What is looked at stands in the address.

import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl/react';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { nameOf } from '#components/room/scene/people.ts';
import { SceneContext, useScene } from '#components/room/scene/scene.ts';
import type { ParticipantId, Ref } from '#lib/model/record.ts';
import { type Grade, gradeOf, marksIn } from '#lib/model/review/grade.ts';
import type { Measure } from '#lib/model/review/matrix.ts';
import { isAsking, isReply, type Said } from '#lib/model/review/room-work.ts';
import { ClassBoard } from './class/class-board.tsx';
import { useReviewPool } from './live/use-review-pool.ts';
import { byName, withoutNames } from './names.ts';
import { ExportDialog } from './out/export-dialog.tsx';
import { ReleaseDialog } from './out/release-dialog.tsx';
import { ReviewBar } from './review-bar.tsx';
import type { ReviewData } from './review-data.ts';
import { SettingsDialog } from './setup/settings-dialog.tsx';
import { StudentDesk } from './student/student-desk.tsx';
import { useDecisions } from './use-decisions.ts';
import { useRoomWork, type When } from './use-room-work.ts';

export function ReviewScreen({ data }: { data: ReviewData }) {
  const { info } = useOpenRoom();
  const scene = useScene();
  const params = useSearchParams();
  const t = useTranslations('review');
  const locale = useLocale();
  const decisions = useDecisions(info.room.id, data);
  const { pool, version } = useReviewPool(info.room.id, scene.me.participant, data.records);
  const { due, rubric, analytics } = decisions.settings;
  const hasDue = due.notes !== null || due.replies !== null;
  const [chosen, setWhen] = useState<When | null>(null);
  const [areNamesHidden, setNamesHidden] = useState(false);
  const times = useMemo(
    (): When[] => [
      ...(hasDue ? ['due' as const] : []),
      ...(data.sighted.length > 0 ? ['unlock' as const] : []),
      'now',
    ],
    [hasDue, data.sighted],
  );
  const when = chosen !== null && times.includes(chosen) ? chosen : hasDue ? 'due' : 'now';

  const ids = useMemo(
    () =>
      [...scene.people.values()]
        .filter(({ id, role, removed }) => role === 'member' && !removed && !data.outside.includes(id))
        .map(({ id }) => id),
    [scene.people, data.outside],
  );
  const people = useMemo(
    () =>
      areNamesHidden ? withoutNames(scene.people, ids, (number) => t('numbered', { number })) : scene.people,
    [areNamesHidden, scene.people, ids, t],
  );
  const students = useMemo(() => byName(people, ids, locale), [people, ids, locale]);
  const { past } = data;
  const dueOf = useMemo(() => {
    const own = new Map(data.extensions);
    return (id: ParticipantId) => own.get(id) ?? due;
  }, [data.extensions, due]);
  const sightOf = useMemo(() => {
    const sighted = new Map(data.sighted);
    return (id: ParticipantId) => sighted.get(id) ?? null;
  }, [data.sighted]);
  const looked = useRoomWork({ students, dueOf, past, accepted: decisions.accepted, sightOf, when });
  const grades = useMemo(() => {
    const found = new Map<ParticipantId, Grade>();
    if (!rubric || version < 0) return found;
    const overrides = new Map(decisions.overrides.map((one) => [one.participant, one]));
    for (const id of students) {
      found.set(id, gradeOf(rubric, marksIn(pool.entriesOf(id).values()), overrides.get(id)));
    }
    return found;
  }, [rubric, version, decisions.overrides, students, pool]);
  const gradeFor = useCallback((id: ParticipantId) => grades.get(id) ?? null, [grades]);
  const done = [...grades.values()].filter(({ result }) => result.kind !== 'none').length;

  const asked = params.get('student');
  const student = asked !== null && students.includes(asked) ? asked : null;
  const note = params.get('note') as Ref | null;
  const open = useCallback(
    (id: ParticipantId | null, ref?: Ref) => {
      const query = new URLSearchParams({ ...(id && { student: id }), ...(ref && { note: ref }) });
      const address = `/rooms/${info.room.id}/review${query.size > 0 ? `?${query}` : ''}`;
      // From student to student no step back for each: back leads to the class.
      if (id && location.search) history.replaceState(null, '', address);
      else history.pushState(null, '', address);
    },
    [info.room.id],
  );
  const drill = (id: ParticipantId, measure: Measure) => {
    const own = looked.work.byAuthor.get(id) ?? [];
    open(id, own.find((said) => counts(said, measure, looked.timingOf(said.entry)))?.entry.ref);
  };
  const edits = student ? (looked.editedBy.get(student)?.size ?? 0) : sizeOf(looked.editedBy.values());
  return (
    <SceneContext value={useMemo(() => ({ ...scene, people }), [scene, people])}>
      <ReviewBar
        assignmentId={data.assignmentId}
        isClass={student === null}
        onClass={() => open(null)}
        onStudents={() => students[0] && open(students[0])}
        when={when}
        times={times}
        onWhen={setWhen}
        editsSince={edits}
        areNamesHidden={areNamesHidden}
        onNames={setNamesHidden}
        reviewed={t('bar.reviewed', { done, all: students.length })}
        save={pool.save()}
      >
        <SettingsDialog
          room={info.room.id}
          decisions={decisions}
          rubrics={data.rubrics}
          mayAssign={data.mayAssign}
        />
        <ExportDialog room={info.room.id} student={student} hasRubric={rubric !== null} />
        <ReleaseDialog
          decisions={decisions}
          students={students}
          grades={grades}
          nameOf={(id) => nameOf(people, id)}
        />
      </ReviewBar>
      {student === null ? (
        <ClassBoard analytics={analytics} looked={looked} gradeOf={gradeFor} onOpen={open} onDrill={drill} />
      ) : (
        <StudentDesk
          student={student}
          note={note}
          rows={looked.rows}
          looked={looked}
          sightedAt={when === 'unlock' ? sightOf(student) : undefined}
          pool={pool}
          version={version}
          decisions={decisions}
          gradeOf={gradeFor}
          onOpen={open}
        />
      )}
    </SceneContext>
  );
}

/** Is this one of those that a number in the matrix counts? */
function counts(said: Said, measure: Measure, timing: string): boolean {
  switch (measure) {
    case 'questions':
      return isAsking(said);
    case 'replies':
    case 'repliedTo':
      return isReply(said);
    case 'passages':
      return said.range !== null;
    case 'late':
      return timing === 'late';
    case 'notes':
      return !isReply(said);
  }
}

function sizeOf(sets: Iterable<ReadonlySet<Ref>>): number {
  return [...sets].reduce((sum, { size }) => sum + size, 0);
}
