// A card's words, and making one from a selection. A card on a passage owns no words: it has its reading's.

import type { Anchor, Card, Cite, MarkKind, Point } from '../record.ts';
import { describe, locate } from '../text/anchor.ts';
import type { Range } from '../text/text.ts';
import { normalised } from './marks.ts';

export type CardWords = {
  words: string;
  /**
   * `reading`: the reading has these words. `changed`: it had them in an earlier version, in which the card was cut.
   * `lost`: so long a passage is kept by its two ends alone, and these are all there is. `unchecked`: brought in
   * without its reading; on screen *source not checked*.
   */
  source: 'reading' | 'changed' | 'lost' | 'unchecked';
};

/**
 * What a card says. Marks count in these words, except where they are `lost`.
 * @param text the canonical text of the reading that its anchor names, as it is now; undefined where it is not at hand.
 */
export function cardWords({ anchor, card }: Pick<Point, 'anchor' | 'card'>, text?: string): CardWords {
  if (!anchor) return { words: card?.text ?? '', source: 'unchecked' };
  const found = text === undefined ? { state: 'gone' as const } : locate(anchor, text);
  if (text !== undefined && found.state !== 'gone')
    return { words: text.slice(found.start, found.end), source: 'reading' };
  return { words: anchor.quote, source: anchor.hash === undefined ? 'changed' : 'lost' };
}

/** What one starts from: the selected words are those one means to read. */
const firstMarks: readonly MarkKind[] = ['underline', 'highlight'];

/**
 * A card from a selection: the whole paragraphs that it touches, with marks on the selected words.
 * @throws RangeError for an empty selection or one outside the text.
 */
export function cardFrom(
  selection: Range,
  text: string,
  where: { reading: string; edition: string },
  { tag, cite, kinds = firstMarks }: { tag: string; cite: Cite; kinds?: readonly MarkKind[] },
): { anchor: Anchor; card: Card } {
  const whole = paragraphsOf(selection, text);
  const anchor = describe(whole, text, where);
  const marks = kinds.map((kind) => ({
    kind,
    start: selection.start - anchor.start,
    end: selection.end - anchor.start,
  }));
  return { anchor, card: { tag, cite, marks: normalised(marks, anchor.end - anchor.start) } };
}

/** The paragraphs of a canonical text that a range touches, whole. */
export function paragraphsOf({ start, end }: Range, text: string): Range {
  const before = text.lastIndexOf('\n', start - 1);
  const after = text.indexOf('\n', Math.max(start, end - 1));
  return { start: start === 0 ? 0 : before + 1, end: after < 0 ? text.length : after };
}
