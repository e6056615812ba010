// Where blocks stand on the page and which part of them is near the screen. All heights are CSS pixels from the top of
// the article, so that scrolling changes none of them.

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { BlockPlace } from '#lib/model/text/segment.ts';
import { blockElements, domRange } from './text-dom.ts';

/** A stretch of the article, in steps, so that scrolling renders something only now and then. */
export type Stretch = { from: number; to: number };

/** Two sizes that differ by less are one, told in two ways; in CSS pixels. */
export const closePx = 0.5;
const stepPx = 400;
const marginPx = 600;

/** The stretch of the article on screen and most of a screenful around it; null before the page is laid out. */
export function useNearStretch(articleRef: RefObject<HTMLElement | null>): Stretch | null {
  const [near, setNear] = useState<Stretch | null>(null);
  useEffect(() => {
    const read = () => {
      const top = articleRef.current?.getBoundingClientRect().top;
      if (top === undefined) return;
      const from = Math.floor(-top / stepPx) * stepPx - marginPx;
      const to = from + Math.ceil(innerHeight / stepPx) * stepPx + stepPx + 2 * marginPx;
      setNear((before) => (before?.from === from && before.to === to ? before : { from, to }));
    };
    read();
    addEventListener('scroll', read, { passive: true });
    addEventListener('resize', read);
    return () => {
      removeEventListener('scroll', read);
      removeEventListener('resize', read);
    };
  }, [articleRef]);
  return near;
}

export type Geometry = {
  /** How far down the text reaches. */
  height: number;
  /** Blocks that touch a stretch, by index. */
  blocksIn(stretch: Stretch): number[];
  /** How high a passage of a block begins; `start` in the block's own offsets. Asks the page. */
  levelOf(block: number, start: number): number;
  /** The same by the block's length, without asking the page. */
  roughLevelOf(block: number, start: number): number;
};

/** A new object whenever the text may stand differently, or is another one; null before the first layout. */
export function useGeometry(
  articleRef: RefObject<HTMLElement | null>,
  places: readonly BlockPlace[],
): Geometry | null {
  const [geometry, setGeometry] = useState<Geometry | null>(null);
  useEffect(() => {
    const article = articleRef.current;
    if (!article || places.length === 0) return;
    const observer = new ResizeObserver(() => setGeometry(measure(article)));
    observer.observe(article);
    return () => observer.disconnect();
  }, [articleRef, places]);
  return geometry;
}

function measure(article: HTMLElement): Geometry {
  const { top: origin, height } = article.getBoundingClientRect();
  const blocks = blockElements(article);
  const boxes = blocks.map((block) => {
    const { top, height } = block.getBoundingClientRect();
    return { top: top - origin, height, length: block.textContent.length };
  });
  const levels = new Map<number, Level[]>();
  const isNear = ({ top, height }: { top: number; height: number }, { from, to }: Stretch) =>
    top + height > from && top < to;
  return {
    height,
    blocksIn: (stretch) => boxes.flatMap((box, i) => (isNear(box, stretch) ? [i] : [])),
    roughLevelOf(index, start) {
      const box = boxes[index];
      return box ? box.top + box.height * (box.length ? start / box.length : 0) : 0;
    },
    levelOf(index, start) {
      const block = blocks[index];
      if (!block) return 0;
      const known = levels.get(index) ?? [];
      levels.set(index, known);
      const at = known.findIndex((level) => level.start >= start);
      const [before, after] = at < 0 ? [known.at(-1), undefined] : [known[at - 1], known[at]];
      if (after?.start === start) return after.top;
      // Asking the page costs, and a crowded paragraph has more passages than lines.
      if (before && before.top === after?.top) return before.top;
      const { top } = domRange(block, start, start + 1).getBoundingClientRect();
      const level = { start, top: top - article.getBoundingClientRect().top };
      known.splice(at < 0 ? known.length : at, 0, level);
      return level.top;
    },
  };
}

/** How high the character at an offset of a block stands. */
type Level = { start: number; top: number };

/**
 * The heights of mounted elements by name, kept after they leave; `version` grows when one changed. What is new is measured
 * before it is seen, so that whatever stands below it is at its place from the first frame on.
 */
export function useHeights(): {
  heights: ReadonlyMap<string, number>;
  version: number;
  measured: (name: string) => (element: HTMLElement | null) => void;
} {
  const heights = useRef(new Map<string, number>());
  const [version, setVersion] = useState(0);
  const watcher = useRef<ResizeObserver | null>(null);
  const names = useRef(new WeakMap<Element, string>());
  const setters = useRef(new Map<string, (element: HTMLElement | null) => void>());
  const fresh = useRef<HTMLElement[]>([]);

  const keep = useCallback((found: readonly [Element, number | undefined][]) => {
    let isNew = false;
    for (const [element, height] of found) {
      const name = names.current.get(element);
      if (name === undefined || height === undefined) continue;
      const before = heights.current.get(name);
      if (before !== undefined && Math.abs(before - height) < closePx) continue;
      heights.current.set(name, height);
      isNew = true;
    }
    if (isNew) setVersion((before) => before + 1);
  }, []);

  const measured = useCallback(
    (name: string) => {
      const known = setters.current.get(name);
      if (known) return known;
      let watched: HTMLElement | null = null;
      const set = (element: HTMLElement | null) => {
        watcher.current ??= new ResizeObserver((entries) =>
          keep(entries.map(({ target, borderBoxSize: [box] }) => [target, box?.blockSize])),
        );
        if (watched) watcher.current.unobserve(watched);
        watched = element;
        if (!element) return;
        names.current.set(element, name);
        watcher.current.observe(element);
        fresh.current.push(element);
      };
      setters.current.set(name, set);
      return set;
    },
    [keep],
  );

  useLayoutEffect(() => {
    if (fresh.current.length === 0) return;
    const found = fresh.current.map((element): [Element, number] => [
      element,
      element.getBoundingClientRect().height,
    ]);
    fresh.current = [];
    keep(found);
  });
  useEffect(() => () => watcher.current?.disconnect(), []);
  return { heights: heights.current, version, measured };
}
