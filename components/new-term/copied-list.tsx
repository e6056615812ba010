// What a copy of a course holds, before it is made: its assignments with their dates as they would be, and what stays
// behind.

import { useLocale, useTranslations } from 'use-intl/react';
import {
  type CopiedAssignment,
  type CopiedCourse,
  type DateShift,
  inNewTerm,
} from '#lib/model/classes/new-term.ts';
import { dateFormat } from '#lib/words/dates.ts';
import css from './new-term.module.css';

type Props = { copied: CopiedCourse; shift: DateShift; withNotes: boolean };

export function CopiedList({ copied, shift, withNotes }: Props) {
  const t = useTranslations('classes.copied');
  return (
    // biome-ignore lint/a11y/noRedundantRoles: without its bullets Safari no longer takes it for a list
    <ul role="list" aria-label={t('label')} className={css.list}>
      {copied.assignments.map((one) => (
        <li key={one.id} className={css.one}>
          <h3 dir="auto" className={css.title}>
            {one.title}
          </h3>
          <p className={css.quiet}>{partsOf(one, withNotes, t).join(' · ')}</p>
          {one.prompt && (
            <p dir="auto" className={css.prompt}>
              {one.prompt}
            </p>
          )}
          <CopiedDates one={one} shift={shift} />
        </li>
      ))}
    </ul>
  );
}

type CopiedWords = ReturnType<typeof useTranslations<'classes.copied'>>;

function partsOf(one: CopiedAssignment, withNotes: boolean, t: CopiedWords): string[] {
  const { rooms, sections, reading, rubric, notes, title } = one;
  return [
    ...(reading === title ? [] : [t('on', { reading })]),
    t('discussions', { count: rooms.length, groups: groupsIn(rooms, t) }),
    ...(sections.length === 0 ? [] : [t('sections', { names: sections.join(', ') })]),
    ...(rubric === null ? [] : [t('rubric', { name: rubric })]),
    ...(withNotes && notes > 0 ? [t('notes', { count: notes })] : []),
  ];
}

/** All of a few; of many, the first and the last. */
function groupsIn(rooms: readonly string[], t: CopiedWords): string {
  const [first = '', last = ''] = [rooms[0], rooms.at(-1)];
  return rooms.length <= 4 ? rooms.join(', ') : t('groups', { first, last });
}

const dateOptions = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
} as const;

function CopiedDates({ one, shift }: { one: CopiedAssignment; shift: DateShift }) {
  const t = useTranslations('classes.copied');
  const label = useTranslations('classes.dates');
  const format = dateFormat(useLocale(), { ...dateOptions, timeZone: one.timeZone });
  const say = (at: string | null) => (at === null ? t('noDate') : format.format(new Date(at)));
  return (
    <dl className={css.dates}>
      {datesOf(one, shift).map(({ what, was, will }) => (
        <div key={what} className={css.date}>
          <dt>{label(what)}</dt>
          <dd>
            <del>
              <span className={css.spoken}>{t('was')} </span>
              {say(was)}
            </del>{' '}
            <ins>{say(will)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function datesOf(one: CopiedAssignment, shift: DateShift) {
  const next = inNewTerm(one, shift);
  const rows = [
    ...(['notesDueAt', 'repliesDueAt', 'closesAt'] as const).map((what) => ({
      what,
      was: one[what],
      will: next[what],
    })),
    {
      what: 'visibleFrom' as const,
      was: one.visibility.kind === 'from' ? one.visibility.at : null,
      will: next.visibility.kind === 'from' ? next.visibility.at : null,
    },
  ];
  return rows.filter(({ was }) => was !== null);
}
