// Where one reads, so that another version of the text can be shown without losing it: the first paragraph in sight,
// found again by its words.

import type { Anchor } from '#lib/model/record.ts';
import { type BlockPlace, blockAt } from '#lib/model/text/segment.ts';
import type { Passages } from '../scene/passages.ts';

/** A paragraph, and how high in the window it stands, in CSS pixels. */
export type ReadingPlace = { version: number; anchor: Anchor; top: number };

/** The first paragraph that reaches below the top bar; null where no text is on screen. */
export function placeInSight(
  version: number,
  passages: Passages,
  places: readonly BlockPlace[],
): ReadingPlace | null {
  for (const block of document.querySelectorAll<HTMLElement>('[data-block]')) {
    const { top, bottom } = block.getBoundingClientRect();
    const place = places[Number(block.dataset.block)];
    if (bottom < barHeight() || !place || place.length === 0) continue;
    const anchor = passages.describe({ start: place.start, end: place.start + place.length });
    return { version, anchor, top };
  }
  return null;
}

/** Scrolls so that the paragraph stands as high as it did; stays where it is when the paragraph is gone. */
export function returnTo(
  { anchor, top }: ReadingPlace,
  passages: Passages,
  places: readonly BlockPlace[],
): void {
  const range = passages.locate(anchor);
  const block = range && document.querySelector(`[data-block="${blockAt(places, range.start)}"]`);
  if (block) scrollBy({ top: block.getBoundingClientRect().top - top, behavior: 'instant' });
}

function barHeight(): number {
  return document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
}
