'use client';
// The desk: the text, the notes beside it, and everything that happens between the two. It shows records and calls acts;
// it neither connects nor decides what is allowed.

import { useCallback, useMemo, useRef, useState } from 'react';
import { isCardTarget, useNewDrafts } from '#components/room/compose/use-draft.ts';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { useAttention } from '#components/room/frame/use-attention.ts';
import { useScene } from '#components/room/scene/scene.ts';
import { useManners } from '#components/ui/device/manners.tsx';
import { type Layout, useLayout } from '#components/ui/device/use-media.ts';
import type { Manners } from '#lib/model/manners.ts';
import type { Ref } from '#lib/model/record.ts';
import { readingDirection } from '#lib/model/text/direction.ts';
import { noFilter } from '#lib/model/threads/filter.ts';
import type { Target } from '#lib/sync/device/drafts.ts';
import styles from './desk/desk.module.css';
import { DeskNotes } from './desk/desk-notes.tsx';
import { DeskText } from './desk/desk-text.tsx';
import { useDeskParts } from './desk/use-desk-parts.ts';
import { FilterStrip } from './find/filter-strip.tsx';
import { useFilter } from './find/use-filter.ts';
import { useNews } from './find/use-news.ts';
import { useWalk } from './find/use-walk.ts';
import type { Overlap } from './highlights/overlap-chooser.tsx';
import { SlimBar } from './margin/slim-bar.tsx';
import { useArrival } from './opening/use-arrival.ts';
import { useEscape } from './opening/use-escape.ts';
import { useOpenInHistory } from './opening/use-open-in-history.ts';
import { useOpenPoint } from './opening/use-open-point.ts';
import { useOpening } from './opening/use-opening.ts';
import { useScrollOfReading } from './readings/use-readings.ts';
import { partsOf } from './text/contents.tsx';
import { DensityStrip } from './text/density-strip.tsx';
import { useAboveSheet } from './text/use-above-sheet.ts';
import { useGeometry } from './text/use-geometry.ts';

/** With the notes out of the margin a wide screen shows them as a narrower one does: in a panel (U12). */
function layoutWith(margin: Manners['margin'], layout: Layout): Layout {
  return layout === 'wide' && margin !== 'open' ? 'middle' : layout;
}

export function ReadingDesk() {
  const { reading, state, places, discussion: all, unread, attend } = useOpenRoom();
  const attention = useAttention();
  const { drafts } = useScene();
  const finding = useFilter();
  /** What the filter lets through: text, margin and lists show the same. */
  const discussion = finding.found;
  const articleRef = useRef<HTMLElement>(null);
  const { margin } = useManners();
  const layout = layoutWith(margin, useLayout());
  const { blocks } = reading;
  const { active, composing, panel } = attention;
  const geometry = useGeometry(articleRef, places);
  const newDrafts = useNewDrafts(drafts, composing, reading.id);
  const opening = useOpening(articleRef, places, discussion, attend);
  const { close } = opening;
  const open = useOpenPoint(opening, finding);
  const walk = useWalk(discussion, open);
  const news = useNews(unread, state.entries, state.firstSync === 'synced');
  useScrollOfReading(reading.id);
  useEscape(close);
  useOpenInHistory(attention, attend);
  useArrival(articleRef, open);

  const [overlap, setOverlap] = useState<Overlap | null>(null);
  /** A card is made in a dialog over the page, not in the margin. */
  const note = isCardTarget(composing) ? null : composing;
  const isPanelOpen = layout !== 'wide' && (active ?? note ?? panel) !== null;
  const parts = useDeskParts(active ?? note ?? panel?.kind ?? (overlap && 'overlap'), () => {
    setOverlap(null);
    close();
  });
  const compose = useCallback((target: Target) => attend({ type: 'compose', target }), [attend]);
  const light = useCallback((ref: Ref | null) => attend({ type: 'light', ref }), [attend]);
  const atHand = composing ? newDrafts.find(({ target }) => target === composing)?.draft.range : undefined;
  useAboveSheet(
    articleRef,
    places,
    layout === 'narrow' ? (atHand ?? (active && discussion.posts.get(active)?.range)) : null,
  );
  const direction = useMemo(() => readingDirection(blocks), [blocks]);
  const both = {
    ...{ articleRef, finding, layout, geometry, parts, drafts: newDrafts },
    ...{ onOpen: open, onCompose: compose, onLight: light },
  };

  return (
    <main className={styles.desk} data-panel={isPanelOpen} data-margin={margin} data-direction={direction}>
      {finding.isFiltering && (
        <FilterStrip
          shown={discussion.cards.length + discussion.elsewhere.length}
          all={all.cards.length + all.elsewhere.length}
          onAll={() => finding.choose(noFilter)}
        />
      )}
      <DensityStrip
        cards={discussion.cards}
        length={places.reduce((sum, { length }) => sum + length + 1, 0)}
      />
      <DeskText {...both} overlap={overlap} onOverlap={setOverlap} />
      <DeskNotes {...both} opening={opening} note={note} />
      {parts && <parts.NewsPill news={news} onShow={(post) => open(post.ref, { focus: true })} />}
      <SlimBar
        count={discussion.cards.length}
        news={unread.size}
        onNext={walk.next}
        hasContents={partsOf(blocks).length > 1}
        onNotes={() => attend({ type: 'list', panel: { kind: 'notes', block: null } })}
        onContents={() => attend({ type: 'list', panel: { kind: 'contents' } })}
      />
    </main>
  );
}
