'use client';
// The students of an assignment with their room and their own dates, and giving one of them later ones.

import { useRouter } from 'next/navigation';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button, LinkButton } from '#components/ui/form/button.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { FormStack } from '#components/ui/form/form-stack.tsx';
import { anything, send } from '#components/ui/form/request.ts';
import { Dialog, DialogActions } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import { EmptyState } from '#components/ui/page/empty-state.tsx';
import { foundIn } from '#components/ui/page/found.ts';
import { ShowMore, useShown } from '#components/ui/page/show-more.tsx';
import spoken from '#components/ui/spoken.module.css';
import { type Dates, fromLocal, toLocal } from '#lib/model/classes/assignment.ts';
import css from './classes.module.css';

export type Student = {
  seatId: string;
  name: string;
  hasJoined: boolean;
  roomId: string;
  extension: Dates | null;
};

type Props = {
  id: string;
  spaceId: string;
  students: readonly Student[];
  roomTitles: ReadonlyMap<string, string>;
  dates: Dates;
  timeZone: string;
};

const pageSize = 100;
/** With fewer the eye is faster than a search box. */
const searchFrom = 12;

export function StudentList({ id, spaceId, students, roomTitles, dates, timeZone }: Props) {
  const t = useTranslations('classes.students');
  const [extending, setExtending] = useState<Student | null>(null);
  const [typed, setTyped] = useState('');
  const page = useShown<HTMLTableSectionElement>(pageSize);
  const found = useMemo(
    () => foundIn(students, typed, ({ name, roomId }) => `${name} ${roomTitles.get(roomId) ?? ''}`),
    [students, roomTitles, typed],
  );
  const find = (words: string) => {
    setTyped(words);
    page.restart();
  };
  if (students.length === 0) {
    return (
      <EmptyState
        title={t('none')}
        action={<LinkButton href={`/spaces/${spaceId}/roster`}>{t('toRoster')}</LinkButton>}
      >
        {t('whenSome')}
      </EmptyState>
    );
  }
  return (
    <div className={css.stack}>
      {students.length >= searchFrom && (
        <Field label={t('find')} type="search" value={typed} onChange={find} autoComplete="off" />
      )}
      <p className={typed ? css.quiet : spoken.only} role="status">
        {typed && t('found', { found: found.length, all: students.length })}
      </p>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('discussion')}</th>
            <th scope="col">{t('dates')}</th>
            <th scope="col" aria-label={t('change')} />
          </tr>
        </thead>
        <tbody ref={page.list}>
          {found.slice(0, page.shown).map((student) => (
            <tr key={student.seatId}>
              <td>
                <span className={css.name}>
                  <b dir="auto">{student.name}</b>
                  {!student.hasJoined && <span className={css.quiet}>{t('expected')}</span>}
                </span>
              </td>
              <td data-label={t('discussion')} dir="auto">
                {roomTitles.get(student.roomId)}
              </td>
              <td data-label={t('dates')} data-empty={student.extension === null}>
                {student.extension && t('ownDates')}
              </td>
              <td>
                <Button
                  look="quiet"
                  aria-label={t('extendOne', { name: student.name })}
                  onPress={() => setExtending(student)}
                >
                  {t('extend')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ShowMore of={found.length} page={page} />
      {extending && (
        <ExtendDialog
          key={extending.seatId}
          id={id}
          student={extending}
          dates={dates}
          timeZone={timeZone}
          onClose={() => setExtending(null)}
        />
      )}
    </div>
  );
}

const dateNames = ['notesDueAt', 'repliesDueAt', 'closesAt'] as const;

function ExtendDialog({
  id,
  student,
  dates,
  timeZone,
  onClose,
}: Omit<Props, 'spaceId' | 'students' | 'roomTitles'> & { student: Student; onClose: () => void }) {
  const t = useTranslations('classes.students');
  const label = useTranslations('classes.dates');
  const router = useRouter();
  // Only what the assignment dates can be made later.
  const names = dateNames.filter((name) => dates[name] !== null);
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries(
      names.map((name) => [name, toLocal(student.extension?.[name] ?? dates[name] ?? '', timeZone)]),
    ),
  );
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const give = async (given: Dates | null) => {
    setBusy(true);
    const body = { seatId: student.seatId, dates: given };
    const answer = await send(`/assignments/${id}/extensions`, anything, { body });
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem.message);
    if (!answer.ok) return;
    router.refresh();
    onClose();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const at = (name: keyof Dates) => (typed[name] ? fromLocal(typed[name], timeZone) : null);
    void give({ notesDueAt: at('notesDueAt'), repliesDueAt: at('repliesDueAt'), closesAt: at('closesAt') });
  };
  return (
    <Dialog title={t('laterFor', { name: student.name })} isOpen onClose={onClose}>
      <form onSubmit={onSubmit} noValidate>
        <FormStack>
          {problem && <Notice tone="problem">{problem}</Notice>}
          <p className={css.quiet}>
            {names.length > 0 ? t('whoIsTold', { zone: timeZone.replace(/_/g, ' ') }) : t('noDates')}
          </p>
          {names.map((name) => (
            <Field
              key={name}
              label={label(name)}
              type="datetime-local"
              value={typed[name] ?? ''}
              onChange={(value) => setTyped((before) => ({ ...before, [name]: value }))}
            />
          ))}
          <DialogActions>
            {student.extension && <Button onPress={() => give(null)}>{t('takeBack')}</Button>}
            {names.length > 0 && (
              <Button type="submit" look="primary" isPending={isBusy}>
                {t('extend')}
              </Button>
            )}
          </DialogActions>
        </FormStack>
      </form>
    </Dialog>
  );
}
