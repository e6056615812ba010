'use client';
// Setting a round up: its format, what its toss decided, and who sits where. For its chair, and for instructors while it
// is not on; everyone else sees who is who.

import { useState } from 'react';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { useScene } from '#components/room/scene/scene.ts';
import { Button } from '#components/ui/form/button.tsx';
import { Choice } from '#components/ui/form/choice.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import { isInstructor } from '#lib/model/permission.ts';
import {
  type FormatChoice,
  formatOf,
  type PresetId,
  presetIds,
  presetNames,
} from '#lib/model/round/presets.ts';
import { changeRound, type RoundChange, setStage } from './calls.ts';
import { OwnFormat } from './own-format.tsx';
import styles from './round-setup.module.css';
import { Seats } from './seats.tsx';
import { tossed } from './toss.ts';
import type { OpenRound } from './use-round.ts';

export function RoundSetup({ round }: { round: OpenRound | null }) {
  const { info } = useOpenRoom();
  const { people, me } = useScene();
  const maySet = round?.maySet ?? (me.part === 'chair' || isInstructor(info.me.role));
  const isSeated = [...people.values()].some(({ side }) => side !== null);
  // Open while there is all to do; afterwards as people leave it.
  const [isOpen, setOpen] = useState(!round || (round.stage === 'before' && !isSeated));
  if (!maySet)
    return round ? (
      <Roll round={round} />
    ) : (
      <p className={styles.none}>
        This discussion holds no round yet. Its chair or a coach sets one up here.
      </p>
    );
  return (
    <details className={styles.setup} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{round ? summaryOf(round) : 'Set up a round'}</summary>
      <SetupForm round={round} roomId={info.room.id} />
    </details>
  );
}

function summaryOf({ format, stage }: OpenRound): string {
  const words = { before: 'not begun', on: 'on', over: 'over' } as const;
  return `${format.name}, ${words[stage]}: set up`;
}

function SetupForm({ round, roomId }: { round: OpenRound | null; roomId: string }) {
  const { people } = useScene();
  const [isOwn, setOwn] = useState(round !== null && 'own' in round.choice);
  const change = async (wanted: RoundChange) => {
    const problem = await changeRound(roomId, wanted);
    if (problem) showToast(problem);
  };
  const preset = round && 'preset' in round.choice ? round.choice.preset : null;
  const options = [
    ...(round || isOwn ? [] : [{ value: '' as const, label: 'Choose a format' }]),
    ...presetIds.map((value) => ({ value, label: presetNames[value] })),
    { value: 'own' as const, label: 'Our own' },
  ];
  const toss = async () => {
    if (!round) return;
    const { change: wanted, words } = tossed(round, [...people.values()]);
    await change(wanted);
    showToast(words);
  };
  return (
    <div className={styles.form}>
      <div className={styles.row}>
        <Choice<PresetId | 'own' | ''>
          label="Format"
          value={isOwn ? 'own' : (preset ?? '')}
          options={options}
          onChange={(value) => {
            setOwn(value === 'own');
            if (value !== 'own' && value !== '') void change({ format: { preset: value } });
          }}
        />
        {round && preset === 'public-forum' && 'preset' in round.choice && (
          <ForumOptions choice={round.choice} onChange={(format) => change({ format })} onToss={toss} />
        )}
        {round?.stage === 'on' && (
          <Button onPress={() => void setStage(roomId, 'over')}>End the round</Button>
        )}
        {round?.stage === 'over' && (
          <Button onPress={() => void setStage(roomId, 'on')}>Take it up again</Button>
        )}
      </div>
      {isOwn && (
        <OwnFormat
          format={round?.format ?? formatOf({ preset: 'public-forum' })}
          onKeep={(own) => change({ format: { own } })}
        />
      )}
      {round && <Seats round={round} onSeat={(seat) => change({ seats: [seat] })} />}
    </div>
  );
}

type ForumChoice = Extract<FormatChoice, { preset: PresetId }>;

function ForumOptions({
  choice,
  onChange,
  onToss,
}: {
  choice: ForumChoice;
  onChange: (choice: FormatChoice) => void;
  onToss: () => void;
}) {
  return (
    <>
      <Choice<'pro' | 'con'>
        label="Speaks first"
        value={choice.first ?? 'pro'}
        options={[
          { value: 'pro', label: 'Pro' },
          { value: 'con', label: 'Con' },
        ]}
        onChange={(first) => onChange({ ...choice, first })}
      />
      <Button onPress={onToss}>Toss for sides and order</Button>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={choice.secondRebuttalAnswersFirst ?? false}
          onChange={(event) => onChange({ ...choice, secondRebuttalAnswersFirst: event.target.checked })}
        />
        The second rebuttal must answer the first, too
      </label>
    </>
  );
}

/** Who is who, for those who do not set it. */
function Roll({ round }: { round: OpenRound }) {
  const { people } = useScene();
  const all = [...people.values()].filter(({ removed }) => !removed);
  const rows = [
    ...round.format.sides.map(({ id, name }) => ({
      name,
      who: all.filter(({ side, part }) => side === id && part !== 'coach'),
    })),
    { name: 'Judge', who: all.filter(({ part }) => part === 'judge') },
    { name: 'Chair', who: all.filter(({ part }) => part === 'chair') },
  ].filter(({ who }) => who.length > 0);
  if (rows.length === 0) return null;
  return (
    <dl className={styles.roll}>
      {rows.map(({ name, who }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{who.map((one) => one.name).join(', ')}</dd>
        </div>
      ))}
    </dl>
  );
}
