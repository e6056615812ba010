// The line below the bar: the class or one student, at the deadline, at unlock or now, how far the reviewing is, and its acts.

import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import spoken from '#components/ui/spoken.module.css';
import type { PoolSave } from './live/review-pool.ts';
import css from './review-bar.module.css';
import type { When } from './use-room-work.ts';

type Props = {
  /** Leads to all groups, where this room is one of several. */
  assignmentId: string | null;
  isClass: boolean;
  onClass: () => void;
  onStudents: () => void;
  when: When;
  /** As of when there is something else to show than now; with one only there is no choice. */
  times: readonly When[];
  onWhen: (when: When) => void;
  /** Edits since the due date, of whom is looked at. */
  editsSince: number;
  areNamesHidden: boolean;
  onNames: (areHidden: boolean) => void;
  reviewed: string;
  save: PoolSave;
  children: ReactNode;
};

export function ReviewBar(props: Props) {
  const { isClass, onClass, onStudents, when, times, onWhen, editsSince, areNamesHidden, onNames } = props;
  const t = useTranslations('review.bar');
  return (
    <div className={css.bar}>
      <fieldset className={css.switch}>
        <legend className={spoken.only}>{t('shown')}</legend>
        {props.assignmentId !== null && (
          <Link href={`/assignments/${props.assignmentId}/review`}>{t('allGroups')}</Link>
        )}
        <button type="button" aria-pressed={isClass} onClick={onClass}>
          {t('class')}
        </button>
        <button type="button" aria-pressed={!isClass} onClick={onStudents}>
          {t('students')}
        </button>
      </fieldset>
      {times.length > 1 && (
        <fieldset className={css.switch}>
          <legend className={spoken.only}>{t('asOf')}</legend>
          {times.map((time) => (
            <button key={time} type="button" aria-pressed={when === time} onClick={() => onWhen(time)}>
              {time === 'now' ? t('now', { edits: editsSince }) : t(time)}
            </button>
          ))}
        </fieldset>
      )}
      <span className={css.space} />
      <SaveLine save={props.save} />
      <span className={css.reviewed}>{props.reviewed}</span>
      <label className={css.names}>
        <input type="checkbox" checked={areNamesHidden} onChange={(event) => onNames(event.target.checked)} />
        {t('hideNames')}
      </label>
      {props.children}
    </div>
  );
}

function SaveLine({ save }: { save: PoolSave }) {
  const t = useTranslations('review.bar.save');
  return (
    <span className={css.save} role="status" data-kind={save.kind}>
      {t(save.kind)}
    </span>
  );
}
