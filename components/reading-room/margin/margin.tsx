// The margin: a card for each thread, level with its passage, the active one pinned and its neighbours pushed (U9).
// Only cards near the screen are in the page (U14).

import { X } from 'lucide-react';
import { type CSSProperties, memo, type ReactNode, useMemo } from 'react';
import { cardsBetween, placeCards } from '#lib/model/margin.ts';
import type { Ref } from '#lib/model/record.ts';
import { type BlockPlace, blockAt } from '#lib/model/segment.ts';
import type { Thread } from '#lib/model/thread.ts';
import type { Draft, Target } from '#lib/sync/drafts.ts';
import type { CardOfThread } from '../discussion.ts';
import { type Geometry, type Stretch, useHeights } from '../text/use-geometry.ts';
import { usePlainWords } from '../thread/late-markdown.tsx';
import styles from './card.module.css';
import { CompactCard } from './compact-card.tsx';

const gapPx = 8;
/** What a compact card usually takes, until it is measured. */
const usualHeightPx = 88;

export type MarginDraft = { target: Target; draft: Draft };

type Props = {
  cards: readonly CardOfThread[];
  drafts: readonly MarginDraft[];
  places: readonly BlockPlace[];
  geometry: Geometry;
  near: Stretch;
  active: Ref | null;
  composing: Target | null;
  lit: Ref | null;
  /** The inside of the active card. */
  thread: ReactNode;
  /** The inside of the card being written. */
  composer: ReactNode;
  onActivate: (thread: Ref | null) => void;
  onCompose: (target: Target) => void;
  onLight: (thread: Ref | null) => void;
};

type Item = { key: string; block: number; start: number } & (
  | { thread: Thread; target?: never; draft?: never }
  | { target: Target; draft: Draft; thread?: never }
);

export function Margin(props: Props) {
  const { cards, drafts, places, geometry, near, active, composing } = props;
  const { heights, version, measured } = useHeights();
  const items = useMemo(() => itemsOf(cards, drafts, places), [cards, drafts, places]);
  const current = items.findIndex((item) =>
    composing ? item.target === composing : item.thread?.ref === active,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` says that the heights changed within their Map.
  const { tops, wishes } = useMemo(() => {
    const wishes = items.map(({ key, block, start }) => ({
      top: geometry.levelOf(block, start, near),
      height: heights.get(key) ?? usualHeightPx,
    }));
    return { wishes, tops: placeCards(wishes, current < 0 ? null : current, gapPx) };
  }, [items, geometry, near, heights, version, current]);
  const shown = new Set(cardsBetween(wishes, tops, near.from, near.to));
  if (current >= 0) shown.add(current);
  const bottom = Math.max(0, ...tops.map((top, i) => top + (wishes[i]?.height ?? 0)));

  return (
    <aside className={styles.margin} aria-label="Notes" style={{ minBlockSize: bottom }}>
      {[...shown]
        .sort((a, b) => a - b)
        .map((i) => {
          const item = items[i];
          if (!item) return null;
          const isCurrent = i === current;
          return (
            <div
              key={item.key}
              ref={measured(item.key)}
              className={styles.card}
              data-active={isCurrent}
              data-lit={item.thread !== undefined && item.thread.ref === props.lit}
              data-resolved={item.thread?.resolvedBy !== undefined}
              style={{ translate: `0 ${Math.round(tops[i] ?? 0)}px` } as CSSProperties}
              onPointerEnter={() => props.onLight(item.thread?.ref ?? null)}
              onPointerLeave={() => props.onLight(null)}
            >
              {isCurrent && item.thread && (
                <>
                  <button
                    type="button"
                    className={styles.close}
                    aria-label="Close the thread"
                    onClick={() => props.onActivate(null)}
                  >
                    <X aria-hidden="true" />
                  </button>
                  {props.thread}
                </>
              )}
              {isCurrent && item.target && props.composer}
              {!isCurrent && item.thread && <ThreadCard thread={item.thread} onActivate={props.onActivate} />}
              {!isCurrent && item.target && (
                <DraftCard draft={item.draft} onOpen={() => props.onCompose(item.target)} />
              )}
            </div>
          );
        })}
    </aside>
  );
}

const ThreadCard = memo(function ThreadCard(props: { thread: Thread; onActivate: (thread: Ref) => void }) {
  return <CompactCard thread={props.thread} onOpen={() => props.onActivate(props.thread.ref)} />;
});

/** Words begun and left: they wait where they were begun. */
export function DraftCard({ draft, onOpen }: { draft: Draft; onOpen: () => void }) {
  return (
    <>
      <p className={styles.draft}>
        <b>Draft</b> {usePlainWords(draft.body).slice(0, 120)}
      </p>
      <button type="button" className={styles.open} onClick={onOpen} aria-label="Go on writing this note" />
    </>
  );
}

function itemsOf(
  cards: readonly CardOfThread[],
  drafts: readonly MarginDraft[],
  places: readonly BlockPlace[],
): Item[] {
  const items: Item[] = cards.map(({ thread, range, block }) => ({
    key: thread.ref,
    thread,
    block,
    start: range ? range.start - (places[block]?.start ?? 0) : 0,
  }));
  for (const { target, draft } of drafts) {
    const block = blockAt(places, draft.range?.start ?? 0);
    const start = (draft.range?.start ?? 0) - (places[block]?.start ?? 0);
    items.push({ key: target, target, draft, block, start });
  }
  return items.sort((a, b) => a.block - b.block || a.start - b.start);
}
