// Keeps what is being typed a moment after the last key, and at the latest when the page goes: a long text is too much to
// write with every letter.

import { useEffect, useRef } from 'react';
import type { DeskText } from './desk.ts';

const restMs = 300;

/** Calls `keep` once this text has rested, or its page is left. Nothing is kept while `keep` is null. */
export function useKeptText({ heading, blocks }: DeskText, keep: ((text: DeskText) => void) | null): void {
  const keeper = useRef(keep);
  keeper.current = keep;
  const isOn = keep !== null;
  useEffect(() => {
    if (!isOn) return;
    let isKept = false;
    const now = () => {
      if (!isKept) keeper.current?.({ heading, blocks });
      isKept = true;
    };
    const timer = setTimeout(now, restMs);
    addEventListener('pagehide', now);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', now);
    };
  }, [heading, blocks, isOn]);
}
