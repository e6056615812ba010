// Where the cards of the margin stand: each as level with its passage as its neighbours let it (U9). Pure arithmetic.

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
