// The round of this room as every part of it reads it: the format, the clocks, who one is in it, and what one may do.

import { useMemo } from 'react';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { newRecordId } from '#components/room/scene/acts.ts';
import { useScene, verdictOn } from '#components/room/scene/scene.ts';
import { maySetRound } from '#lib/model/permission.ts';
import type { ClockAct, ParticipantId } from '#lib/model/record.ts';
import { type ClockId, type Clocks, clocksOf } from '#lib/model/round/clock.ts';
import type { Format } from '#lib/model/round/format.ts';
import { type FormatChoice, formatOf } from '#lib/model/round/presets.ts';
import { isDebater, type RoundStage, type Seat } from '#lib/model/round/rule.ts';

export type OpenRound = {
  choice: FormatChoice;
  format: Format;
  stage: RoundStage;
  clocks: Clocks;
  me: Seat & { isDebater: boolean };
  maySet: boolean;
  mayRunClocks: boolean;
  sideOf(participant: ParticipantId): string | null;
  /** The server's time in ms. */
  nowMs(): number;
  turn(clock: ClockId, act: ClockAct): Promise<void>;
};

/** Null where the room holds no round yet. */
export function useRound(): OpenRound | null {
  const { state, client, settings } = useOpenRoom();
  const { me, people, room, acts } = useScene();
  const { round } = settings;
  const format = useMemo(() => round && formatOf(round.format), [round]);
  const clocks = useMemo(() => format && clocksOf(state.entries.values(), format), [format, state.entries]);
  return useMemo(() => {
    if (!round || !format || !clocks) return null;
    const part = me.part ?? null;
    const seat = { side: state.side, part };
    const nowMs = () => client?.serverNowMs() ?? Date.now();
    const wish = { type: 'clock', speech: format.slots[0]?.id ?? '', act: 'start', at: '' } as const;
    return {
      choice: round.format,
      format,
      stage: round.stage,
      clocks,
      me: { ...seat, isDebater: isDebater(seat) },
      maySet: maySetRound(me.role, part, round.stage),
      mayRunClocks: verdictOn({ me, room }, 'room', { before: undefined, after: wish }).ok,
      sideOf: (participant) => people.get(participant)?.side ?? null,
      nowMs,
      turn: (speech, act) =>
        acts.put('room', newRecordId(), { type: 'clock', speech, act, at: new Date(nowMs()).toISOString() }),
    };
  }, [round, format, clocks, me, room, people, state.side, client, acts]);
}
