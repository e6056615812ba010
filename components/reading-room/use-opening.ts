// Opening a thread from wherever one is, with focus and scroll where they help, and going back to where one came from (U53).

import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Ref } from '#lib/model/record.ts';
import { type BlockPlace, blockAt } from '#lib/model/segment.ts';
import type { Discussion } from './discussion.ts';
import { cardId } from './text/block-view.tsx';
import { blockElement, scrollToPassage } from './text/text-dom.ts';
import type { Move } from './use-attention.ts';

export type Opening = {
  open(ref: Ref, how?: { scroll?: boolean; focus?: boolean }): void;
  close(): void;
  /** Moves the focus to a point's card as soon as it is there. */
  focusOn(ref: Ref): void;
  /** Scrolls to a point's passage. */
  show(ref: Ref): void;
};

export function useOpening(
  articleRef: RefObject<HTMLElement | null>,
  places: readonly BlockPlace[],
  discussion: Discussion,
  attend: (move: Move) => void,
): Opening {
  const wanted = useRef<Ref | null>(null);
  const cameFrom = useRef<Element | null>(null);
  const beside = useRef<HTMLElement | null>(null);

  // After every render: the card may come with a later one.
  useEffect(() => {
    const card = wanted.current && document.getElementById(cardId(wanted.current));
    if (!card) return;
    wanted.current = null;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: 'nearest' });
  });

  const show = useCallback(
    (ref: Ref) => {
      const range = discussion.rangeOf.get(ref);
      if (range && articleRef.current) scrollToPassage(articleRef.current, places, range, innerHeight / 3);
    },
    [articleRef, places, discussion],
  );
  const open = useCallback<Opening['open']>(
    (ref, { scroll = false, focus = false } = {}) => {
      const root = discussion.threadOf.get(ref)?.ref;
      if (scroll) show(discussion.rangeOf.has(ref) ? ref : (root ?? ref));
      if (focus) {
        const range = discussion.rangeOf.get(root ?? ref);
        cameFrom.current = document.activeElement;
        beside.current =
          range && articleRef.current ? blockElement(articleRef.current, blockAt(places, range.start)) : null;
        wanted.current = ref;
      }
      attend({ type: 'open', ref });
    },
    [articleRef, places, discussion, show, attend],
  );
  const close = useCallback(() => {
    attend({ type: 'close' });
    const back = cameFrom.current;
    cameFrom.current = null;
    // What was pressed may be gone by now, as a card's own button is: then the paragraph it stood beside.
    const to = back instanceof HTMLElement && back.isConnected ? back : beside.current;
    beside.current = null;
    to?.focus({ preventScroll: true });
  }, [attend]);
  const focusOn = useCallback((ref: Ref) => {
    wanted.current = ref;
  }, []);
  return { open, close, focusOn, show };
}
