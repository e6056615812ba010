// The part of the text one is at, told while someone follows with consent, and gone to while one follows. A place is an
// offset of the canonical text, so that two screens of any width can share it.

import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import type { BlockPlace } from '#lib/model/text/segment.ts';
import type { Presence } from '#lib/sync/room-state.ts';

/** Four places a second: close enough to read along, few enough for everyone's line. */
const pauseMs = 250;

type Text = { articleRef: RefObject<HTMLElement | null>; places: readonly BlockPlace[] };

/** Where the screen's upper edge is in the text; undefined while nobody follows. */
export function useOwnView({ articleRef, places }: Text, isFollowed: boolean): number | undefined {
  const [view, setView] = useState<number | undefined>(undefined);
  const read = useEffectEvent(() => {
    const article = articleRef.current;
    if (article) setView(offsetAtTop(article, places));
  });
  useEffect(() => {
    if (!isFollowed) return setView(undefined);
    let timer = 0;
    const readSoon = () => {
      timer ||= window.setTimeout(() => {
        timer = 0;
        read();
      }, pauseMs);
    };
    read();
    addEventListener('scroll', readSoon, { passive: true });
    return () => {
      clearTimeout(timer);
      removeEventListener('scroll', readSoon);
    };
  }, [isFollowed]);
  return view;
}

/** Goes along with the one who is followed, until one moves oneself: by wheel, finger, a key that scrolls, or Esc. */
export function useFollowedView(
  { articleRef, places }: Text,
  leader: Presence | undefined,
  onStop: () => void,
) {
  const view = leader?.view;
  const isFollowing = leader !== undefined;
  const stop = useEffectEvent(onStop);
  useEffect(() => {
    if (view !== undefined && articleRef.current) goTo(articleRef.current, places, view);
  }, [view, articleRef, places]);
  useEffect(() => {
    if (!isFollowing) return;
    const onMove = () => stop();
    const onKeyDown = (event: KeyboardEvent) => {
      if (!stopKeys.has(event.key)) return;
      // Esc ends this first; what else is open stays open.
      if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
      }
      stop();
    };
    addEventListener('wheel', onMove, { passive: true });
    addEventListener('touchmove', onMove, { passive: true });
    document.addEventListener('keydown', onKeyDown, true);
    return () => {
      removeEventListener('wheel', onMove);
      removeEventListener('touchmove', onMove);
      document.removeEventListener('keydown', onKeyDown, true);
    };
  }, [isFollowing]);
}

const stopKeys = new Set(['Escape', 'PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown', ' ']);

function offsetAtTop(article: HTMLElement, places: readonly BlockPlace[]): number {
  const edge = upperEdge();
  for (const block of article.querySelectorAll<HTMLElement>('[data-block]')) {
    const { top, bottom, height } = block.getBoundingClientRect();
    const place = places[Number(block.dataset.block)];
    if (bottom <= edge || !place) continue;
    const part = height > 0 ? Math.max(0, edge - top) / height : 0;
    return place.start + Math.round(place.length * part);
  }
  return places.at(-1)?.start ?? 0;
}

function goTo(article: HTMLElement, places: readonly BlockPlace[], offset: number): void {
  const index = places.findLastIndex(({ start }) => start <= offset);
  const place = places[index];
  const block = article.querySelector<HTMLElement>(`[data-block="${index}"]`);
  if (!place || !block) return;
  const { top, height } = block.getBoundingClientRect();
  const part = place.length > 0 ? Math.min(1, (offset - place.start) / place.length) : 0;
  scrollBy({ top: top + height * part - upperEdge() });
}

/** Below the bar: where reading begins. */
function upperEdge(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
}
