// In which direction a text is read: by its first strong letter, as browsers decide `dir="auto"`. Derived, never kept.

import type { Block } from './text.ts';

export type Direction = 'ltr' | 'rtl';

// The scripts written from right to left; Unicode's bidirectional classes are not in regular expressions.
const rightToLeft =
  /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Samr}\p{sc=Mand}\p{sc=Adlm}\p{sc=Rohg}]/u;

/** The direction of the first letter; undefined where there is none, as in “1984” or “—”. */
export function directionOf(text: string): Direction | undefined {
  const [letter] = /\p{L}/u.exec(text) ?? [];
  if (letter === undefined) return undefined;
  return rightToLeft.test(letter) ? 'rtl' : 'ltr';
}

/**
 * The direction that most of a text is written in, block by block: an English title or motto does not turn an Arabic
 * reading round. It decides on which side numbers and notes stand.
 */
export function readingDirection(blocks: readonly Pick<Block, 'text'>[]): Direction {
  let lean = 0;
  for (const { text } of blocks) {
    const direction = directionOf(text);
    if (direction) lean += direction === 'rtl' ? text.length : -text.length;
  }
  return lean > 0 ? 'rtl' : 'ltr';
}
