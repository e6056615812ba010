// The line below the bar: the class or one student, at the deadline, at unlock or now, how far the reviewing is, and its acts.

import Link from 'next/link';
import type { ReactNode } from 'react';
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
  const edits = editsSince === 0 ? '' : ` · ${editsSince} ${editsSince === 1 ? 'edit' : 'edits'} since`;
  return (
    <div className={css.bar}>
      <fieldset className={css.switch}>
        <legend className={spoken.only}>What is shown</legend>
        {props.assignmentId !== null && (
          <Link href={`/assignments/${props.assignmentId}/review`}>All groups</Link>
        )}
        <button type="button" aria-pressed={isClass} onClick={onClass}>
          Class
        </button>
        <button type="button" aria-pressed={!isClass} onClick={onStudents}>
          One by one
        </button>
      </fieldset>
      {times.length > 1 && (
        <fieldset className={css.switch}>
          <legend className={spoken.only}>As of when</legend>
          {times.map((time) => (
            <button key={time} type="button" aria-pressed={when === time} onClick={() => onWhen(time)}>
              {timeWords[time]}
              {time === 'now' && edits}
            </button>
          ))}
        </fieldset>
      )}
      <span className={css.space} />
      <SaveLine save={props.save} />
      <span className={css.reviewed}>{props.reviewed}</span>
      <label className={css.names}>
        <input type="checkbox" checked={areNamesHidden} onChange={(event) => onNames(event.target.checked)} />
        Hide names
      </label>
      {props.children}
    </div>
  );
}

const timeWords = { due: 'At the deadline', unlock: 'Before seeing others’', now: 'Now' } as const;

const saveWords = {
  saved: 'Marks saved',
  saving: 'Saving marks…',
  waiting: 'Not connected: marks are only on this page',
  refused: 'A mark was not taken; reload and look again',
} as const;

function SaveLine({ save }: { save: PoolSave }) {
  return (
    <span className={css.save} role="status" data-kind={save.kind}>
      {saveWords[save.kind]}
    </span>
  );
}
