// The chair's hand on the clocks: what going on, pausing and ending do, by button or by key, in whichever view.

import { useEffect, useEffectEvent } from 'react';
import { showToast } from '#components/ui/over/toast.tsx';
import type { Clock } from '#lib/model/round/clock.ts';
import { setStage } from './calls.ts';
import type { OpenRound } from './use-round.ts';

/** The clock that the round is at: the one that runs, else that of the current speech. */
export function mainClock({ clocks }: OpenRound): Clock | undefined {
  return clocks.running ?? clocks.byId.get(clocks.current?.id ?? '');
}

/** Starts the clock the round is at, or pauses it; the first start begins the round. */
export async function toggleClock(round: OpenRound, roomId: string): Promise<void> {
  const clock = mainClock(round);
  if (!clock) return;
  if (round.stage === 'before') {
    const problem = await setStage(roomId, 'on');
    if (problem) {
      showToast(problem);
      return;
    }
  }
  await round.turn(clock.id, round.clocks.running ? 'pause' : 'start');
}

export async function endSpeech({ clocks, turn }: OpenRound): Promise<void> {
  if (clocks.current) await turn(clocks.current.id, 'end');
}

/**
 * Alt+P starts and pauses, Alt+O ends and goes on to the next; for who may run the clocks. Neither is a key of the flow
 * (flow-sheet/keys.ts): they are heard while one flows, too.
 */
export function useClockKeys(round: OpenRound, roomId: string): void {
  const isHeard = round.mayRunClocks && round.stage !== 'over';
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.code === 'KeyP') void toggleClock(round, roomId);
    else if (event.code === 'KeyO') void endSpeech(round);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    if (!isHeard) return;
    const listen = (event: KeyboardEvent) => onKey(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [isHeard]);
}
