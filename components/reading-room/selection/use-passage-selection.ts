// The reader's selection as a range of the canonical text, by mouse, finger or keyboard. Snapped to words unless Alt is
// held (U5); read only once it rests, so that the bar never flickers under a moving pointer (U1).

import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { BlockPlace } from '#lib/model/text/segment.ts';
import type { Range as TextRange } from '#lib/model/text/text.ts';
import { selectText, textRange } from '../text/text-dom.ts';

/** Short enough for the bar to come within 100 ms, long enough to let a key repeat. */
const restMs = 60;

export type PassageSelection = TextRange & {
  /** The selection's first and last line on the page, from the top left corner of the article, in CSS pixels. */
  firstLine: Box;
  lastLine: Box;
  by: 'mouse' | 'touch' | 'keyboard';
};
export type Box = { top: number; bottom: number; left: number; right: number };

export function usePassageSelection(
  articleRef: RefObject<HTMLElement | null>,
  places: readonly BlockPlace[],
  snap: (range: TextRange) => TextRange | undefined,
): PassageSelection | null {
  const [selection, setSelection] = useState<PassageSelection | null>(null);

  useEffect(() => {
    let isPressed = false;
    let isExact = false;
    let by: PassageSelection['by'] = 'keyboard';
    let timer = 0;

    const read = () => {
      const article = articleRef.current;
      const selected = getSelection();
      const native = selected?.rangeCount ? selected.getRangeAt(0) : null;
      const raw = article && native ? textRange(article, places, native) : null;
      const range = raw && !isExact ? snap(raw) : raw;
      if (!article || !native || !raw || !range || range.start >= range.end) return setSelection(null);
      const isSnapped = raw.start !== range.start || raw.end !== range.end;
      // A finger drags handles, which must not jump; the mouse has let go.
      if (isSnapped && by === 'mouse') selectText(article, places, range);
      const lines = linesOf(article, getSelection()?.getRangeAt(0) ?? native);
      if (lines) setSelection((before) => keepSame(before, { ...range, ...lines, by }));
    };
    const readSoon = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        timer = 0;
        read();
      }, restMs);
    };
    /** Fast fingers press an act's key before the selection has rested: they mean what is selected by then. */
    const readNow = () => {
      if (!timer) return;
      clearTimeout(timer);
      timer = 0;
      flushSync(read);
    };
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Element && event.target.closest('[data-keeps-selection]')) return;
      isPressed = event.pointerType === 'mouse';
      by = isPressed ? 'mouse' : 'touch';
    };
    const onPointerUp = (event: PointerEvent) => {
      if (!isPressed) return;
      isPressed = false;
      isExact = event.altKey;
      // The browser clears a selection that was clicked on only after this event.
      readSoon();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.length === 1) readNow();
      by = 'keyboard';
      isExact = false;
    };
    const onSelectionChange = () => {
      if (isPressed) return;
      if (getSelection()?.isCollapsed !== false) {
        clearTimeout(timer);
        timer = 0;
        setSelection(null);
      } else readSoon();
    };
    document.addEventListener('pointerdown', onPointerDown, true);
    document.addEventListener('pointerup', onPointerUp, true);
    document.addEventListener('keydown', onKeyDown, true);
    document.addEventListener('selectionchange', onSelectionChange);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerdown', onPointerDown, true);
      document.removeEventListener('pointerup', onPointerUp, true);
      document.removeEventListener('keydown', onKeyDown, true);
      document.removeEventListener('selectionchange', onSelectionChange);
    };
  }, [articleRef, places, snap]);

  return selection;
}

function linesOf(
  article: HTMLElement,
  range: Range,
): Pick<PassageSelection, 'firstLine' | 'lastLine'> | null {
  const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
  const [first, last] = [rects[0], rects.at(-1)];
  if (!first || !last) return null;
  const origin = article.getBoundingClientRect();
  return { firstLine: boxFrom(first, origin), lastLine: boxFrom(last, origin) };
}

function boxFrom({ top, bottom, left, right }: DOMRect, origin: DOMRect): Box {
  return {
    top: top - origin.top,
    bottom: bottom - origin.top,
    left: left - origin.left,
    right: right - origin.left,
  };
}

function keepSame(before: PassageSelection | null, after: PassageSelection): PassageSelection {
  const isSame =
    before?.start === after.start &&
    before.end === after.end &&
    before.lastLine.bottom === after.lastLine.bottom &&
    before.by === after.by;
  return isSame ? before : after;
}
