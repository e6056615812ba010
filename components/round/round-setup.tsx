'use client';
// Setting a round up: its format, what its toss decided, and who sits where. For its chair, and for instructors while it
// is not on; everyone else sees who is who.

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { useScene } from '#components/room/scene/scene.ts';
import { Button } from '#components/ui/form/button.tsx';
import { Choice } from '#components/ui/form/choice.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import { isInstructor } from '#lib/model/permission.ts';
import type { Format } from '#lib/model/round/format.ts';
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
  const t = useTranslations('round.setup');
  const maySet = round?.maySet ?? (me.part === 'chair' || isInstructor(me.role));
  const isSeated = [...people.values()].some(({ side }) => side !== null);
  // Open while there is all to do; afterwards as people leave it.
  const [isOpen, setOpen] = useState(!round || (round.stage === 'before' && !isSeated));
  if (!maySet) return round ? <Roll round={round} /> : <p className={styles.none}>{t('none')}</p>;
  return (
    <details className={styles.setup} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{round ? t(`summary.${round.stage}`, { format: round.format.name }) : t('title')}</summary>
      <SetupForm round={round} roomId={info.room.id} />
    </details>
  );
}

function SetupForm({ round, roomId }: { round: OpenRound | null; roomId: string }) {
  const t = useTranslations('round.setup');
  const { people } = useScene();
  const [isOwn, setOwn] = useState(round !== null && 'own' in round.choice);
  const change = async (wanted: RoundChange) => {
    const problem = await changeRound(roomId, wanted);
    if (problem) showToast(problem);
  };
  const preset = round && 'preset' in round.choice ? round.choice.preset : null;
  const options = [
    ...(round || isOwn ? [] : [{ value: '' as const, label: t('choose') }]),
    ...presetIds.map((value) => ({ value, label: presetNames[value] })),
    { value: 'own' as const, label: t('own') },
  ];
  const tossCoins = async () => {
    if (!round) return;
    const { change: wanted, toss } = tossed(round, [...people.values()]);
    await change(wanted);
    showToast(t(`tossed.${toss.outcome}`, { first: toss.first }));
  };
  return (
    <div className={styles.form}>
      <div className={styles.row}>
        <Choice<PresetId | 'own' | ''>
          label={t('format')}
          value={isOwn ? 'own' : (preset ?? '')}
          options={options}
          onChange={(value) => {
            setOwn(value === 'own');
            if (value !== 'own' && value !== '') void change({ format: { preset: value } });
          }}
        />
        {round && preset === 'public-forum' && 'preset' in round.choice && (
          <ForumOptions
            choice={round.choice}
            sides={round.format.sides}
            onChange={(format) => change({ format })}
            onToss={tossCoins}
          />
        )}
        {round?.stage === 'on' && <Button onPress={() => void setStage(roomId, 'over')}>{t('end')}</Button>}
        {round?.stage === 'over' && (
          <Button onPress={() => void setStage(roomId, 'on')}>{t('reopen')}</Button>
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
  sides,
  onChange,
  onToss,
}: {
  choice: ForumChoice;
  sides: Format['sides'];
  onChange: (choice: FormatChoice) => void;
  onToss: () => void;
}) {
  const t = useTranslations('round.setup');
  const nameOf = (side: string) => sides.find(({ id }) => id === side)?.name ?? side;
  return (
    <>
      <Choice<'pro' | 'con'>
        label={t('first')}
        value={choice.first ?? 'pro'}
        options={(['pro', 'con'] as const).map((value) => ({ value, label: nameOf(value) }))}
        onChange={(first) => onChange({ ...choice, first })}
      />
      <Button onPress={onToss}>{t('toss')}</Button>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={choice.secondRebuttalAnswersFirst ?? false}
          onChange={(event) => onChange({ ...choice, secondRebuttalAnswersFirst: event.target.checked })}
        />
        {t('secondRebuttal')}
      </label>
    </>
  );
}

/** Who is who, for those who do not set it. */
function Roll({ round }: { round: OpenRound }) {
  const t = useTranslations('round.roll');
  const { people } = useScene();
  const all = [...people.values()].filter(({ removed }) => !removed);
  const rows = [
    ...round.format.sides.map(({ id, name }) => ({
      name,
      who: all.filter(({ side, part }) => side === id && part !== 'coach'),
    })),
    { name: t('judge'), who: all.filter(({ part }) => part === 'judge') },
    { name: t('chair'), who: all.filter(({ part }) => part === 'chair') },
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
