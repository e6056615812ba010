// Is a card true to its reading? Owns what is flagged, and why. It only flags: whether a card is read is people's choice.
// What it knows of words (negations, hedges) is English; a card in another language is checked against its source alone.

import type { Mark } from '../record.ts';
import type { Range } from '../text/text.ts';
import { readAloud } from './reading-time.ts';
import {
  certainty,
  condition,
  disowning,
  hedge,
  isNegation,
  reservation,
  sentencesOf,
  type Word,
  wordsIn,
} from './sentences.ts';
import { sourceFlags } from './source-check.ts';

export type FlagReason =
  /** Words that the reading does not have there. */
  | 'other-words'
  /** Words of the reading left out without a sign. */
  | 'left-out'
  | 'added-ellipsis'
  /** It begins or ends where the sense of a sentence is cut. */
  | 'cut-mid-sentence'
  | 'dropped-negation'
  | 'stronger-tag';

/** A doubt about a card: where in its words, and the words that raise it, the card's or those it leaves out. */
export type Flag = Range & { reason: FlagReason; words: string };

/** What is asked about. `source` is the canonical text of its reading, or the paragraphs it is from; absent: unchecked. */
export type CheckedCard = { tag: string; words: string; marks: readonly Mark[]; source?: string | undefined };

/** Everything about a card that speaks against reading it as it is, in the order of its words. */
export function flagsOf({ tag, words, marks, source }: CheckedCard): Flag[] {
  const read = readAloud(words, marks);
  const sentences = sentencesOf(words).map((place) => readIn(words, place, read));
  const flags = [
    ...(source === undefined ? [] : sourceFlags(words, source)),
    ...sentences.flatMap((sentence) => [...droppedNegations(sentence), ...cuts(words, sentence)]),
    ...strongerTag(tag, words, sentences),
  ];
  return flags.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A sentence of a card: its words, and which are read aloud. Of a half-read word `isWhole` is false. */
type Sentence = Range & {
  words: readonly (Word & { isRead: boolean; isWhole: boolean })[];
  first: number;
  last: number;
};

function readIn(text: string, place: Range, read: readonly Range[]): Sentence {
  const words = wordsIn(text, place).map((word) => ({
    ...word,
    isRead: read.some(({ start, end }) => start < word.end && word.start < end),
    isWhole: read.some(({ start, end }) => start <= word.start && word.end <= end),
  }));
  return {
    ...place,
    words,
    first: words.findIndex(({ isRead }) => isRead),
    last: words.findLastIndex(({ isRead }) => isRead),
  };
}

/** Negations that stand between words of their sentence that are read, and are not read themselves. */
function droppedNegations({ words, first, last }: Sentence): Flag[] {
  if (first < 0) return [];
  return words
    .slice(first, last + 1)
    .filter((word, i) => !word.isWhole && isNegation(word, words[first + i + 1]))
    .map(({ text, start, end }) => ({ reason: 'dropped-negation', start, end, words: text }));
}

/**
 * Where what is read of a sentence begins or ends so that its sense is cut. Reading part of a sentence is usual and no
 * fault; it is one to leave out
 * - before the read words: the condition that opens the sentence; in their own clause a negation, or words by which the
 *   author disowns what follows (`critics`, `it is false that`);
 * - between them: a condition;
 * - after them: what follows at once and denies or limits them, or a later clause that takes them back (`, but`).
 */
function cuts(text: string, sentence: Sentence): Flag[] {
  const { words, first, last } = sentence;
  if (first < 0) return [];
  const flags: Flag[] = [];
  const before = words.slice(0, first);
  if (before.some((word, i) => isOpening(text, word, i, words, first)))
    flags.push(cut(text, before[0]?.start ?? 0, words[first - 1]?.end ?? 0));
  for (let i = first + 1; i < words.length; i++) {
    const [word, previous] = [words[i], words[i - 1]];
    if (!word || !previous || word.isRead) continue;
    const isBreak = isClauseBreak(text, previous.end, word.start);
    const isAtOnce = previous.isRead;
    const isTail = i > last;
    const isLimit = isTail && (isBreak || isAtOnce) ? reservation.test(word.text) : false;
    const isCondition = (isBreak || isAtOnce) && condition.test(word.text);
    const isDenied = isTail && isAtOnce && !isBreak && isNegation(word, words[i + 1]);
    if (!isLimit && !isCondition && !isDenied) continue;
    const next = words.findIndex((one, at) => at > i && one.isRead);
    flags.push(cut(text, word.start, (words[next < 0 ? words.length - 1 : next - 1] ?? word).end));
    break;
  }
  return flags;
}

/** Does this word, left unread before the first that is, turn what is read? */
function isOpening(text: string, word: Word, at: number, words: readonly Word[], first: number): boolean {
  if (at === 0 && condition.test(word.text) && word.text !== 'only') return true;
  const start = words[first]?.start ?? word.end;
  if (isClauseBreak(text, word.end, start)) return false;
  return isNegation(word, words[at + 1]) || disowning.test(word.text);
}

function isClauseBreak(text: string, from: number, to: number): boolean {
  return /[,;:()—–]|\s-\s/u.test(text.slice(from, to));
}

/** How much of left-out words is shown. */
const shown = 80;

function cut(text: string, start: number, end: number): Flag {
  const words = text.slice(start, end);
  return {
    reason: 'cut-mid-sentence',
    start,
    end,
    words: words.length > shown ? `${words.slice(0, shown).toWellFormed()}…` : words,
  };
}

/**
 * A tag without a doubt over a passage with one: `may` → `will`. Of the sentences read, those count that share most
 * words with the tag; where one of them is as sure as the tag, it bears it.
 */
function strongerTag(tag: string, text: string, sentences: readonly Sentence[]): Flag[] {
  const sure = certainty.exec(tag);
  if (!sure || hedge.test(tag)) return [];
  const wanted = new Set(wordsIn(tag, { start: 0, end: tag.length }).map(stemOf));
  const read = sentences.filter(({ first }) => first >= 0);
  const scores = read.map(({ words }) => new Set(words.map(stemOf).filter((stem) => wanted.has(stem))).size);
  const most = Math.max(...scores);
  const bearing = read.filter((_, i) => scores[i] === most);
  const hedges = bearing.map(({ start, end }) => {
    const found = hedge.exec(text.slice(start, end));
    return found && { start: start + found.index, words: found[0] };
  });
  const [first] = hedges;
  if (!first || hedges.some((one) => one === null)) return [];
  const words = `${first.words} → ${sure[0].toLowerCase()}`;
  return [{ reason: 'stronger-tag', start: first.start, end: first.start + first.words.length, words }];
}

/** A word without its ending, roughly: enough to see that `shortens` and `shortening` are one. Short words say nothing. */
function stemOf({ text }: Word): string {
  return text.length < 4 ? '' : text.replace(/(?:ing|ed|es|s|e)$/u, '');
}
