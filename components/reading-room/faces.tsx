// Who is here now: up to five faces, then how many more (U21). One person on three devices is one face.

import { Avatar } from '#components/ui/avatar.tsx';
import type { ParticipantId } from '#lib/model/record.ts';
import type { Presence } from '#lib/sync/room-state.ts';

import people from './people.module.css';
import { nameOf, type People } from './people.ts';

const most = 5;

export function Faces({
  presence,
  roster,
  me,
}: {
  presence: readonly Presence[];
  roster: People;
  me: ParticipantId;
}) {
  const here = [...new Set(presence.map(({ participant }) => participant))].sort(
    (a, b) => Number(b === me) - Number(a === me),
  );
  const label = (id: ParticipantId) => (id === me ? `${nameOf(roster, id)} (you)` : nameOf(roster, id));
  const more = here.slice(most).map(label);
  return (
    <ul
      className={people.faces}
      aria-label={here.length === 1 ? 'Only you are here' : `${here.length} here now`}
    >
      {here.slice(0, most).map((id) => (
        <li key={id} title={label(id)}>
          <Avatar id={id} name={label(id)} />
          <span className={people.spoken}>{label(id)}</span>
        </li>
      ))}
      {more.length > 0 && (
        <li title={more.join(', ')}>
          <span className={people.more} aria-hidden="true">
            +{more.length}
          </span>
          <span className={people.spoken}>{more.join(', ')}</span>
        </li>
      )}
    </ul>
  );
}
