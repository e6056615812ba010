// What a copy of a course holds, before it is made: its assignments with their dates as they would be, and what stays
// behind.

import {
  type CopiedAssignment,
  type CopiedCourse,
  type DateShift,
  inNewTerm,
} from '#lib/model/classes/new-term.ts';
import css from './new-term.module.css';

type Props = { copied: CopiedCourse; shift: DateShift; withNotes: boolean };

export function CopiedList({ copied, shift, withNotes }: Props) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: without its bullets Safari no longer takes it for a list
    <ul role="list" aria-label="Assignments that are copied" className={css.list}>
      {copied.assignments.map((one) => (
        <li key={one.id} className={css.one}>
          <h3 dir="auto" className={css.title}>
            {one.title}
          </h3>
          <p className={css.quiet}>{partsOf(one, withNotes).join(' · ')}</p>
          {one.prompt && (
            <p dir="auto" className={css.prompt}>
              {one.prompt}
            </p>
          )}
          <dl className={css.dates}>
            {datesOf(one, shift).map(({ what, was, will }) => (
              <div key={what} className={css.date}>
                <dt>{what}</dt>
                <dd>
                  <del>
                    <span className={css.spoken}>was </span>
                    {was}
                  </del>{' '}
                  <ins>{will}</ins>
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function partsOf(one: CopiedAssignment, withNotes: boolean): string[] {
  const { rooms, sections, reading, rubric, notes, title } = one;
  return [
    ...(reading === title ? [] : [`on ${reading}`]),
    rooms.length === 1 ? '1 discussion' : `${rooms.length} discussions: ${groupsIn(rooms)}`,
    ...(sections.length === 0 ? [] : [`sections ${sections.join(', ')}`]),
    ...(rubric === null ? [] : [`rubric ${rubric}`]),
    ...(withNotes && notes > 0 ? [notes === 1 ? '1 note of yours' : `${notes} notes of yours`] : []),
  ];
}

/** All of a few; of many, the first and the last. */
function groupsIn(rooms: readonly string[]): string {
  return rooms.length <= 4 ? rooms.join(', ') : `${rooms[0]} to ${rooms.at(-1)}`;
}

function datesOf(one: CopiedAssignment, shift: DateShift) {
  const next = inNewTerm(one, shift);
  const rows = [
    { what: 'Notes due', was: one.notesDueAt, will: next.notesDueAt },
    { what: 'Replies due', was: one.repliesDueAt, will: next.repliesDueAt },
    { what: 'Closes', was: one.closesAt, will: next.closesAt },
    {
      what: 'Others’ notes from',
      was: one.visibility.kind === 'from' ? one.visibility.at : null,
      will: next.visibility.kind === 'from' ? next.visibility.at : null,
    },
  ];
  return rows.flatMap(({ what, was, will }) =>
    was === null
      ? []
      : [
          {
            what,
            was: dateIn(was, one.timeZone),
            will: will === null ? 'empty' : dateIn(will, one.timeZone),
          },
        ],
  );
}

function dateIn(at: string, timeZone: string): string {
  const day = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  const hour = { hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat('en-GB', { ...day, ...hour, timeZone }).format(new Date(at));
}
