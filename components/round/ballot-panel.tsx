'use client';
// The ballot: a judge writes it in private while the round goes on, and gives it once the round is over. What was given
// everyone reads.

import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { newRecordId } from '#components/room/scene/acts.ts';
import { sayIfFailed } from '#components/room/scene/failure.ts';
import { nameOf } from '#components/room/scene/people.ts';
import { useScene, verdictOn } from '#components/room/scene/scene.ts';
import { Button } from '#components/ui/form/button.tsx';
import { Choice } from '#components/ui/form/choice.tsx';
import { type Ballot, type Entry, refOf } from '#lib/model/record.ts';
import { isDebater } from '#lib/model/round/rule.ts';
import { inOrder } from '#lib/model/threads/thread.ts';
import styles from './ballot-panel.module.css';
import type { OpenRound } from './use-round.ts';

/** The one ballot that a judge is writing. */
const draftId = 'ballot';

export function BallotPanel({ round }: { round: OpenRound }) {
  const { state } = useOpenRoom();
  const given = [...state.entries.values()]
    .filter((entry): entry is Entry<Ballot> => entry.value.type === 'ballot')
    .sort(inOrder);
  const hasGiven = given.some(({ participant }) => participant === state.participant);
  return (
    <>
      {given.map((entry) => (
        <GivenBallot key={entry.ref} entry={entry} round={round} />
      ))}
      {round.me.part === 'judge' && !hasGiven && <BallotForm round={round} />}
    </>
  );
}

const name = (words: ReactNode) => <bdi>{words}</bdi>;

function GivenBallot({ entry, round }: { entry: Entry<Ballot>; round: OpenRound }) {
  const { people } = useScene();
  const t = useTranslations('round.ballot');
  const who = nameOf(people, entry.participant);
  const { winner, reason, points = [] } = entry.value;
  const side = round.format.sides.find(({ id }) => id === winner)?.name;
  return (
    <section className={styles.given} aria-label={t('of', { who })}>
      <h2>{side ? t.rich('wins', { side, who, name }) : t.rich('noDecision', { who, name })}</h2>
      {reason && <p dir="auto">{reason}</p>}
      {points.length > 0 && (
        <ul>
          {points.map(({ speaker, points: given }) => (
            <li key={speaker}>{t('given', { who: nameOf(people, speaker), points: given })}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function BallotForm({ round }: { round: OpenRound }) {
  const t = useTranslations('round.ballot');
  const { state } = useOpenRoom();
  const { me, people, room, acts } = useScene();
  const kept = state.privateEntries.get(refOf(me.participant, draftId))?.value;
  // A field is left and the ballot given in one press: what was just written is not in the document yet.
  const [written, setWritten] = useState<Ballot>({ type: 'ballot', at: '' });
  const ballot = kept?.type === 'ballot' && kept.at > written.at ? kept : written;
  const at = () => new Date(round.nowMs()).toISOString();
  const write = (next: Ballot) => {
    const dated = { ...next, at: at() };
    setWritten(dated);
    sayIfFailed(acts.put('private', draftId, dated));
  };
  const speakers = [...people.values()].filter((one) => isDebater(one));
  const give = verdictOn({ me, room }, 'room', { before: undefined, after: ballot });
  const isWhole = ballot.winner !== undefined && (ballot.reason ?? '').trim() !== '';
  return (
    <details className={styles.ballot}>
      <summary>{t('yours')}</summary>
      <div className={styles.form}>
        <Choice
          label={t('winner')}
          value={ballot.winner ?? ''}
          options={[
            { value: '', label: t('undecided') },
            ...round.format.sides.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(value) => {
            const { winner: _, ...rest } = ballot;
            write({ ...rest, ...(value ? { winner: value } : {}) });
          }}
        />
        <label className={styles.reason}>
          {t('reason')}
          <textarea
            dir="auto"
            rows={4}
            maxLength={7000}
            defaultValue={ballot.reason ?? ''}
            onBlur={(event) => write({ ...ballot, reason: event.target.value })}
          />
        </label>
        <div className={styles.speakers}>
          {speakers.map(({ id, name }) => (
            <label key={id}>
              {t('pointsFor', { who: name })}
              <input
                type="number"
                min={0}
                max={100}
                step={0.5}
                defaultValue={ballot.points?.find(({ speaker }) => speaker === id)?.points ?? ''}
                onBlur={(event) => write({ ...ballot, points: withPoints(ballot, id, event.target.value) })}
              />
            </label>
          ))}
        </div>
        <div className={styles.act}>
          <Button
            look="primary"
            isDisabled={!give.ok || !isWhole}
            onPress={() => sayIfFailed(acts.put('room', newRecordId(), { ...ballot, at: at() }))}
          >
            {t('give')}
          </Button>
          <span>{t(round.stage === 'over' ? 'isFinal' : 'isPrivate')}</span>
        </div>
      </div>
    </details>
  );
}

function withPoints({ points = [] }: Ballot, speaker: string, text: string): NonNullable<Ballot['points']> {
  const others = points.filter((one) => one.speaker !== speaker);
  const given = Number(text);
  return text.trim() === '' || !(given >= 0 && given <= 100)
    ? others
    : [...others, { speaker, points: given }];
}
