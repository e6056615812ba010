// Between the page and the canonical text. Each block's own element carries `data-block` and holds its text and nothing
// else, so that counting UTF-16 units in its text nodes is counting in the block.

import { type BlockPlace, blockAt } from '#lib/model/text/segment.ts';
import type { Range as TextRange } from '#lib/model/text/text.ts';
import type { Sight } from '#lib/model/threads/margin.ts';

/** What stays free below a card that was brought into sight, in CSS pixels. */
const airPx = 16;

/** The elements of the blocks, in order. */
export function blockElements(article: ParentNode): HTMLElement[] {
  return [...article.querySelectorAll<HTMLElement>('[data-block]')];
}

export function blockElement(article: ParentNode, index: number): HTMLElement | null {
  return article.querySelector<HTMLElement>(`[data-block="${index}"]`);
}

/** Puts the focus where Tab enters the text: there words are selected by keys, and the mouse is at home. */
export function focusText(): void {
  const stop = document.querySelector<HTMLElement>('[data-block][tabindex="0"]');
  stop?.scrollIntoView({ block: 'nearest' });
  stop?.focus({ preventScroll: true });
}

/** A stretch of one block as a DOM range; offsets in the block. */
export function domRange(block: HTMLElement, start: number, end: number): Range {
  const ends = domEnds(block, start, end);
  const range = document.createRange();
  range.setStart(ends.startContainer, ends.startOffset);
  range.setEnd(ends.endContainer, ends.endOffset);
  return range;
}

/** The ends of such a stretch. A live range has a price for as long as it is kept: each change of the page moves it. */
export function domEnds(block: HTMLElement, start: number, end: number): StaticRangeInit {
  const ends: StaticRangeInit = {
    ...{ startContainer: block, startOffset: 0 },
    ...{ endContainer: block, endOffset: block.childNodes.length },
  };
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let passed = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (ends.startContainer === block && start < passed + length) {
      ends.startContainer = node;
      ends.startOffset = start - passed;
    }
    if (end <= passed + length) {
      ends.endContainer = node;
      ends.endOffset = end - passed;
      return ends;
    }
    passed += length;
  }
  return ends;
}

/** A DOM position as an offset of the canonical text; null outside the text. */
export function offsetAt(places: readonly BlockPlace[], node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const block = element?.closest<HTMLElement>('[data-block]');
  const place = block && places[Number(block.dataset.block)];
  if (!block || !place) return null;
  const before = document.createRange();
  before.selectNodeContents(block);
  before.setEnd(node, offset);
  return place.start + before.toString().length;
}

/**
 * What a DOM range selects of the canonical text; null where it selects none of it. Its ends may lie outside the
 * blocks (a triple click ends before the next paragraph, a drag beside it): then the nearest text within it counts.
 */
export function textRange(
  article: HTMLElement,
  places: readonly BlockPlace[],
  range: Range,
): TextRange | null {
  if (range.collapsed || !range.intersectsNode(article)) return null;
  const touched = blockElements(article).filter((block) => range.intersectsNode(block));
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return null;
  const start = offsetAt(places, range.startContainer, range.startOffset) ?? edgeOf(places, first, 'start');
  const end = offsetAt(places, range.endContainer, range.endOffset) ?? edgeOf(places, last, 'end');
  return start < end ? { start, end } : null;
}

/** The offset of the character that is under a point of the screen; null beside the text. */
export function characterUnder(
  article: HTMLElement,
  places: readonly BlockPlace[],
  x: number,
  y: number,
): number | null {
  const caret = caretUnder(places, x, y);
  if (caret === null) return null;
  // A caret stands between two characters: the point is over one of them, or beside the line.
  for (const offset of [caret, caret - 1]) {
    const index = blockAt(places, offset);
    const block = blockElement(article, index);
    const at = offset - (places[index]?.start ?? 0);
    if (block && at >= 0 && at < (places[index]?.length ?? 0) && isOver(domRange(block, at, at + 1), x, y))
      return offset;
  }
  return null;
}

function caretUnder(places: readonly BlockPlace[], x: number, y: number): number | null {
  const caret = document.caretPositionFromPoint?.(x, y);
  if (caret) return offsetAt(places, caret.offsetNode, caret.offset);
  // Older Safari has only the older call.
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? offsetAt(places, range.startContainer, range.startOffset) : null;
}

function isOver(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
  );
}

/** Puts the browser's own selection on a stretch of the canonical text. */
export function selectText(
  article: HTMLElement,
  places: readonly BlockPlace[],
  { start, end }: TextRange,
): void {
  const [first, last] = [blockAt(places, start), blockAt(places, end - 1)];
  const [from, to] = [blockElement(article, first), blockElement(article, last)];
  if (!from || !to) return;
  const head = domRange(from, start - (places[first]?.start ?? 0), start - (places[first]?.start ?? 0) + 1);
  const tail = domRange(to, end - 1 - (places[last]?.start ?? 0), end - (places[last]?.start ?? 0));
  getSelection()?.setBaseAndExtent(head.startContainer, head.startOffset, tail.endContainer, tail.endOffset);
}

/** How far below the top of the window a passage of the canonical text begins, in CSS pixels; null where it is not. */
export function levelOfPassage(
  article: HTMLElement,
  places: readonly BlockPlace[],
  { start }: TextRange,
): number | null {
  const index = blockAt(places, start);
  const block = blockElement(article, index);
  if (!block) return null;
  const at = start - (places[index]?.start ?? 0);
  return domRange(block, at, at + 1).getBoundingClientRect().top;
}

/** Scrolls so that a passage of the canonical text begins `level` CSS pixels below the top of the window. */
export function scrollToPassage(
  article: HTMLElement,
  places: readonly BlockPlace[],
  range: TextRange,
  level: number,
): void {
  const top = levelOfPassage(article, places, range);
  if (top === null || Math.abs(top - level) < 1) return;
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  scrollTo({ top: scrollY + top - level, behavior: isCalm ? 'instant' : 'smooth' });
}

/** The part of the window that the bar leaves to the text. */
export function sight(): Sight {
  const { scrollPaddingTop } = getComputedStyle(document.documentElement);
  return { top: Number.parseFloat(scrollPaddingTop) || 0, bottom: innerHeight - airPx };
}

function edgeOf(places: readonly BlockPlace[], block: HTMLElement, edge: 'start' | 'end'): number {
  const place = places[Number(block.dataset.block)] ?? { start: 0, length: 0 };
  return edge === 'start' ? place.start : place.start + place.length;
}
