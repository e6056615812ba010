'use client';
// The flow of a round: clocks, sheets as tabs, the grid, and its keys. Without a round it says how to make one.

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { BallotPanel } from '#components/round/ballot-panel.tsx';
import { ClockBar } from '#components/round/clock-bar.tsx';
import { RoundSetup } from '#components/round/round-setup.tsx';
import { type OpenRound, useRound } from '#components/round/use-round.ts';
import { useLayout } from '#components/ui/device/use-media.ts';
import spoken from '#components/ui/spoken.module.css';
import { FlowGrid } from './flow-grid.tsx';
import { FlowList } from './flow-list.tsx';
import styles from './flow-view.module.css';
import { Legend } from './legend.tsx';
import { SheetTabs } from './sheet-tabs.tsx';
import { useDesk } from './use-desk.ts';

export function FlowView() {
  const round = useRound();
  const { info } = useOpenRoom();
  const t = useTranslations('flow');
  return (
    <main className={styles.view}>
      <h1 className={spoken.only}>{t('title', { title: info.room.title })}</h1>
      {round && <ClockBar round={round} roomId={info.room.id} />}
      <RoundSetup round={round} />
      {round && <BallotPanel round={round} />}
      {/* The key: another format is another grid, and the cursor begins anew. */}
      {round && (
        <Sheets key={round.format.name + round.format.slots.map(({ id }) => id).join()} round={round} />
      )}
    </main>
  );
}

function Sheets({ round }: { round: OpenRound }) {
  const t = useTranslations('flow.said');
  const { desk, said } = useDesk(round);
  const [isNarrow, setNarrow] = useState(false);
  const layout = useLayout();
  // The server cannot know how wide the screen is: the grid comes first, and scrolls where it must.
  useEffect(() => setNarrow(layout === 'narrow'), [layout]);
  return (
    <>
      <SheetTabs desk={desk} round={round} />
      {isNarrow ? <FlowList desk={desk} round={round} /> : <FlowGrid desk={desk} round={round} />}
      <p className={styles.words} role="status">
        {said && t(said)}
      </p>
      {!isNarrow && <Legend />}
    </>
  );
}
