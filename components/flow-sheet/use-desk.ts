// A desk for this screen: it lives as long as the view, and hears of every change to the records and the clocks.

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl/react';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { useScene } from '#components/room/scene/scene.ts';
import type { OpenRound } from '#components/round/use-round.ts';
import { hasBegunIn } from '#lib/model/round/clock.ts';
import { Desk } from './desk.ts';
import type { DeskAround, Said } from './desk-records.ts';

export function useDesk(round: OpenRound): { desk: Desk; said: Said | null } {
  const { state, client, discussion } = useOpenRoom();
  const { me, acts } = useScene();
  const t = useTranslations('flow.cell');
  const [said, setSaid] = useState<Said | null>(null);
  const around = useMemo<DeskAround>(
    () => ({
      format: round.format,
      clocks: round.clocks,
      side: round.me.side,
      sideOf: round.sideOf,
      isHidden: (ref) => discussion.posts.get(ref)?.post.hiddenBy !== undefined,
      me: me.participant,
      isDebater: round.me.isDebater,
      hasBegun: (slotId) => hasBegunIn(round.clocks, slotId),
      nowMs: round.nowMs,
      read: () => client?.state() ?? state,
      put: acts.put,
      say: setSaid,
      seeing: (words) => t('see', { words }),
    }),
    [round, discussion, me.participant, client, state, acts, t],
  );
  const [desk] = useState(() => new Desk(state, around));
  useEffect(() => desk.see(around.read(), around), [desk, around]);
  useSyncExternalStore(desk.subscribe, desk.version, desk.version);
  return { desk, said };
}
