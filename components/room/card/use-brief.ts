// The first words of a point, as one's own side has it, where there is room for a line or two: of a card its tag.

import { shortCite } from '#lib/model/card/cite.ts';
import type { Entry, Point } from '#lib/model/record.ts';
import { useScene } from '../scene/scene.ts';
import { useCiteWords } from './use-cite-words.ts';

/** `cite` only of a card: whom it quotes. */
export type Brief = { words: string; cite?: string };

export function useBrief(entry: Entry<Point> | undefined): Brief {
  const { revised } = useScene();
  const citeWords = useCiteWords();
  if (!entry) return { words: '' };
  const { card, body = '' } = revised(entry).point;
  return card ? { words: card.tag, cite: shortCite(card.cite, citeWords) } : { words: body };
}
