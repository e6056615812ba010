// Which cards stand in the margin, and where: all of them in the order of their passages, the surplus of crowded
// paragraphs folded, each as level with its passage as its neighbours let it. Near the screen passages stand where the
// page says, elsewhere where a paragraph's length suggests: a crowded text has more notes than can be asked for.

import { useMemo } from 'react';
import type { CardOfThread } from '#components/room/frame/discussion.ts';
import type { Ref } from '#lib/model/record.ts';
import { type BlockPlace, blockAt } from '#lib/model/text/segment.ts';
import {
  type CardWish,
  type CrowdedCard,
  type Crowds,
  foldCrowds,
  placeCards,
} from '#lib/model/threads/margin.ts';
import type { Thread } from '#lib/model/threads/thread.ts';
import type { Draft, Target } from '#lib/sync/device/drafts.ts';
import type { Geometry, Stretch } from '../text/use-geometry.ts';
import type { Row } from './margin-jump.tsx';

const gapPx = 8;
/** What a compact card usually takes, until it is measured. */
const usualHeightPx = 88;
/** The card that stands for those that gave way: one line, fixed in the style sheet too. */
const foldHeightPx = 34;
/** How far a paragraph's cards may reach beside the next paragraph, in CSS pixels. */
const slackPx = 160;

export type MarginDraft = { target: Target; draft: Draft };

/** What stands beside the text, and where the text stands. */
export type Standing = {
  cards: readonly CardOfThread[];
  drafts: readonly MarginDraft[];
  places: readonly BlockPlace[];
  geometry: Geometry;
  near: Stretch;
  active: Ref | null;
  composing: Target | null;
};

type Spot = { key: string; block: number; start: number };
type CardItem = Spot &
  ({ thread: Thread; target?: never; draft?: never } | { target: Target; draft: Draft; thread?: never });
/** What stands for the cards of a block that gave way. */
type FoldItem = Spot & { more: number; isAll: boolean; thread?: never; target?: never };
type Item = CardItem | FoldItem;

export type Placement = {
  items: readonly Item[];
  /** The open one's index; -1 without. */
  current: number;
  /** By index: what each asked for, and the height it got, in CSS pixels from the margin's top. */
  wishes: readonly CardWish[];
  tops: readonly number[];
  rows: readonly Row[];
};

/** `heights`: what the cards take, by key; `version` grows when one of them changed. */
export function usePlacement(
  { cards, drafts, places, geometry, near, active, composing }: Standing,
  heights: ReadonlyMap<string, number>,
  version: number,
): Placement {
  const all = useMemo(() => itemsOf(cards, drafts, places), [cards, drafts, places]);
  const roughly = useMemo(
    () => all.map(({ block, start }) => geometry.roughLevelOf(block, start)),
    [all, geometry],
  );
  const { indexOf, lastStart } = useMemo(() => lookupsOf(all), [all]);
  const openKey = composing ?? active;
  const opened = (openKey === null ? undefined : indexOf.get(openKey)) ?? -1;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` says that the heights changed within their Map.
  return useMemo(() => {
    const isNear = new Set(geometry.blocksIn(near));
    const crowd = all.map(
      ({ key, block, start, target }, i): CrowdedCard => ({
        top: isNear.has(block) ? geometry.levelOf(block, start) : (roughly[i] ?? 0),
        // Opening a card must not drive away those around it.
        height: (i === opened ? undefined : heights.get(key)) ?? usualHeightPx,
        block,
        kept: target !== undefined,
      }),
    );
    const limits = {
      gap: gapPx,
      foldHeight: foldHeightPx,
      slack: slackPx,
      farthest: innerHeight - slackPx,
      end: geometry.height,
    };
    const items = withFolds(all, lastStart, foldCrowds(crowd, opened < 0 ? null : opened, limits));
    const current = opened < 0 ? -1 : items.findIndex(({ key }) => key === all[opened]?.key);
    const wishes = items.map(({ key, block, start }) => ({
      top: isNear.has(block) ? geometry.levelOf(block, start) : geometry.roughLevelOf(block, start),
      height: heights.get(key) ?? usualHeightPx,
    }));
    const tops = placeCards(wishes, current < 0 ? null : current, gapPx);
    const rows = items.map((item, i) => {
      const top = tops[i] ?? 0;
      return { top, bottom: top + (wishes[i]?.height ?? 0), notes: 'more' in item ? item.more : 1 };
    });
    return { items, current, wishes, tops, rows };
  }, [all, roughly, lastStart, geometry, near, heights, version, opened]);
}

/**
 * Where each card is among all, and where the last passage of each block begins: cards come in the order of their
 * passages, so that the last of a block stays.
 */
function lookupsOf(all: readonly CardItem[]) {
  return {
    indexOf: new Map(all.map(({ key }, i) => [key, i])),
    lastStart: new Map(all.map(({ block, start }) => [block, start])),
  };
}

/** The cards that stand, with one more after those of each block where some gave way. */
function withFolds(
  all: readonly CardItem[],
  lastStart: ReadonlyMap<number, number>,
  { shown, folded }: Crowds,
): Item[] {
  const items: Item[] = shown.flatMap((i) => all[i] ?? []);
  const standing = new Set(items.map(({ block }) => block));
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
