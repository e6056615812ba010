// Opening a thread from wherever one is, with focus and scroll where they help, and going back to where one came from (U53).

import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Discussion } from '#components/room/frame/discussion.ts';
import type { Move } from '#components/room/frame/use-attention.ts';
import { cardId } from '#components/room/thread/card-id.ts';
import type { Ref } from '#lib/model/record.ts';
import { type BlockPlace, blockAt } from '#lib/model/text/segment.ts';
import type { Range } from '#lib/model/text/text.ts';
import { levelInSight } from '#lib/model/threads/margin.ts';
import { blockElement, levelOfPassage, scrollToPassage, sight } from '../text/text-dom.ts';

export type Opening = {
  /** Opens a point's thread, and brings its passage and its card into sight. */
  open(ref: Ref, how?: { focus?: boolean }): void;
  close(): void;
  /** Closes the composer of a new note on a passage. The focus goes to the note, or back to where it was begun. */
  leaveNote(posted: Ref | null, range: Range | undefined): void;
  /** Moves the focus to a point's card as soon as it is there. */
  focusOn(ref: Ref): void;
  /** Scrolls to a point's passage. */
  show(ref: Ref): void;
};

/** A card that is about to appear, and what to do then. */
type Arrival = { ref: Ref; isOpening: boolean; takesFocus: boolean };

export function useOpening(
  articleRef: RefObject<HTMLElement | null>,
  places: readonly BlockPlace[],
  discussion: Discussion,
  attend: (move: Move) => void,
): Opening {
  const arriving = useRef<Arrival | null>(null);
  const posted = useRef<{ ref: Ref; from: HTMLElement } | null>(null);
  const cameFrom = useRef<Element | null>(null);
  const beside = useRef<HTMLElement | null>(null);

  const blockOf = useCallback(
    (range: Range) => articleRef.current && blockElement(articleRef.current, blockAt(places, range.start)),
    [articleRef, places],
  );

  // After every render: the card may come with a later one.
  useEffect(() => {
    const arrival = arriving.current;
    const card = arrival && document.getElementById(cardId(arrival.ref));
    if (!card) return;
    arriving.current = null;
    if (arrival.takesFocus) card.focus({ preventScroll: true });
    const inMargin = card.closest<HTMLElement>('[data-active="true"][data-card]');
    if (!arrival.isOpening || !articleRef.current) card.scrollIntoView({ block: 'nearest' });
    else {
      const range = rangeOfThread(discussion, arrival.ref);
      const level = levelOfPassage(articleRef.current, places, range);
      if (level !== null) scrollToPassage(articleRef.current, places, range, levelFor(level, card, inMargin));
      if (!inMargin) card.scrollIntoView({ block: 'nearest' });
    }
  });

  useEffect(() => {
    if (!posted.current || !discussion.posts.has(posted.current.ref)) return;
    const { ref, from } = posted.current;
    posted.current = null;
    if (document.activeElement !== from) return;
    const opener = document.querySelector<HTMLElement>(`[data-opens="${CSS.escape(ref)}"]`);
    (opener ?? from.parentElement?.querySelector<HTMLElement>('[data-notes]'))?.focus({
      preventScroll: true,
    });
  });

  const show = useCallback(
    (ref: Ref) => {
      const range = discussion.posts.get(ref)?.range;
      if (range && articleRef.current) scrollToPassage(articleRef.current, places, range, innerHeight / 3);
    },
    [articleRef, places, discussion],
  );
  const open = useCallback<Opening['open']>(
    (ref, { focus = false } = {}) => {
      if (focus) {
        cameFrom.current = document.activeElement;
        beside.current = blockOf(rangeOfThread(discussion, ref));
        leaveOpener();
      }
      arriving.current = { ref, isOpening: true, takesFocus: focus };
      attend({ type: 'open', ref });
    },
    [discussion, blockOf, attend],
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
  const leaveNote = useCallback<Opening['leaveNote']>(
    (ref, range) => {
      attend({ type: 'close' });
      const from = range ? blockOf(range) : null;
      from?.focus({ preventScroll: true });
      // The note may come with a later render.
      posted.current = ref && from ? { ref, from } : null;
    },
    [attend, blockOf],
  );
  const focusOn = useCallback((ref: Ref) => {
    arriving.current = { ref, isOpening: false, takesFocus: true };
  }, []);
  return { open, close, leaveNote, focusOn, show };
}

/** A card's own button goes when it opens: to take the focus off it while the page changes would lay all of it out. */
function leaveOpener(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && activeElement.matches('[data-card] [data-opens]'))
    activeElement.blur();
}

/** The words that a point's card in the margin stands beside. */
function rangeOfThread({ cards, posts }: Discussion, ref: Ref): Range {
  const thread = posts.get(ref)?.thread;
  return cards.find((card) => card.thread === thread)?.range ?? { start: 0, end: 1 };
}

/** How high in the window the passage should stand for `card`, in the margin's open one or in a panel, to be in sight. */
function levelFor(level: number, card: HTMLElement, inMargin: HTMLElement | null): number {
  if (!inMargin) return levelInSight(level, 0, sight());
  const around = inMargin.getBoundingClientRect();
  const wished = levelInSight(level, around.height, sight());
  // Of a long thread, the point that was meant.
  const isFirst = inMargin.querySelector('article') === card;
  const below = card.getBoundingClientRect().bottom - around.top;
  return isFirst ? wished : Math.min(wished, sight().bottom - below);
}
