// Reading by keyboard: paragraphs are one tab stop, arrows go from one to the next, Enter starts selecting by word.
// The selection is the browser's own, so the bar, the one-key acts and screen readers all see the same one.

import { type KeyboardEvent, type RefObject, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { directionOf, readingDirection } from '#lib/model/text/direction.ts';
import { type BlockPlace, blockAt } from '#lib/model/text/segment.ts';
import { type Block, textOf } from '#lib/model/text/text.ts';
import { blockElement, selectText } from '../text/text-dom.ts';
import { selectedBy, step, type Walk, walkFrom } from './word-moves.ts';

export type KeyboardSelection = {
  /** The paragraph that Tab reaches. */
  stop: number;
  isSelecting: boolean;
  /** What to say aloud: the words selected, or how to begin. */
  spoken: string;
  onKeyDown(event: KeyboardEvent<HTMLElement>): void;
  onFocus(index: number): void;
};

export function useKeyboardSelection(
  articleRef: RefObject<HTMLElement | null>,
  blocks: readonly Block[],
  places: readonly BlockPlace[],
): KeyboardSelection {
  const t = useTranslations('reading.selection');
  const [stop, setStop] = useState(0);
  const [walk, setWalk] = useState<Walk | null>(null);
  const [spoken, setSpoken] = useState('');
  const [text, setText] = useState(blocks);
  if (text !== blocks) {
    // Another text: what was selected in the one before is not in it.
    setText(blocks);
    if (!blocks[stop]) setStop(0);
    setWalk(null);
  }

  const select = (next: Walk) => {
    const article = articleRef.current;
    if (!article) return;
    const range = selectedBy(next);
    setWalk(next);
    setSpoken(t('selected', { words: textOf(blocks).slice(range.start, range.end) }));
    selectText(article, places, range);
    blockElement(article, blockAt(places, next.to.start))?.scrollIntoView({ block: 'nearest' });
  };
  const leave = () => {
    setWalk(null);
    setSpoken(t('stopped'));
    getSelection()?.removeAllRanges();
  };
  const goTo = (index: number) => {
    const block = articleRef.current && blockElement(articleRef.current, index);
    if (!block) return;
    setStop(index);
    block.focus();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const index = Number((event.target as HTMLElement).dataset.block ?? Number.NaN);
    if (Number.isNaN(index) || event.ctrlKey || event.metaKey) return;
    if (!walk) {
      if (event.altKey || event.shiftKey) return;
      const begun = event.key === 'Enter' ? walkFrom(blocks, places, index) : null;
      if (begun) select(begun);
      else if (event.key === 'ArrowDown') goTo(index + 1);
      else if (event.key === 'ArrowUp') goTo(index - 1);
      else return;
      return event.preventDefault();
    }
    if (event.key === 'Escape') leave();
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      const how = {
        unit: event.altKey ? 'sentence' : 'word',
        forward: event.key === onwardKey(blocks, blockAt(places, walk.to.start)),
        extend: event.shiftKey,
      } as const;
      select(step(walk, blocks, places, how));
    } else return;
    event.preventDefault();
  };

  return {
    stop,
    isSelecting: walk !== null,
    spoken,
    onKeyDown,
    onFocus(index) {
      setStop(index);
      if (walk && blockAt(places, walk.from.start) !== index) setWalk(null);
    },
  };
}

/** The arrow that points where a paragraph is read on to. */
function onwardKey(blocks: readonly Block[], index: number): 'ArrowLeft' | 'ArrowRight' {
  const direction = directionOf(blocks[index]?.text ?? '') ?? readingDirection(blocks);
  return direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
}
