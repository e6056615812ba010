// Assignments as rows of a course's page: what is due when, and for instructors who has come.

import { Row, Rows } from '#components/ui/page/rows.tsx';
import { type Terms, termsInWords } from '#lib/model/classes/assignment.ts';

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
  return (
    <Rows label="Assignments">
      {rows.map(({ id, title, terms, rooms }) => (
        <Row
          key={id}
          href={isStaff ? `/assignments/${id}` : `/rooms/${rooms[0]?.id}`}
          title={title}
          about={termsInWords(terms, null, nowIso).join(' · ') || 'No dates'}
          end={isStaff ? presenceWords(rooms) : rooms[0]?.title}
        />
      ))}
    </Rows>
  );
}

function presenceWords(rooms: AssignmentRow['rooms']): string {
  const [placed, joined] = rooms.reduce(
    ([all, here], room) => [all + room.placed, here + room.joined],
    [0, 0],
  );
  const discussions = rooms.length === 1 ? '1 discussion' : `${rooms.length} discussions`;
  return placed > 0 ? `${discussions} · ${joined} of ${placed} here` : discussions;
}
