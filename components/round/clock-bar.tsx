'use client';
// The clocks of a round, above its flow: what runs, what each side has left to prepare with, and the
// chair's hand on them. Keys: Alt+P starts and pauses, Alt+N goes on to the next. Silent unless switched on (U38).

import { Bell, BellOff } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { Button } from '#components/ui/form/button.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import { type Clock, leftMs, prepClockId } from '#lib/model/round/clock.ts';
import { benchOf, slotOf } from '#lib/model/round/format.ts';
import { setStage } from './calls.ts';
import styles from './clock-bar.module.css';
import { clockAloud, clockFace } from './clock-words.ts';
import { useBell } from './use-bell.ts';
import { useNow } from './use-now.ts';
import type { OpenRound } from './use-round.ts';

export function ClockBar({ round, roomId }: { round: OpenRound; roomId: string }) {
  const { clocks, format } = round;
  const now = useNow(round.nowMs, clocks.running !== null);
  const shown = clocks.running ?? clocks.byId.get(clocks.current?.id ?? '');
  const [isLoud, setLoud] = useState(false);
  useBell(isLoud && clocks.running ? leftMs(clocks.running, now) : null);
  return (
    <section className={styles.bar} aria-label="Clocks">
      {shown ? (
        <MainClock round={round} clock={shown} now={now} />
      ) : (
        <p className={styles.over}>All speeches have ended</p>
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
          title={isLoud ? 'Bell on' : 'Bell off'}
          onClick={() => setLoud(!isLoud)}
        >
          {isLoud ? <Bell aria-hidden /> : <BellOff aria-hidden />}
          <span className={styles.spoken}>Ring when time is nearly over, and over</span>
        </button>
      </div>
    </section>
  );
}

function MainClock({ round, clock, now }: { round: OpenRound; clock: Clock; now: number }) {
  const left = leftMs(clock, now);
  const slot = slotOf(round.format, clock.id);
  const side = round.format.sides.find(({ id }) => prepClockId(id) === clock.id);
  const name = slot?.name ?? `${side?.name} prep`;
  const state = clock.runsSinceMs !== null ? '' : clock.hasBegun ? ' · paused' : ' · not started';
  return (
    <div className={styles.main}>
      <span
        className={styles.now}
        role="timer"
        aria-label={`${name}: ${clockAloud(left)}`}
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
  const clock = round.clocks.byId.get(prepClockId(side));
  if (!clock) return null;
  const face = clockFace(leftMs(clock, now));
  const isRunning = clock.runsSinceMs !== null;
  if (!round.mayRunClocks || round.stage !== 'on') return <span>prep {face} left</span>;
  return (
    <button
      type="button"
      className={styles.prep}
      aria-pressed={isRunning}
      title={isRunning ? 'Pause prep' : 'Start prep'}
      onClick={() => void round.turn(clock.id, isRunning ? 'pause' : 'start')}
    >
      prep {face} left
    </button>
  );
}

function ChairActs({ round, roomId }: { round: OpenRound; roomId: string }) {
  const { clocks, format, stage } = round;
  const main = clocks.running ?? clocks.byId.get(clocks.current?.id ?? '');
  const next = clocks.current && format.slots[format.slots.indexOf(clocks.current) + 1];
  const toggle = async () => {
    if (!main) return;
    if (stage === 'before') {
      const problem = await setStage(roomId, 'on');
      if (problem) return showToast(problem);
    }
    await round.turn(main.id, clocks.running ? 'pause' : 'start');
  };
  const end = async () => {
    if (!clocks.current) return;
    await round.turn(clocks.current.id, 'end');
  };
  useClockKeys(toggle, end);
  if (stage === 'over') return null;
  const label = clocks.running
    ? 'Pause'
    : stage === 'before'
      ? 'Begin the round'
      : main?.hasBegun
        ? 'Go on'
        : 'Start';
  return (
    <>
      {clocks.current && clocks.byId.get(clocks.current.id)?.hasBegun && (
        <Button onPress={() => void end()} look="quiet">
          {next ? `End, to ${next.name}` : 'End'}
        </Button>
      )}
      {main ? (
        <Button look="primary" onPress={() => void toggle()}>
          {label}
        </Button>
      ) : (
        <Button
          look="primary"
          onPress={async () => {
            const problem = await setStage(roomId, 'over');
            if (problem) showToast(problem);
          }}
        >
          Close the round
        </Button>
      )}
    </>
  );
}

function useClockKeys(toggle: () => void, end: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.code === 'KeyP') toggle();
    else if (event.code === 'KeyN') end();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
