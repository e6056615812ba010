// A desk for this screen: it lives as long as the view, and hears of every change to the records and the clocks.

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { useScene } from '#components/room/scene/scene.ts';
import type { OpenRound } from '#components/round/use-round.ts';
import { hasBegunIn } from '#lib/model/round/clock.ts';
import { Desk } from './desk.ts';
import type { DeskAround } from './desk-records.ts';

export function useDesk(round: OpenRound): { desk: Desk; words: string } {
  const { state, client, discussion } = useOpenRoom();
  const { me, acts } = useScene();
  const [words, setWords] = useState('');
  const around = useMemo<DeskAround>(
    () => ({
      format: round.format,
      clocks: round.clocks,
      side: round.me.side,
      sideOf: round.sideOf,
      isHidden: (ref) => discussion.postOf.get(ref)?.hiddenBy !== undefined,
      me: me.participant,
      isDebater: round.me.isDebater,
      hasBegun: (slotId) => hasBegunIn(round.clocks, slotId),
      nowMs: round.nowMs,
      read: () => client?.state() ?? state,
      put: acts.put,
      say: setWords,
    }),
    [round, discussion, me.participant, client, state, acts],
  );
  const [desk] = useState(() => new Desk(state, around));
  useEffect(() => desk.see(around.read(), around), [desk, around]);
  useSyncExternalStore(desk.subscribe, desk.version, desk.version);
  return { desk, words };
}
