// The matrix: a row a student, sortable by each column, its head always in sight; a number leads to the first of what it
// counts. Of a large class only the rows near the screen are in the page.

import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl/react';
import { Avatar } from '#components/ui/avatar.tsx';
import { EmptyState } from '#components/ui/page/empty-state.tsx';
import spoken from '#components/ui/spoken.module.css';
import type { ParticipantId } from '#lib/model/record.ts';
import type { Grade } from '#lib/model/review/grade.ts';
import { type MatrixRow, type Measure, measures, type Sorting, sortRows } from '#lib/model/review/matrix.ts';
import { GradeFigure } from '../student/grade-figure.tsx';
import css from './matrix.module.css';

const rowPx = 46;

type Props = {
  rows: readonly MatrixRow[];
  nameOf: (participant: ParticipantId) => string;
  /** Their group, where there are several. */
  groupOf?: (participant: ParticipantId) => string;
  gradeOf: (participant: ParticipantId) => Grade | null;
  /** The way to bring students in, for where there are none. */
  invite?: ReactNode;
  onOpen: (participant: ParticipantId) => void;
  onDrill: (participant: ParticipantId, measure: Measure) => void;
};

export function Matrix({ rows, nameOf, groupOf, gradeOf, invite, onOpen, onDrill }: Props) {
  const t = useTranslations('review.class.matrix');
  const locale = useLocale();
  const [sorting, setSorting] = useState<Sorting>({ by: 'name', isDescending: false });
  const sorted = useMemo(() => sortRows(rows, sorting, nameOf, locale), [rows, sorting, nameOf, locale]);
  const body = useRef<HTMLTableSectionElement>(null);
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    setOffset((body.current?.getBoundingClientRect().top ?? 0) + scrollY);
  }, []);
  const virtual = useWindowVirtualizer({
    count: sorted.length,
    estimateSize: () => rowPx,
    overscan: 12,
    scrollMargin: offset,
    initialRect: { width: 1000, height: 900 },
  });
  const sortBy = (by: Sorting['by']) =>
    setSorting((last) => ({ by, isDescending: last.by === by ? !last.isDescending : by !== 'name' }));
  const move = (event: KeyboardEvent) => {
    const to = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const here = event.target instanceof Element ? event.target.closest('tr') : null;
    const next = to === 1 ? here?.nextElementSibling : to === -1 ? here?.previousElementSibling : null;
    const cell = event.target instanceof Element ? event.target.closest('td, th') : null;
    if (!next || !cell || !here) return;
    const column = [...here.children].indexOf(cell);
    const target = next.children[column]?.querySelector('button') ?? next.querySelector('button');
    if (!target) return;
    event.preventDefault();
    target.focus();
    target.scrollIntoView({ block: 'nearest' });
  };
  if (rows.length === 0) {
    return (
      <EmptyState title={t('none.title')} action={invite}>
        {t(invite ? 'none.invite' : 'none.text')}
      </EmptyState>
    );
  }
  const items = virtual.getVirtualItems();
  const above = (items[0]?.start ?? offset) - offset;
  const below = virtual.getTotalSize() - ((items.at(-1)?.end ?? offset) - offset);
  return (
    <div className={css.scroller}>
      <table className={css.matrix} aria-rowcount={sorted.length + 1}>
        <caption className={spoken.only}>{t('caption')}</caption>
        <thead>
          <tr aria-rowindex={1}>
            <Head label={t('student')} by="name" sorting={sorting} onSort={sortBy} />
            {measures.map((by) => (
              <Head
                key={by}
                label={t(`measure.${by}`)}
                about={t(`about.${by}`)}
                by={by}
                sorting={sorting}
                onSort={sortBy}
              />
            ))}
            <th scope="col" className={css.figure}>
              {t('grade')}
            </th>
          </tr>
        </thead>
        {/* The keys are heard here for every row; the buttons in them are what is pressed. */}
        <tbody ref={body} onKeyDown={move}>
          {above > 0 && <tr style={{ blockSize: above }} />}
          {items.map(({ index }) => {
            const row = sorted[index];
            if (!row) return null;
            const name = nameOf(row.participant);
            return (
              <tr key={row.participant} aria-rowindex={index + 2}>
                <th scope="row">
                  <button type="button" className={css.name} onClick={() => onOpen(row.participant)}>
                    <Avatar id={row.participant} name={name} size="s" />
                    <span dir="auto">{name}</span>
                  </button>
                  <Flags row={row} group={groupOf?.(row.participant)} />
                </th>
                {measures.map((measure) => (
                  <td key={measure} data-zero={row[measure] === 0}>
                    {row[measure] === 0 ? (
                      <span>0</span>
                    ) : (
                      <button
                        type="button"
                        aria-label={t('figure', {
                          measure: t(`measure.${measure}`),
                          name,
                          count: row[measure],
                        })}
                        onClick={() => onDrill(row.participant, measure)}
                      >
                        {row[measure]}
                      </button>
                    )}
                  </td>
                ))}
                <td className={css.figure}>
                  <GradeFigure grade={gradeOf(row.participant)} />
                </td>
              </tr>
            );
          })}
          {below > 0 && <tr style={{ blockSize: below }} />}
        </tbody>
      </table>
    </div>
  );
}

function Flags({ row, group }: { row: MatrixRow; group: string | undefined }) {
  const t = useTranslations('review.class.matrix');
  const hasSaidSomething = row.notes + row.replies + row.passages > 0;
  return (
    <span className={css.flags}>
      {group && <span>{group}</span>}
      {row.receivedLate > 0 && (
        <span className={css.flag}>{t('receivedLate', { count: row.receivedLate })}</span>
      )}
      {hasSaidSomething && !row.isAnswered && <span>{t('unanswered')}</span>}
    </span>
  );
}

function Head({
  label,
  about,
  by,
  sorting,
  onSort,
}: {
  label: string;
  about?: string;
  by: Sorting['by'];
  sorting: Sorting;
  onSort: (by: Sorting['by']) => void;
}) {
  const isSorted = sorting.by === by;
  const Arrow = sorting.isDescending ? ArrowDown : ArrowUp;
  const order = sorting.isDescending ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={isSorted ? order : 'none'}>
      <button type="button" title={about} onClick={() => onSort(by)}>
        {label}
        {isSorted && <Arrow aria-hidden="true" />}
      </button>
    </th>
  );
}
