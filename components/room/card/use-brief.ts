// The first words of a point where there is room for a line or two: of a card its tag, as one's own side has it.

import { shortCite } from '#lib/model/card/cite.ts';
import type { Entry, Point } from '#lib/model/record.ts';
import { useRevised } from './use-card.ts';

/** `cite` only of a card: whom it quotes. */
export type Brief = { words: string; cite?: string };

export function useBrief(entry: Entry<Point> | undefined): Brief {
  const revised = useRevised();
  if (!entry?.value.card) return { words: entry?.value.body ?? '' };
  const { card } = revised(entry).point;
  return card ? { words: card.tag, cite: shortCite(card.cite) } : { words: '' };
}
