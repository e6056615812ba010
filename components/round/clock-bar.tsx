'use client';
// The clocks of a round in full: what runs, what each side has left to prepare with, and the chair's hand on them. Their
// keys are heard by room-clock.tsx. Silent unless switched on (U38).

import { Bell, BellOff } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import spoken from '#components/ui/spoken.module.css';
import { type Clock, leftMs, prepClockId } from '#lib/model/round/clock.ts';
import { benchOf, slotOf } from '#lib/model/round/format.ts';
import { setStage } from './calls.ts';
import { endSpeech, mainClock, toggleClock } from './chair.ts';
import styles from './clock-bar.module.css';
import { clockAloud, clockFace, clockName } from './clock-words.ts';
import { bell } from './use-bell.ts';
import { useNow } from './use-now.ts';
import type { OpenRound } from './use-round.ts';

export function ClockBar({ round, roomId }: { round: OpenRound; roomId: string }) {
  const { clocks, format } = round;
  const now = useNow(round.nowMs, clocks.running);
  const shown = mainClock(round);
  const isLoud = bell.use();
  const t = useTranslations('round.clocks');
  return (
    <section className={styles.bar} aria-label={t('title')}>
      {shown ? (
        <MainClock round={round} clock={shown} now={now} />
      ) : (
        <p className={styles.over}>{t('over')}</p>
      )}
      {format.prepSeconds > 0 && (
        <ul className={styles.preps}>
          {format.sides.map((side) => (
            <li key={side.id}>
              <b data-bench={side.bench}>{side.name}</b>
              <PrepClock round={round} side={side.id} now={now} />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.acts}>
        {round.mayRunClocks && <ChairActs round={round} roomId={roomId} />}
        <button
          type="button"
          className={styles.bell}
          aria-pressed={isLoud}
          title={t(isLoud ? 'bellOn' : 'bellOff')}
          onClick={() => bell.choose(!isLoud)}
        >
          {isLoud ? <Bell aria-hidden /> : <BellOff aria-hidden />}
          <span className={spoken.only}>{t('bell')}</span>
        </button>
      </div>
    </section>
  );
}

function MainClock({ round, clock, now }: { round: OpenRound; clock: Clock; now: number }) {
  const t = useTranslations('round.clocks');
  const left = leftMs(clock, now);
  const slot = slotOf(round.format, clock.id);
  const side = round.format.sides.find(({ id }) => prepClockId(id) === clock.id);
  const name = clockName(round.format, clock.id, t);
  const state = clock.runsSinceMs !== null ? '' : ` · ${t(clock.hasBegun ? 'paused' : 'notStarted')}`;
  return (
    <div className={styles.main}>
      <span
        className={styles.now}
        role="timer"
        aria-label={`${name}: ${clockAloud(left, t)}`}
        data-over={left < 0}
        data-running={clock.runsSinceMs !== null}
      >
        {clockFace(left)}
      </span>
      <small>
        <span data-bench={slot ? benchOf(round.format, slot) : side?.bench}>{name}</span> ·{' '}
        {clockFace(clock.totalMs)}
        {state}
      </small>
    </div>
  );
}

function PrepClock({ round, side, now }: { round: OpenRound; side: string; now: number }) {
  const t = useTranslations('round.clocks');
  const clock = round.clocks.byId.get(prepClockId(side));
  if (!clock) return null;
  const words = t('prepLeft', { time: clockFace(leftMs(clock, now)) });
  const isRunning = clock.runsSinceMs !== null;
  if (!round.mayRunClocks || round.stage !== 'on') return <span>{words}</span>;
  return (
    <button
      type="button"
      className={styles.prep}
      aria-pressed={isRunning}
      title={t(isRunning ? 'pausePrep' : 'startPrep')}
      onClick={() => void round.turn(clock.id, isRunning ? 'pause' : 'start')}
    >
      {words}
    </button>
  );
}

function ChairActs({ round, roomId }: { round: OpenRound; roomId: string }) {
  const { clocks, format, stage } = round;
  const t = useTranslations('round.chair');
  const main = mainClock(round);
  const next = clocks.current && format.slots[format.slots.indexOf(clocks.current) + 1];
  if (stage === 'over') return null;
  const act = clocks.running ? 'pause' : stage === 'before' ? 'begin' : main?.hasBegun ? 'goOn' : 'start';
  return (
    <>
      {clocks.current && clocks.byId.get(clocks.current.id)?.hasBegun && (
        <Button onPress={() => void endSpeech(round)} look="quiet">
          {next ? t('endTo', { next: next.name }) : t('end')}
        </Button>
      )}
      {main ? (
        <Button look="primary" onPress={() => void toggleClock(round, roomId)}>
          {t(act)}
        </Button>
      ) : (
        <Button
          look="primary"
          onPress={async () => {
            const problem = await setStage(roomId, 'over');
            if (problem) showToast(problem);
          }}
        >
          {t('close')}
        </Button>
      )}
    </>
  );
}
