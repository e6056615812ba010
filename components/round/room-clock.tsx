'use client';
// The clocks in the bar of every view: what runs and what it has left, as small as it goes, and all of them behind it. It
// hears the chair's keys and rings the bell, so it is there in the flow, too, where the clocks stand in full and it shows
// nothing.

import { useTranslations } from 'use-intl/react';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { PopoverButton } from '#components/ui/over/popover.tsx';
import spoken from '#components/ui/spoken.module.css';
import { leftMs, prepClockId } from '#lib/model/round/clock.ts';
import { benchOf, slotOf } from '#lib/model/round/format.ts';
import { mainClock, useClockKeys } from './chair.ts';
import { ClockBar } from './clock-bar.tsx';
import { clockFace, clockName } from './clock-words.ts';
import styles from './room-clock.module.css';
import { bell, useBell } from './use-bell.ts';
import { useNow } from './use-now.ts';
import { type OpenRound, useRound } from './use-round.ts';

/** `isInFull`: the view below has the whole clocks. */
export function RoomClock({ isInFull }: { isInFull: boolean }) {
  const round = useRound();
  return round && <Heard round={round} isInFull={isInFull} />;
}

function Heard({ round, isInFull }: { round: OpenRound; isInFull: boolean }) {
  const { info } = useOpenRoom();
  const { running } = round.clocks;
  const now = useNow(round.nowMs, running);
  useClockKeys(round, info.room.id);
  // Before the first tick nothing is known of the time: a page that opens near the end rings for nothing that was before.
  useBell(bell.use() && running && now > 0 ? leftMs(running, now) : null);
  // Before the round nobody but its chair has a use for clocks that stand still.
  const isOfUse = round.stage === 'on' || (round.stage === 'before' && round.mayRunClocks);
  if (isInFull || !isOfUse || !mainClock(round)) return null;
  return <Face round={round} roomId={info.room.id} now={now} />;
}

function Face({ round, roomId, now }: { round: OpenRound; roomId: string; now: number }) {
  const t = useTranslations('round.clocks');
  const clock = mainClock(round);
  if (!clock) return null;
  const left = leftMs(clock, now);
  const name = clockName(round.format, clock.id, t);
  const slot = slotOf(round.format, clock.id);
  const side = round.format.sides.find(({ id }) => prepClockId(id) === clock.id);
  return (
    <PopoverButton
      title={t('title')}
      className={styles.clock}
      face={
        <>
          <span className={spoken.only}>{t('spoken')} </span>
          <span className={styles.name} data-bench={slot ? benchOf(round.format, slot) : side?.bench}>
            {name}{' '}
          </span>
          <span className={styles.left} data-running={clock.runsSinceMs !== null} data-over={left < 0}>
            {clockFace(left)}
          </span>
          {round.format.prepSeconds > 0 && <Preps round={round} now={now} />}
        </>
      }
    >
      <ClockBar round={round} roomId={roomId} />
    </PopoverButton>
  );
}

function Preps({ round, now }: { round: OpenRound; now: number }) {
  const t = useTranslations('round.clocks');
  return (
    <span className={styles.preps}>
      {' '}
      {t('prep')}{' '}
      {round.format.sides.map(({ id, name, bench }) => {
        const clock = round.clocks.byId.get(prepClockId(id));
        return (
          clock && (
            <span key={id}>
              <b data-bench={bench}>{name}</b> {clockFace(leftMs(clock, now))}{' '}
            </span>
          )
        );
      })}
    </span>
  );
}
