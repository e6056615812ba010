// Who sits where, one row a person: the side, and what they are besides or instead of debating.

import { useScene } from '#components/room/scene/scene.ts';
import { Choice } from '#components/ui/form/choice.tsx';
import type { ParticipantId } from '#lib/model/record.ts';
import type { RoundPart, Seat } from '#lib/model/round/rule.ts';
import styles from './round-setup.module.css';
import type { OpenRound } from './use-round.ts';

const partNames: Record<RoundPart, string> = { chair: 'Chairs', judge: 'Judges', coach: 'Coaches' };

export function Seats({
  round,
  onSeat,
}: {
  round: OpenRound;
  onSeat: (seat: Seat & { participant: ParticipantId }) => void;
}) {
  const { people } = useScene();
  const present = [...people.values()].filter(({ removed }) => !removed);
  const sides = round.format.sides.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <ul className={styles.seats} aria-label="Who sits where">
      {present.map(({ id, name, side, part }) => (
        <li key={id}>
          <span dir="auto">{name}</span>
          <Choice
            label={`Side of ${name}`}
            isLabelHidden
            value={side ?? ''}
            options={[{ value: '', label: 'No side' }, ...sides]}
            onChange={(value) => onSeat({ participant: id, side: value || null, part })}
          />
          <Choice<RoundPart | ''>
            label={`Part of ${name}`}
            isLabelHidden
            value={part ?? ''}
            options={[
              { value: '', label: side ? 'Debates' : 'Listens' },
              ...(['chair', 'judge', 'coach'] as const).map((value) => ({ value, label: partNames[value] })),
            ]}
            onChange={(value) => onSeat({ participant: id, side, part: value || null })}
          />
        </li>
      ))}
    </ul>
  );
}
