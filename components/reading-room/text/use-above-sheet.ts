// On a phone the sheet covers most of the screen: the passage it is about moves up above it.

import { type RefObject, useEffect } from 'react';
import type { BlockPlace } from '#lib/model/text/segment.ts';
import type { Range } from '#lib/model/text/text.ts';
import { scrollToPassage } from './text-dom.ts';

/** Just below the top bar, in CSS pixels: the sheet leaves a good quarter of the screen. */
const levelPx = 84;

/** `range`: what the sheet is about; nothing where there is no sheet. */
export function useAboveSheet(
  articleRef: RefObject<HTMLElement | null>,
  places: readonly BlockPlace[],
  range: Range | null | undefined,
): void {
  const [start, end] = [range?.start, range?.end];
  useEffect(() => {
    if (start === undefined || end === undefined || !articleRef.current) return;
    scrollToPassage(articleRef.current, places, { start, end }, levelPx);
  }, [articleRef, places, start, end]);
}
