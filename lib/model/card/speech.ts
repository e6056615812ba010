// The document of a speech: what is read in it, in order, and how long that takes. Over the same filings as a file.

import type { Filing, Point, Ref } from '../record.ts';
import { wordCount } from '../visibility.ts';
import { secondsFor, wordsRead } from './reading-time.ts';

/** A card or an argument in a speech; `words` are all it would take, `said` those up to where reading stopped. */
export type SpeechItem = { of: Ref; filing: Filing; words: number; said: number; seconds: number };

export type SpeechDocument = {
  items: readonly SpeechItem[];
  words: number;
  seconds: number;
  /** What was said of it, where reading stopped within cards. */
  secondsSaid: number;
};

/**
 * Adds up a speech from its filings in order (`filingsIn`).
 * @param said a point as it counts there, with a card's words; undefined for what is not to be seen any more.
 */
export function speechDocument(
  filings: readonly Filing[],
  said: (of: Ref) => { point: Pick<Point, 'card' | 'body'>; words: string } | undefined,
  wordsPerMinute: number,
): SpeechDocument {
  const items = filings.flatMap((filing): SpeechItem[] => {
    const found = said(filing.of);
    if (!found) return [];
    const words = wordsIn(found);
    return [
      {
        of: filing.of,
        filing,
        words,
        said: filing.stopped === undefined ? words : wordsIn(found, filing.stopped),
        seconds: secondsFor(words, wordsPerMinute),
      },
    ];
  });
  const sum = (of: 'words' | 'said') => items.reduce((total, item) => total + item[of], 0);
  return {
    items,
    words: sum('words'),
    seconds: secondsFor(sum('words'), wordsPerMinute),
    secondsSaid: secondsFor(sum('said'), wordsPerMinute),
  };
}

function wordsIn({ point, words }: { point: Pick<Point, 'card' | 'body'>; words: string }, stopped?: number) {
  const beside = wordCount(point.body ?? '');
  return point.card ? beside + wordsRead(point.card, words, stopped) : beside;
}
