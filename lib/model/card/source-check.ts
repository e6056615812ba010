// A card's words against its reading's: are they the reading's, in its order, whole and without signs of its own? Compared
// word by word; capitals, apostrophes and punctuation do not count.

import { commonRuns, type Run } from '../editions/word-diff.ts';
import { wordsOf } from '../editions/words.ts';
import type { Flag } from './integrity.ts';
import { isNegation, type Word } from './sentences.ts';

const hasLetter = /[\p{L}\p{N}]/u;
const ellipsis = /…|\.(?:\s?\.){2,3}/gu;
/** What stands for something that is no words; no reading has it. */
const omission = /\[(?:Table|Figure|Graph|Chart|Image|Footnote)s? Omitted\]/giu;
const endsSentence = /[.!?…]["'”’»)\]]*\s*$/u;
const closesSentence = /^["'”’»)\]]*(?:[.!?…]|\n|$)/u;
/** Two words that stand alone and this far from the others are in the reading by chance. */
const farWords = 30;
const fewWords = 3;
const shown = 80;

/** What a reading does not bear out of a card's words. */
export function sourceFlags(words: string, source: string): Flag[] {
  const at = source.indexOf(words);
  if (at >= 0) return cutsAt(words, source, at, at + words.length);
  const compared = compare(
    words.replace(omission, (note) => ' '.repeat(note.length)),
    source,
  );
  if (compared.runs.length === 0)
    return words.trim() === ''
      ? []
      : [{ reason: 'other-words', start: 0, end: words.length, words: shortened(words) }];
  const [first, last] = [compared.runs[0], compared.runs.at(-1)];
  return [
    ...gapsIn(compared).flatMap((gap) => gapFlags(gap, compared)),
    ...addedEllipses(compared),
    ...cutsAt(
      words,
      source,
      compared.source[first?.b ?? 0]?.start ?? 0,
      compared.source[lastOf(last)]?.end ?? 0,
    ),
  ];
}

type Compared = {
  words: string;
  text: string;
  card: readonly Word[];
  source: readonly Word[];
  runs: readonly Run[];
};

function compare(words: string, text: string): Compared {
  const [card, source] = [tokensOf(words), tokensOf(text)];
  const numbers = new Map<string, number>();
  const numbered = (tokens: readonly Word[]) =>
    Int32Array.from(tokens, (token) => {
      const number = numbers.get(token.text) ?? numbers.size;
      numbers.set(token.text, number);
      return number;
    });
  const whole = { a0: 0, a1: card.length, b0: 0, b1: source.length };
  const runs = commonRuns(numbered(card), numbered(source), whole, (i) => card[i]?.text.length ?? 1);
  return { words, text, card, source, runs: withoutChance(runs) };
}

function tokensOf(text: string): Word[] {
  const plain = text.replaceAll('’', "'");
  const { starts, ends } = wordsOf(plain, new Map());
  return starts
    .map((start, i) => ({ text: plain.slice(start, ends[i]).toLowerCase(), start, end: ends[i] ?? start }))
    .filter((token) => hasLetter.test(token.text));
}

function withoutChance(runs: readonly Run[]): Run[] {
  return runs.filter((run, i) => {
    if (run.length >= fewWords || runs.length === 1) return true;
    const [before, after] = [runs[i - 1], runs[i + 1]];
    const isFar = (gap: number | undefined) => gap === undefined || gap > farWords;
    return !(
      isFar(before && run.b - before.b - before.length) && isFar(after && after.b - run.b - run.length)
    );
  });
}

function lastOf(run: Run | undefined): number {
  return run ? run.b + run.length - 1 : -1;
}

/** What lies between two runs, in either row; before the first and after the last only the card's own words count. */
type Gap = { a0: number; a1: number; b0: number; b1: number };

function gapsIn({ card, runs }: Compared): Gap[] {
  const gaps: Gap[] = [];
  let [a, b] = [0, runs[0]?.b ?? 0];
  for (const run of runs) {
    gaps.push({ a0: a, a1: run.a, b0: b, b1: run.b });
    [a, b] = [run.a + run.length, run.b + run.length];
  }
  gaps.push({ a0: a, a1: card.length, b0: b, b1: b });
  return gaps.filter(({ a0, a1, b0, b1 }) => a0 < a1 || b0 < b1);
}

function gapFlags({ a0, a1, b0, b1 }: Gap, compared: Compared): Flag[] {
  const { words, text, card, source } = compared;
  const flags: Flag[] = [];
  if (a0 < a1) {
    const place = { start: card[a0]?.start ?? 0, end: card[a1 - 1]?.end ?? 0 };
    flags.push({ reason: 'other-words', ...place, words: shortened(words.slice(place.start, place.end)) });
  }
  const place = { start: card[a0 - 1]?.end ?? 0, end: card[a1]?.start ?? words.length };
  const own = new Set(card.slice(a0, a1).map((token) => token.text));
  for (let b = b0; b < b1; b++) {
    const token = source[b];
    if (!token || own.has(token.text) || !isNegation(token, source[b + 1])) continue;
    if (!isInReadSentence(text, token, source[b0 - 1], source[b1])) continue;
    flags.push({ reason: 'dropped-negation', ...place, words: token.text });
  }
  const isSigned = ellipsisIn(words.slice(place.start, place.end));
  if (a0 === a1 && flags.length === 0 && !isSigned) {
    const left = text.slice(source[b0]?.start, source[b1 - 1]?.end);
    flags.push({ reason: 'left-out', ...place, words: shortened(left) });
  }
  return flags;
}

/** A sentence left out whole says nothing about those that are read. */
function isInReadSentence(
  text: string,
  token: Word,
  before: Word | undefined,
  after: Word | undefined,
): boolean {
  const isApart = (from: number, to: number) => /[.!?]["'”’)\]]*\s|\n/u.test(text.slice(from, to));
  return (
    (before !== undefined && !isApart(before.end, token.start)) ||
    (after !== undefined && !isApart(token.end, after.start))
  );
}

function addedEllipses({ words, text, card, source, runs }: Compared): Flag[] {
  const placeIn = new Map(
    runs.flatMap(({ a, b, length }) => Array.from({ length }, (_, i) => [a + i, b + i] as const)),
  );
  return Array.from(words.matchAll(ellipsis)).flatMap(({ 0: sign, index }): Flag[] => {
    const next = card.findIndex(({ start }) => start >= index);
    const after = placeIn.get(next < 0 ? card.length : next);
    const before = placeIn.get((next < 0 ? card.length : next) - 1);
    const from = before === undefined ? undefined : source[before]?.end;
    const to = after === undefined ? undefined : source[after]?.start;
    const isNeighbours = before === undefined || after === undefined || after === before + 1;
    const between = text.slice(from ?? Math.max(0, (to ?? 0) - 8), to ?? (from ?? 0) + 8);
    if (isNeighbours && ellipsisIn(between)) return [];
    return [{ reason: 'added-ellipsis', start: index, end: index + sign.length, words: sign }];
  });
}

function ellipsisIn(text: string): boolean {
  return text.search(ellipsis) >= 0;
}

/** Does the passage begin or end within a sentence of its source? */
function cutsAt(words: string, source: string, start: number, end: number): Flag[] {
  const before = source
    .slice(Math.max(0, source.lastIndexOf('\n', start - 1) + 1), start)
    .replace(/["'“‘«([\s]+$/u, '');
  const line = source.indexOf('\n', end);
  const after = source.slice(end, line < 0 ? source.length : line);
  const flags: Flag[] = [];
  if (start > 0 && hasLetter.test(before) && !endsSentence.test(before))
    flags.push({
      reason: 'cut-mid-sentence',
      start: 0,
      end: 0,
      words: before.slice(-shown).trim().toWellFormed(),
    });
  const isEnded =
    endsSentence.test(source.slice(Math.max(0, end - 8), end)) || closesSentence.test(after.trimStart());
  if (hasLetter.test(after) && !isEnded)
    flags.push({
      reason: 'cut-mid-sentence',
      start: words.length,
      end: words.length,
      words: shortened(after.trim()),
    });
  return flags;
}

function shortened(words: string): string {
  return words.length > shown ? `${words.slice(0, shown).toWellFormed()}…` : words;
}
