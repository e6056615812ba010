// What of a card is read aloud, and how long that takes.

import type { Card, Mark } from '../record.ts';
import type { Range } from '../text/text.ts';
import { wordCount } from '../visibility.ts';
import { shortCite } from './cite.ts';
import { normalised, onSigns } from './marks.ts';

/** Where someone has not measured their own; people who speak in public come near it. */
export const usualWordsPerMinute = 160;

/**
 * The stretches read aloud: what is highlighted; where nothing is, what is underlined or emphasised; and of a card
 * without marks all of it.
 */
export function readAloud(words: string, marks: readonly Mark[]): Range[] {
  const { length } = words;
  const isHighlighted = marks.some(({ kind }) => kind === 'highlight');
  const read = isHighlighted ? marks.filter(({ kind }) => kind === 'highlight') : marks;
  // As one kind, so that an underlined and an emphasised stretch that touch are one.
  const ranges = normalised(
    read.map((mark) => ({ kind: 'highlight' as const, ...onSigns(words, mark) })),
    length,
  );
  if (ranges.length > 0) return ranges.map(({ start, end }) => ({ start, end }));
  return length > 0 ? [{ start: 0, end: length }] : [];
}

/** How many words a card takes in a speech: its tag, surname and date, and what is read aloud, up to where reading stopped. */
export function wordsRead(
  card: Pick<Card, 'tag' | 'cite' | 'marks'>,
  words: string,
  stopped = words.length,
): number {
  const said = readAloud(words, card.marks)
    .filter(({ start }) => start < stopped)
    .map(({ start, end }) => words.slice(start, Math.min(end, stopped)));
  return [card.tag, shortCite(card.cite), ...said].reduce((sum, part) => sum + wordCount(part), 0);
}

/** The time so many words take, in whole seconds. */
export function secondsFor(words: number, wordsPerMinute: number): number {
  return Math.round((words / Math.max(1, wordsPerMinute)) * 60);
}
