// The margin: a card for each thread, level with its passage, the active one pinned and its neighbours pushed (U9). Where
// a paragraph has more than stand beside it, one card leads to all of them. Only cards near the screen are in the page (U14).

import { X } from 'lucide-react';
import { type CSSProperties, memo, type ReactNode, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl/react';
import type { CardOfThread } from '#components/room/frame/discussion.ts';
import type { Unread } from '#components/room/frame/use-unread.ts';
import { placesFor, useScene } from '#components/room/scene/scene.ts';
import { usePlainWords } from '#components/room/thread/late-markdown.tsx';
import type { Ref } from '#lib/model/record.ts';
import { type BlockPlace, blockAt } from '#lib/model/text/segment.ts';
import {
  type CrowdedCard,
  type Crowds,
  cardsBetween,
  foldCrowds,
  placeCards,
} from '#lib/model/threads/margin.ts';
import type { Thread } from '#lib/model/threads/thread.ts';
import type { Draft, Target } from '#lib/sync/device/drafts.ts';
import { type Geometry, type Stretch, useHeights } from '../text/use-geometry.ts';
import styles from './card.module.css';
import { CompactCard } from './compact-card.tsx';
import { MarginJump } from './margin-jump.tsx';

const gapPx = 8;
/** What a compact card usually takes, until it is measured. */
const usualHeightPx = 88;
/** The card that stands for those that gave way: one line, fixed in the style sheet too. */
const foldHeightPx = 34;
/** How far a paragraph's cards may reach beside the next paragraph, in CSS pixels. */
const slackPx = 160;

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
  unread: Unread;
  /** What was said has come: where nothing stands, nothing was said. */
  isKnown: boolean;
  /** The inside of the active card. */
  thread: ReactNode;
  /** The inside of the card being written. */
  composer: ReactNode;
  onActivate: (thread: Ref | null) => void;
  onCompose: (target: Target) => void;
  onLight: (thread: Ref | null) => void;
  /** All the notes of a paragraph, where the margin shows only some. */
  onList: (block: number) => void;
};

type Spot = { key: string; block: number; start: number };
type CardItem = Spot &
  ({ thread: Thread; target?: never; draft?: never } | { target: Target; draft: Draft; thread?: never });
/** What stands for the cards of a block that gave way. */
type FoldItem = Spot & { more: number; isAll: boolean; thread?: never; target?: never };
type Item = CardItem | FoldItem;

