// Which others are here now: up to five faces, then how many more (U21). One person on three devices is one face. A phone
// has room for two circles: two faces, or one and how many more.

import { useTranslations } from 'use-intl/react';
import { Avatar } from '#components/ui/avatar.tsx';
import { useLayout } from '#components/ui/device/use-media.ts';
import spoken from '#components/ui/spoken.module.css';
import type { ParticipantId } from '#lib/model/record.ts';
import type { Presence } from '#lib/sync/room-state.ts';
import { nameOf, type People } from '../scene/people.ts';
import styles from './people.module.css';

const mostFaces = 5;
const mostCircles = 2;

type Props = {
  presence: readonly Presence[];
  people: People;
  me: ParticipantId;
  /** The title of the reading someone has in view, in a room that holds several. */
  readingOf?: (participant: ParticipantId) => string | undefined;
  /** Asks to follow someone; absent where there is nothing to follow. */
  onFollow?: ((participant: ParticipantId) => void) | undefined;
};

export function Faces({ presence, people, me, readingOf = () => undefined, onFollow }: Props) {
  const others = [...new Set(presence.map(({ participant }) => participant))].filter((id) => id !== me);
  const t = useTranslations('room.bar');
  const isNarrow = useLayout() === 'narrow';
  if (others.length === 0) return null;
  const shown = isNarrow ? fittingIn(mostCircles, others.length) : mostFaces;
  const more = others.slice(shown).map((id) => nameOf(people, id));
  return (
    <ul className={styles.faces} aria-label={t('alsoHere')}>
      {others.slice(0, shown).map((id) => (
        <li key={id}>
          <Face id={id} name={nameOf(people, id)} reading={readingOf(id)} onFollow={onFollow} />
        </li>
      ))}
      {more.length > 0 && (
        <li title={more.join(', ')}>
          <span className={styles.more} aria-hidden="true">
            +{more.length}
          </span>
          <span className={spoken.only}>{more.join(', ')}</span>
        </li>
      )}
    </ul>
  );
}

type FaceProps = Pick<Props, 'onFollow'> & { id: ParticipantId; name: string; reading: string | undefined };

function Face({ id, name, reading, onFollow }: FaceProps) {
  const t = useTranslations('room.bar');
  const who = reading === undefined ? name : t('hereIn', { name, reading });
  const face = (
    <>
      <Avatar id={id} name={name} title={who} />
      <span className={spoken.only}>{onFollow ? t('askToFollow', { who }) : who}</span>
    </>
  );
  if (!onFollow) return face;
  return (
    <button type="button" className={styles.follow} onClick={() => onFollow(id)}>
      {face}
    </button>
  );
}

/** How many of `count` faces go into so many circles, of which one says how many are left out. */
function fittingIn(circles: number, count: number): number {
  return count > circles ? circles - 1 : circles;
}
