// What a card does to its passage, with the reasons, as the rules of lib/model/card see it.

import type { CardWords } from '#lib/model/card/card.ts';
import type { Card } from '#lib/model/record.ts';

export function useFlags(_card: Pick<Card, 'tag' | 'marks'>, _said: CardWords): readonly string[] {
  return [];
}
