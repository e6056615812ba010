'use client';
// Assignments as rows of a course's page: what is due when, and for instructors who has come.

import { useLocale, useTranslations } from 'use-intl/react';
import { Row, Rows } from '#components/ui/page/rows.tsx';
import type { Terms } from '#lib/model/classes/assignment.ts';
import { termsInWords } from '#lib/words/due.ts';

export type AssignmentRow = {
  id: string;
  title: string;
  terms: Terms;
  rooms: readonly { id: string; title: string; placed: number; joined: number }[];
};

export function AssignmentRows({
  rows,
  nowIso,
  isStaff,
}: {
  rows: readonly AssignmentRow[];
  nowIso: string;
  isStaff: boolean;
}) {
  const t = useTranslations('library.assignments');
  const due = { locale: useLocale(), t: useTranslations('ui.due') };
  return (
    <Rows label={t('label')}>
      {rows.map(({ id, title, terms, rooms }) => (
        <Row
          key={id}
          href={isStaff ? `/assignments/${id}` : `/rooms/${rooms[0]?.id}`}
          title={title}
          about={termsInWords(terms, null, nowIso, due).join(' · ') || t('noDates')}
          end={isStaff ? <Presence rooms={rooms} /> : rooms[0]?.title}
        />
      ))}
    </Rows>
  );
}

function Presence({ rooms }: Pick<AssignmentRow, 'rooms'>) {
  const t = useTranslations('library.assignments');
  const [placed, joined] = rooms.reduce(
    ([all, here], room) => [all + room.placed, here + room.joined],
    [0, 0],
  );
  const facts = [
    t('discussions', { count: rooms.length }),
    ...(placed > 0 ? [t('here', { joined, placed })] : []),
  ];
  return facts.join(' · ');
}
