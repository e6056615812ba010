// Where the cards of the margin stand: each as level with its passage as its neighbours let it (U9), and which give way
// where a paragraph has more of them than room. Pure arithmetic.

/** A card's wish and its size, in CSS pixels from the top of the text. Cards come in the order of their passages. */
export type CardWish = { top: number; height: number };

/**
 * Gives each card's top: in order, never closer than `gap`, never overlapping. The active card (by index) is exactly
 * level with its passage; those before it give way upwards, those after it downwards. Without one, earlier cards
 * have the right of way.
 */
export function placeCards(cards: readonly CardWish[], active: number | null, gap: number): number[] {
  const tops = pushDown(cards, 0, Number.NEGATIVE_INFINITY, gap);
  const pinned = active === null ? undefined : cards[active];
  if (active === null || !pinned) return tops;
  tops[active] = pinned.top;
  const below = pushDown(cards, active + 1, pinned.top + pinned.height + gap, gap);
  tops.splice(active + 1, tops.length, ...below);
  let ceiling = pinned.top - gap;
  for (let i = active - 1; i >= 0; i--) {
    const height = cards[i]?.height ?? 0;
    const top = Math.min(tops[i] ?? 0, ceiling - height);
    tops[i] = top;
    ceiling = top - gap;
  }
  return tops;
}

/**
 * The cards that may have to give way to the others of their paragraph: what each wishes, in CSS pixels from the top of
 * the text, and its block. As columns: ten thousand objects at every step of a scroll cost more than the arithmetic.
 */
export type CardColumns = {
  tops: ArrayLike<number>;
  heights: ArrayLike<number>;
  blocks: ArrayLike<number>;
  /** Those that never give way, by index. */
  kept: ReadonlySet<number>;
};

/** All in CSS pixels; `end`: where the text ends. */
export type CrowdLimits = {
  gap: number;
  /** The height of the card that stands for those that gave way: no more than the shortest paragraph takes. */
  foldHeight: number;
  /** How far a paragraph's cards may reach down beside the next one that has any. */
  slack: number;
  /** How far a card may stand below its passage. */
  farthest: number;
  end: number;
};

/** Which cards stand in the margin, and how many of each block gave way: for those, one card after the block's others. */
export type Crowds = { shown: readonly number[]; folded: ReadonlyMap<number, number> };

/**
 * Lets the surplus of crowded paragraphs give way, so that no card drifts far from its words and the margin does not
 * outgrow the text. Cards come in the order of their passages. The active card stays, and of its paragraph's earlier
 * ones those that can stand above it.
 */
export function foldCrowds(cards: CardColumns, active: number | null, limits: CrowdLimits): Crowds {
  const { tops, blocks } = cards;
  const { gap, foldHeight, slack, end } = limits;
  const shown: number[] = [];
  const folded = new Map<number, number>();
  let pile: Pile = { edge: Number.NEGATIVE_INFINITY, height: 0 };
  for (let from = 0, to = 0; from < blocks.length; from = to) {
    while (to < blocks.length && blocks[to] === blocks[from]) to++;
    const block = { from, to };
    const floor = (tops[to] ?? end) + slack;
    const all = standingIn(block, cards, active, pile, floor, limits);
    const isCrowded = all.taken.length < to - from;
    const some = isCrowded ? standingIn(block, cards, active, pile, floor - gap - foldHeight, limits) : all;
    for (const i of some.taken) shown.push(i);
    pile = some.pile;
    if (!isCrowded) continue;
    folded.set(blocks[from] ?? 0, to - from - some.taken.length);
    pile = {
      edge: Math.max(tops[to - 1] ?? 0, pile.edge) + foldHeight + gap,
      height: pile.height + foldHeight + gap,
    };
  }
  return { shown, folded };
}

/** Which cards touch the stretch between two heights: the only ones that need to be in the page (U14). */
export function cardsBetween(
  cards: readonly CardWish[],
  tops: readonly number[],
  from: number,
  to: number,
): number[] {
  return cards.flatMap((card, i) => {
    const top = tops[i] ?? 0;
    return top + card.height > from && top < to ? [i] : [];
  });
}

function pushDown(cards: readonly CardWish[], first: number, floor: number, gap: number): number[] {
  const tops: number[] = [];
  let lowest = floor;
  for (let i = first; i < cards.length; i++) {
    const card = cards[i];
    if (!card) break;
    const top = Math.max(card.top, lowest);
    tops.push(top);
    lowest = top + card.height + gap;
  }
  return tops;
}

/** The cards so far: where the next may begin, and how high they would be without any room between. */
type Pile = { edge: number; height: number };

/** Those of a block's cards, `from` the first up to and without `to`, that stand above `floor`, below what stands already. */
function standingIn(
  { from, to }: { from: number; to: number },
  { tops, heights, blocks, kept }: CardColumns,
  active: number | null,
  below: Pile,
  floor: number,
  { gap, farthest }: CrowdLimits,
): { taken: number[]; pile: Pile } {
  const isActiveHere = active !== null && blocks[active] === blocks[from];
  const ceiling = isActiveHere ? (tops[active] ?? 0) : Number.POSITIVE_INFINITY;
  const taken: number[] = [];
  let { edge, height: stacked } = below;
  for (let i = from; i < to; i++) {
    const [top = 0, height = 0] = [tops[i], heights[i]];
    const bottom = Math.max(top, edge) + height;
    const hasRoom = bottom - height - top <= farthest && bottom <= floor;
    const isAbove = isActiveHere && i < active;
    const staysOnPage = !isAbove || stacked + height + gap <= ceiling;
    if (i !== active && !kept.has(i) && !(hasRoom && staysOnPage)) continue;
    taken.push(i);
    edge = bottom + gap;
    stacked += height + gap;
  }
  return { taken, pile: { edge, height: stacked } };
}

/** The part of the window that shows the text, in CSS pixels from its top. */
export type Sight = { top: number; bottom: number };

/**
 * How high in the window a passage should stand for it and the card beside it to be in sight: where it is, if that does;
 * else at a third, or as high as the card needs. Never above the sight's top: of a card that is too long, the start shows.
 */
export function levelInSight(level: number, cardHeight: number, { top, bottom }: Sight): number {
  const isInSight = level >= top && level < bottom - (bottom - top) / 10;
  const wished = isInSight ? level : top + (bottom - top) / 3;
  return Math.max(top, Math.min(wished, bottom - cardHeight));
}
