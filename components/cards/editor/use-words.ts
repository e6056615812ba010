// Choosing words of a card by mouse, finger or keyboard, exactly as in the text of the reading room: paragraphs take the
// focus, Enter begins, arrows go on by word. Offsets are the card's own.

import { type RefObject, useCallback, useMemo, useRef } from 'react';
import { useKeyboardSelection } from '#components/reading-room/selection/use-keyboard-selection.ts';
import { usePassageSelection } from '#components/reading-room/selection/use-passage-selection.ts';
import { snapToWords } from '#lib/model/text/anchor.ts';
import { type BlockPlace, placesOf } from '#lib/model/text/segment.ts';
import type { Block, Range } from '#lib/model/text/text.ts';

export type Words = {
  rootRef: RefObject<HTMLDivElement | null>;
  paragraphs: readonly Block[];
  places: readonly BlockPlace[];
  /** The chosen words; null while there are none. */
  chosen: Range | null;
  keyboard: ReturnType<typeof useKeyboardSelection>;
};

export function useWords(words: string): Words {
  const rootRef = useRef<HTMLDivElement>(null);
  const { paragraphs, places } = useMemo(() => paragraphsOf(words), [words]);
  const snap = useCallback((range: Range) => snapToWords(range, words), [words]);
  const selection = usePassageSelection(rootRef, places, snap);
  const keyboard = useKeyboardSelection(rootRef, paragraphs, places);
  const chosen = selection && { start: selection.start, end: selection.end };
  return { rootRef, paragraphs, places, chosen, keyboard };
}

function paragraphsOf(words: string): { paragraphs: Block[]; places: BlockPlace[] } {
  const paragraphs = words
    .split('\n')
    .map((text, i): Block => ({ id: `p${i + 1}`, type: 'paragraph', text }));
  const places = placesOf(paragraphs);
  return { paragraphs, places };
}
