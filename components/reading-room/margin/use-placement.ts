// Which cards stand in the margin, and where: all of them in the order of their passages, the surplus of crowded
// paragraphs folded, each as level with its passage as its neighbours let it. Near the screen passages stand where the
// page says, elsewhere where a paragraph's length suggests: a crowded text has more notes than can be asked for.

import { useDeferredValue, useMemo } from 'react';
import type { CardOfThread } from '#components/room/frame/discussion.ts';
import type { Unread } from '#components/room/frame/use-unread.ts';
import type { Ref } from '#lib/model/record.ts';
import { type BlockPlace, blockAt } from '#lib/model/text/segment.ts';
import { type CardWish, type Crowds, foldCrowds, placeCards } from '#lib/model/threads/margin.ts';
import type { Thread } from '#lib/model/threads/thread.ts';
import type { Draft, Target } from '#lib/sync/device/drafts.ts';
import type { Geometry, Stretch } from '../text/use-geometry.ts';
import { draftHeight, likelyHeight } from './likely-height.ts';
import type { Row } from './margin-jump.tsx';

const gapPx = 8;
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
  unread: Unread;
  active: Ref | null;
  composing: Target | null;
};

type Spot = { key: string; block: number; start: number };
type CardItem = Spot &
  ({ thread: Thread; target?: never; draft?: never } | { target: Target; draft: Draft; thread?: never });
/** What stands for the cards of a block that gave way. */
type FoldItem = Spot & { more: number; isAll: boolean; thread?: never; target?: never };
export type Item = CardItem | FoldItem;

export type Placement = {
  items: readonly Item[];
  /** The open one's index; -1 without. */
  current: number;
  /** The index of the one that has its level and its room, as the open one has a moment later; -1 without. */
  pinned: number;
  /** By index: what each asked for, and the height it got, in CSS pixels from the margin's top. */
  wishes: readonly CardWish[];
  tops: readonly number[];
  rows: readonly Row[];
};

/** Under which name a card's height is kept: what it takes while it is open says nothing of what it takes else. */
export function measuredAs(key: string, isOpen: boolean): string {
  return isOpen ? `open ${key}` : key;
}

/** `heights`: what the cards take, by name, where it was measured; `version` grows when one of them changed. */
export function usePlacement(
  { cards, drafts, places, geometry, near, active, composing, unread }: Standing,
  heights: ReadonlyMap<string, number>,
  version: number,
): Placement {
  const all = useMemo(() => itemsOf(cards, drafts, places), [cards, drafts, places]);
  const columns = useMemo(() => columnsOf(all), [all]);
  const likely = useMemo(
    () => columnOf(all, ({ thread }) => (thread ? likelyIn(thread, unread) : draftHeight)),
    [all, unread],
  );
  const roughly = useMemo(
    () => columnOf(all, ({ block, start }) => geometry.roughLevelOf(block, start)),
    [all, geometry],
  );
  const openKey = composing ?? active;
  // What is opened or left is so at once, where it stands; its neighbours make room after the frame that shows it.
  const lately = useDeferredValue(openKey);
  const [wished, before] = useMemo(
    () => [indexIn(all, openKey), indexIn(all, lately)],
    [all, openKey, lately],
  );
  const levels = useMemo(() => {
    const exact = roughly.slice();
    for (const block of geometry.blocksIn(near))
      for (let i = columns.firstOf.get(block) ?? all.length; all[i]?.block === block; i++)
        exact[i] = geometry.levelOf(block, all[i]?.start ?? 0);
    return exact;
  }, [all, columns, roughly, geometry, near]);
  // By their likely heights: neither what is measured nor an open card brings others or drives them away.
  const standsFor = useMemo(() => {
    const limits = {
      ...{ gap: gapPx, foldHeight: foldHeightPx, slack: slackPx },
      ...{ farthest: innerHeight - slackPx, end: geometry.height },
    };
    const wishes = { ...columns, tops: levels, heights: likely };
    return (opened: number | null) => standsOf(all, columns, foldCrowds(wishes, opened, limits));
  }, [all, columns, levels, likely, geometry]);
  const standing = useMemo(() => standsFor(before), [standsFor, before]);
  // What gave way to others has no place to open at yet.
  const opened = wished === null || cardAt(standing, wished) >= 0 ? before : wished;
  const stands = useMemo(
    () => (opened === before ? standing : standsFor(opened)),
    [standsFor, standing, before, opened],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` says that the heights changed within their Map.
  return useMemo(() => {
    const [current, pinned] = [cardAt(stands, wished), cardAt(stands, opened)];
    const wishes = stands.map(({ index, item }, i) => ({
      top: levels[index] ?? 0,
      height:
        heights.get(measuredAs(item.key, i === pinned)) ??
        ('more' in item ? foldHeightPx : (likely[index] ?? 0)),
    }));
    const tops = placeCards(wishes, pinned < 0 ? null : pinned, gapPx);
    const rows = stands.map(({ item }, i) => {
      const top = tops[i] ?? 0;
      return { top, bottom: top + (wishes[i]?.height ?? 0), notes: 'more' in item ? item.more : 1 };
    });
    return { items: stands.map(({ item }) => item), current, pinned, wishes, tops, rows };
  }, [stands, levels, likely, heights, version, opened, wished]);
}

function likelyIn(thread: Thread, unread: Unread): number {
  return likelyHeight(thread, unread.get(thread.ref)?.length ?? 0);
}

/** What does not change while one scrolls; `firstOf`: where the cards of each block begin. */
function columnsOf(all: readonly CardItem[]) {
  const firstOf = new Map<number, number>();
  const kept = new Set<number>();
  all.forEach(({ block, target }, i) => {
    if (block !== all[i - 1]?.block) firstOf.set(block, i);
    if (target !== undefined) kept.add(i);
  });
  return { firstOf, blocks: columnOf(all, ({ block }) => block), kept };
}

/** One number of each: far cheaper than `Float64Array.from`, which asks an iterator. */
function columnOf(all: readonly CardItem[], number: (item: CardItem) => number): Float64Array {
  const column = new Float64Array(all.length);
  all.forEach((item, i) => {
    column[i] = number(item);
  });
  return column;
}

function indexIn(all: readonly CardItem[], wanted: string | null): number | null {
  const index = wanted === null ? -1 : all.findIndex(({ key }) => key === wanted);
  return index < 0 ? null : index;
}

/** What stands, and whose level it has: a card its own, the one for those that gave way that of its block's last card. */
type Stand = { item: Item; index: number };

/** Where a card stands among them; -1 for none and for one that gave way. */
function cardAt(stands: readonly Stand[], card: number | null): number {
  return stands.findIndex(({ item, index }) => index === card && !('more' in item));
}

/** The cards that stand, with one more after those of each block where some gave way. */
function standsOf(
  all: readonly CardItem[],
  { firstOf, blocks }: ReturnType<typeof columnsOf>,
  { shown, folded }: Crowds,
): Stand[] {
  const stands: Stand[] = [];
  let next = 0;
  for (const [block, first] of firstOf) {
    const before = next;
    for (let i = shown[next]; i !== undefined && blocks[i] === block; i = shown[++next])
      stands.push({ item: all[i] as CardItem, index: i });
    const more = folded.get(block);
    if (more === undefined) continue;
    const index = first + more + next - before - 1;
    const item = { key: `more:${block}`, block, start: all[index]?.start ?? 0, more, isAll: next === before };
    stands.push({ item, index });
  }
  return stands;
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