export function Margin(props: Props) {
  const { cards, drafts, places, geometry, near, active, composing } = props;
  const t = useTranslations('reading.margin');
  const mayWrite = placesFor(useScene()).length > 0;
  const marginRef = useRef<HTMLElement>(null);
  const { heights, version, measured } = useHeights();
  const all = useMemo(() => itemsOf(cards, drafts, places), [cards, drafts, places]);
  const opened = all.findIndex((item) =>
    composing ? item.target === composing : item.thread?.ref === active,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` says that the heights changed within their Map.
  const { items, current, tops, wishes, rows } = useMemo(() => {
    const wishOf = ({ key, block, start }: Spot) => ({
      top: geometry.levelOf(block, start, near),
      height: heights.get(key) ?? usualHeightPx,
    });
    const crowd = all.map((item, i): CrowdedCard => {
      const wish = { ...wishOf(item), block: item.block, kept: item.target !== undefined };
      // Opening a card must not drive away those around it.
      return i === opened ? { ...wish, height: usualHeightPx } : wish;
    });
    const limits = {
      gap: gapPx,
      foldHeight: foldHeightPx,
      slack: slackPx,
      farthest: innerHeight - slackPx,
      end: geometry.height,
    };
    const items = withFolds(all, foldCrowds(crowd, opened < 0 ? null : opened, limits));
    const current = opened < 0 ? -1 : items.findIndex(({ key }) => key === all[opened]?.key);
    const wishes = items.map(wishOf);
    const tops = placeCards(wishes, current < 0 ? null : current, gapPx);
    const rows = items.map((item, i) => {
      const top = tops[i] ?? 0;
      return { top, bottom: top + (wishes[i]?.height ?? 0), notes: 'more' in item ? item.more : 1 };
    });
    return { items, current, wishes, tops, rows };
  }, [all, geometry, near, heights, version, opened]);
  const shown = new Set(cardsBetween(wishes, tops, near.from, near.to));
  if (current >= 0) shown.add(current);
  const bottom = rows.reduce((lowest, row) => Math.max(lowest, row.bottom), 0);

  return (
    <aside ref={marginRef} className={styles.margin} aria-label={t('label')} style={{ minBlockSize: bottom }}>
      <MarginJump marginRef={marginRef} rows={rows} />
      {[...shown]
        .sort((a, b) => a - b)
        .map((i) => {
          const item = items[i];
          if (!item) return null;
          const isOpen = i === current;
          return (
            <div
              key={item.key}
              ref={measured(item.key)}
              className={styles.card}
              data-card=""
              data-active={isOpen}
              data-writing={isOpen && item.target !== undefined}
              data-fold={'more' in item}
              data-lit={item.thread !== undefined && item.thread.ref === props.lit}
              data-resolved={item.thread?.resolvedBy !== undefined}
              style={{ translate: `0 ${Math.round(tops[i] ?? 0)}px` } as CSSProperties}
              onPointerEnter={() => props.onLight(item.thread?.ref ?? null)}
              onPointerLeave={() => props.onLight(null)}
            >
              {isOpen && item.thread && (
                <>
                  <button
                    type="button"
                    className={styles.close}
                    aria-label={t('close')}
                    onClick={() => props.onActivate(null)}
                  >
                    <X aria-hidden="true" />
                  </button>
                  {props.thread}
                </>
              )}
              {isOpen && item.target && props.composer}
              {!isOpen && item.thread && (
                <ThreadCard
                  thread={item.thread}
                  news={props.unread.get(item.thread.ref)?.length ?? 0}
                  onActivate={props.onActivate}
                />
              )}
              {!isOpen && item.target && (
                <DraftCard draft={item.draft} onOpen={() => props.onCompose(item.target)} />
              )}
              {'more' in item && (
                <button type="button" className={styles.more} onClick={() => props.onList(item.block)}>
                  {t(item.isAll ? 'all' : 'more', { count: item.more })}
                </button>
              )}
            </div>
          );
        })}
      {all.length === 0 && mayWrite && props.isKnown && (
        <p className={styles.hint} style={{ insetBlockStart: geometry.levelOf(0, 0, near) }}>
          {t('hint')}
        </p>
      )}
    </aside>
  );
}

const ThreadCard = memo(function ThreadCard({
  thread,
  news,
  onActivate,
}: {
  thread: Thread;
  news: number;
  onActivate: (thread: Ref) => void;
}) {
  return <CompactCard thread={thread} news={news} onOpen={() => onActivate(thread.ref)} />;
});

/** Words begun and left: they wait where they were begun. */
export function DraftCard({ draft, onOpen }: { draft: Draft; onOpen: () => void }) {
  const t = useTranslations('reading.margin');
  return (
    <>
      <p className={styles.draft}>
        <b>{t(draft.card ? 'card' : 'draft')}</b> <bdi>{usePlainWords(draft.body).slice(0, 120)}</bdi>
      </p>
      <button
        type="button"
        className={styles.open}
        onClick={onOpen}
        aria-label={t(draft.card ? 'goOnCard' : 'goOnDraft')}
      />
    </>
  );
}

/** The cards that stand, with one more after those of each block where some gave way. */
function withFolds(all: readonly CardItem[], { shown, folded }: Crowds): Item[] {
  const items: Item[] = shown.flatMap((i) => all[i] ?? []);
  const standing = new Set(items.map(({ block }) => block));
  // They come in the order of their passages, so that the last of a block stays.
  const lastStart = new Map(all.map(({ block, start }) => [block, start]));
  for (const [block, more] of folded) {
    const start = lastStart.get(block) ?? 0;
    items.push({ key: `more:${block}`, block, start, more, isAll: !standing.has(block) });
  }
  // A stable sort: the card for the rest comes after the others of its block.
  return items.sort((a, b) => a.block - b.block);
}

function itemsOf(
  cards: readonly CardOfThread[],
  drafts: readonly MarginDraft[],
  places: readonly BlockPlace[],
): CardItem[] {
  const items: CardItem[] = cards.map(({ thread, range, block }) => ({
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
