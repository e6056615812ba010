// The mark mode: passages as <mark> elements that screen readers announce, in place of painted ones that they cannot
// see. On where the browser cannot paint, and for whoever turned it on.

import { useMemo, useSyncExternalStore } from 'react';
import type { Discussion } from '#components/room/frame/discussion.ts';
import type { Ref } from '#lib/model/record.ts';
import { segmentsOf } from '#lib/model/text/segment.ts';
import type { Marks } from '../text/block-view.tsx';
import { canPaint } from './painter.ts';
import type { Overlay } from './paints.ts';
import { paintOfRef } from './use-painting.ts';

const storageKey = 'counterpoint:marks';
const listeners = new Set<() => void>();
let chosen: boolean | null = null;

function isChosen(): boolean {
  chosen ??= readChoice();
  return chosen;
}

function readChoice(): boolean {
  try {
    return localStorage.getItem(storageKey) === 'on';
  } catch {
    // Without storage the choice lasts as long as the page.
    return false;
  }
}

export function chooseMarks(on: boolean): void {
  chosen = on;
  try {
    localStorage.setItem(storageKey, on ? 'on' : 'off');
  } catch {
    // As above.
  }
  for (const listener of listeners) listener();
}

/** Are passages shown as marks? Never on the server, whose text is the same for all. */
export function useIsMarking(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isChosen() || !canPaint(),
    () => false,
  );
}

/** The marks of every block; undefined while passages are painted instead. */
export function useMarks(
  isMarking: boolean,
  discussion: Discussion,
  { active, lit }: Overlay,
): readonly Marks[] | undefined {
  return useMemo(() => {
    if (!isMarking) return undefined;
    const has = (refs: readonly Ref[], set: ReadonlySet<Ref> | undefined) =>
      refs.some((ref) => set?.has(ref));
    return discussion.passages.map((passages) => ({
      segments: segmentsOf(passages),
      paintOfRef: (ref: Ref) => paintOfRef(discussion, ref),
      stateOf: ({ refs }) => (has(refs, active) ? 'active' : has(refs, lit) ? 'lit' : undefined),
    }));
  }, [isMarking, discussion, active, lit]);
}
