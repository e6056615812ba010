// Sentences and words of English prose as the integrity check needs them: where each stands, and which words turn the
// sense of a sentence or soften it.

import type { Range } from '../text/text.ts';

export type Word = Range & { text: string };

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu;
// The segmenter ends a sentence at every full stop before a capital.
const abbreviation =
  /(?:^|[\s(“"])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|St|Mt|No|vs|cf|e\.g|i\.e|(?:\p{Lu}\.)+\p{Lu})\.\s*$/u;

/** The sentences of a text; a line feed always ends one. */
export function sentencesOf(text: string): Range[] {
  const sentences: Range[] = [];
  for (const { segment, index } of segmenter.segment(text)) {
    const last = sentences.at(-1);
    if (last && abbreviation.test(text.slice(last.start, last.end))) last.end = index + segment.length;
    else sentences.push({ start: index, end: index + segment.length });
  }
  return sentences;
}

/** The words within a range, lower case, with straight apostrophes. */
export function wordsIn(text: string, { start, end }: Range): Word[] {
  return Array.from(text.slice(start, end).matchAll(wordPattern), ({ 0: found, index }) => ({
    text: found.toLowerCase().replaceAll('’', "'"),
    start: start + index,
    end: start + index + found.length,
  }));
}

const negations =
  /^(?:not|no|never|none|nor|neither|nobody|nothing|nowhere|hardly|barely|scarcely|rarely|seldom|cannot|\p{L}+n't)$/u;
const andMore = /^(?:only|just|merely|doubt)$/;

/** Does this word deny? `not only` does not. */
export function isNegation(word: Word, next: Word | undefined): boolean {
  return negations.test(word.text) && !(next && andMore.test(next.text));
}

/** What makes a sentence depend on something. */
export const condition = /^(?:if|unless|until|except|provided|only)$/;
/** What takes back, or limits, what was said before it. */
export const reservation =
  /^(?:but|yet|although|though|however|nevertheless|except|unless|if|provided|only)$/;
/** What a sentence may put before a claim that its author does not make. */
export const disowning =
  /^(?:den(?:y|ies|ied)|doubt(?:s|ed|ful)?|disput(?:e|es|ed)|reject(?:s|ed)?|refut(?:e|es|ed)|false|untrue|wrong|myth|unlikely|impossible|critics|opponents|skeptics|sceptics|detractors)$/;

// `May` is a month.
export const hedge =
  /\b(?:may|might|could|perhaps|possibly|probably|(?<!un)likely|suggest(?:s|ed)?|appears?|seems?|tends? to)\b/u;
/** `the will of the town` promises nothing. */
export const certainty =
  /(?<!\b(?:the|a|free|good|political|their|our|his|her|its)\s)\b(?:will|won['’]t|cannot|always|never|must|proves?|proven|certain(?:ly)?|inevitabl[ey]|guarantees?|ensures?|definitely|undoubtedly)\b/iu;
