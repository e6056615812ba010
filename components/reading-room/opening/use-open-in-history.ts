// What stands open belongs to where one was (U31): each step of the browser's history keeps the open thread or list and how
// far down the page was, and back and forward bring them back. A reload begins anew. The address itself is not changed.

import { useSearchParams } from 'next/navigation';
import { useEffect, useEffectEvent, useLayoutEffect } from 'react';
import type { Attention, Move, PanelKind } from '#components/room/frame/use-attention.ts';
import { linkedPoint } from '#components/room/frame/use-link.ts';
import type { Ref } from '#lib/model/record.ts';

type Kept = {
  active: Ref | null;
  panel: PanelKind | null;
  /** CSS pixels from the top of the page. */
  top: number;
  /** When the page began that kept this, as `performance.timeOrigin` has it. */
  origin: number;
};

const key = 'standsOpen';
/** A scroll has come to rest after this time. */
const restMs = 150;
/** A page that one comes back to has grown by then; what grows it later must not move its reader. */
const growsMs = 5000;

/** What a step of the history keeps; null where it keeps nothing. Only this file writes it. */
function keptIn(state: unknown): Kept | null {
  if (typeof state !== 'object' || state === null || !(key in state)) return null;
  return state[key] as Kept;
}

/** The move that shows again what was kept. */
function moveBackTo({ active, panel }: Kept): Move {
  if (panel) return { type: 'list', panel };
  return active ? { type: 'open', ref: active } : { type: 'close' };
}

export function useOpenInHistory({ active, panel }: Attention, attend: (move: Move) => void): void {
  const params = useSearchParams();
  const restore = useEffectEvent((kept: Kept | null) => kept && attend(moveBackTo(kept)));
  // The browser puts a page back where it was as long as it stands; the text that comes anew from another page is put here.
  useLayoutEffect(() => {
    const kept = keptToReturnTo();
    return kept ? scrollBackTo(kept.top) : undefined;
  }, []);
  // Before what is open is first kept: else that would be kept over what was.
  useEffect(() => {
    const kept = keptToReturnTo();
    if (kept) restore(kept);
    const step = ({ state }: PopStateEvent) => restore(keptIn(state));
    addEventListener('popstate', step);
    return () => removeEventListener('popstate', step);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `params` says that this is another step of the history.
  useEffect(() => {
    const keep = () => {
      // A step that a link within the page made has no state; the router would load a page anew that had only ours.
      if (history.state === null) return;
      const kept: Kept = { active, panel, top: scrollY, origin: performance.timeOrigin };
      history.replaceState({ ...history.state, [key]: kept }, '');
    };
    let timer = 0;
    const keepIn = (ms: number) => {
      clearTimeout(timer);
      timer = window.setTimeout(keep, ms);
    };
    const keepSoon = () => keepIn(restMs);
    // After the frame that shows it: asking how far down the page is would lay it out before.
    const frame = requestAnimationFrame(() => keepIn(0));
    addEventListener('scroll', keepSoon, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      removeEventListener('scroll', keepSoon);
    };
  }, [active, panel, params]);
}

/**
 * Scrolls there now, and again while the page grows, as it does until its notes stand: unless its reader moves it first.
 * Gives the way to call it off.
 */
function scrollBackTo(top: number): () => void {
  const over = new AbortController();
  const stop = () => over.abort();
  const go = () => {
    scrollTo({ top, behavior: 'instant' });
    if (Math.abs(scrollY - top) < 1) stop();
  };
  go();
  if (over.signal.aborted) return stop;
  const observer = new ResizeObserver(go);
  observer.observe(document.body);
  const timer = setTimeout(stop, growsMs);
  over.signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  for (const moved of ['wheel', 'touchmove', 'keydown', 'pointerdown'])
    addEventListener(moved, stop, { passive: true, signal: over.signal });
  return stop;
}

/** What this step of the history keeps, where one comes back to it and was not sent to one place by the address. */
function keptToReturnTo(): Kept | null {
  const kept = keptIn(history.state);
  return kept && !isReloadOf(kept) && !linkedPoint(location.hash) ? kept : null;
}

function isReloadOf({ origin }: Kept): boolean {
  const [loaded] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return loaded?.type === 'reload' && origin !== performance.timeOrigin;
}
