// The students beside the text: who is looked at, what each did in a line, and the grade so far. Of a large class only
// the rows near the sight are in the page.

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl/react';
import { Avatar } from '#components/ui/avatar.tsx';
import type { ParticipantId } from '#lib/model/record.ts';
import type { Grade } from '#lib/model/review/grade.ts';
import type { MatrixRow } from '#lib/model/review/matrix.ts';
import { GradeFigure } from './grade-figure.tsx';
import css from './student-list.module.css';

type Props = {
  /** In the order in which the keys go through them. */
  rows: readonly MatrixRow[];
  current: ParticipantId;
  nameOf: (participant: ParticipantId) => string;
  gradeOf: (participant: ParticipantId) => Grade | null;
  isReleased: (participant: ParticipantId) => boolean;
  /** Says nothing of what they did where the course shows no counts. */
  showsCounts: boolean;
  onOpen: (participant: ParticipantId) => void;
};

const rowPx = 58;

export function StudentList({ rows, current, nameOf, gradeOf, isReleased, showsCounts, onOpen }: Props) {
  const t = useTranslations('review.student');
  const line = useTranslations('review.student.line');
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 8,
    initialRect: { width: 300, height: 800 },
  });
  const at = rows.findIndex(({ participant }) => participant === current);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  return (
    <div ref={scroller} className={css.scroller}>
      <ul className={css.list} aria-label={t('students')} style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          const { participant } = row;
          const name = nameOf(participant);
          return (
            <li key={participant} style={{ transform: `translateY(${start}px)` }}>
              <button
                type="button"
                className={css.student}
                aria-current={participant === current ? 'true' : undefined}
                onClick={() => onOpen(participant)}
              >
                <Avatar id={participant} name={name} size="s" />
                <b dir="auto">{name}</b>
                <GradeFigure grade={gradeOf(participant)} />
                <small>
                  {[
                    ...(showsCounts ? [lineOf(row, line)] : []),
                    ...(isReleased(participant) ? [line('released')] : []),
                  ].join(' · ')}
                </small>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** "2 notes · 5 replies to 4 people · 1 received late" */
export function lineOf(row: MatrixRow, t: ReturnType<typeof useTranslations<'review.student.line'>>): string {
  const parts = [
    t('notes', { count: row.notes }),
    row.replies > 0 ? t('replies', { count: row.replies, people: row.repliedTo }) : '',
    row.late > 0 ? t('late', { count: row.late }) : '',
    row.receivedLate > 0 ? t('receivedLate', { count: row.receivedLate }) : '',
  ];
  return parts.filter(Boolean).join(' · ');
}
