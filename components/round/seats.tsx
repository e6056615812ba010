// Who sits where, one row a person: the side, and what they are besides or instead of debating.

import { useTranslations } from 'use-intl/react';
import { useScene } from '#components/room/scene/scene.ts';
import { Choice } from '#components/ui/form/choice.tsx';
import type { ParticipantId } from '#lib/model/record.ts';
import { type RoundPart, roundParts, type Seat } from '#lib/model/round/rule.ts';
import styles from './round-setup.module.css';
import type { OpenRound } from './use-round.ts';

export function Seats({
  round,
  onSeat,
}: {
  round: OpenRound;
  onSeat: (seat: Seat & { participant: ParticipantId }) => void;
}) {
  const { people } = useScene();
  const t = useTranslations('round.seats');
  const present = [...people.values()].filter(({ removed }) => !removed);
  const sides = round.format.sides.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <ul className={styles.seats} aria-label={t('label')}>
      {present.map(({ id, name, side, part }) => (
        <li key={id}>
          <span dir="auto">{name}</span>
          <Choice
            label={t('sideOf', { who: name })}
            isLabelHidden
            value={side ?? ''}
            options={[{ value: '', label: t('noSide') }, ...sides]}
            onChange={(value) => onSeat({ participant: id, side: value || null, part })}
          />
          <Choice<RoundPart | ''>
            label={t('partOf', { who: name })}
            isLabelHidden
            value={part ?? ''}
            options={[
              { value: '', label: t(side ? 'debates' : 'listens') },
              ...roundParts.map((value) => ({ value, label: t(value) })),
            ]}
            onChange={(value) => onSeat({ participant: id, side, part: value || null })}
          />
        </li>
      ))}
    </ul>
  );
}
