// What stands open belongs to where one was (U31): each step of the browser's history keeps the open thread or list, and
// back and forward bring it back. A reload begins anew. The address itself is not changed.

import { useSearchParams } from 'next/navigation';
import { useEffect, useEffectEvent } from 'react';
import type { Attention, Move, PanelKind } from '#components/room/frame/use-attention.ts';
import { linkedPoint } from '#components/room/frame/use-link.ts';
import type { Ref } from '#lib/model/record.ts';

type Kept = {
  active: Ref | null;
  panel: PanelKind | null;
  /** When the page began that kept this, as `performance.timeOrigin` has it. */
  origin: number;
};

const key = 'standsOpen';

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
  // Before what is open is first kept: else that would be kept over what was.
  useEffect(() => {
    const kept = keptIn(history.state);
    if (kept && !isReloadOf(kept) && !linkedPoint(location.hash)) restore(kept);
    const step = ({ state }: PopStateEvent) => restore(keptIn(state));
    addEventListener('popstate', step);
    return () => removeEventListener('popstate', step);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `params` says that this is another step of the history.
  useEffect(() => {
    // A step that a link within the page made has no state; the router would load a page anew that had only ours.
    if (history.state === null) return;
    const kept: Kept = { active, panel, origin: performance.timeOrigin };
    history.replaceState({ ...history.state, [key]: kept }, '');
  }, [active, panel, params]);
}

function isReloadOf({ origin }: Kept): boolean {
  const [loaded] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return loaded?.type === 'reload' && origin !== performance.timeOrigin;
}
